"""Long lists in portions: one statement of SQL for many cards, and a word of how far it is between two."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from lstm_gui.store.watch import Watch, unwatched

T = TypeVar("T")

PORTION = 1000


def portions(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in their order, some at a time."""
    rest = iter(items)
    while portion := list(islice(rest, PORTION)):
        yield portion


def watched(items: Sequence[T], watch: Watch = unwatched, stage: str = "") -> Iterator[list[T]]:
    """The same, each after telling how many went before."""
    for number, portion in enumerate(portions(items)):
        watch(number * PORTION, len(items), stage)
        yield portion
