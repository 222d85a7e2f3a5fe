"""The menu bar, filled from the table of actions."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from lstm_gui.gui.actions.table import MENUS, TABLE, ActionSpec, translated

translate = QCoreApplication.translate

_RECENT_AFTER = "open_scene"
_GROUPS = {
    "tab": QT_TRANSLATE_NOOP("Menus", "T&ab"),
    "theme": QT_TRANSLATE_NOOP("Menus", "&Theme"),
    "code": QT_TRANSLATE_NOOP("Menus", "Copy this &cell as code"),
    "time": QT_TRANSLATE_NOOP("Menus", "&Steps in view"),
    "cell": QT_TRANSLATE_NOOP("Menus", "&Kind of cell"),
    "size": QT_TRANSLATE_NOOP("Menus", "&Units and inputs"),
    "train": QT_TRANSLATE_NOOP("Menus", "L&earning"),
    "model": QT_TRANSLATE_NOOP("Menus", "&Trained network"),
    "inputs": QT_TRANSLATE_NOOP("Menus", "Inpu&ts"),
}


class Menus:
    """The menus of the window and the list of recent files among them."""

    def __init__(
        self, bar: QMenuBar, actions: Mapping[str, QAction], open_file: Callable[[Path], None]
    ) -> None:
        self._open_file = open_file
        self.recent = QMenu(translate("Menus", "Open &recent"), bar)
        self.recent.setToolTipsVisible(True)
        self._groups: dict[str, QMenu] = {}
        self._menus = {name: _menu(bar, name) for name in MENUS}
        for row in TABLE:
            self._add(self._menus[row.menu], row, actions[row.id])

    def menu(self, name: str) -> QMenu:
        """The menu of that name, one of MENUS."""
        return self._menus[name]

    def submenu(self, group: str) -> QMenu:
        """The submenu of a group of actions."""
        return self._groups[group]

    def show_recent(self, files: tuple[str, ...]) -> None:
        """List these files, newest first."""
        self.recent.clear()
        for number, file in enumerate(files, start=1):
            name = Path(file).name.replace("&", "&&")
            action = self.recent.addAction(f"&{number}  {name}" if number < 10 else name)
            action.setToolTip(file)
            action.triggered.connect(partial(self._open, file))
        self.recent.setEnabled(bool(files))

    def _open(self, file: str, _checked: bool = False) -> None:
        self._open_file(Path(file))

    def _add(self, menu: QMenu, row: ActionSpec, action: QAction) -> None:
        if row.group in self._groups:
            menu = self._groups[row.group]
        if row.gap:
            menu.addSeparator()
        if row.group and row.group not in self._groups:
            menu = self._submenu(menu, row.group)
        menu.addAction(action)
        if row.id == _RECENT_AFTER:
            menu.addMenu(self.recent)

    def _submenu(self, menu: QMenu, group: str) -> QMenu:
        made = self._groups[group] = QMenu(translate("Menus", _GROUPS[group]), menu)
        made.setToolTipsVisible(True)
        menu.addMenu(made)
        return made


def _menu(bar: QMenuBar, name: str) -> QMenu:
    menu = bar.addMenu(f"&{translated(name)}")
    menu.setToolTipsVisible(True)
    return menu
