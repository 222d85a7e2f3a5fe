"""The HTML of Anki's fields as Markdown: lines, looks, lists, code, links, and formulas between dollar signs.

A picture that came along is shown as Markdown does, "![words](name.png)"; another, and every sound, is named
in the text: "[picture: gates.png]".
"""

import re
from collections.abc import Callable
from html import unescape

from lstm_gui.formats.anki.html_marks import (
    BOLD,
    NOT_BOLD,
    NOT_LINK,
    NOT_SLANTED,
    SLANTED,
    Stash,
    no_signs,
    sign_of,
)
from lstm_gui.plain_text import HIDDEN, in_one_line, without_hidden
from lstm_gui.quiz.markdown.words import as_it_stands, in_brackets, words_of

# What a part has taken it never gives back: a tag without an end took the square of its length otherwise.
_TOKEN = re.compile(r"<!--|-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*+)([^<>]*+)>")
_MEANT = re.compile(rf"[<&$\\\[\n\u00a0{HIDDEN}]")  # signs that may mean more than themselves
_FIRM_SPACE = "\u00a0"  # is not taken from the end of a line
_SPACE = re.compile(r"[ \t\r\n\f]+")
_VALUE = r"""\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"""
_SOURCE = re.compile(rf"(?<![\w-])src{_VALUE}", re.IGNORECASE)
_WORDS_FOR_IT = re.compile(rf"(?<![\w-])alt{_VALUE}", re.IGNORECASE)
_TARGET = re.compile(rf"(?<![\w-])href{_VALUE}", re.IGNORECASE)
_START = re.compile(r"""(?<![\w-])start\s*=\s*["']?(\d{1,3})(?!\d)()()""", re.IGNORECASE)
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_NO_BRACKETS = str.maketrans("[]", "()")
_BLANK_LINES = re.compile(r"\n{3,}")
_HIDDEN = frozenset({"script", "style", "head", "title", "template", "iframe", "object", "svg"})
_LINE = frozenset(
    {"address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "figure", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "section", "table", "tr"}
)
_SIGNS = {
    ("", "br"): "\n",
    ("", "td"): "\t",
    ("", "th"): "\t",
    ("", "sub"): "_",
    ("", "sup"): "^",
    ("", "anki-mathjax"): r"\(",
    ("/", "anki-mathjax"): r"\)",
}
_FREQUENT = {
    "<br>": "\n",
    "<br />": "\n",
    "<br/>": "\n",
    "<div>": "\n",
    "</div>": "\n",
}  # in what Anki writes
_FREQUENT |= {"<b>": BOLD, "</b>": NOT_BOLD, "<i>": SLANTED, "</i>": NOT_SLANTED, "<u>": "", "</u>": ""}
_SCRIPT = re.compile(r"<(sub|sup)>([^<>&]{1,12})</\1>", re.IGNORECASE)
_LOW = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_HIGH = str.maketrans("0123456789+-−=()inT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿᵀ")
SOFT_BREAK = "\ufde9"  # one beside others, or beside a line break, adds nothing
_SOFT_BREAKS = re.compile(f"(?:{SOFT_BREAK} ?)*+\n(?: ?{SOFT_BREAK})*+|{SOFT_BREAK}(?: ?{SOFT_BREAK})*+")
_MARKS = "<", "&", "{{c", r"\(", r"\[", "[$", "[latex"
_MARK_WORK = 40
_CLOSING = {r"\(": r"\)", r"\[": r"\]", "[$]": "[/$]", "[$$]": "[/$$]", "[latex]": "[/latex]"}
_FORMULA_MARK = re.compile("|".join(map(re.escape, (*_CLOSING, *_CLOSING.values()))))


Pictures = Callable[[str], str]  # the name of the medium that a source means; "" where there is none


def no_pictures(_source: str) -> str:
    """Stands where a text comes without pictures."""
    return ""


def work_of(html: str) -> int:
    """What reading a text costs, in characters: a mark costs as much as a line of words."""
    return len(html) + _MARK_WORK * sum(map(html.count, _MARKS))


def plain_text_of(html: str) -> str:
    """The words alone."""
    return words_of(text_of(html), lambda span: f"${span.text}$" if span.formula else in_brackets(span))


def text_of(html: str, pictures: Pictures = no_pictures) -> str:
    """The text that a person would read, as Markdown, its formulas between dollar signs."""
    if not _MEANT.search(html):
        return as_it_stands(html.strip())
    stash = Stash()
    text = no_signs(html)
    if "<su" in text or "<SU" in text:
        text = _SCRIPT.sub(_small, text)
    if "<" in text or "&" in text:
        text = _Tags(stash, pictures).read(text)
    if "\n" in text:
        text = _BLANK_LINES.sub("\n\n", "\n".join(line.strip(" \t") for line in text.split("\n")))
    text = without_hidden(text).replace(_FIRM_SPACE, " ")
    return stash.written(_with_formulas(text, stash).strip()).strip()


def _small(script: re.Match[str]) -> str:
    """What stands low or high as the small letters that there are; as it is where one of them is not."""
    letters = _LOW if script[1].lower() == "sub" else _HIGH
    if any(ord(letter) not in letters for letter in script[2]):
        return script[0]
    return script[2].translate(letters)


class _Tags:
    """Reads a text with tags."""

    def __init__(self, stash: Stash, pictures: Pictures) -> None:
        self._stash, self._pictures = stash, pictures
        self._until = ""  # what closes what is hidden
        self._code: list[str] | None = None  # what stands in the code that is open
        self._code_tag, self._kept_as_is = "", False
        self._lists: list[int | None] = []  # of each open list the number of its next item
        self._quotes = 0

    def read(self, html: str) -> str:
        """The text, in which signs say what the tags said."""
        parts: list[str] = []
        end = 0
        for token in _TOKEN.finditer(html):
            if token.start() > end:
                parts.append(self._words(html[end : token.start()]))
            end = token.end()
            sign = None if self._until or self._code is not None else _FREQUENT.get(token[0])
            parts.append(self._tag(token) if sign is None else sign)
        text = "".join(parts) + self._words(html[end:]) + self._end_code()
        return _SOFT_BREAKS.sub("\n", text) if SOFT_BREAK in text else text

    def _words(self, html: str) -> str:
        if self._until:
            return ""
        if self._code is not None:
            self._code.append(unescape(html))
            return ""
        return _words(html, self._kept_as_is)

    def _tag(self, token: re.Match[str]) -> str:
        ends, tag = bool(token[1]), (token[2] or "").lower()
        if self._until:
            self._until = "" if self._until in (token[0], (token[1] or "") + tag) else self._until
        elif token[0] == "<!--" or (tag in _HIDDEN and not ends):
            self._until = f"/{tag}" if tag else "-->"
        elif self._code is not None:
            return self._tag_in_code(tag, token[3] or "", ends)
        elif tag == "img":
            return self._picture(token[3])
        elif tag in _CODE or tag == "pre":
            return self._begin_code(tag, ends)
        elif tag == "a":
            return NOT_LINK if ends else self._stash.link(_attribute(_TARGET, token[3]).strip())
        else:
            return self._sign(tag, token[3] or "", ends)
        return ""

    def _tag_in_code(self, tag: str, attributes: str, ends: bool) -> str:
        assert self._code is not None
        if ends and tag == self._code_tag:
            return self._end_code()
        if tag == "img":  # which stands between two pieces of code
            before, self._code = self._end_code(), []
            return before + self._picture(attributes)
        if tag in _LINE or tag == "br":
            self._code.append("\n")
        return ""

    def _begin_code(self, tag: str, ends: bool) -> str:
        """Lines of code in a list or a quote stay words, for there a fence has no room."""
        if tag == "pre" and (self._lists or self._quotes):
            self._kept_as_is = not ends
            return "\n"
        if not ends:
            self._code, self._code_tag = [], tag
        return NOT_LINK if tag == "pre" else ""

    def _end_code(self) -> str:
        if self._code is None:
            return ""
        text, self._code = "".join(self._code), None
        return self._stash.code(text, block=self._code_tag == "pre")

    def _sign(self, tag: str, attributes: str, ends: bool) -> str:
        self._quotes += (1 - 2 * ends) * (tag == "blockquote")
        if tag in ("ul", "ol"):
            return self._list(tag, attributes, ends)
        if tag == "li" and not ends:
            return self._item()
        sign = sign_of(tag, ends=ends)
        if tag == "tr":
            return SOFT_BREAK
        if tag in _LINE:
            return f"{sign}\n" if ends else f"\n{sign}"
        return sign or _SIGNS.get(("/" * ends, tag), "")

    def _list(self, tag: str, attributes: str, ends: bool) -> str:
        if not ends:
            start = _attribute(_START, attributes)
            self._lists.append(None if tag == "ul" else int(start) if start else 1)
        elif self._lists:
            self._lists.pop()
        return SOFT_BREAK

    def _item(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        sign = "• " if number is None or number > 999 else f"{number}. "
        return SOFT_BREAK + 4 * _FIRM_SPACE * min(4, max(0, len(self._lists) - 1)) + self._stash.keep(sign)

    def _picture(self, attributes: str) -> str:
        shown = _picture(attributes, self._pictures)
        return self._stash.keep(shown) if shown.startswith("!") else shown


def _words(html: str, kept_as_is: bool) -> str:
    return unescape(html.replace(" ", _FIRM_SPACE) if kept_as_is else _SPACE.sub(" ", html))


def _picture(attributes: str, pictures: Pictures) -> str:
    source = _attribute(_SOURCE, attributes)
    if source.startswith("data:"):
        return "[picture]"
    if found := pictures(source) if source else "":
        words = in_one_line(_attribute(_WORDS_FOR_IT, attributes), 200)
        return f"![{words.translate(_NO_BRACKETS)}]({found})".replace("$", r"\$")
    name = in_one_line(source, 100)
    return f"[picture: {name}]" if name else "[picture]"


def _attribute(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def _with_formulas(text: str, stash: Stash) -> str:
    """The text with its formulas stashed, as ours are marked."""
    if "\\" not in text and "[" not in text:
        return stash.passed(text)
    parts: list[str] = []
    opening, start, end = "", 0, 0
    for mark in _FORMULA_MARK.finditer(text):
        if not opening and mark[0] in _CLOSING:
            parts.append(stash.passed(text[end : mark.start()]))
            opening, start, end = mark[0], mark.end(), mark.start()
        elif opening and mark[0] == _CLOSING[opening]:
            latex, signs = stash.within(text[start : mark.start()])
            made = _formula(latex, opening)
            parts.append((stash.formula(made) if made else "") + signs)
            opening, end = "", mark.end()
    return "".join(parts) + stash.passed(text[end:])


def _formula(latex: str, opening: str) -> str:
    bare = " ".join(latex.split())
    parts = bare.split("$")
    if opening == "[latex]" and len(parts) % 2 and len(parts) > 1 and all(map(_is_formula, parts[1::2])):
        return "".join(f"${part.strip()}$" if place % 2 else part for place, part in enumerate(parts))
    bare = bare.strip("$ ")
    return f"${bare}$" if bare and "$" not in bare and not bare.endswith("\\") else bare.replace("$", r"\$")


def _is_formula(latex: str) -> bool:
    return bool(latex.strip()) and not latex.rstrip().endswith("\\")
