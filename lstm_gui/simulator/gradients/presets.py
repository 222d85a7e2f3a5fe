"""The scenes that the gradients offer at a press; their captions claim what a test checks."""

PRESETS = ("gradients-vanishing", "gradients-stable", "gradients-exploding")
