"""The card that is read first in a room: one sentence in large letters, what else there is to it, a claim."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.style import TEXT, Style

HEAD = 15.0  # px at 100 %, of the sentence that is read first
_BAR = 3.0  # px at 100 %, beside a claim


class SaidCard(QWidget):
    """Grows with what it says and never shrinks meanwhile, so that nothing below it jumps during a run."""

    def __init__(self, name: str, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._highest = style, 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.head, self.body, self.claim = (plain_label(self, wraps=True) for _ in range(3))
        self._column = QVBoxLayout(self)
        for label in self._labels:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.head.setAccessibleName(name)
        self.set_style(style)

    @property
    def _labels(self) -> tuple[QLabel, ...]:
        return self.head, self.body, self.claim

    def say(self, head: str, body: str = "", claim: str = "") -> None:
        """Show these; what is empty takes no room."""
        for label, words in zip(self._labels, (head, body, claim), strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleDescription(self.text())
        self._hold()
        self.update()

    def add(self, words: str) -> None:
        """Say one thing more, under what is said."""
        self.say(self.head.text(), f"{self.body.text()} {words}".strip(), self.claim.text())

    def text(self) -> str:
        """All that is said."""
        return " ".join(label.text() for label in self._labels if label.text())

    def begin(self) -> None:
        """Something else is told from now on: be no higher than that needs."""
        self._highest = 0
        self._hold()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        ink(self.head, style.palette.text, style.font(HEAD, bold=True))
        ink(self.body, style.palette.muted, style.font(TEXT))
        ink(self.claim, style.palette.text, style.font(TEXT))
        across, down = round(style.px(16)), round(style.px(11))
        self._column.setContentsMargins(across, down, across, down)
        self._column.setSpacing(round(style.px(6)))
        self.claim.setIndent(round(style.px(11)))
        self.begin()
        self.update()

    def event(self, event: QEvent) -> bool:
        """A width that was not known before asks for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._hold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.begin()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self._style
        paint_card(painter, self.rect().toRectF(), style)
        if not self.claim.isHidden():
            box = self.claim.geometry().toRectF()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(style.palette.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), style.px(_BAR), box.height()), 1.5, 1.5)
        painter.end()

    def _hold(self) -> None:
        """As high as the most that was said since `begin`."""
        self._highest = max(self._highest, self._column.totalHeightForWidth(self.width()))
        if self.minimumHeight() != self._highest:
            self.setFixedHeight(self._highest)
