"""What tabs but the first show of a state: worked out when it is asked for, and kept until the next one."""

from typing import TYPE_CHECKING

from lstm_gui.simulator.audience import COMPARE_PARTS, GRADIENT_PARTS
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.words import Translate

if TYPE_CHECKING:  # loaded when their tab is first shown
    from lstm_gui.simulator.compare.frame import CompareFrame
    from lstm_gui.simulator.gradients.frame import GradientFrame

TAB_PARTS = {
    name: tuple(name.replace("gradient_", "gradients_").split("_")) for name in GRADIENT_PARTS + COMPARE_PARTS
}
"""The name of a part -> the property of the controller it is found in, and what it is called there."""


class TabFrames:
    """The frames of the tabs."""

    def __init__(self) -> None:
        self._gradients: tuple[SimState, GradientFrame] | None = None
        self._compare: tuple[SimState, CompareFrame] | None = None

    def gradients(self, state: SimState) -> "GradientFrame":
        """What is shown of the gradients of a state."""
        from lstm_gui.simulator.gradients.resolve import resolve_gradients

        if self._gradients is None or self._gradients[0] is not state:
            self._gradients = state, resolve_gradients(state.scene, state.gradients)
        return self._gradients[1]

    def compare(self, state: SimState, translate: Translate) -> "CompareFrame":
        """What is shown of the cells side by side."""
        from lstm_gui.simulator.compare.resolve import resolve_compare

        if self._compare is None or self._compare[0] is not state:
            self._compare = state, resolve_compare(state, translate)
        return self._compare[1]
