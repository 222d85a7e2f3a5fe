"""Where formulas stand in a card's text: between dollar signs, as LaTeX."""

import re
from dataclasses import dataclass

# Pandoc's rule, so that "costs $5 or $6" stays text: no space inside the dollars, no digit behind the last.
_FORMULA = re.compile(r"(?<!\\)\$(?=[^\s$])((?:\\.|[^\\$])*?)(?<=[^\s\\])\$(?!\d)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, or a formula without its dollar signs."""

    text: str
    formula: bool = False


def pieces(text: str) -> list[Piece]:
    """The text cut at its formulas; "\\$" is a dollar sign."""
    found: list[Piece] = []
    end = 0
    for match in _FORMULA.finditer(text):
        found += [_plain(text[end : match.start()]), Piece(match.group(1), formula=True)]
        end = match.end()
    found.append(_plain(text[end:]))
    return [piece for piece in found if piece.text]


def formulas(text: str) -> list[str]:
    """The LaTeX of every formula in the text."""
    return [piece.text for piece in pieces(text) if piece.formula]


def spoken(text: str) -> str:
    """The text for a screen reader, which would read the dollar signs."""
    return "".join(piece.text for piece in pieces(text))


def _plain(text: str) -> Piece:
    return Piece(text.replace(r"\$", "$"))
