"""What the plain keys of a card do: reveal, rate, show the scene or what learns it, undo, scroll."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar

from lstm_gui.gui.quiz.press import ENTER

_NUMBERS = range(Qt.Key.Key_1, Qt.Key.Key_5 + 1)


class Answers(Protocol):
    """What can be done with a card."""

    def go_on(self) -> None: ...

    def rate(self, rating: int, /) -> None: ...

    def show_scene(self) -> None: ...

    def watch_learning(self) -> None: ...

    def undo(self) -> None: ...


def press_of(event: QKeyEvent, card: Answers, bar: QScrollBar) -> Callable[[], object] | None:
    """What a key does; None for a key that is not the card's."""
    key = event.key()
    if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return card.undo if key == Qt.Key.Key_Z else None
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    if key == Qt.Key.Key_Space or key in ENTER:
        return card.go_on
    if key in _NUMBERS:
        return partial(card.rate, _NUMBERS.index(key) + 1)
    if key == Qt.Key.Key_V:
        return card.watch_learning
    return card.show_scene if key == Qt.Key.Key_S else _scroll(key, bar)


def _scroll(key: int, bar: QScrollBar) -> Callable[[], object] | None:
    lengths = {
        Qt.Key.Key_Down: bar.singleStep(),
        Qt.Key.Key_Up: -bar.singleStep(),
        Qt.Key.Key_PageDown: bar.pageStep(),
        Qt.Key.Key_PageUp: -bar.pageStep(),
    }
    length = next((length for name, length in lengths.items() if name == key), None)
    return None if length is None else lambda: bar.setValue(bar.value() + length)
