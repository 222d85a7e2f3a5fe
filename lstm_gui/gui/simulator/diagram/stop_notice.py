"""What stands in place of the caption where a run left the finite numbers: where, why, and the way back."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.text import lines, put_text
from lstm_gui.simulator.stopped import Stopped

translate = QCoreApplication.translate

_BUTTON = 0.34  # of the width at most


class StopNotice(QWidget):
    """Lies on the strip of the diagram while there is something to say. Signal: `undo_requested()`.

    A scene that comes like this says so in its caption: the notice is for what a person has moved.
    """

    undo_requested = Signal()

    def __init__(self, diagram: DiagramView) -> None:
        super().__init__(diagram)
        self._diagram, self._style = diagram, diagram.style_now
        self._part: Stopped | None = None
        self._aside = False  # while something is pointed at, whose equation stands here
        self.way_back = WordButton(
            "", translate("StopNotice", "Take back what was done last (Ctrl+Z)"), self._style, self
        )
        self.way_back.clicked.connect(self.undo_requested)
        diagram.installEventFilter(self)
        self.hide()

    def show_part(self, part: Stopped | None) -> None:
        """Say where the run stopped; nothing while it does not, or the scene came like this."""
        self._part = part if part is not None and part.changed else None
        self.setAccessibleName("" if self._part is None else self._part.sentence)
        self._arrange()

    def make_way(self, *, for_another: bool) -> None:
        """Stand aside while the strip tells of what is pointed at."""
        self._aside = for_another
        self._arrange()

    def show_way_back(self, undo_label: str) -> None:
        """Offer to undo what is named; "" where there is nothing to undo."""
        self.way_back.setText(translate("StopNotice", "Take back: {what}").format(what=undo_label))
        self.way_back.setAccessibleName(self.way_back.text())
        self.way_back.setVisible(bool(undo_label))
        self._arrange()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        self.way_back.set_style(style)
        self._arrange()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay on the strip when the card changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._style
        painter.fillRect(self.rect(), style.palette.panel)
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.drawLine(0, 0, self.width(), 0)
        font = style.font(TEXT, bold=True)
        told = lines(self._part.sentence if self._part else "", font, self._room(), 2)
        for line, share in zip(told, (0.4, 0.77) if len(told) == 2 else (0.6,), strict=True):
            put_text(painter, 0, share * self.height(), line, font, style.palette.text)
        painter.end()

    def _room(self) -> float:
        """How wide the sentence may be."""
        taken = self.way_back.width() + self._style.px(14) if not self.way_back.isHidden() else 0.0
        return self.width() - taken

    def _arrange(self) -> None:
        self.setVisible(self._part is not None and not self._aside)
        strip = self._diagram.strip_box()
        self.setGeometry(strip.adjusted(0, 0, 0, -self._style.px(3)).toRect())  # clear of the card's edge
        size = self.way_back.sizeHint()
        wide = min(size.width(), round(_BUTTON * self.width()))
        top = round((self.height() - size.height()) / 2)
        self.way_back.setGeometry(self.width() - wide, top, wide, size.height())
        self.update()
