"""Typed reading of a parsed file: each value knows the place where it stands, and a wrong one names it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lstm_gui.bounded_file import FileRefused
from lstm_gui.plain_text import first_hidden, in_one_line

_LARGEST_SHOWN = 10**30


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a parsed file and its place. In places, as on screen, list items count from 1."""

    value: object
    file: str  # what the file is called in a refusal
    place: str = ""  # "cell.weights.f.W[1]"; "" is the whole file

    def refused(self, complaint: str) -> FileRefused:
        """A refusal whose sentence starts with the place and goes on with the complaint."""
        where = f"{self.file}: {self.place}" if self.place else self.file
        return FileRefused(f"{where} {complaint}.")

    def expected(self, wanted: str) -> FileRefused:
        """A refusal that says what should stand here and what does."""
        return self.refused(f"should be {wanted}, but is {in_words(self.value)}")

    def keys(self) -> dict[str, "Field"]:
        """The fields of an object by key, whatever they are."""
        if not isinstance(self.value, dict):
            raise self.expected("an object with named values")
        return {key: Field(item, self.file, self._inside(str(key))) for key, item in self.value.items()}

    def table(self, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, "Field"]:
        """The fields of an object that has all required keys, maybe some optional ones, and no other."""
        found = self.keys()
        for key in required:
            if key not in found:
                raise self.refused(f'lacks "{key}"')
        for key in found:
            if key not in required and key not in optional:
                known = ", ".join((*required, *optional))
                raise self.refused(f'has an unknown key "{in_one_line(key)}"; the known ones are {known}')
        return found

    def items(self, at_least: int, at_most: int, what: str) -> list["Field"]:
        """The fields of a list of a bounded length; `what` is one of them in words, such as "number"."""
        wanted = f"a list of {_how_many(at_least, at_most, what)}"
        if not isinstance(self.value, list) or not at_least <= len(self.value) <= at_most:
            raise self.expected(wanted)
        return [Field(item, self.file, f"{self.place}[{k}]") for k, item in enumerate(self.value, 1)]

    def number(self, low: float, high: float) -> float:
        """A finite number from low to high; whole numbers count, true and false do not."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.expected(f"a number from {low:g} to {high:g}")
        return float(value)

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high; 3.0 is not written as one."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.expected(f"a whole number from {low} to {high}")
        return value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.expected("true or false")
        return self.value

    def text(self, longest: int, *, lines: bool = False, empty: bool = True) -> str:
        """A text of at most `longest` characters, none hidden; line breaks only with `lines`."""
        value = self.value
        if not isinstance(value, str):
            raise self.expected("a text")
        if len(value) > longest:
            raise self.refused(f"has {len(value)} characters; at most {longest} are read")
        if hidden := first_hidden(value):
            raise self.refused(f"holds the hidden character {hidden}; delete it")
        if not lines and ("\n" in value or "\t" in value):
            raise self.refused("should be one line without tabs")
        if not empty and not value.strip():
            raise self.refused("should not be empty")
        return value

    def choice(self, options: Sequence[str]) -> str:
        """One of the texts in `options`."""
        if self.value not in options:
            raise self.expected(" or ".join(f'"{option}"' for option in options))
        return str(self.value)

    def _inside(self, key: str) -> str:
        return ".".join(part for part in (self.place, in_one_line(key, 30)) if part)


def _how_many(at_least: int, at_most: int, what: str) -> str:
    if at_least == at_most:
        return f"{at_most} {what}{'' if at_most == 1 else 's'}"
    return f"{at_least} to {at_most} {what}s"


def in_words(value: object) -> str:
    """A value as a sentence names it: "abc", 12, true, nothing, a list of 3, an object."""
    match value:
        case None:
            return "nothing (null)"
        case bool():
            return "true" if value else "false"
        case int() if abs(value) > _LARGEST_SHOWN:
            return "a huge number"
        case float() if not math.isfinite(value):
            return "not a finite number"
        case int() | float():
            return repr(value)
        case str():
            return f'"{in_one_line(value, 40)}"'
        case list():
            return f"a list of {len(value)}"
        case dict():
            return "an object"
    return "a date or a time"  # the one further kind that TOML knows
