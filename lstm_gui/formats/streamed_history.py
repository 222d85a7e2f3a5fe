"""Ratings that come with a deck and are made one by one as they are asked for: a million need no room."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

from lstm_gui.quiz.memory import LogEntry

Entry = TypeVar("Entry", bound=LogEntry, covariant=True)


class StreamedHistory(Sequence[Entry]):
    """A number of ratings in their order, the same at each look."""

    def __init__(self, length: int, stream: Callable[[], Iterator[Entry]]) -> None:
        self._length, self._stream = length, stream

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Entry]:
        return self._stream()

    @overload
    def __getitem__(self, place: int) -> Entry: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Entry, ...]: ...

    def __getitem__(self, place: int | slice) -> Entry | tuple[Entry, ...]:
        """One of them, or several: what stands before is gone through anew."""
        if isinstance(place, slice):
            return tuple(self)[place]
        if not -self._length <= place < self._length:
            raise IndexError(place)
        return next(islice(self._stream(), place % self._length, None))
