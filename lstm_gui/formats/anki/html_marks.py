"""What HTML says of its words, kept as signs among them while they are read, and written as Markdown.

Whatever would be read otherwise than it stood there is written without its look: words come before looks.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lstm_gui.plain_text import without_hidden
from lstm_gui.quiz.markdown.lines import may_be_marked
from lstm_gui.quiz.markdown.spans import TARGET
from lstm_gui.quiz.markdown.words import as_it_stands, escaped, words_of

# No characters, so that no text holds them: `no_signs` sees to that.
STASHED, BOLD, NOT_BOLD, SLANTED, NOT_SLANTED = "\ufde0", "\ufde1", "\ufde2", "\ufde3", "\ufde4"
QUOTE, NOT_QUOTE, LINK, NOT_LINK = "\ufde5", "\ufde6", "\ufde7", "\ufde8"
SIGNS = re.compile("[\ufde1-\ufde8]")
_PARTS = re.compile("([\ufde1-\ufde8])")
_NO_TEXT = re.compile("[\ufdd0-\ufdef]")
_BLANK_LINES = re.compile(r"\n{3,}")
# Emphasis that can be read in one way alone: the signs stand between a space and a letter, in one line.
_PLAIN, _INSIDE, _LETTER = r"[^*_`\\\[\]\ufde5-\ufde8]*+", r"[^*_`\\\[\]\n\ufde5-\ufde8]*+", r"[^\W_]"
_SAFE = re.compile(
    rf"{_PLAIN}(?:(?:^|(?<=[\s(]))(\*{{1,3}})(?={_LETTER}){_INSIDE}(?<={_LETTER})\1(?=[\s.,;:?!)]|$){_PLAIN})*"
)
_AS_ASTERISKS = str.maketrans({BOLD: "**", NOT_BOLD: "**", SLANTED: "*", NOT_SLANTED: "*"})
_ADDRESS = re.compile(TARGET, re.IGNORECASE)
_OF_TAGS = {
    **dict.fromkeys(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"), (BOLD, NOT_BOLD)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), (SLANTED, NOT_SLANTED)),
    "blockquote": (QUOTE, NOT_QUOTE),
}


def no_signs(text: str) -> str:
    """The text without what could be taken for a sign."""
    return _NO_TEXT.sub("", text)


def sign_of(tag: str, *, ends: bool) -> str:
    """The sign for a tag; "" where it says nothing of its words."""
    return _OF_TAGS.get(tag, ("", ""))[ends]


class Stash:
    """What is not to be looked into: code, pictures, formulas and the signs of lists, in their order."""

    def __init__(self) -> None:
        self._waiting: deque[str] = deque()  # for the formulas that stand between
        self._kept: list[str] = []
        self._links: deque[str] = deque()

    def keep(self, text: str) -> str:
        """The sign that stands for `text` until the formulas are found."""
        self._waiting.append(text)
        return STASHED

    def formula(self, text: str) -> str:
        """The sign that stands for a formula; what is looked through so far must have been passed on."""
        self._kept.append(text)
        return STASHED

    def passed(self, text: str) -> str:
        """A part of the text that holds no formula."""
        for _ in range(text.count(STASHED)):
            self._kept.append(self._waiting.popleft())
        return text

    def within(self, formula: str) -> tuple[str, str]:
        """A formula without the signs in it, and the signs."""
        bare = re.sub(STASHED, lambda _: self._waiting.popleft(), formula)
        return SIGNS.sub("", bare), "".join(SIGNS.findall(bare))

    def link(self, address: str) -> str:
        """The sign that begins a link; "" where the address is none that can be opened."""
        if not _ADDRESS.fullmatch(address):
            return ""
        self._links.append(address)
        return LINK

    def code(self, text: str, *, block: bool) -> str:
        """Code in its line, or in lines of its own."""
        text = no_signs(without_hidden(text)).expandtabs(4)
        if not text.strip():
            return ""
        longest = max(map(len, re.findall("`+", text)), default=0)
        if block:
            fence, inside = "`" * max(3, longest + 1), text.strip("\n")
            lines = self.keep(f"{fence}\n{inside}\n{fence}")
            return f"\n{lines}\n"
        text, fence = " ".join(text.split()), "`" * (longest + 1)
        pad = " " if "`" in (text[0], text[-1]) else ""
        return self.keep(f"{fence}{pad}{text}{pad}{fence}")

    def written(self, text: str) -> str:
        """The text as Markdown."""
        bare = SIGNS.sub("", text)
        if bare == text:
            has_code = any("`" in kept for kept in self._kept)
            return self._given_back((_escaped if has_code else _plain)(text))
        if not may_be_marked(bare) and _SAFE.fullmatch(quick := text.translate(_AS_ASTERISKS)):
            return self._given_back(quick.replace("$", r"\$"))
        look, plain = _Look(), self._given_back(_escaped(bare))
        lines = "\n".join(self._line(line, look) for line in text.split("\n"))
        made = self._given_back(_BLANK_LINES.sub("\n\n", lines))
        return made if words_of(made).split() == words_of(plain).split() else plain

    def _given_back(self, text: str) -> str:
        """The text with all that was kept."""
        if not self._kept:
            return text
        kept = iter(self._kept)
        return re.sub(STASHED, lambda _: next(kept), text)

    def _line(self, line: str, look: "_Look") -> str:
        parts = list(self._parts(line, look))
        plain = _escaped("".join(part.text for part in parts))
        if not any(part[1:] != (False, False, "", 0) for part in parts):
            return plain
        said = words_of(plain).split()
        for tried in (parts, [part._replace(slanted=False) for part in parts]):  # not within a word
            styled = _styled(tried)
            if words_of(styled).split() == said:
                return styled
        return plain

    def _parts(self, line: str, look: "_Look") -> Iterator["_Part"]:
        """The parts of a line with the look that each has; the look goes on behind it."""
        for text in _PARTS.split(line):
            if SIGNS.fullmatch(text):
                look.take(text, self._links)
            elif text:
                yield _Part(text, look.bold > 0, look.slanted > 0, look.link, min(3, look.quotes))


class _Part(NamedTuple):
    text: str
    bold: bool
    slanted: bool
    link: str
    quotes: int


@dataclass
class _Look:
    """How many tags of a kind are open."""

    bold: int = 0
    slanted: int = 0
    quotes: int = 0
    link: str = ""

    def take(self, sign: str, links: deque[str]) -> None:
        """Heed a sign; one that ends what was never begun ends nothing."""
        self.bold = max(0, self.bold + (sign == BOLD) - (sign == NOT_BOLD))
        self.slanted = max(0, self.slanted + (sign == SLANTED) - (sign == NOT_SLANTED))
        self.quotes = max(0, self.quotes + (sign == QUOTE) - (sign == NOT_QUOTE))
        if sign in (LINK, NOT_LINK):
            self.link = links.popleft() if sign == LINK else ""


def _plain(text: str) -> str:
    return as_it_stands(text).replace("$", r"\$")


def _escaped(text: str) -> str:
    return escaped(text).replace("$", r"\$")


def _styled(parts: list[_Part]) -> str:
    quotes = next((part.quotes for part in parts if part.text.strip()), 0)
    linked = (
        (link, "".join(_marked(*each) for each in _alike(group)))
        for link, group in groupby(parts, lambda part: part.link)
    )
    line = "".join(f"[{words}]({link})" if link and words.strip() else words for link, words in linked)
    return "> " * quotes + (line.lstrip() if quotes else line)


def _alike(parts: Iterable[_Part]) -> Iterator[tuple[str, str]]:
    """Words with the asterisks around them, neighbours of one look in one."""
    for look, group in groupby(parts, lambda part: (part.bold, part.slanted)):
        yield "".join(part.text for part in group), "**" * look[0] + "*" * look[1]


def _marked(text: str, marks: str) -> str:
    words = text.strip()
    if not marks or not words.strip(STASHED):  # a formula has a look of its own
        return _escaped(text)
    start = text.index(words[0])
    return text[:start] + marks + _escaped(words) + marks + text[start + len(words) :]
