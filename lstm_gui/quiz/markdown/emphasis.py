"""Which asterisks and underlines belong together: CommonMark's rules, with maths and names left alone.

"2*3*4" and "h_t" hold none. Inside a word only two asterisks do, as in "**L**ong **S**hort".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import category


@dataclass(slots=True)
class Run:
    """Signs of one kind in a row, and what was made of them."""

    sign: str
    size: int
    opens: bool
    closes: bool
    left: int = 0  # signs that stay signs
    ends: list[int] = field(default_factory=list)  # how many signs each emphasis takes that ends here
    begins: list[int] = field(default_factory=list)


def run_at(text: str, start: int, end: int) -> Run:
    """The run of signs from `start` to `end`."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
    right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
    size = end - start
    splits = text[start] == "*" and size > 1 and not (before.isdigit() or after.isdigit())
    opens = left and (splits or not right or _is_sign(before))
    closes = right and (splits or not left or _is_sign(after))
    return Run(text[start], size, opens, closes, size)


def pair(runs: Iterable[Run]) -> None:
    """Find what belongs together, from left to right, the nearest first."""
    openers: list[tuple[int, Run]] = []
    hopeless: dict[tuple[str, bool, int], int] = {}  # up to where no opener is for such a closer
    for place, run in enumerate(runs):
        if run.closes:
            key = (run.sign, run.opens, run.size % 3)
            while run.left and _close(run, openers, hopeless.get(key, 0)):
                pass
            if run.left:
                hopeless[key] = place
        if run.opens and run.left:
            openers.append((place, run))


def _close(run: Run, openers: list[tuple[int, Run]], lowest: int) -> bool:
    """End what was begun last and can end here; False when there is none such."""
    for at in range(len(openers) - 1, -1, -1):
        place, opener = openers[at]
        if place < lowest:
            return False
        if _fit(opener, run):
            del openers[at + 1 :]
            taken = 2 if min(opener.left, run.left) > 1 else 1
            opener.begins.append(taken)
            run.ends.append(taken)
            opener.left -= taken
            run.left -= taken
            if not opener.left:
                del openers[at]
            return True
    return False


def _fit(opener: Run, closer: Run) -> bool:
    if opener.sign != closer.sign:
        return False
    both_ways = opener.closes or closer.opens
    return not both_ways or (opener.size + closer.size) % 3 != 0 or opener.size % 3 == closer.size % 3 == 0


def _is_sign(letter: str) -> bool:
    return category(letter)[0] in "PS"
