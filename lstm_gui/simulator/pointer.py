"""What a person points at in the simulator, and how that is lit."""

from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import Frame, Highlight
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import belongs
from lstm_gui.simulator.words import Translate


class Pointer:
    """Rests on a quantity or on nothing."""

    def __init__(self) -> None:
        self.at: Quantity | None = None

    def follow(self, old: SimState | None, new: SimState) -> None:
        """A focus at the step shown stays at the step shown, for the pointer rests on the same knob."""
        if self.at is not None and old is not None and self.at.step == old.scene.step:
            self.at = Quantity(self.at.name, new.scene.step, self.at.unit, self.at.source)

    def light(self, frame: Frame, translate: Translate) -> Highlight | None:
        """What is pointed at with its causes and effects; nothing where the scene does not have it."""
        if self.at is None or not belongs(self.at, frame.state.scene):
            return None
        return highlight(frame, self.at, translate)
