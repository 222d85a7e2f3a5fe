"""Decks within decks: the name holds the nesting, "LSTM::Gates" being the deck Gates in the deck LSTM."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

SEPARATOR = "::"
DEEPEST = 32  # levels; what a name holds beyond is part of the last one

Number = TypeVar("Number", int, float)


@lru_cache(maxsize=8192)
def path(name: str) -> tuple[str, ...]:
    """The names of the decks around a deck, the outermost first, and at last its own.

    A name with nothing before, between or after its separators is nested in nothing.
    """
    parts = name.split(SEPARATOR, DEEPEST - 1)
    if not all(part.strip() for part in parts):
        return (name,)
    return tuple(SEPARATOR.join(parts[:depth]) for depth in range(1, len(parts) + 1))


def around(name: str) -> str:
    """The deck that a deck lies in, "" for none."""
    return path(name)[-2] if len(path(name)) > 1 else ""


def leaf(name: str) -> str:
    """What a deck is called within the deck around it."""
    outer = around(name)
    return name[len(outer) + len(SEPARATOR) :] if outer else name


def depth(name: str) -> int:
    """How many decks there are around a deck."""
    return len(path(name)) - 1


def is_within(name: str, deck: str) -> bool:
    """Whether a deck is a certain one or lies in it."""
    return deck in path(name)


def moved(name: str, deck: str, to: str) -> str:
    """What a deck is called once `deck`, which is it or is around it, has another name."""
    return to + name[len(deck) :]


def whole(names: Iterable[str]) -> list[str]:
    """These decks and all that they lie in, each before what lies in it, otherwise by name."""
    every = {outer for name in names for outer in path(name)}
    return sorted(every, key=in_order)


def summed(numbers: Mapping[str, Number]) -> dict[str, Number]:
    """A number of each deck, with those of the decks in it added."""
    total: dict[str, Number] = {}
    for name, number in numbers.items():
        for outer in path(name):
            total[outer] = total[outer] + number if outer in total else number
    return total


@lru_cache(maxsize=8192)
def in_order(name: str) -> tuple[tuple[str, str], ...]:
    """What puts decks in order: each before what lies in it, otherwise by name."""
    return tuple((leaf(each).casefold(), leaf(each)) for each in path(name))
