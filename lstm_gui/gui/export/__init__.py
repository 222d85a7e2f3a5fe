"""What is shown leaves as a picture or an animation: what to choose, what is copied, what is recorded."""
