"""The button that offers what can be done with a trained network."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import Style

translate = QCoreApplication.translate


class MenuButton(WordButton):
    """Shows its menu below itself."""

    def __init__(self, menu: QMenu, style: Style, parent: QWidget) -> None:
        tip = translate("Train", "Save what was learnt, open it in the simulator, ask about it")
        super().__init__(translate("Train", "Model ▾"), tip, style, parent)
        self.menu_shown = menu
        self.setAccessibleName(translate("Train", "Model"))
        self.clicked.connect(self._show)
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        self.setFixedSize(self.sizeHint())

    def _show(self) -> None:
        self.menu_shown.popup(self.mapToGlobal(QPoint(0, self.height())))
