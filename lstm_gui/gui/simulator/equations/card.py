"""The card that holds the equations and, below them, the weights they use."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.equations.equations import EquationsView
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.weights.weights import WeightsView

_LEAST = 90.0  # the height of heat maps in the lowest card, in pixels at 100 %


class EquationsCard(QWidget):
    """`equations` fills the card; `weights` stands at its foot."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.equations = EquationsView(style, self)
        self.weights = WeightsView(style, self.equations)
        self.weights.grown.connect(self._place)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        self.equations.set_style(style)
        self.weights.set_style(style)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        style, margin = self._style, round(self._style.margin)
        wide = self.width() - 2 * margin
        left = self.height() - style.header - self.equations.least_height() - style.px(22)
        high = round(self.weights.height_within(wide, max(style.px(_LEAST), left)))
        self.equations.foot = float(high + round(style.px(10)))
        self.equations.setGeometry(self.rect())
        self.weights.setGeometry(margin, self.height() - high - round(style.px(8)), wide, high)
