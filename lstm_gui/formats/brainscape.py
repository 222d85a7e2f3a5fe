"""The Brainscape page of a deck, as a person saves it from the browser as text.

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

import hashlib
import re
import textwrap
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.preview import Preview, Skipped
from lstm_gui.plain_text import in_one_line, without_hidden
from lstm_gui.quiz.card import Card, Deck

MAX_CARDS = 20_000
MAX_TEXT = 10_000  # characters of a question or answer
MAX_NAME = 200

_UNTITLED = "Brainscape deck"
_PROMPT = "How well did you know this?"
_LABELS = ("1", "Not at all", "2", "3", "4", "5", "Perfectly")
_NUMBER = re.compile(r"[0-9]{1,5}")
_LIST_PREFIX = re.compile(r"[ \t]*(?:[0-9]{1,2}[.)]|[*•])[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Span:
    """Lines of the page from `start` to before `end`, counted from 0; people read them from 1."""

    start: int
    end: int


class _Page:
    """The lines of a page and the marks of the frame among them."""

    def __init__(self, text: str) -> None:
        unified = re.sub("\r\n?|[\u0085\u2028\u2029]", "\n", text).replace("\u00a0", " ")
        self.lines = [line.rstrip() for line in without_hidden(unified).split("\n")]
        self.bare = [line.strip() for line in self.lines]
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

    def mark(self, mark: str, span: _Span) -> int:
        """The first line of the span that holds only the mark "Q" or "A"; its end when none does."""
        lines = self._marks[mark]
        position = bisect_left(lines, span.start)
        return min(lines[position], span.end) if position < len(lines) else span.end

    def _starts_card(self, line: int) -> bool:
        if not _NUMBER.fullmatch(self.bare[line]):
            return False
        after = self.next_filled(line + 1)
        return after < len(self.bare) and self.bare[after] == "Q"

    def _rating_blocks(self) -> list[_Span]:
        prompts = (line for line, bare in enumerate(self.bare) if bare == _PROMPT)
        ends = ((line, self._rating_end(line)) for line in prompts)
        return [_Span(start, end) for start, end in ends if end > start]

    def _rating_end(self, prompt: int) -> int:
        """Where the block under a prompt ends; 0 when a label is missing though the page goes on."""
        position = prompt + 1
        for label in _LABELS:
            position = self.next_filled(position)
            if position == len(self.bare):
                break
            if self.bare[position] != label:
                return 0
            position += 1
        return position


def looks_like_page(text: str) -> bool:
    """Whether a text has the shape of a Brainscape page: at least one number with a Q under it."""
    return bool(_Page(text).heads)


def read_page(text: str, source: str = "Brainscape page") -> Preview:
    """The deck on a page, and what was left out of it with line and reason.

    A card's uid follows from the deck's name and the question: a page read again gives the same cards, and
    an edited answer changes its card without touching the progress. Raises FileRefused when no card is found.
    """
    page = _Page(text)
    frames, stray = _frames(page)
    if not frames:
        raise FileRefused(f"{source} is no Brainscape page: it has no card (a number, then Q, then A).")
    if len(frames) > MAX_CARDS:
        raise FileRefused(f"{source} has {len(frames)} cards; at most {MAX_CARDS} are read.")
    title = page.next_filled(0)
    titled = title < frames[0].start
    name = _deck_name(page.bare[title]) if titled else _UNTITLED
    skipped = [_stray(page, span, title if titled else -1) for span in stray]
    cards, unread = _cards(page, frames, name)
    left_out = sorted((*filter(None, skipped), *unread), key=lambda part: part.line)
    return Preview(Deck(name, cards), tuple(left_out), source)


def _frames(page: _Page) -> tuple[list[_Span], list[_Span]]:
    """The frames of cards, each from its number to before its rating block, and the lines between frames."""
    frames: list[_Span] = []
    stray: list[_Span] = []
    starts = (0, *(block.end for block in page.ratings))
    ends = (*(block.start for block in page.ratings), len(page.bare))
    for start, end in zip(starts, ends, strict=True):
        heads = _heads_within(page, _Span(start, end))
        stray.append(_Span(start, heads[0] if heads else end))
        frames += [_Span(head, after) for head, after in pairwise((*heads, end))]
    return frames, stray


def _heads_within(page: _Page, stretch: _Span) -> list[int]:
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
        unanswered = page.mark("A", _Span(found[-1], head)) == head
        if number == page.number(found[-1]) + 1 and (
            not page.ratings or following == number + 1 or unanswered
        ):
            found.append(head)
    return found


def _deck_name(title: str) -> str:
    return in_one_line(title.removesuffix("Flashcards"), MAX_NAME) or _UNTITLED


def _stray(page: _Page, span: _Span, title: int) -> Skipped | None:
    """What stands outside of all cards, the title aside; None when that is nothing."""
    filled = [line for line in range(span.start, span.end) if page.bare[line] and line != title]
    if not filled:
        return None
    text = " ".join(page.bare[line] for line in filled)
    return Skipped(filled[0] + 1, "it stands outside of the cards", in_one_line(text))


def _cards(page: _Page, frames: Sequence[_Span], deck: str) -> tuple[tuple[Card, ...], list[Skipped]]:
    cards: list[Card] = []
    skipped: list[Skipped] = []
    twins: Counter[str] = Counter()
    for frame in frames:
        question, answer = _texts(page, frame)
        key = _key(question)
        twins[key] += 1
        if reason := _fault(question, answer):
            text = in_one_line(question or answer)
            skipped.append(Skipped(frame.start + 1, f"card {page.number(frame.start)} {reason}", text))
        else:
            cards.append(Card(_uid(deck, key, twins[key]), question, answer))
    return tuple(cards), skipped


def _texts(page: _Page, frame: _Span) -> tuple[str, str]:
    question = page.mark("Q", frame) + 1
    answer = page.mark("A", _Span(question, frame.end))
    return _joined(page.lines[question:answer]), _joined(page.lines[answer + 1 : frame.end])


def _joined(lines: Sequence[str]) -> str:
    """The lines as one text: no blank lines around, one blank line where there were several.

    A page shows a lone heading as "1. Heading"; that number goes. A list of several items keeps its numbers.
    """
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    if len([line for line in text.split("\n") if _LIST_PREFIX.match(line)]) == 1:
        text = _LIST_PREFIX.sub("", text, count=1) if _LIST_PREFIX.match(text) else text
    return textwrap.dedent(text).strip()


def _fault(question: str, answer: str) -> str:
    """Why these are no card, or ""."""
    if max(len(question), len(answer)) > MAX_TEXT:
        return f"is longer than {MAX_TEXT} characters"
    if question and answer:
        return ""
    return "has no question" if answer else "has no answer" if question else "is blank"


def _key(text: str) -> str:
    """A text as it is compared: case, widths of letters and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _uid(deck: str, question_key: str, ordinal: int) -> str:
    digest = hashlib.sha256(f"{_key(deck)}\0{question_key}".encode()).hexdigest()[:20]
    return f"brainscape-{digest}" + (f"-{ordinal}" if ordinal > 1 else "")
