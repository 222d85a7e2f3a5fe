"""TOML that the standard library parses in bounded time and memory."""

import re
import tomllib
from collections import Counter

from lstm_gui.bounded_file import FileRefused
from lstm_gui.plain_text import in_one_line

# How often a mark may stand outside of texts and comments: what the largest deck needs (20,000 cards of 8
# keys and 50 tags), with some room. tomllib takes the square of the parts of a dotted name and makes a table
# of each: without these bounds 16 MB blocked for a minute and filled 6 GB.
MARKS = {".": 16, "{": 40_000, "[": 100_000, "=": 400_000, ",": 1_000_000}

MAX_BACKSLASHES = 1_000_000  # in all; each is gone through by itself

# Comments and the four kinds of text are passed over; one never closed runs to where it could have been.
_TOKENS = re.compile(
    r"""
    \#[^\n]*+
    | \"{3} (?:[^"\\]++ | \\. | "(?!""))*+ (?:"{3,5})?+
    | '{3} (?:[^']++ | '(?!''))*+ (?:'{3,5})?+
    | " (?:[^"\\\n]++ | \\.)*+ "?+
    | ' [^'\n]*+ '?+
    | (?P<mark>[.{\[=,])
    """,
    re.VERBOSE | re.DOTALL,
)


def parse_toml(text: str, name: str) -> dict[str, object]:
    """The table written in TOML text; `name` is what the text is called in a refusal. Raises FileRefused."""
    _refuse_too_many_marks(text, name)
    if text.count("\\") > MAX_BACKSLASHES:
        raise FileRefused(f"{name} holds more than {MAX_BACKSLASHES} backslashes, which no deck needs.")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileRefused(f"{name}: this is not TOML: {in_one_line(str(error), 200)}.") from None
    except RecursionError:
        raise FileRefused(f"{name}: lists are nested too deeply.") from None
    except ValueError:  # the one thing it does not name: more digits than Python turns into a number
        raise FileRefused(f"{name}: a number has thousands of digits; shorten it.") from None


def _refuse_too_many_marks(text: str, name: str) -> None:
    seen: Counter[str] = Counter()
    for token in _TOKENS.finditer(text):
        if mark := token["mark"]:
            seen[mark] += 1
            if seen[mark] > MARKS[mark]:
                line = text.count("\n", 0, token.start()) + 1
                raise FileRefused(
                    f'{name}, line {line}: "{mark}" stands outside of texts more than {MARKS[mark]} times, '
                    "which no deck needs."
                )
