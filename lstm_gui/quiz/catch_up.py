"""After days away: so many reviews a day, those that waited longest first, until none is behind.

The rule, in words: no more reviews than a limit are asked on a day, whatever is due. The rest waits for the
days after, in the order of its due days. Cards that failed today and come back today are not counted.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate


def reviews_left(limit: int | None, done: int, extra: int = 0) -> int | None:
    """How many reviews a day still allows, `extra` being asked for on top; None: as many as there are."""
    return None if limit is None else max(0, limit + extra - done)


def within(due: int, left: int | None) -> int:
    """How many of those due are asked today."""
    return due if left is None else min(due, left)


def asked_by_day(due: Iterable[int], left: Iterable[int]) -> Iterator[int]:
    """How many reviews each day asks, when so many fall due on it and it has so many left."""
    behind = 0
    for falls_due, room in zip(due, left, strict=False):
        asked = min(behind + falls_due, room)
        behind += falls_due - asked
        yield asked


def days_to_catch_up(behind: int, coming: Iterable[int], limit: int) -> int | None:
    """After how many days none is behind, when so many fall due on each `coming` day.

    No rating that is still to come is guessed. None when that does not happen on the days told.
    """
    waiting = accumulate(coming, lambda before, falls_due: max(0, before + falls_due - limit), initial=behind)
    return next((day for day, left in enumerate(waiting) if not left), None)
