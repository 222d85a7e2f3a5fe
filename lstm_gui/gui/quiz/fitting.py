"""Enlarged text in a narrow panel: smaller where a word would be cut, never below its size at 100 %."""

import re
from collections.abc import Sequence
from heapq import nlargest

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

_BREAKS = re.compile(r"[ \t\n]+")  # a no-break space is none
_MEASURED = 8  # of the words, the longest by letters


def fit_words(font: QFont, zoom: int, text: str, width: int) -> QFont:
    """The font in which no word of a wrapped text is wider than `width` px; `zoom` in per cent is in it."""
    return _fit(font, zoom, nlargest(_MEASURED, _BREAKS.split(text), key=len), width)


def fit_line(font: QFont, zoom: int, text: str, width: int) -> QFont:
    """The font in which a line of text is no wider than `width` px; `zoom` in per cent is in it."""
    return _fit(font, zoom, (text,), width)


def _fit(font: QFont, zoom: int, texts: Sequence[str], width: int) -> QFont:
    wanted = font.pixelSize()
    metrics = QFontMetricsF(font)
    widest = max(map(metrics.horizontalAdvance, texts))
    if zoom <= 100 or width <= 0 or widest <= width:
        return font
    fitted = QFont(font)
    fitted.setPixelSize(max(round(wanted * 100 / zoom), int(wanted * width / widest)))
    return fitted


class WrappedLabel(QLabel):
    """Plain text in several lines, in letters so small that every word has room in one.

    The room is told, not measured: a scroll bar beside the text, which comes when the text is tall, must not
    make it so small that the bar goes again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._wanted, self._zoom, self._room = QFont(self.font()), 100, 0

    def show_text(self, text: str) -> None:
        """Show `text` letter for letter."""
        self.setText(text)
        self._fit()

    def set_wanted_font(self, font: QFont, zoom: int) -> None:
        """Write in this font where it has room; `zoom` in per cent is in it."""
        self._wanted, self._zoom = font, zoom
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def set_room(self, width: int) -> None:
        """Have at least this width, in px."""
        self._room = width
        self._fit()

    def _fit(self) -> None:
        written = self.text()
        if self._wanted.capitalization() == QFont.Capitalization.AllUppercase:
            written = written.upper()
        font = fit_words(self._wanted, self._zoom, written, self._room)
        if font != self.font():
            self.setFont(font)
