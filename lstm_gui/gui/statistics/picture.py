"""A page of the statistics: a chart, its numbers as a table, and what they count, in words."""

from dataclasses import dataclass

from lstm_gui.gui.statistics.chart import Chart

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers in rows: as they are read, and as they leave in a file."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[tuple[Cell, ...], ...]  # the same rows, unrounded
    file_head: tuple[str, ...] = ()  # where a file has other columns

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of `numbers`."""
        return self.file_head or self.head


@dataclass(frozen=True, slots=True)
class Picture:
    """One page."""

    name: str  # of a file
    title: str
    chart: Chart
    table: Table
    definition: str  # what is counted, and what is not
    sum: str  # what it comes to, in a sentence; "" for nothing to tell
    nothing: str  # what will stand there
