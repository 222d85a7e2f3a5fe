"""What stands in the room when what is trained reads no text."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.button import Button
from lstm_gui.gui.quiz.button import Kind as ButtonKind
from lstm_gui.gui.quiz.style import Style as FormStyle
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.style import TEXT, Style

translate = QCoreApplication.translate


class Invitation(QWidget):
    """A card with one button. Signals: `accepted()`."""

    accepted = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self._title = QLabel(translate("TextLab", "What is trained now reads no text"), self)
        self._words = QLabel(
            translate(
                "TextLab",
                "Let a new network read the cards character by character: within half a minute it spells "
                "words, and here you see what each of its units does at every letter.",
            ),
            self,
        )
        self._words.setWordWrap(True)
        self.button = Button(
            ButtonKind.PRIMARY,
            translate("TextLab", "Train on the text of the cards"),
            translate("TextLab", "Begin at once: an LSTM reads the cards and learns (Enter)"),
            self,
        )
        self.button.clicked.connect(self.accepted)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for part in (self._title, self._words, self.button):
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
            if isinstance(part, QLabel):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addStretch(1)
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        self._column.setSpacing(round(style.px(12)))
        self._title.setFont(style.font(17, bold=True))
        self._words.setFont(style.font(TEXT))
        self._words.setFixedWidth(round(style.px(300)))
        self._words.setMinimumHeight(self._words.heightForWidth(self._words.width()))
        self.button.set_style(FormStyle(style.palette, round(100 * style.zoom)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect().toRectF(), self.style_now)
        painter.end()
