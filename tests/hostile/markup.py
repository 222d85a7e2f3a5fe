"""Cards whose HTML, Markdown, LaTeX, names or decks are hostile: contained as words that nothing acts on."""

import json
import re
from collections.abc import Callable

from lstm_gui.formats.preview import Preview
from lstm_gui.plain_text import first_hidden
from lstm_gui.quiz.card import Card
from tests.formats.anki.packages import FORGET, Collection, Note, package
from tests.hostile.case import Case

HTML: dict[str, str] = {
    "a script": "<script>alert(1)</script>safe",
    "a script in capitals without an end": "safe<SCRIPT >alert(1)",
    "a script in a comment": "<!--<script>-->safe<!-- </script>",
    "a picture that acts": '<img src=x onerror="alert(1)">safe',
    "a picture from the web": '<img src="https://evil.test/a.png">safe',
    "a picture from the disk": '<img src="file:///etc/passwd">safe',
    "a picture from a share": '<img src="//evil.test/a.png"><img src="\\\\evil\\a.png">safe',
    "a picture as data": '<img src="data:image/svg+xml;base64,PHN2Zz4=">safe',
    "pictures by other tags": '<picture><source srcset="http://evil.test/a"></picture><video poster="http://e.t">safe',
    "a link that is a script": '<a href="javascript:alert(1)">safe</a>',
    "a link that hides it": '<a href=" &#106;ava&Tab;script:alert(1)">safe</a>',
    "a link to the disk": '<a href="file:///etc/passwd">safe</a>',
    "a link of data": '<a href="data:text/html,%3Cscript%3E">safe</a>',
    "a link to a program": '<a href="smb://evil/a"><a href="vbscript:x">safe</a>',
    "a style": "<style>@import 'http://evil.test/a.css'</style><p style='background:url(http://e.t)'>safe</p>",
    "an SVG": "<svg><image href='file:///etc/passwd'/><use href='#a'/></svg>safe",
    "an iframe": "<iframe src='http://evil.test'></iframe>safe",
    "an object": "<object data='file:///etc/passwd'></object><embed src='http://evil.test'>safe",
    "a form": "<form action='http://evil.test'><input name=a><button>safe</button></form>",
    "a base and a head": "<head><base href='http://evil.test/'><meta http-equiv=refresh content='0;url=http://e'></head>safe",
    "entities of nothing": "&#0;&#xD800;&#x110000;&#99999999999999999999;&bogus;&#x202e;safe",
    "entities that make a tag": "&lt;img src=file:///etc/passwd&gt;safe",
    "entities that make entities": "&amp;lt;script&amp;gt;safe",
    "a medium of another's name": f"![x]({'0' * 32}.png) ![x](../a.png) ![x](http://evil.test/a.png) safe",
    "unclosed tags": "<b><i><u><ol><li><table><td>safe",
    "tags closed that were never open": "</b></li></ol></pre></blockquote></a>safe",
    "directions": "\u202esafe\u2066\u200f\u061c",
    "escapes of a terminal": "\x1b[31m\x1b]0;x\x07\x9bsafe\x00\x08",
}
DEEP: dict[str, str] = {
    "tags 12,000 deep": "<div>" * 12_000 + "safe",
    "quotes 4,000 deep": "<blockquote>" * 4_000 + "safe",
    "lists 4,000 deep": "<ul><li>" * 4_000 + "safe",
    "looks 10,000 deep": "<b><i>" * 10_000 + "safe",
    "links in links": '<a href="https://e.test">' * 3_000 + "safe",
    "tables in tables": "<table><tr><td>" * 4_000 + "safe",
    "a tag without an end": "safe<" + "a" * 9_000,
    "an attribute without an end": 'safe<a href="' + "x" * 9_000,
    "stars": "safe" + "*" * 9_000,
    "stars and letters": "safe" + "*a" * 4_500,
    "stars both ways": "safe" + "*a **b " * 1_200,
    "brackets": "safe" + "[" * 9_000,
    "brackets both ways": "safe" + "[a](" * 2_200,
    "pictures without an end": "safe" + "![" * 4_500,
    "backticks": "safe" + "".join("`" * n + "a" for n in range(1, 130)),
    "backslashes": "safe" + "\\" * 9_000,
    "dollars": "safe" + "$a" * 4_500,
    "underlines": "safe" + "_a_" * 3_000,
    "quotes in lines": "safe\n" + "> " * 4_500,
    "lists in lines": "safe\n" + "".join(" " * n + "- a\n" for n in range(120)),
    "links": "safe " + "https://a.test/(" * 550,
    "wide letters": "safe" + "\u0301" * 9_000,
    "one word": "safe" + "x" * 9_900,
    "lines": "safe" + "\n-" * 4_900,
}
LATEX: dict[str, str] = {
    "a formula of 9,000 signs": "x" * 9_000,
    "fractions in fractions": r"\frac{" * 40 + "1" + "}{2}" * 40,
    "roots in roots": r"\sqrt{" * 100 + "1" + "}" * 100,
    "scripts in scripts": "x" + "^{x" * 100 + "}" * 100,
    "scripts without braces": "x" + "^x_x" * 140,
    "accents without braces": r"\hat" * 140 + "x",
    "a macro of itself": r"\def\a{\a\a}\a",
    "macros that double": r"\newcommand{\a}{xx}\newcommand{\b}{\a\a}\b",
    "a file that is read": r"\input{/etc/passwd}\include{x}\write18{ls}",
    "a picture in LaTeX": r"\includegraphics{file:///etc/passwd}\href{javascript:1}{x}",
    "an array without an end": r"\begin{array}{" + "c" * 500 + "}",
    "lefts without rights": r"\left(" * 90,
    "a colour": r"\color{red}\style{x}{y}\unicode{x202e}",
    "a rule of a kilometre": r"\rule{99999999cm}{99999999cm}\hspace{99999cm}\phantom{x}",
}
DECKS: dict[str, str] = {
    "HTML": "<img src=file:///etc/passwd><b>bold</b>",
    "directions": "safe\u202egpj.exe",
    "escapes": "\x1b[31mred\x1b]0;title\x07",
    "10,000 characters": "x" * 10_000,
    "200 levels": "::".join(f"level {n}" for n in range(200)),
    "colons alone": "::" * 500,
    "lines and tabs": "a\nb\tc\rd\u2028e",
    "a path": "../../C:\\CON/etc/passwd",
    "nothing": "",
    "spaces": " \u00a0\u3000",
    "a formula": "=cmd|' /C calc'!A0",
    "place holders": "{deck} %s %1 {0!r} &Gates && $x$",
}

