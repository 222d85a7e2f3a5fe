"""The cell at the step that a card asks about, as the simulator draws it: "?" where the answer will stand."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.graded.words import said_of
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.diagram.layout import STRIP, DiagramLayout, diagram_layout
from lstm_gui.gui.simulator.diagram.paint import paint_still_diagram, paint_told_diagram
from lstm_gui.gui.simulator.diagram.words import diagram_title
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.frame import CellPart
from lstm_gui.simulator.graded.cover import ASKED

translate = QCoreApplication.translate

_LEAST = 0.58  # of the drawing at 100 %: smaller, its numbers could not be read


class CellCard(Canvas):
    """Shows a CellPart; nothing in it can be moved. Signals: none of Canvas is sent."""

    def __init__(self, part: CellPart, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.part = part
        self.setMouseTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_part(part)

    def show_part(self, part: CellPart) -> None:
        """Show these numbers."""
        self.part = part
        self.setAccessibleName(diagram_title(part.step, part.kind))
        self.setAccessibleDescription(spoken_part(part))
        self.update()

    def is_read_in(self, width: float, height: float) -> bool:
        """Whether its numbers can be read in so many pixels."""
        return self._placed_in(QRectF(0, 0, width, height)).unit >= self.style_now.px(_LEAST)

    def paint_still(self, painter: QPainter) -> None:
        title, looks = diagram_title(self.part.step, self.part.kind), looks_of(self.part.kind)
        hint = translate("Graded", "? = what is asked") if self.part.hidden else ""
        paint_card(painter, self._card(), self.style_now, title, (hint,))
        paint_still_diagram(painter, self._placed(), self.style_now, looks)

    def paint_living(self, painter: QPainter) -> None:
        paint_told_diagram(painter, self._placed(), self.part, self.style_now)

    def still_key(self) -> object:
        return self.part.step, self.part.kind, bool(self.part.hidden)

    def _card(self) -> QRectF:
        return self.rect().toRectF()

    def _placed(self) -> DiagramLayout:
        """The drawing has the room of the caption too, which there is none of here."""
        return self._placed_in(self._card())

    def _placed_in(self, card: QRectF) -> DiagramLayout:
        style = self.style_now
        return diagram_layout(card.adjusted(0, 0, 0, style.px(STRIP)), style, self.part.kind)


def spoken_part(part: CellPart) -> str:
    """What of the cell is told, for who cannot see it."""
    looks = looks_of(part.kind)
    names = (*looks.rings, *looks.graph.equations)
    told = [f"{said_of(name)} = {part.written(name)}" for name in names if name not in part.hidden]
    asked = [said_of(name) for name, words in part.hidden.items() if words == ASKED]
    words = translate("Graded", "{name} is asked").format(name=asked[0]) if asked else ""
    return ", ".join((*told, words) if words else told)
