"""A typed answer beside the right one: which words are there, and whether that is enough."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from lstm_gui.quiz.practice.reading import Word, is_number, words

ENOUGH = 0.6  # of the words that matter, in an answer of sentences
SHORT = 3  # words that matter: an answer of so few must have them all
MOST_WORDS = 400  # of either text that are compared
SLIP = 5  # letters of a word, from which on one wrong letter is forgiven

_SMALL_WORDS = """
    a an and are as at be been but by do does each for from had has have how in into is it its of on one only
    or so than that the their them then there these they this those to was were what when where which while
    who will with you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_NOT_WORDS = "no not never none nothing neither nor without cannot cant doesnt dont isnt wont"
_NOT = frozenset(_NOT_WORDS.split())
_SENTENCE, _CLAUSE = re.compile(r"(?<=\.)\s"), re.compile(r"(?<=:)\s")


class Kind(Enum):
    """What a run of words is, in the difference of two texts."""

    SAME = "in both"
    MISSING = "in the right answer alone"
    EXTRA = "in the typed answer alone"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other and are of one kind."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A typed answer beside the right one."""

    correct: bool
    found: int  # of the words that matter
    wanted: int
    runs: tuple[Run, ...]  # the right answer, with what was typed otherwise in its place


def compare(right: str, typed: str) -> Comparison:
    """Hold a typed answer against the right one, or against a beginning of it that says it all."""
    wanted, given = words(right)[:MOST_WORDS], words(typed)[:MOST_WORDS]
    given = [_corrected(word, wanted) for word in given]
    found, of = _found(wanted, given)
    enough = (wanted, *(words(lead) for lead in _leads(right)))
    correct = any(_is_enough(text, given) for text in enough)
    return Comparison(correct, found, of, _difference(wanted, given))


def can_be_typed(right: str) -> bool:
    """Whether there is a word in an answer that could be typed."""
    return bool(words(right))


def matters(word: Word) -> bool:
    """Whether a word says something: it is not one of the small ones that every sentence has."""
    return word.key not in _SMALL


def _leads(right: str) -> list[str]:
    """What of an answer may stand for all of it: "No." before its reasons, "It keeps:" before the details.

    A sentence of many words is rather the first part of the answer, and of several colons each begins a part.
    """
    sentence, *rest = _SENTENCE.split(right, maxsplit=1)
    clauses = _CLAUSE.split(right)
    short = sum(matters(word) for word in words(sentence)) <= SHORT
    return [sentence] * (bool(rest) and short) + clauses[:1] * (len(clauses) == 2)


def _is_enough(wanted: Sequence[Word], given: Sequence[Word]) -> bool:
    if not wanted or not given:
        return False
    if [word.key for word in wanted] == [word.key for word in given]:
        return True
    if _denies(wanted) != _denies(given):
        return False
    found, of = _found(wanted, given)
    if len({word.key for word in given if matters(word)}) > 2 * of + 2:
        return False  # a heap of words has the right one among them, whatever it is
    return found == of if of <= SHORT else found >= ENOUGH * of


def _denies(text: Sequence[Word]) -> bool:
    return any(word.key in _NOT for word in text)


def _found(wanted: Sequence[Word], given: Sequence[Word]) -> tuple[int, int]:
    """How many of the words that matter were typed, and how many there are; all, when none matters."""
    keys = {word.key for word in wanted if matters(word)} or {word.key for word in wanted}
    return len(keys & {word.key for word in given}), len(keys)


def _corrected(word: Word, wanted: Sequence[Word]) -> Word:
    """A word with one letter wrong, as the word that it was meant to be."""
    keys = {other.key for other in wanted}
    if word.key in keys or is_number(word):
        return word
    meant = (key for key in sorted(keys) if len(key) >= SLIP and key not in _NOT and one_slip(word.key, key))
    return Word(word.shown, next(meant, word.key))


def one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter: too many, too few, another, or two that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = one[start:], other[start:]
    if left[1:] == right[1:] or left == right[1:] or left[1:] == right:
        return True
    return left[:2] == right[1::-1] and left[2:] == right[2:]


def _difference(wanted: Sequence[Word], given: Sequence[Word]) -> tuple[Run, ...]:
    matcher = SequenceMatcher(None, [w.key for w in wanted], [g.key for g in given], autojunk=False)
    runs = []
    for name, start, end, typed_start, typed_end in matcher.get_opcodes():
        kind = Kind.SAME if name == "equal" else Kind.MISSING
        if typed_end > typed_start and kind is Kind.MISSING:
            runs.append(Run(Kind.EXTRA, _text(given[typed_start:typed_end])))
        if end > start:
            runs.append(Run(kind, _text(wanted[start:end])))
    return tuple(runs)


def _text(run: Sequence[Word]) -> str:
    return " ".join(word.shown for word in run)
