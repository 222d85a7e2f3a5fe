"""Small links of the card: the symbol of a quantity to go to, and words to press."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from lstm_gui.gui.simulator.style import SMALL, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from lstm_gui.gui.simulator.text import put_centred, width
from lstm_gui.simulator.quantity import Quantity

SYMBOL = 14.0  # the size of a symbol, in pixels at 100 %
SIGN = 17.0  # of a sign that is pressed
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(QAbstractButton):
    """A button drawn as a link, pressed by Enter too."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.setFixedSize(self.sizeHint())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # Alt and an arrow go back, and do not walk the links
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        """A tint under the pointer or while it is checked, an edge where the keyboard is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, box = self._style.palette, self.rect().toRectF().adjusted(1, 1, -1, -1)
        lit = self.underMouse() or self.isDown() or self.isChecked()
        painter.setPen(QPen(palette.accent, self._style.px(1.6)) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(mixed(palette.panel, palette.accent, 0.12) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, self._style.px(5), self._style.px(5))


class SymbolChip(Chip):
    """The symbol of a quantity."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.quantity: Quantity | None = None
        self._symbol, self._role = ("", ""), "x"

    def show_quantity(self, quantity: Quantity, symbol: tuple[str, str], role: str, words: str) -> None:
        """Stand for a quantity; `words` is what a person calls it."""
        self.quantity, self._symbol, self._role = quantity, symbol, role
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        style = self._style
        wide = symbol_width(style, *self._symbol, SYMBOL) + style.px(12)
        return QSize(round(wide), round(style.px(24)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        style, box = self._style, self.rect().toRectF()
        ink = style.palette.role(self._role).ink
        baseline = box.center().y() + style.px(4)
        put_symbol(painter, style, style.px(6), baseline, self._symbol, SYMBOL, ink)
        painter.end()


class WordChip(Chip):
    """A word or a sign to press."""

    def __init__(self, words: str, name: str, tip: str, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def sizeHint(self) -> QSize:
        style = self._style
        wide = max(width(self._font(), self.text()) + style.px(14), style.px(24))
        return QSize(round(wide), round(style.px(24)))

    def _font(self) -> QFont:
        return self._style.font(SIGN if len(self.text()) == 1 else SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        style, middle = self._style, self.rect().toRectF().center()
        strong = self.underMouse() or self.isChecked() or self.hasFocus()
        ink = style.palette.text if strong else style.palette.muted
        put_centred(painter, middle.x(), middle.y(), self.text(), self._font(), ink)
        painter.end()
