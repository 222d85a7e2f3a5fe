"""QActions made from the table, each wired to its handler."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.actions.table import TABLE, ActionSpec, translated


def build_actions(parent: QWidget, *handlers: object) -> dict[str, QAction]:
    """A QAction for each row of the table, by id, wired to a method of one of `handlers`.

    Plain keys are only shown by the action: keys.py decides who gets them.
    Raises AttributeError when a handler is missing.
    """
    groups: dict[str, QActionGroup] = {}
    made = {}
    for row in TABLE:
        action = _build(row, parent, _method(row.handler, handlers))
        if row.group and row.argument is not None:
            if row.group not in groups:
                groups[row.group] = QActionGroup(parent)
            groups[row.group].addAction(action)
        made[row.id] = action
    return made


def _method(name: str, handlers: tuple[object, ...]) -> Callable[..., None]:
    owner = next((each for each in handlers if hasattr(each, name)), handlers[0])
    method: Callable[..., None] = getattr(owner, name)
    return method


def _build(row: ActionSpec, parent: QWidget, handler: Callable[..., None]) -> QAction:
    action = QAction(translated(row.text), parent)
    action.setObjectName(row.id)
    action.setToolTip(row.hint)
    action.setMenuRole(QAction.MenuRole.NoRole)
    action.setCheckable(row.checkable)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.triggered.connect(partial(_call, handler, row, action))
    if row.plain_keys:  # no action of the window: where that has the focus, two of one key are ambiguous
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    else:
        parent.addAction(action)
    return action


def _call(handler: Callable[..., None], row: ActionSpec, action: QAction, _checked: bool = False) -> None:
    """Whether it is checked is asked of the action: Qt does not tell a slot of this kind."""
    if row.argument is not None:
        handler(row.argument)
    elif row.checkable:
        handler(action.isChecked())
    else:
        handler()
