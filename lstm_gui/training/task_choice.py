"""Which task, with what settings and whose data: small, frozen, and the same in every process."""

from dataclasses import dataclass

from lstm_gui.training.option import Value


@dataclass(frozen=True, slots=True)
class OwnColumns:
    """Numbers of a person's own table, row by row."""

    name: str  # of the file
    columns: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    steps: tuple[str, ...] = ()  # what the rows are called, their dates say; () where they are counted


@dataclass(frozen=True, slots=True)
class OwnText:
    """A person's own text."""

    name: str  # of the file
    text: str


Data = OwnColumns | OwnText


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """A row of tasks/catalogue.py, and what was chosen for it; what was not is as usual."""

    name: str  # "adding"
    chosen: tuple[tuple[str, Value], ...] = ()  # ("length", 100.0), sorted by name
    data: Data | None = None

    @property
    def values(self) -> dict[str, Value]:
        """What was chosen, by name."""
        return dict(self.chosen)
