"""Migrations run in order, each once, and leave a newer file alone."""

import pytest

from lstm_gui.bounded_file import FileRefused
from lstm_gui.settings_migrations import MIGRATIONS, VERSION, Migration, Values, migrate
from lstm_gui.strict_fields import Field


def doubled(values: Values) -> Values:
    return {"size": 2 * int(str(values["size"]))}


def renamed(values: Values) -> Values:
    return {"zoom": values["size"]}


STEPS: tuple[Migration, ...] = (("double the size", doubled), ("call the size zoom", renamed))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"size": 5}, {"version": 2, "zoom": 10}),
        ({"version": 0, "size": 5}, {"version": 2, "zoom": 10}),
        ({"version": 1, "size": 5}, {"version": 2, "zoom": 5}),
        ({"version": 2, "zoom": 5}, {"version": 2, "zoom": 5}),
        ({"version": 3, "hue": 5}, {"version": 3, "hue": 5}),
    ],
)
def test_each_step_runs_once_and_in_order(before: Values, after: Values) -> None:
    found = migrate(Field(before, "settings.json"), STEPS)
    assert {name: field.value for name, field in found.items()} == after


@pytest.mark.parametrize(
    "value", [[], {"version": -1}, {"version": "1"}, {"version": True}, {"version": None}]
)
def test_what_is_no_settings_file_is_refused(value: object) -> None:
    with pytest.raises(FileRefused, match=r"^settings\.json"):
        migrate(Field(value, "settings.json"))


def test_steps_have_names_of_their_own() -> None:
    assert len({name for name, _ in MIGRATIONS}) == VERSION
