"""The pages as one field to choose from, where the list at the left has no room."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.statistics.page_list import PageList, page_names
from lstm_gui.gui.stock_look import dress_form


class PageChooser(QWidget):
    """Shows and chooses the page that is current in a PageList."""

    def __init__(self, pages: PageList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.names, self._label = QComboBox(self), QLabel(self.tr("&Page"), self)
        self._label.setBuddy(self.names)
        self.names.setAccessibleName(self.tr("Page"))
        self.names.setToolTip(self.tr("Choose what is shown (↑ ↓)"))
        for name, words in page_names().items():
            self.names.addItem(words, name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label)
        self._row.addWidget(self.names, 1)
        self.names.activated.connect(lambda _row: pages.choose(str(self.names.currentData())))
        pages.selectionModel().currentChanged.connect(lambda *_: self._follow())

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        dress_form(self, style.palette, style.zoom)
        for part in (self._label, self.names):
            part.setFont(style.font(TEXT))
        self.names.setMaxVisibleItems(self.names.count())
        self._row.setSpacing(round(style.px(8)))

    def _follow(self) -> None:
        with QSignalBlocker(self.names):
            self.names.setCurrentIndex(self.names.findData(self._pages.page))
