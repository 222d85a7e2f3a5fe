"""The ground of every view of a Look: a card, a sentence below it, numbers under the pointer, a table."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.strokes import is_page
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.text import Align, lines, put_text
from lstm_gui.training.look import Look

translate = QCoreApplication.translate

Key = Qt.Key
MOVES = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
    Key.Key_PageUp: (-10, 0),
    Key.Key_PageDown: (10, 0),
    Key.Key_Home: (-(10**6), 0),
    Key.Key_End: (10**6, 0),
}
_STRIP, _TWO_LINES = 21.0, 35.0  # pixels at 100 %: the sentence below
_NARROW = 980.0  # of a card, whose sentence then may take two lines


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a view, to be read one by one or copied."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """A line for each row, tabs between the columns: what spreadsheets take."""
        return "\n".join("\t".join(row) for row in (self.head, *self.rows))


class LookView(Canvas):
    """Shows a Look.

    Signals: those of Canvas, and `step_read(object)`: the index of the step whose numbers are read, or None.
    """

    step_read = Signal(object)
    least = QSize(300, 190)  # pixels at 100 %

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.look: Look | None = None
        self.reading: tuple[int, int] | None = None  # what is read: the place across, and the one down
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copying = QAction(translate("TrainingViews", "Copy the numbers as a table"), self)
        self.copying.triggered.connect(self.copy)
        self.addAction(self.copying)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setAccessibleName(self.title())
        self.setToolTip(self.hint())

    # What each view says of itself

    def title(self) -> str:
        """What the card is called."""
        raise NotImplementedError

    def hint(self) -> str:
        """How its numbers are read."""
        return translate(
            "TrainingViews", "Point at a value, or press the arrows, to read it. Ctrl+C copies the numbers."
        )

    def sentence(self) -> str:
        """What it shows now, in words."""
        return ""

    def words(self, across: int, down: int) -> str:
        """What stands at a place, in words."""
        raise NotImplementedError

    def numbers(self) -> Numbers:
        """All numbers."""
        raise NotImplementedError

    def extent(self) -> tuple[int, int]:
        """How many places there are across and down; (0, 0) where there is nothing to read."""
        return 0, 0

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        """The place under the pointer."""
        raise NotImplementedError

    def step_of(self, across: int) -> int | None:
        """The step of the probe that a place across belongs to; None where it is none."""
        return across

    def arrange(self) -> None:
        """Find out where all stands, after another size, style or look."""

    # What is shown

    def show_look(self, look: Look | None) -> None:
        """Show what a network does at this moment; None for nothing yet."""
        self.look = look
        self.arrange()
        across, down = self.extent()
        if self.reading is not None and not (self.reading[0] < across and self.reading[1] < down):
            self.read(None)
        told = self.sentence() if look is not None else nothing_yet()
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
        self.update()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.arrange()

    def read(self, place: tuple[int, int] | None) -> None:
        """Say the numbers of a place."""
        if place == self.reading:
            return
        self.reading = place
        self.update()
        self.step_read.emit(None if place is None else self.step_of(place[0]))

    def mark_step(self, step: int | None) -> None:
        """Another view reads this step: mark it here too, without telling of it."""
        if step is None or step >= self.extent()[0] or self.step_of(0) is None:
            place = None
        else:
            place = (step, self.reading[1] if self.reading is not None else 0)
        if place != self.reading:
            self.reading = place
            self.update()

    def copy(self) -> None:
        """Put all numbers on the clipboard as a table."""
        if self.look is not None:
            QGuiApplication.clipboard().setText(self.numbers().text)
            announce(self, translate("TrainingViews", "The numbers were copied as a table."))

    def minimumSizeHint(self) -> QSize:
        """Room for axes and their names."""
        return self.least * self.style_now.zoom

    def sizeHint(self) -> QSize:
        """As much, and more where there is room."""
        return self.minimumSizeHint()

    # Drawing

    def body(self) -> QRectF:
        """The room between the title and the sentence below."""
        style = self.style_now
        strip = style.px(_STRIP if self._told_lines == 1 else _TWO_LINES) + style.px(8)
        return self.rect().toRectF().adjusted(style.margin, style.header, -style.margin, -strip)

    def hints(self) -> tuple[str, ...]:
        """What may stand beside the title, the longest first."""
        return ()

    def beside(self) -> float:
        """How many pixels something else fills beside the title."""
        return 0.0

    def paint_still(self, painter: QPainter) -> None:
        paint_card(painter, self.rect().toRectF(), self.style_now, self.title(), self.hints(), self.beside())

    def paint_living(self, painter: QPainter) -> None:
        if self.look is None:
            self._paint_nothing(painter)
        else:
            self.paint_look(painter)
            self._paint_strip(painter)
        if self.hasFocus() and not is_page(painter):
            radius = self.style_now.px(8)
            painter.setPen(QPen(self.style_now.palette.accent, self.style_now.px(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)

    def paint_look(self, painter: QPainter) -> None:
        """Draw what the look says."""
        raise NotImplementedError

    def _paint_strip(self, painter: QPainter) -> None:
        style, body = self.style_now, self.body()
        reads = self.reading is not None
        text = self.words(*self.reading) if self.reading is not None else self.sentence()
        ink = style.palette.text if reads else style.palette.muted
        found = lines(text, style.font(SMALL), body.width(), self._told_lines)
        y = self.height() - style.px(10 + 14 * (self._told_lines - 1))
        for line in found:
            put_text(painter, body.left(), y, line, style.font(SMALL), ink)
            y += style.px(14)

    @property
    def _told_lines(self) -> int:
        return 1 if self.width() >= self.style_now.px(_NARROW) else 2

    def _paint_nothing(self, painter: QPainter) -> None:
        style, middle = self.style_now, self.rect().toRectF().center()
        font = style.font(TEXT)
        y = middle.y()
        for line in lines(nothing_yet(), font, self.width() - style.px(60), 3):
            put_text(painter, middle.x(), y, line, font, style.palette.muted, Align.CENTRE)
            y += style.px(18)

    # Mouse and keys

    def event(self, event: QEvent) -> bool:
        """Take the keys that read before the window's shortcuts do."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self.wants(event):
            event.accept()
            return True
        return super().event(event)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key reads here, before it is a shortcut of the window."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self.look is None or not plain:
            return self.look is not None and event.matches(QKeySequence.StandardKey.Copy)
        return Key(event.key()) in MOVES or (event.key() == Key.Key_Escape and self.reading is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.look is not None:
            self.read(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.read(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape and self.reading is not None:
            self.read(None)
        elif move is None or self.look is None or 0 in self.extent():
            super().keyPressEvent(event)
        else:
            self._move(*move)

    def _move(self, right: int, below: int) -> None:
        across, down = self.extent()
        at = self.reading or (0, 0)
        first = self.reading is None
        wanted = (at[0] + (0 if first and right in (-1, 1) else right), at[1] + (0 if first else below))
        self.read((max(0, min(across - 1, wanted[0])), max(0, min(down - 1, wanted[1]))))
        assert self.reading is not None
        announce(self, self.words(*self.reading))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.read(None)
        self.update()


def nothing_yet() -> str:
    """What stands where nothing was looked at yet."""
    return translate("TrainingViews", "Press Start: what the network makes of one sequence will stand here.")
