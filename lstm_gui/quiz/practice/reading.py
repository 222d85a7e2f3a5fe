"""How a text reads, whatever its case, accents, punctuation and ways of writing a formula."""

import re
import unicodedata
from dataclasses import dataclass

from lstm_gui.quiz.markdown.words import words_of

LONGEST = 4000  # characters of a text that are compared; no answer that a person types is longer

_GREEK = {letter: unicodedata.name(letter).split()[-1].lower() for letter in "αβγδεζηθικλμνξοπρστυφχψως"}
_GREEK |= {"λ": "lambda"}  # which Unicode spells without its b
_MINUS = str.maketrans("−–‐‑", "----")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\s]*\)")
_LOOKS = re.compile(r"\\(?:mathrm|mathbf|mathit|text|textbf|operatorname|left|right|bigl?|bigr?)(?![a-zA-Z])")
_COMMAND = re.compile(r"\\([a-zA-Z]+)")
_SPACE = re.compile(r"\\[,;:! ]")
_SIGNS = frozenset({"odot", "cdot", "times", "quad", "qquad", "cdots", "ldots"})
_WORD = re.compile(r"[^\s/]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_NUMBER = re.compile(r"-?(?:\d+[.,]?\d*|[.,]\d+)")
_DIGITS = re.compile(r"\d")
_OPENING, _CLOSING = "([\"'“‘„", ".,;:!?)]\"'”’…%"
_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as it is shown, and as it is compared."""

    shown: str
    key: str


def words(text: str) -> list[Word]:
    """The words of a text; signs that are no words, such as a dot or a times sign, are left out."""
    found = (Word(shown, _key(shown)) for shown in _WORD.findall(_plain(text[:LONGEST])))
    return [word for word in found if word.key]


def reads_as(text: str) -> tuple[str, ...]:
    """What two texts have in common that read the same."""
    return tuple(word.key for word in words(text))


def is_number(word: Word) -> bool:
    """Whether a word is a number, or holds one."""
    return bool(_DIGITS.search(word.key))


def _plain(text: str) -> str:
    """The text without the marks of LaTeX and Markdown, a Greek letter for the command that names it."""
    text = _PICTURE.sub(r"\1", words_of(text, lambda span: span.text).translate(_MINUS))
    text = _SPACE.sub(" ", _LOOKS.sub("", text))
    text = _COMMAND.sub(lambda match: " " if match[1] in _SIGNS else f" {match[1]} ", text)
    return _HYPHEN.sub(" ", text.replace("$", "").replace("{", "").replace("}", ""))


def _key(shown: str) -> str:
    bare = shown.lstrip(_OPENING).rstrip(_CLOSING)
    if _NUMBER.fullmatch(bare):
        return _number(bare)
    letters = unicodedata.normalize("NFKD", shown.casefold())
    spelled = "".join(_GREEK.get(letter, letter) for letter in letters if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub("", spelled)


def _number(text: str) -> str:
    """One spelling for 0.50, .5 and 0,5."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, part = digits.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return f"{sign}{whole.lstrip('0') or '0'}" + (f".{part}" if part else "")
