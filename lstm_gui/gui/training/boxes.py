"""The boxes of a plan's settings: where nobody types, undo and the wheel are left to what is around them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox

DECIMALS = 5
_TAKES_BACK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class CountBox(QSpinBox):
    """A whole number."""

    def event(self, event: QEvent) -> bool:
        return _passed_by(self, event) or _left_to_the_window(self, event) or super().event(event)


class PlainBox(QDoubleSpinBox):
    """A number without the zeros behind it that say nothing."""

    def textFromValue(self, value: float) -> str:
        return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".") or "0"

    def event(self, event: QEvent) -> bool:
        return _passed_by(self, event) or _left_to_the_window(self, event) or super().event(event)


class WordBox(QComboBox):
    """One of a few words."""

    def event(self, event: QEvent) -> bool:
        return _passed_by(self, event) or super().event(event)


def _passed_by(box: QSpinBox | QDoubleSpinBox | QComboBox, event: QEvent) -> bool:
    """Whether the page is scrolled past a box that nobody works in: that must change no plan."""
    if event.type() != QEvent.Type.Wheel or box.hasFocus():
        return False
    event.ignore()
    return True


def _left_to_the_window(box: QSpinBox | QDoubleSpinBox, event: QEvent) -> bool:
    """Whether undo is asked for where nothing is half typed: the window takes the change back then."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not any(event.matches(key) for key in _TAKES_BACK) or box.lineEdit().isModified():
        return False
    event.ignore()
    return True
