"""What a command says: the same content as JSON for a program and as words for a person."""

import json
from dataclasses import dataclass, field

from lstm_gui.plain_text import without_hidden


class Refused(Exception):
    """A command that cannot be carried out; the message is one plain sentence for the person."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a command."""

    content: object  # what --json prints
    lines: list[str] = field(default_factory=list)  # what is printed without

    def text(self, *, as_json: bool) -> str:
        """What goes to the standard output. Nothing in it can steer a terminal."""
        if as_json:
            return (
                json.dumps(self.content, indent=2, allow_nan=False) + "\n"
            )  # all but printable ASCII escaped
        return "".join(without_hidden(line).rstrip() + "\n" for line in self.lines)


def table(rows: list[tuple[str, ...]], *, right: tuple[int, ...] = ()) -> list[str]:
    """Rows as lines with aligned columns; `right` are the columns of numbers."""
    cells = [[" ".join(without_hidden(cell).split()) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
