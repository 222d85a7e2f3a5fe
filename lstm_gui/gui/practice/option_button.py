"""An answer to choose or to match: a letter or a number, a card's text, and a sign of how it went."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.press import Press
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label, round_rect
from lstm_gui.quiz.markdown.words import words_of


class OptionButton(Press):
    """A button as tall as its text.

    Signals:
    dragged(QPoint) -- held over a place of the screen
    dropped(QPoint) -- let go there
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(
        self, shelf: FormulaShelf, sign: str, text: str, tip: str, parent: QWidget | None = None
    ) -> None:
        """`sign` is the key that presses it, and stands before the text."""
        super().__init__(parent)
        self._sign, self._text = sign, text
        self._marked = self._aimed_at = False
        self.sign, self.note = plain_label(self), plain_label(self)
        self.prose = Prose(shelf, self)
        self.prose.set_text(text)
        self.sign.setText(sign)
        for part in (self.sign, self.note, self.prose):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.prose, 1)
        self._row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(tip)
        self._pressed_at: QPoint | None = None
        self.mark(marked=False, note="")

    @property
    def text_of_card(self) -> str:
        """The text as the card has it."""
        return self._text

    def mark(self, *, marked: bool, note: str) -> None:
        """Show it as chosen or not; `note` stands behind the text."""
        self._marked = marked
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(f"{self._sign}: {words_of(self._text)}" + (f" ({note})" if note else ""))
        self.update()

    def aim_at(self, on: bool) -> None:
        """Show that what is dragged would be dropped here, or not."""
        if on != self._aimed_at:
            self._aimed_at = on
            self.update()

    def set_style(self, style: Style, size: float = 13.5) -> None:
        """Draw in this theme at this zoom; `size` is that of the text, in px of the design."""
        self._style = style
        colours = style.palette
        ink(self.sign, colours.accent, style.font(size, QFont.Weight.DemiBold))
        ink(self.note, colours.accent, style.font(size, QFont.Weight.DemiBold))
        self.prose.set_look(style.font(size), colours.text, colours, style.zoom)
        across, down = style.gap(12), style.gap(8)
        self._row.setContentsMargins(across, down, across, down)
        self._row.setSpacing(style.gap(10))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow text is tall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the text in what the sign and the note leave."""
        return self._row.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Any: what is needed follows from the width, and a scroll bar must not come for less."""
        return QSize(1, 1)

    # Dragging one to another

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand that holds it."""
        if self._pressed_at is not None and not self.rect().contains(event.position().toPoint()):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Dropped elsewhere, say where."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        outside = not self.rect().contains(event.position().toPoint())
        taken, self._pressed_at = self._pressed_at is not None, None
        super().mouseReleaseEvent(event)
        if taken and outside:
            self.dropped.emit(event.globalPosition().toPoint())

    def changeEvent(self, event: QEvent) -> None:
        """Paint again when it is enabled or disabled."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        if self._style is None:
            return
        style, colours, painter = self._style, self._style.palette, QPainter(self)
        active = self._aimed_at or (self.underMouse() and self.isEnabled())
        ground = style.tint(colours.accent, 0.12) if self._marked or active else style.inset
        strong = self._marked or self._aimed_at or self.hasFocus()
        edge, width = (colours.accent, style.px(2)) if strong else (colours.border, 1.0)
        round_rect(painter, QRectF(self.rect()), style.px(7), ground, QPen(edge, width))
