"""Texts with gaps as Anki writes them: "the {{c1::forget}} gate", with a hint "{{c1::forget::which?}}"."""

import re

MAX_DEPTH = 8  # gaps inside each other, as deep as Anki reads them

_MARK = re.compile(r"\{\{c([0-9]{1,3}(?:,[0-9]{1,3}){0,20})::|\}\}")


def with_gap(text: str, gap: int) -> tuple[str, str] | None:
    """The text with one gap open and with all of them filled; None when it has no gap of that number."""
    numbers: list[set[int]] = []
    open_parts: list[list[str]] = [[]]
    filled_parts: list[list[str]] = [[]]
    found, end = False, 0
    for mark in _MARK.finditer(text):
        if (mark[1] is None and not numbers) or (mark[1] and len(numbers) == MAX_DEPTH):
            continue
        _append(open_parts, filled_parts, text[end : mark.start()])
        end = mark.end()
        if mark[1]:
            numbers.append({int(number) for number in mark[1].split(",")})
            open_parts.append([])
            filled_parts.append([])
            continue
        asked = gap in numbers.pop()
        found = found or asked
        shown, _, hint = "".join(open_parts.pop()).partition("::")
        open_parts[-1].append(f"[{hint or '…'}]" if asked else shown)
        filled = "".join(filled_parts.pop()).partition("::")[0]
        filled_parts[-1].append(filled)
    _append(open_parts, filled_parts, text[end:])
    # What was opened and never closed is text like any other.
    return ("".join(map("".join, open_parts)), "".join(map("".join, filled_parts))) if found else None


def _append(open_parts: list[list[str]], filled_parts: list[list[str]], text: str) -> None:
    open_parts[-1].append(text)
    filled_parts[-1].append(text)
