"""The menu of a card: a right click, or the menu key while the keyboard is in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget


@dataclass(frozen=True)
class Entry:
    """What can be done with a card; `keys` are shown where an action of the window has them."""

    words: str
    act: Callable[[QWidget], None]
    keys: str = ""


class CardMenu(QObject):
    """Opens over the cards of a simulator: what is done with a card, then what with the whole scene."""

    def __init__(self, panel: QWidget, entries: Sequence[Entry], actions: Sequence[QAction | QMenu]) -> None:
        super().__init__(panel)
        self._panel, self._entries, self._actions = panel, entries, actions
        self.menu: QMenu | None = None  # while it is open
        panel.installEventFilter(self)

    def eventFilter(self, _panel: QObject, event: QEvent) -> bool:
        """A context menu that no control wanted for itself."""
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            card = self._card_of(event)
            if card is not None:
                self._open(card, event.globalPos())
                return True
        return False

    def _card_of(self, event: QContextMenuEvent) -> QWidget | None:
        from lstm_gui.gui.simulator.drawing import card_around  # a start can do without

        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            return card_around(QApplication.focusWidget())
        return card_around(self._panel.childAt(self._panel.mapFromGlobal(event.globalPos())))

    def _open(self, card: QWidget, place: QPoint) -> None:
        menu = self.menu = QMenu(self._panel)
        menu.setToolTipsVisible(True)
        for entry in self._entries:
            words = f"{entry.words}\t{entry.keys}" if entry.keys else entry.words
            menu.addAction(words).triggered.connect(lambda _=False, entry=entry: entry.act(card))
        menu.addSeparator()
        for each in self._actions:
            if isinstance(each, QMenu):
                menu.addMenu(each)
            else:
                menu.addAction(each)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
