"""One way to show answers: a prediction has another for numbers than for probabilities."""

from abc import ABC, abstractmethod

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views.ghosts import Ghost
from lstm_gui.gui.training.views.look_view import Numbers
from lstm_gui.training.look import Look


class Face(ABC):
    """Draws and tells the answers of a look, once it was arranged for one."""

    look: Look
    body: QRectF
    ghost: Ghost | None = None

    def __init__(self, style: Style) -> None:
        self.style = style

    def arrange(self, body: QRectF, style: Style, look: Look, ghost: Ghost | None) -> None:
        """Find out where all stands in this room."""
        self.body, self.style, self.look, self.ghost = body, style, look, ghost

    @abstractmethod
    def key(self) -> object:
        """What stands still while this is the same."""

    @abstractmethod
    def paint_still(self, painter: QPainter) -> None:
        """Draw what the key decides."""

    @abstractmethod
    def paint(self, painter: QPainter, reading: tuple[int, int] | None) -> None:
        """Draw the numbers."""

    @abstractmethod
    def extent(self) -> tuple[int, int]:
        """How many places there are across and down."""

    @abstractmethod
    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        """The place under the pointer."""

    def show_row(self, down: int) -> bool:
        """Bring a row into view; whether others are shown now."""
        del down
        return False

    @abstractmethod
    def words(self, across: int, down: int) -> str:
        """What stands at a place."""

    @abstractmethod
    def sentence(self) -> str:
        """What is shown, in words."""

    @abstractmethod
    def numbers(self) -> Numbers:
        """All numbers."""
