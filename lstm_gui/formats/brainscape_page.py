"""The frame of a Brainscape page: where its cards stand among its lines.

A page is a title and then one frame a card:

    3                               the card's number
    Q
    (the question)
    A
    (the answer)
    How well did you know this?
    1, Not at all, 2, 3, 4, 5, Perfectly        each on its own line

Blank lines may stand anywhere. A question or answer may hold lines that look like parts of the frame; the
reader goes by the whole frame: only all of the rating block ends a card, unless the page ends within it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from lstm_gui.plain_text import without_hidden

_PROMPT = "How well did you know this?"
_SHORTEST_PROMPT = 3  # letters; "How" at the end of a page is a prompt cut off, "H" may be an answer
_LABELS = ("1", "Not at all", "2", "3", "4", "5", "Perfectly")
_NUMBER = re.compile(r"[0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of the page from `start` to before `end`, counted from 0; people read them from 1."""

    start: int
    end: int


class Page:
    """The lines of a page and the marks of the frame among them."""

    def __init__(self, text: str) -> None:
        unified = re.sub("\r\n?|[\u0085\u2028\u2029]", "\n", text).replace("\u00a0", " ")
        self.lines = [line.rstrip() for line in without_hidden(unified).split("\n")]
        self.bare = [line.strip() for line in self.lines]
        self._last = max((line for line, bare in enumerate(self.bare) if bare), default=-1)
        self._marks = {mark: [k for k, bare in enumerate(self.bare) if bare == mark] for mark in ("Q", "A")}
        self.ratings = self._rating_blocks()
        self.heads = [line for line in range(len(self.bare)) if self._starts_card(line)]

    def next_filled(self, start: int) -> int:
        """The first line at or after `start` that is not blank; the number of lines when there is none."""
        while start < len(self.bare) and not self.bare[start]:
            start += 1
        return start

    def number(self, head: int) -> int:
        """The number of the card that starts at line `head`."""
        return int(self.bare[head])

    def mark(self, mark: str, span: Span) -> int:
        """The first line of the span that holds only the mark "Q" or "A"; its end when none does."""
        lines = self._marks[mark]
        position = bisect_left(lines, span.start)
        return min(lines[position], span.end) if position < len(lines) else span.end

    def _says(self, line: int, words: str, shortest: int = 1) -> bool:
        """Whether a line holds these words; the page's last line may be cut off after `shortest` letters."""
        bare = self.bare[line]
        return bare == words or (line == self._last and len(bare) >= shortest and words.startswith(bare))

    def _starts_card(self, line: int) -> bool:
        if not _NUMBER.fullmatch(self.bare[line]):
            return False
        after = self.next_filled(line + 1)
        return after < len(self.bare) and self.bare[after] == "Q"

    def _rating_blocks(self) -> list[Span]:
        prompts = (line for line in range(len(self.bare)) if self._says(line, _PROMPT, _SHORTEST_PROMPT))
        ends = ((line, self._rating_end(line)) for line in prompts)
        return [Span(start, end) for start, end in ends if end > start]

    def _rating_end(self, prompt: int) -> int:
        """Where the block under a prompt ends; 0 when a label is missing though the page goes on."""
        position = prompt + 1
        for label in _LABELS:
            position = self.next_filled(position)
            if position == len(self.bare):
                break
            if not self._says(position, label):
                return 0
            position += 1
        return position


def card_frames(page: Page) -> tuple[list[Span], list[Span]]:
    """The frames of cards, each from its number to before its rating block, and the lines between frames."""
    frames: list[Span] = []
    stray: list[Span] = []
    starts = (0, *(block.end for block in page.ratings))
    ends = (*(block.start for block in page.ratings), len(page.bare))
    for start, end in zip(starts, ends, strict=True):
        heads = _heads_within(page, Span(start, end))
        stray.append(Span(start, heads[0] if heads else end))
        frames += [Span(head, after) for head, after in pairwise((*heads, end))]
    return frames, stray


def _heads_within(page: Page, stretch: Span) -> list[int]:
    """Where cards start between two rating blocks: most often once.

    What looks like a second start may be text of the first card. It is taken for a card when its number is
    the next and either the page has no rating blocks at all, or the card after the block goes on counting
    from it, or the first card had no answer until there.
    """
    candidates = page.heads[bisect_left(page.heads, stretch.start) : bisect_left(page.heads, stretch.end)]
    behind = bisect_left(page.heads, stretch.end)
    following = page.number(page.heads[behind]) if behind < len(page.heads) else None
    found = candidates[:1]
    for head in candidates[1:]:
        number = page.number(head)
        unanswered = page.mark("A", Span(found[-1], head)) == head
        if number == page.number(found[-1]) + 1 and (
            not page.ratings or following == number + 1 or unanswered
        ):
            found.append(head)
    return found
