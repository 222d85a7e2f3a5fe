"""Where it can be seen what a network does now: while nobody sees it, no time is taken to look at it."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QWidget

from lstm_gui.training.messages import Watch


class Onlookers:
    """The rooms that show looks, and whether one of them is seen; the training process is told of it."""

    def __init__(self, say: Callable[[object], None]) -> None:
        self._say = say
        self._seen: WeakKeyDictionary[QWidget, bool] = WeakKeyDictionary()

    @property
    def watch(self) -> bool:
        """Whether one is seen. Before there is any it is not known, and taken to be so."""
        return not self._seen or any(self._seen.values())

    def tell(self, room: QWidget, *, seen: bool) -> None:
        """A room is seen from now on, or no more."""
        before = self.watch
        self._seen[room] = seen
        if self.watch != before:
            self._say(Watch(self.watch))
