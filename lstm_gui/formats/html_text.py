"""A cell of HTML, as Anki writes it, as plain text."""

import html
import re

_BREAK = re.compile(r"<(?:br|/div|/p|/li|/tr|hr)\b[^<>]*>", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>[^<]*</\1\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_FORMULA = re.compile(r"\\[(\[]|\\[)\]]")


def text_of(cell: str) -> str:
    """The text that a person would see: line breaks kept, formulas between dollar signs, no tags."""
    if "<" in cell:
        cell = _BREAK.sub("\n", _UNSEEN.sub("", cell))
        cell = _TAG.sub("", _PICTURE.sub("[picture]", cell))
    if "&" in cell:
        cell = html.unescape(cell).replace("\N{NO-BREAK SPACE}", " ")
    if "\\" in cell:
        cell = _FORMULA.sub("$", cell)
    return cell
