"""What a person types to find cards: words, "whole phrases", -without, and filters such as tag:gates.

Reading it never fails: whatever is no filter is a word, and a filter that cannot be meant is said.
"""

import re
from dataclasses import dataclass

STATES = ("due", "new", "weak", "leech", "suspended", "buried", "graded")
WEAK_BELOW = 0.7  # a rated card is weak when its chance of recall today is lower
LEECH_LAPSES = 8  # a card is a leech once it was forgotten so often
LONGEST = 500  # characters that are read
MOST_TERMS = 30
_MOST_DAYS = 36_500

_TERM = re.compile(
    r"""(?P<minus>-?)(?:(?P<name>[A-Za-z]+):)?(?:"(?P<phrase>(?:\\"|[^"])*)"?|(?P<word>[^\s"]\S*))"""
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a card must have, or be; with `without`, must not."""

    name: str  # "" for words, else one of deck, tag, topic, is, rated
    value: str
    phrase: bool = False  # its words stand just so, and the last is whole
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All that was asked for at once."""

    terms: tuple[Term, ...] = ()
    complaints: tuple[str, ...] = ()  # a sentence for each filter that was left out

    @property
    def words(self) -> tuple[Term, ...]:
        """What the full text is searched for."""
        return tuple(term for term in self.terms if not term.name)

    @property
    def filters(self) -> tuple[Term, ...]:
        """The rest."""
        return tuple(term for term in self.terms if term.name)


def parse(text: str) -> Query:
    """Read what was typed; never raises."""
    clean = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST])
    terms, complaints = [], []
    for found in list(_TERM.finditer(clean))[:MOST_TERMS]:
        term = _term(found)
        if complaint := _complaint(term):
            complaints.append(complaint)
        elif _says_something(term):
            terms.append(term)
    return Query(tuple(terms), tuple(complaints))


def written(name: str, value: str) -> str:
    """A filter as `parse` reads it back: deck:"LSTM::Gates"."""
    plain = re.fullmatch(r"[\w:.-]+", value)
    return f"{name}:{value}" if plain else f'{name}:"{value.replace(QUOTE, ESCAPED)}"'


def is_in(name: str, around: str) -> bool:
    """Whether a deck or tag is another one or nested in it: "A::B" is in "A"; case does not count."""
    inner, outer = name.casefold(), around.casefold()
    return inner == outer or inner.startswith(f"{outer}::")


QUOTE, ESCAPED = '"', '\\"'


def _term(found: "re.Match[str]") -> Term:
    name, without = found["name"], bool(found["minus"])
    phrase = found["phrase"]
    value = found["word"] if phrase is None else phrase.replace(ESCAPED, QUOTE)
    if name is None:
        return Term("", value, phrase is not None, without)
    if name.lower() in _FILTERS:
        return Term(name.lower(), value.strip(), phrase is not None, without)
    return Term("", f"{name}:{value}", phrase is not None, without)


def _says_something(term: Term) -> bool:
    """Signs alone are in no index."""
    return bool(term.name) or any(letter.isalnum() for letter in term.value)


def _complaint(term: Term) -> str:
    if (
        not term.name
        and (name := term.value.removesuffix(":").lower()) in _FILTERS
        and name != term.value.lower()
    ):
        return _FILTERS[name]
    if term.name == "is" and term.value.lower() not in STATES:
        return f"{_FILTERS['is']} “{term.value}” is none of them."
    if term.name == "rated" and not _days(term.value):
        return f"{_FILTERS['rated']} “{term.value}” is none."
    return "" if not term.name or term.value else _FILTERS[term.name]


def _days(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 6 and 0 < int(text) <= _MOST_DAYS


_FILTERS = {
    "deck": "deck: wants the name of a deck.",
    "tag": "tag: wants a tag.",
    "topic": "topic: wants a topic.",
    "is": f"is: knows {', '.join(STATES[:-1])} and {STATES[-1]}.",
    "rated": "rated: wants a number of days, as in rated:7.",
}
