"""Frozen settings made of numbers, words and flags, as named values of a file and back."""

from dataclasses import MISSING, fields
from typing import Any, TypeVar, get_args, get_type_hints

from lstm_gui.strict_fields import Field

LARGEST = 1e18  # of a number with a point: far beyond what a table of one's own may hold
MOST = 2**63  # of a whole one
LONGEST = 200  # characters of a word
Settings = TypeVar("Settings")


def written(settings: Any, *but: str) -> dict[str, Any]:
    """Every value of a dataclass by its name, but for those named."""
    return {each.name: getattr(settings, each.name) for each in fields(settings) if each.name not in but}


def read(given: Field, made: type[Settings], **known: Any) -> Settings:
    """The dataclass of these values; what is missing is as usual, `known` is put in beside.

    Raises FileRefused for a value of another kind, one that makes no sense, or one that nobody knows.
    """
    hints = get_type_hints(made)
    own: list[Any] = [each for each in fields(made) if each.name not in known]  # type: ignore[arg-type]
    needed = [each.name for each in own if each.default is MISSING and each.default_factory is MISSING]
    table = given.table(needed, [each.name for each in own if each.name not in needed])
    values = {name: value_of(field, hints[name]) for name, field in table.items()}
    try:
        return made(**values, **known)
    except ValueError as error:
        raise given.refused(f"makes no sense: {error}") from None


def value_of(given: Field, kind: Any) -> Any:
    """A value of a kind: int, float, bool, str, or one of these or None."""
    if type(None) in get_args(kind):
        (inner,) = (each for each in get_args(kind) if each is not type(None))
        return None if given.value is None else value_of(given, inner)
    if kind is bool:
        return given.flag()
    if kind is int:
        return given.whole(-MOST, MOST)
    if kind is float:
        return given.number(-LARGEST, LARGEST)
    return given.text(LONGEST)
