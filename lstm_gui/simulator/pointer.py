"""What a person points at in the simulator, and how that is lit."""

from dataclasses import replace

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
        self.stays = False  # whether it keeps to its own step

    def turn_to(self, quantity: Quantity | None, *, stays: bool) -> bool:
        """Rest on a quantity or on nothing, and say whether that is another than before."""
        before, self.at, self.stays = self.at, quantity, stays
        return quantity != before

    def follow(self, old: SimState | None, new: SimState) -> None:
        """A focus at the step shown stays at the step shown, for the pointer rests on the same knob."""
        if self.at is None or self.stays or old is None:
            return
        if self.at.step == old.scene.step:
            self.at = replace(self.at, step=new.scene.step)

    def light(self, frame: Frame, translate: Translate) -> Highlight | None:
        """What is pointed at with its causes and effects; nothing where the scene does not have it."""
        if self.at is None or not belongs(self.at, frame.state.scene):
            return None
        from lstm_gui.simulator.origins import made_of  # which nobody needs who points at nothing

        return replace(highlight(frame, self.at, translate), made=made_of(frame, self.at))
