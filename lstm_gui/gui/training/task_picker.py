"""Chooses a task: the families as groups, the tasks below each."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.task_words import family_title, task_sentence, task_title
from lstm_gui.training.tasks.catalogue import BY_NAME, ENTRIES
from lstm_gui.training.tasks.entry import FAMILIES

translate = QCoreApplication.translate


class TaskPicker(Picker):
    """Signals: `task_chosen(str)`, the name of a task."""

    task_chosen = Signal(str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(translate("Train", "Task"))
        self.setToolTip(translate("Train", "What the network is to learn"))
        self._fill()
        self.activated.connect(lambda _: self.task_chosen.emit(self.currentData()))
        self.set_style(style)

    def show_task(self, name: str) -> None:
        """Show which one is chosen, without telling of it."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(name))
        self.setToolTip(task_sentence(BY_NAME[name]) if name in BY_NAME else "")

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        set_popup_colours(self, style)
        self.setFixedWidth(max(self.wide_for(task_title(entry)) for entry in ENTRIES))

    def _fill(self) -> None:
        model = QStandardItemModel(self)
        bold = QFont()
        bold.setBold(True)
        for family in FAMILIES:
            heading = QStandardItem(family_title(family))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(bold)
            model.appendRow(heading)
            for entry in ENTRIES:
                if entry.family == family:
                    item = QStandardItem(task_title(entry))
                    item.setData(entry.name, Qt.ItemDataRole.UserRole)
                    item.setToolTip(task_sentence(entry))
                    model.appendRow(item)
        self.setModel(model)
