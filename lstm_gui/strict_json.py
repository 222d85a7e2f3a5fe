"""JSON as the standard has it and no more: finite numbers, no key twice, bounded size, depth and digits."""

import json
import math
import re
from codecs import BOM_UTF8
from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name, size_in_words
from lstm_gui.plain_text import in_one_line

__all__ = ["MAX_DEPTH", "MAX_DIGITS", "FileRefused", "parse_json", "read_json"]

MAX_DEPTH = 32  # lists and objects inside each other
MAX_DIGITS = 100  # characters of one number

# Strings are matched so that what stands in them is passed over, one without an end to the end of the text.
_TOKENS = re.compile(r'"(?:[^"\\]++|\\.)*+"?+|[\[{]|[\]}]|NaN|-?Infinity|-?\d[\d.eE+-]*+', re.DOTALL)


def read_json(path: Path, *, max_bytes: int) -> object:
    """The value in a JSON file of at most `max_bytes` bytes. Raises FileRefused."""
    return parse_json(read_bounded(path, max_bytes=max_bytes), name=shown_name(path), max_bytes=max_bytes)


def parse_json(source: str | bytes, *, name: str, max_bytes: int) -> object:
    """The value written in JSON text; `name` is what the text is called in a refusal. Raises FileRefused."""
    text = _decode(source, name, max_bytes)
    _check_tokens(text, name)
    try:
        value: object = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, name))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FileRefused(f"{name}, {place}: this is not JSON ({error.msg}).") from None
    except RecursionError:  # the caller may have used up nearly all of the stack
        raise FileRefused(f"{name}: lists are nested too deeply.") from None
    if "\\u" in text:
        _refuse_lone_surrogates(value, name)
    return value


def _decode(source: str | bytes, name: str, max_bytes: int) -> str:
    try:
        raw = source.encode() if isinstance(source, str) else source
        if len(raw) > max_bytes:
            raise FileRefused(f"{name} is larger than {size_in_words(max_bytes)}, the most that is read.")
        return raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        byte = error.start + 1 + (len(BOM_UTF8) if raw.startswith(BOM_UTF8) else 0)
        raise FileRefused(f"{name}: byte {byte} is not UTF-8; save the file as UTF-8.") from None
    except UnicodeEncodeError:
        raise FileRefused(f"{name}: half of a character (a lone surrogate) stands in the text.") from None


def _check_tokens(text: str, name: str) -> None:
    depth = 0
    for token in _TOKENS.finditer(text):
        first = token.group()[0]
        if first in "[{":
            depth += 1
        elif first in "]}":
            depth -= 1
        if depth > MAX_DEPTH:
            raise FileRefused(f"{_line(text, token, name)} lists are nested more than {MAX_DEPTH} deep.")
        if first not in '[{]}"':
            _check_number(text, token, name)


def _check_number(text: str, token: re.Match[str], name: str) -> None:
    written = token.group()
    if len(written) > MAX_DIGITS:
        raise FileRefused(
            f"{_line(text, token, name)} a number has {len(written)} digits; at most {MAX_DIGITS} are read."
        )
    try:
        finite = math.isfinite(float(written))
    except ValueError:
        return  # not a number at all: the parser names the place
    if not finite:
        raise FileRefused(f"{_line(text, token, name)} {written} is not a finite number.")


def _line(text: str, token: re.Match[str], name: str) -> str:
    return f"{name}, line {text.count(chr(10), 0, token.start()) + 1}:"


def _object(pairs: list[tuple[str, object]], name: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise FileRefused(
                f'{name}: the key "{in_one_line(key)}" stands twice in the same object; keep one.'
            )
        found[key] = value
    return found


def _refuse_lone_surrogates(value: object, name: str) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise FileRefused(f"{name}: half of a character (a lone surrogate) is written as \\u….") from None
