"""The ground of the views that show one layer and direction of a network at a time, and no steps."""

from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views.look_view import LookView
from lstm_gui.gui.training.views.part_words import part_words
from lstm_gui.gui.training.views.probe import known_part
from lstm_gui.training.look import Look


class PartView(LookView):
    """Shows `part`, one of Look.parts. Signals: those of LookView."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        self.part = ""
        super().__init__(style, parent)

    def hints(self) -> tuple[str, ...]:
        many = self.look is not None and len(self.look.parts) > 1
        return (part_words(self.part),) if many else ()

    @property
    def looks(self) -> CellLooks:
        """How the kind of cell is shown."""
        return looks_of(self.look.kind if self.look is not None else LSTM)

    def show_look(self, look: Look | None) -> None:
        """Show the same layer and direction of another look, where it has that."""
        if look is not None:
            self.part = known_part(self.part, look)
        super().show_look(look)

    def show_part_of(self, part: str) -> None:
        """Show another layer or direction."""
        self.part = part
        self.show_look(self.look)

    def step_of(self, across: int) -> int | None:
        del across
        return None
