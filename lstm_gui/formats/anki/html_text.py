"""The HTML of Anki's fields as text: lines, and formulas between dollar signs; nothing else of it stays.

A picture that came along is shown as Markdown does, "![words](name.png)"; another, and every sound, is named
in the text: "[picture: gates.png]".
"""

import re
from collections.abc import Callable
from html import unescape

from lstm_gui.plain_text import HIDDEN, in_one_line, without_hidden

# What a part has taken it never gives back: a tag without an end took the square of its length otherwise.
_TOKEN = re.compile(r"<!--|-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*+)([^<>]*+)>")
_MEANT = re.compile(rf"[<&$\\\[\n\u00a0{HIDDEN}]")  # signs that may mean more than themselves
_FIRM_SPACE = "\u00a0"  # is not taken from the end of a line
_SPACE = re.compile(r"[ \t\r\n\f]+")
_VALUE = r"""\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"""
_SOURCE = re.compile(rf"(?<![\w-])src{_VALUE}", re.IGNORECASE)
_WORDS_FOR_IT = re.compile(rf"(?<![\w-])alt{_VALUE}", re.IGNORECASE)
_NO_BRACKETS = str.maketrans("[]", "()")
_BLANK_LINES = re.compile(r"\n{3,}")
_HIDDEN = frozenset({"script", "style", "head", "title", "template", "iframe", "object", "svg"})
_LINE = frozenset(
    {"address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "figure", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "tr", "ul"}
)
_SIGNS = {
    ("", "br"): "\n",
    ("", "li"): "\n• ",
    ("", "td"): "\t",
    ("", "th"): "\t",
    ("", "sub"): "_",
    ("", "sup"): "^",
    ("", "anki-mathjax"): r"\(",
    ("/", "anki-mathjax"): r"\)",
}
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


def text_of(html: str, pictures: Pictures = no_pictures) -> str:
    """The text that a person would read, its formulas between dollar signs."""
    if not _MEANT.search(html):
        return html.strip()
    text = html if "<" not in html and "&" not in html else _without_tags(html, pictures)
    if "\n" in text:
        text = _BLANK_LINES.sub("\n\n", "\n".join(line.strip(" \t") for line in text.split("\n")))
    return _with_formulas(without_hidden(text).replace(_FIRM_SPACE, " ")).strip()


def _without_tags(html: str, pictures: Pictures) -> str:
    parts: list[str] = []
    until, kept_as_is, end = "", False, 0  # `until` closes what is hidden
    for token in _TOKEN.finditer(html):
        sign, tag = token[1] or "", (token[2] or "").lower()
        if not until:
            parts.append(_words(html[end : token.start()], kept_as_is))
        end = token.end()
        if until:
            until = "" if until in (token[0], sign + tag) else until
        elif token[0] == "<!--" or (tag in _HIDDEN and not sign):
            until = f"/{tag}" if tag else "-->"
        elif tag == "img":
            parts.append(_picture(token[3], pictures))
        else:
            parts.append("\n" if tag in _LINE else _SIGNS.get((sign, tag), ""))
            kept_as_is = not sign if tag == "pre" else kept_as_is
    return "".join(parts) + ("" if until else _words(html[end:], kept_as_is))


def _words(html: str, kept_as_is: bool) -> str:
    return unescape(html.replace(" ", _FIRM_SPACE) if kept_as_is else _SPACE.sub(" ", html))


def _picture(attributes: str, pictures: Pictures) -> str:
    source = _attribute(_SOURCE, attributes)
    if source.startswith("data:"):
        return "[picture]"
    if found := pictures(source) if source else "":
        words = in_one_line(_attribute(_WORDS_FOR_IT, attributes), 200)
        return f"![{words.translate(_NO_BRACKETS)}]({found})"
    name = in_one_line(source, 100)
    return f"[picture: {name}]" if name else "[picture]"


def _attribute(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def _with_formulas(text: str) -> str:
    """Formulas as ours are marked, and every other dollar sign as one that is only a dollar sign."""
    parts: list[str] = []
    opening, start, end = "", 0, 0
    for mark in _FORMULA_MARK.finditer(text):
        if not opening and mark[0] in _CLOSING:
            parts.append(text[end : mark.start()].replace("$", r"\$"))
            opening, start, end = mark[0], mark.end(), mark.start()
        elif opening and mark[0] == _CLOSING[opening]:
            parts.append(_formula(text[start : mark.start()], opening))
            opening, end = "", mark.end()
    return "".join(parts) + text[end:].replace("$", r"\$")


def _formula(latex: str, opening: str) -> str:
    bare = " ".join(latex.split())
    parts = bare.split("$")
    if opening == "[latex]" and len(parts) % 2 and len(parts) > 1 and all(map(_is_formula, parts[1::2])):
        return "".join(f"${part.strip()}$" if place % 2 else part for place, part in enumerate(parts))
    bare = bare.strip("$ ")
    return f"${bare}$" if bare and "$" not in bare and not bare.endswith("\\") else bare.replace("$", r"\$")


def _is_formula(latex: str) -> bool:
    return bool(latex.strip()) and not latex.rstrip().endswith("\\")
