"""Where formulas and pictures stand in a card's text: `$c_t$` as LaTeX, `![words](name.png)` as Markdown."""

import re
from dataclasses import dataclass

# Pandoc's rule, so that "costs $5 or $6" stays text: no space inside the dollars, no digit behind the last.
# Between two dollar signs at each end there may be spaces and line breaks.
FORMULA = re.compile(
    r"(?<!\\)(?:\$\$(?=\s*[^\s$])(?P<apart>[^$\\]*(?:\\.[^$\\]*)*)\$\$(?!\d)"
    r"|\$(?=[^\s$])(?P<inline>(?:\\.|[^\\$])*?)(?<=[^\s\\])\$(?!\d))",
    re.DOTALL,
)
# Only a medium of the collection, by its name: no address of a file or of the web is ever a picture.
PICTURE = re.compile(r"!\[([^\[\]\n]{0,1000})\]\(([0-9a-f]{32}\.(?:png|jpg|gif|webp))\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, a formula without its dollar signs, or the words for a picture."""

    text: str
    formula: bool = False
    picture: str = ""  # the name of the medium


def pieces(text: str) -> list[Piece]:
    """The text cut at its formulas and pictures; "\\$" is a dollar sign."""
    if "](" not in text:
        return _formulas_apart(text)
    found: list[Piece] = []
    end = 0
    for match in PICTURE.finditer(text):
        found += _formulas_apart(text[end : match.start()])
        found.append(Piece(_plain(match[1]).text, picture=match[2]))
        end = match.end()
    return found + _formulas_apart(text[end:])


def pictures(text: str) -> list[str]:
    """The names of the pictures in the text."""
    return [match[2] for match in PICTURE.finditer(text)] if "](" in text else []


def _formulas_apart(text: str) -> list[Piece]:
    found: list[Piece] = []
    end = 0
    for match in FORMULA.finditer(text):
        found += [_plain(text[end : match.start()]), Piece(match["apart"] or match["inline"], formula=True)]
        end = match.end()
    found.append(_plain(text[end:]))
    return [piece for piece in found if piece.text]


def formulas(text: str) -> list[str]:
    """The LaTeX of every formula in the text."""
    return [piece.text for piece in pieces(text) if piece.formula]


def _plain(text: str) -> Piece:
    return Piece(text.replace(r"\$", "$"))
