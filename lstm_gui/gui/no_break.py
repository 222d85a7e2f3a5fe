"""Keeps together what a line must not break: "t = 12", "64 %". Applied when text is shown, never stored."""

import re

NO_BREAK_SPACE = "\u00a0"

_EQUATION = re.compile(r"(?<!\w)(\w{1,2}(?:_\w+)?) ([=<>≤≥≈≠]) (?=[−+-]?\d)")
_UNIT = re.compile(r"(?<=\d) (?=%)")


def kept_together(text: str) -> str:
    """`text` with no-break spaces inside a symbol's value and before a per cent sign."""
    joined = _EQUATION.sub(rf"\1{NO_BREAK_SPACE}\2{NO_BREAK_SPACE}", text)
    return _UNIT.sub(NO_BREAK_SPACE, joined)
