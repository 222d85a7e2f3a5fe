"""The tab that compares: cells side by side on one input and one time cursor."""
