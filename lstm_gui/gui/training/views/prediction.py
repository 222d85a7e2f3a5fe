"""What a network answers on one sequence, against what is right, while it learns."""

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.views.chances_face import ChancesFace
from lstm_gui.gui.training.views.face import Face
from lstm_gui.gui.training.views.free_start import FreeStart
from lstm_gui.gui.training.views.ghosts import Ghost, Ghosts
from lstm_gui.gui.training.views.look_view import LookView, Numbers
from lstm_gui.gui.training.views.numbers_face import NumbersFace
from lstm_gui.training.look import Look

translate = QCoreApplication.translate


class PredictionView(LookView):
    """Shows answers: numbers as lines, probabilities as a heat map.

    Signals: those of LookView, and `start_chosen(object)`: where a forecast is to run free, see FreeStart.
    """

    start_chosen = Signal(object)
    least = QSize(340, 210)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        self.face: Face | None = None
        self._faces = self._made_faces(style)
        self._ghosts = Ghosts()
        self.ghost: Ghost | None = None
        super().__init__(style, parent)
        self._start = FreeStart(self)
        self._start.chosen.connect(self.start_chosen)

    @staticmethod
    def _made_faces(style: Style) -> dict[bool, Face]:
        """By whether numbers are answered."""
        return {True: NumbersFace(style), False: ChancesFace(style)}

    def title(self) -> str:
        return translate("TrainingViews", "What it answers")

    def hint(self) -> str:
        if self._free is None:
            return super().hint()
        more = translate(
            "TrainingViews",
            "Drag the dotted line, or press Shift+← →, to let it run free from another step on.",
        )
        return f"{super().hint()} {more}"

    def hints(self) -> tuple[str, ...]:
        if self.ghost is None or self.look is None:
            return ()
        told = translate("TrainingViews", "faint: update {step}").format(step=count_words(self.ghost.step))
        return (told,)

    def show_look(self, look: Look | None) -> None:
        """Show its answers, and faintly those of when half as much was learnt."""
        if look is None:
            self._faces = self._made_faces(self.style_now)  # another run may have other sizes
        if look is not self.look:
            self.ghost = self._ghosts.seen(look)
        super().show_look(look)
        if self._free is not None:
            self._start.shown(self._free)
        if self.toolTip() != self.hint():
            self.setToolTip(self.hint())

    def arrange(self) -> None:
        self.face = None
        if self.look is not None:
            self.face = self._faces[self.look.answers == "numbers"]
            self.face.arrange(self.body(), self.style_now, self.look, self.ghost)
        self.update()

    def still_key(self) -> object:
        return self.face.key() if self.face is not None else None, self.hints()

    def paint_still(self, painter: QPainter) -> None:
        super().paint_still(painter)
        if self.face is not None:
            self.face.paint_still(painter)

    def paint_look(self, painter: QPainter) -> None:
        if self.face is not None:
            self.face.paint(painter, self.reading)

    def read(self, place: tuple[int, int] | None) -> None:
        if place is not None and self.face is not None and self.face.show_row(place[1]):
            self.arrange()
        super().read(place)

    def extent(self) -> tuple[int, int]:
        return self.face.extent() if self.face is not None else (0, 0)

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        return self.face.place_at(where) if self.face is not None else None

    def words(self, across: int, down: int) -> str:
        return self.face.words(across, down) if self.face is not None else ""

    def sentence(self) -> str:
        return self.face.sentence() if self.face is not None else ""

    @property
    def _free(self) -> NumbersFace | None:
        """The face, while it shows a forecast that runs free."""
        face = self.face
        return face if isinstance(face, NumbersFace) and face.look.ahead is not None else None

    # Mouse and keys

    def wants(self, event: QKeyEvent) -> bool:
        return super().wants(event) or (self._free is not None and self._start.wants(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._free is None or not self._start.key(self._free, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._free is None or not self._start.press(self._free, event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._free is None or not self._start.move(self._free, event.position()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._start.release()
        super().mouseReleaseEvent(event)

    def numbers(self) -> Numbers:
        return self.face.numbers() if self.face is not None else Numbers((), ())
