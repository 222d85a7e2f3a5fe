"""Keys go by where one is: a focused editor first, then the panel used last, then everywhere.

Keys with Ctrl or Alt belong to their QAction. Plain keys (Space, S, 1 … 5, arrows) have one QShortcut each,
which asks the table what the key means where the person works.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from lstm_gui.gui.actions.table import TABLE, ActionSpec
from lstm_gui.gui.undo import Place

REPEATING = frozenset(("Left", "Right", "-", "+", "="))  # a held key goes on

_Key = Qt.Key
_MOVES = frozenset(
    Qt.Key(getattr(_Key, f"Key_{name}"))
    for name in ("Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown")
)
_PRESSES = frozenset((_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter))
_ENDS_TYPING = frozenset((_Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape))
_KEPT: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QAbstractSlider, _MOVES),
    (QAbstractItemView, _MOVES | _PRESSES),
    (QComboBox, _MOVES - {_Key.Key_Left, _Key.Key_Right} | {_Key.Key_Space}),
    (QMenuBar, _MOVES | _PRESSES),
    (QTabBar, frozenset((_Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End))),
)
_EDITORS = (QLineEdit, QTextEdit, QPlainTextEdit)


def meaning(key: str, place: Place) -> ActionSpec | None:
    """What a plain key means where the person works; None when it means nothing there."""
    rows = [row for row in TABLE if key in row.plain_keys and row.place in (None, place)]
    return rows[0] if rows else None


def keeps(widget: QWidget | None, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether the focused widget is to get a key before the shortcuts do.

    Qt's editors ask for what they need themselves; this adds the controls that do not: a slider moves by the
    arrows, a button is pressed by Space.
    """
    plain = not modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    if widget is None or not plain:
        return False
    if isinstance(widget, _EDITORS):
        return not widget.isReadOnly() and key < _Key.Key_Escape  # every key that writes
    if isinstance(widget, QAbstractSpinBox):
        # It asks for what it types itself, but not for the keys that end the typing.
        return key in _ENDS_TYPING and widget.lineEdit().isVisible()
    if isinstance(widget, QAbstractButton):
        return key in _PRESSES  # a rating button declines Space itself
    return any(isinstance(widget, kind) and key in keys for kind, keys in _KEPT)


class KeyRouter(QObject):
    """The plain keys of a window. `place()` says which panel was used last."""

    def __init__(self, window: QWidget, actions: Mapping[str, QAction], place: Callable[[], Place]) -> None:
        super().__init__(window)
        self._actions = actions
        self._place = place
        for key in sorted({key for row in TABLE for key in row.plain_keys}):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setAutoRepeat(key in REPEATING)
            shortcut.activated.connect(partial(self.run, key))

    def run(self, key: str) -> None:
        """Do what a plain key means here; an action that is disabled does nothing."""
        row = meaning(key, self._place())
        if row is not None:
            self._actions[row.id].trigger()


class FocusFirst(QObject):
    """Lets a focused control have the keys it needs before they count as shortcuts.

    It filters the native window: Python's part is over once that window is gone, whatever Qt still destroys.
    """

    def watch(self, window: QWidget) -> None:
        """Begin; to be called once the window has been shown."""
        handle = window.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept a ShortcutOverride that the focused widget should get."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not keeps(QApplication.focusWidget(), Qt.Key(event.key()), event.modifiers()):
            return False
        event.accept()
        return True
