"""What a person chooses about gradients besides the scene, and how far each number can be moved."""

from lstm_gui.lessons.gradient_settings import BOUNDS, LOSSES, GradientSettings
from lstm_gui.simulator.limits import Limits

__all__ = ["LOSSES", "NUMBERS", "GradientSettings"]

_STEPS = {"window": (1.0, 0)}  # by how much a number moves, and its decimals, where not as usual
NUMBERS = {name: Limits(low, high, *_STEPS.get(name, ())) for name, (low, high) in BOUNDS.items()}
