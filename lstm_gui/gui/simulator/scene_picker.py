"""The list of scenes in the bar: below the headings of their topics, and on top the ways to more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.controls import Picker
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.lessons.catalogue import topic_of

_WAYS = 2  # rows on top, where there are any: all scenes as cards, and the challenges


class ScenePicker(Picker):
    """Chooses a scene by its title.

    Signals: `scene_chosen(str)` with the scene's name; `browse_requested()`; `challenges_requested()`.
    """

    scene_chosen = Signal(str)
    browse_requested = Signal()
    challenges_requested = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._look, self._title, self._browsable = style, "", False
        self.activated.connect(self._take)

    def offer_more(self) -> None:
        """Let the list begin with the ways to the browser of scenes and to the challenges."""
        self._browsable = True

    def set_scenes(self, scenes: Sequence[tuple[str, str]]) -> None:
        """List scenes, as (name, title), in their order."""
        self.clear()
        if self._browsable:
            self.addItem(self.tr("Browse scenes…"))
            self.addItem(self.tr("Challenges…"))
        heading = ""
        for name, title in scenes:
            topic = topic_of(name)
            if topic and topic != heading:
                heading = topic
                self.addItem(topic)
            self.addItem(title, name)
        self._show_headings()
        self.show_title(self._title)

    def names(self) -> list[str]:
        """The scenes that are listed, by name."""
        listed = (self.itemData(row) for row in range(self.count()))
        return [name for name in listed if name is not None]

    def show_title(self, title: str) -> None:
        """Show the title of the scene open, which need not be one of the list."""
        self._title = title
        if self.currentText() != title:
            self.setPlaceholderText(title)
            self.setCurrentIndex(self.findText(title))
        self.setToolTip(title or self.tr("Choose a scene"))

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._look = style
        super().set_style(style)
        self._show_headings()

    # Qt's own

    def showPopup(self) -> None:
        """The ways can be chosen while the list is open: arrows in the bar pass them over."""
        self._enable_ways(True)
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self._enable_ways(False)

    # Inside

    def _take(self, row: int) -> None:
        name = self.itemData(row)
        if name is not None:
            self.scene_chosen.emit(name)
        else:
            self.setCurrentIndex(self.findText(self._title))
            (self.challenges_requested if row else self.browse_requested).emit()

    def _enable_ways(self, on: bool) -> None:
        model = self.model()
        if self._browsable and isinstance(model, QStandardItemModel) and model.rowCount():
            for row in range(_WAYS):
                model.item(row).setEnabled(on)

    def _show_headings(self) -> None:
        """Topics are no choices: they cannot be chosen, and stand out."""
        model, look = self.model(), self._look
        assert isinstance(model, QStandardItemModel)
        for row in range(model.rowCount()):
            item = model.item(row)
            if self.itemData(row) is None:
                item.setEnabled(False)
                if not (self._browsable and row < _WAYS):
                    item.setFont(look.font(SMALL, bold=True))
                    item.setData(look.palette.muted, Qt.ItemDataRole.ForegroundRole)
                    continue
            item.setFont(look.font(TEXT))
