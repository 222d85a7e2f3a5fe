"""What of the training lab shows the answer of a card: resources/experiments.json, by the card's own name.

    {"card": "lstm-why-clipping", "preset": "clipping", "room": "compare"}

`room` is one of ROOMS. In "learn" and "inside" a network learns a `task`, as it is usually trained, or one
`setting` of a `preset`; "compare" runs a preset, "limits" lets a task grow, "cost" measures what is planned.
Tasks and presets are names of the training lab, which lies above this layer: a test holds them together.
"""

from dataclasses import dataclass
from functools import lru_cache

from lstm_gui import resource
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import read_json

ROOMS = ("learn", "inside", "compare", "limits", "cost")
_FILE, _FORMAT, _VERSION = "experiments.json", "lstm-lab-experiments", 1
_MAX_BYTES, _MOST, _LONGEST = 100_000, 1000, 100


@dataclass(frozen=True, slots=True)
class Experiment:
    """What is run, and where it is seen; "" for what it does without."""

    room: str  # one of ROOMS
    task: str = ""
    preset: str = ""
    setting: str = ""  # of the preset


def experiment_of(uid: str) -> Experiment | None:
    """What shows the answer of a card, or None. Raises FileRefused when the file is broken."""
    return _experiments().get(uid)


def cards() -> tuple[str, ...]:
    """The cards that have one, by their own names."""
    return tuple(_experiments())


@lru_cache(maxsize=1)
def _experiments() -> dict[str, Experiment]:
    path = resource.resource_path(_FILE)
    fields = Field(read_json(path, max_bytes=_MAX_BYTES), _FILE).table(("format", "version", "cards"))
    fields["format"].choice((_FORMAT,))
    fields["version"].whole(_VERSION, _VERSION)
    return dict(_read(item) for item in fields["cards"].items(1, _MOST, "card"))


def _read(item: Field) -> tuple[str, Experiment]:
    fields = item.table(("card", "room"), ("task", "preset", "setting"))
    named = {name: fields[name].text(_LONGEST, empty=False) for name in fields if name != "room"}
    return named.pop("card"), Experiment(fields["room"].choice(ROOMS), **named)