_LINK = re.compile(r"(?<!\\)\]\(\s*(?!https?:|mailto:)[a-z]+:", re.IGNORECASE)


def html_package(text: str) -> bytes:
    """One note that says this on both sides, and one that is sound."""
    return package(Collection([Note((text, text)), Note(("q", "a"))]), 1)


def deck_package(name: str) -> bytes:
    """A card in a deck of this name."""
    return package(Collection([Note(("q", "a"))], decks={1: "Default", FORGET: name}), 1)


def formula_lines(latex: str) -> bytes:
    """A deck of ours with a formula in every field that typesets."""
    inside = f"safe ${latex}$"
    texts = dict.fromkeys(("front", "back", "why"), inside) | {"formula": latex[:2000], "topic": inside[:200]}
    head = {"format": "lstm-lab-deck", "version": 2, "name": "Gates"}
    return "\n".join(map(json.dumps, (head, {"card": {"uid": "a", **texts}}))).encode()


def _texts(card: Card) -> tuple[str, ...]:
    return card.front, card.back, card.why, card.formula, card.topic


def _inert(preview: Preview) -> bool:
    """No text acts, hides a sign, or names what is not a medium of its own."""
    own = {medium.name for medium in preview.deck.media}
    texts = [text for card in preview.deck.cards for text in _texts(card)]
    return (
        not own
        and len(preview.deck.cards) == 2
        and not any(first_hidden(text) for text in texts)
        and any("safe" in text for text in texts)
    )


def _no_link_of_another_kind(preview: Preview) -> bool:
    return _inert(preview) and not any(_LINK.search(card.front) for card in preview.deck.cards)


def _read(preview: Preview) -> bool:
    return len(preview.deck.cards) == 1


def _named(preview: Preview) -> bool:
    """A deck name is one line that hides nothing and has an end."""
    names = [preview.deck.name, *preview.deck.inside.values()]
    return _read(preview) and all(
        name.strip() and not first_hidden(name) and len(name) <= 1000 and "\n" not in name for name in names
    )


def _cases(
    kind: str,
    texts: dict[str, str],
    file: str,
    make: Callable[[str], bytes],
    check: Callable[[Preview], bool],
) -> list[Case]:
    def made(text: str) -> Callable[[], bytes]:
        return lambda: make(text)

    return [Case(f"{kind}: {name}", file, made(text), contained=check) for name, text in texts.items()]


CASES: tuple[Case, ...] = (
    *_cases("HTML", HTML, "deck.apkg", html_package, _no_link_of_another_kind),
    *_cases("deep", DEEP, "deck.apkg", html_package, lambda preview: len(preview.deck.cards) >= 1),
    *_cases("LaTeX", LATEX, "deck.jsonl", formula_lines, _read),
    *_cases("deck name", DECKS, "deck.apkg", deck_package, _named),
)
