"""What stands beside the scene's cell while it stands alone: what the tab is for, and how to begin."""

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.text import lines, put_text

translate = QCoreApplication.translate

FAMILIES, BIASES, PIN = "families", "biases", "pin"
_LINE, _BUTTON, _APART = 18.0, 32.0, 8.0
_MOST_LINES = 4
_WIDEST = 380.0


class EmptyCard(Canvas):
    """Offers ways to begin. Signal: `start_chosen(str)`, one of FAMILIES, BIASES and PIN."""

    start_chosen = Signal(str)
    stands_on_page = False

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(empty_words())
        self.buttons = {name: WordButton(*words, style, self) for name, words in start_words().items()}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.start_chosen.emit(name))

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        for button in self.buttons.values():
            button.set_style(style)
        self._place()

    def set_can_forget(self, can: bool) -> None:
        """Offer other forget biases, or not: a cell may have no gate that keeps."""
        self.buttons[BIASES].setEnabled(can)

    def paint_still(self, painter: QPainter) -> None:
        style = self.style_now
        paint_card(painter, self.rect().toRectF(), style)
        box = self._box()
        y = box.top()
        for line in self._lines():
            y += style.px(_LINE)
            put_text(painter, box.left(), y - style.px(5), line, style.font(TEXT), style.palette.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _lines(self) -> list[str]:
        return lines(empty_words(), self.style_now.font(TEXT), self._wide(), _MOST_LINES)

    def _wide(self) -> float:
        return min(self.style_now.px(_WIDEST), self.width() - 2 * self.style_now.margin)

    def _box(self) -> QRectF:
        """Where all of it stands, in the middle of the card."""
        style = self.style_now
        buttons = len(self.buttons) * style.px(_BUTTON + _APART)
        high = len(self._lines()) * style.px(_LINE) + style.px(_APART) + buttons
        top = max(style.margin, (self.height() - high) / 2)
        return QRectF((self.width() - self._wide()) / 2, top, self._wide(), high)

    def _place(self) -> None:
        style, box = self.style_now, self._box()
        y = box.top() + len(self._lines()) * style.px(_LINE) + style.px(_APART)
        for button in self.buttons.values():
            button.setGeometry(QRectF(box.left(), y, box.width(), style.px(_BUTTON)).toRect())
            y += style.px(_BUTTON + _APART)
        self.update()


def empty_words() -> str:
    """What the tab is for."""
    return translate(
        "Compare",
        "Here up to four cells read the same input side by side, so that you see what a change of one thing"
        " does.",
    )


def start_words() -> dict[str, tuple[str, str]]:
    """What the ways to begin are called, and what they do."""
    return {
        FAMILIES: (
            translate("Compare", "RNN, LSTM and GRU on this input"),
            translate(
                "Compare", "Put the others beside the cell, with the same weights where they mean the same"
            ),
        ),
        BIASES: (
            translate("Compare", "This cell with forget bias −2, 0 and 2"),
            translate("Compare", "Put the same cell beside itself three times, keeping less and more"),
        ),
        PIN: (
            translate("Compare", "Pin this run, then change something"),
            translate("Compare", "Keep the run as it stands as a pale ghost behind what you change"),
        ),
    }
