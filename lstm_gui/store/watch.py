"""How far a long work of the collection has come, told to whoever waits for it."""

from typing import Protocol


class Watch(Protocol):
    """Is told `done` of `total`, and which stage that is. What it raises breaks the work off: nothing of it
    happened then."""

    def __call__(self, done: int, total: int, stage: str = "", /) -> None: ...


def unwatched(done: int, total: int, stage: str = "") -> None:
    """Nobody waits."""
