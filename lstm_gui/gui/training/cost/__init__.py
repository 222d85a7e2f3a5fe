"""The room "Cost": training is expensive, as a picture."""
