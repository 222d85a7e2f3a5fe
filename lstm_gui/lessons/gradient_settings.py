"""What a person chooses about gradients besides the scene: the loss, clipping, and the truncation window."""

import math
from dataclasses import dataclass, replace

from lstm_gui.lessons.sizes import MAX_STEPS

LOSSES = ("output", "squared error")
BOUNDS = {"target": (-3.0, 3.0), "clip": (0.0, 10.0), "window": (0.0, float(MAX_STEPS))}


@dataclass(frozen=True, slots=True)
class GradientSettings:
    """All of them, as they stand where a scene does not say otherwise."""

    loss: str = "output"  # one of LOSSES: L = Σ h_t / √H, or the mean of (h_t − target)²
    target: float = 0.0
    clip: float = 0.0  # the largest norm that the gradient of all weights keeps; 0 leaves it as it is
    window: int = 0  # how many steps a gradient stays within; 0 for all

    def with_number(self, name: str, value: float) -> "GradientSettings":
        """The same with one of BOUNDS moved, held within them. KeyError for another name."""
        if math.isnan(value):
            return self
        low, high = BOUNDS[name]
        held = min(max(value, low), high)
        if name == "window":
            return replace(self, window=round(held))
        return replace(self, target=held) if name == "target" else replace(self, clip=held)

    def with_loss(self, loss: str) -> "GradientSettings":
        """The same with another loss. ValueError for one that there is not."""
        if loss not in LOSSES:
            raise ValueError(f"no loss is called {loss!r}")
        return replace(self, loss=loss)
