"""Characters that a person cannot see and that change what they read: found, and taken out."""

import re

# Control characters except tab and newline, lone surrogates, line and paragraph separators, byte order marks,
# and the marks that turn the direction of writing, with which one text can look like another.
HIDDEN = (  # as a set of a regular expression lists them
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
)
_HIDDEN = re.compile(f"[{HIDDEN}]")

VISIBLE = {" ": "␣", "\n": "↵", "\r": "↵", "\t": "⇥"}
"""What stands for a character that would not be seen where it stands alone."""


def first_hidden(text: str) -> str:
    """The first hidden character of a text as "U+202E", or "" when there is none."""
    found = _HIDDEN.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def without_hidden(text: str) -> str:
    """The text without its hidden characters; tabs and newlines stay."""
    return _HIDDEN.sub("", text)


def in_one_line(text: str, longest: int = 60) -> str:
    """The text fit for a sentence: one line, no hidden characters, at most `longest` characters."""
    line = " ".join(without_hidden(text[: 4 * longest]).split())
    return line if len(line) <= longest and len(text) <= 4 * longest else line[: longest - 1] + "…"
