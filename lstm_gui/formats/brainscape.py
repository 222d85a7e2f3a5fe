"""The cards of a Brainscape page, as a person saves it from the browser as text."""

import re
import textwrap
from collections import Counter
from collections.abc import Sequence

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.brainscape_page import Page, Span, card_frames
from lstm_gui.formats.card_identity import comparable, derived_uid
from lstm_gui.formats.preview import Preview, Skipped
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card, Deck

MAX_CARDS = 20_000
MAX_TEXT = 10_000  # characters of a question or answer
MAX_NAME = 200

_UNTITLED = "Brainscape deck"
_LIST_PREFIX = re.compile(r"[ \t]*(?:[0-9]{1,2}[.)]|[*•])[ \t]+(?=\S)")


def looks_like_page(text: str) -> bool:
    """Whether a text has the shape of a Brainscape page: at least one number with a Q under it."""
    return bool(Page(text).heads)


def read_page(text: str, source: str = "Brainscape page") -> Preview:
    """The deck on a page, and what was left out of it with line and reason.

    A card's uid follows from the deck's name and the question: a page read again gives the same cards, and
    an edited answer changes its card without touching the progress. Raises FileRefused when no card is found.
    """
    page = Page(text)
    frames, stray = card_frames(page)
    if not frames:
        raise FileRefused(f"{source} is no Brainscape page: it has no card (a number, then Q, then A).")
    if len(frames) > MAX_CARDS:
        raise FileRefused(f"{source} has {len(frames)} cards; at most {MAX_CARDS} are read.")
    title = page.next_filled(0)
    titled = title < frames[0].start and len(page.bare[title]) <= MAX_NAME
    name = _deck_name(page.bare[title]) if titled else _UNTITLED
    skipped = [_stray(page, span, title if titled else -1) for span in stray]
    cards, unread = _cards(page, frames, name)
    left_out = sorted((*filter(None, skipped), *unread), key=lambda part: part.line)
    return Preview(Deck(name, cards), tuple(left_out), source)


def _deck_name(title: str) -> str:
    return in_one_line(title.removesuffix("Flashcards"), MAX_NAME) or _UNTITLED


def _stray(page: Page, span: Span, title: int) -> Skipped | None:
    """What stands outside of all cards, the title aside; None when that is nothing."""
    filled = [line for line in range(span.start, span.end) if page.bare[line] and line != title]
    if not filled:
        return None
    text = " ".join(page.bare[line] for line in filled)
    return Skipped(filled[0] + 1, "it stands outside of the cards", in_one_line(text))


def _cards(page: Page, frames: Sequence[Span], deck: str) -> tuple[tuple[Card, ...], list[Skipped]]:
    cards: list[Card] = []
    skipped: list[Skipped] = []
    twins: Counter[str] = Counter()
    first: dict[tuple[str, str], int] = {}  # question and answer -> number of the card that has them
    for frame in frames:
        question, answer = _texts(page, frame)
        number = page.number(frame.start)
        fault = _fault(question, answer)
        if not fault and (question, answer) in first:
            fault = f"says the same as card {first[question, answer]}"
        else:
            key = comparable(question[:MAX_TEXT])
            twins[key] += 1
        if fault:
            cut = ": the page ends here" if frame.end == len(page.bare) and not answer else ""
            reason = f"card {number} {fault}{cut}"
            skipped.append(Skipped(frame.start + 1, reason, in_one_line(question or answer)))
        else:
            first[question, answer] = number
            cards.append(Card(derived_uid("brainscape", deck, key, twins[key]), question, answer))
    return tuple(cards), skipped


def _texts(page: Page, frame: Span) -> tuple[str, str]:
    question = page.mark("Q", frame) + 1
    answer = page.mark("A", Span(question, frame.end))
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
