"""How settings of an older version become those of this one: one named step a version."""

from collections.abc import Callable

from lstm_gui.strict_fields import Field

Values = dict[str, object]
Migration = tuple[str, Callable[[Values], Values]]


def _state_the_version(values: Values) -> Values:
    """Version 0, from before the first release, said nothing of its version and used the same keys."""
    return values


# The step at index n turns version n into version n + 1. A step is never changed once released.
MIGRATIONS: tuple[Migration, ...] = (("state the version", _state_the_version),)
VERSION = len(MIGRATIONS)


def migrate(whole: Field, migrations: tuple[Migration, ...] = MIGRATIONS) -> dict[str, Field]:
    """The fields of a settings file, brought up to this version; one from a newer version stays as it is.

    Raises FileRefused when it is no settings file at all.
    """
    fields = whole.keys()
    version = fields["version"].whole(0, 10**9) if "version" in fields else 0
    values: Values = {key: item.value for key, item in fields.items()}
    for _, step in migrations[version:]:
        values = step(values)
    return Field(values | {"version": max(version, len(migrations))}, whole.file).keys()
