"""What a unit may follow in a text: for each thing one number at every character.

Cells that follow the position in a line, quotes and the depth of brackets were found by eye by Karpathy,
Johnson & Fei-Fei (2015, "Visualizing and Understanding Recurrent Networks", 4.2); here they are measured.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Feature = NDArray[np.float64]  # (T,)
Points = NDArray[np.uint32]  # (T,) code points

_OPEN, _CLOSE = "([{", ")]}"


def line_position(text: str) -> Feature:
    """How many characters of its line come before each."""
    return _since(_is(text, lambda sign: sign == "\n")) - 1


def word_position(text: str) -> Feature:
    """How many characters of its word come before each; 0 outside words."""
    inside = _is(text, str.isalnum)
    return np.where(inside, _since(~inside) - 1, 0.0)


def in_quotes(text: str) -> Feature:
    """1 from an opening quotation mark up to the closing one: “ ” and „ “, « », and pairs of "."""
    depth, straight, found = 0, False, np.zeros(len(text))
    for place, sign in enumerate(text):
        if sign == "\n" and text[place + 1 : place + 2] == "\n":
            depth, straight = 0, False  # a mark that nobody closed ends with its paragraph
        elif sign == '"':
            straight = not straight
        elif sign in "“„«":
            depth = 0 if sign == "“" and depth else 1  # “ closes a „
        elif sign in "”»":
            depth = 0
        found[place] = depth or straight
    return found


def spaces(text: str) -> Feature:
    """1 at spaces and at the ends of lines."""
    return _is(text, str.isspace).astype(np.float64)


def word_starts(text: str) -> Feature:
    """1 at the first character of each word."""
    inside = _is(text, str.isalnum)
    behind = np.concatenate([[False], inside[:-1]])  # whether the one before is of a word
    return np.where(inside & ~behind, 1.0, 0.0)


def capitals(text: str) -> Feature:
    """1 at capital letters."""
    return _is(text, str.isupper).astype(np.float64)


def bracket_depth(text: str) -> Feature:
    """How many brackets are open: ( [ {. One that nobody opened closes nothing; a paragraph closes all."""
    depth, found = 0, np.zeros(len(text))
    for place, sign in enumerate(text):
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif sign == "\n" and text[place + 1 : place + 2] == "\n":
            depth = 0
        found[place] = depth
    return found


def digits(text: str) -> Feature:
    """1 at digits."""
    return _is(text, str.isdigit).astype(np.float64)


FEATURES: dict[str, Callable[[str], Feature]] = {
    "position in the line": line_position,
    "position in the word": word_position,
    "inside quotes": in_quotes,
    "spaces": spaces,
    "starts of words": word_starts,
    "capital letters": capitals,
    "depth of brackets": bracket_depth,
    "digits": digits,
}
"""By their names for people, which the window translates."""


def _is(text: str, asks: Callable[[str], bool]) -> NDArray[Any]:
    """Whether each character is of a kind; every kind of character is asked about once."""
    known = {sign: asks(sign) for sign in set(text)}
    return np.fromiter((known[sign] for sign in text), bool, len(text))


def _since(marks: NDArray[Any]) -> Feature:
    """How many characters ago a mark stood: 1 just behind one, and at the beginning of the text."""
    places = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, places, -1)) if len(marks) else places
    before = np.concatenate([[-1], last[:-1]]) if len(marks) else last
    return (places - before).astype(np.float64)
