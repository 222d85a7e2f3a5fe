"""What the rows of a person's table are called, and whether they go forward in time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from lstm_gui.formats.number_layout import number
from lstm_gui.plain_text import in_one_line

NAMES = ("date", "day", "month", "quarter", "year", "time", "timestamp", "datetime", "week", "period", "ds")
LONGEST = 20  # characters of a row's name
_FORMATS = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%Y-%m", "%Y/%m", "%d-%m-%Y", "%m/%Y")

_FIRST = datetime(1, 1, 1)


def is_called_so(name: str) -> bool:
    """Whether a column's name says that it holds dates."""
    return name.strip().casefold() in NAMES


def are_dates(cells: Sequence[str]) -> bool:
    """Whether all cells are dates of one layout, and none is a mere number."""
    return bool(cells) and number(cells[0]) is None and moments(cells) is not None


def moments(cells: Sequence[str]) -> list[float] | None:
    """The times that cells name, as numbers that grow; None where no layout fits them all."""
    for layout in (_number, _iso, *(_by(form) for form in _FORMATS)):
        try:
            return [layout(cell.strip()) for cell in cells]
        except (ValueError, OverflowError):
            continue
    return None


def goes(cells: Sequence[str]) -> str:
    """ "forward", "back" or, where it is neither or cannot be known, ""."""
    found = moments(cells)
    if found is None or len(found) < 2:
        return ""
    pairs = list(pairwise(found))
    if all(one <= two for one, two in pairs):
        return "forward"
    return "back" if all(one >= two for one, two in pairs) else ""


def shown(cell: str) -> str:
    """A cell as the name of its row."""
    return in_one_line(cell, LONGEST)


def _number(cell: str) -> float:
    found = number(cell)
    if found is None:
        raise ValueError
    return found


def _iso(cell: str) -> float:
    found = datetime.fromisoformat(cell)
    return _seconds(found if found.tzinfo is None else found.astimezone(UTC).replace(tzinfo=None))


def _by(form: str) -> Callable[[str], float]:
    return lambda cell: _seconds(datetime.strptime(cell, form))


def _seconds(moment: datetime) -> float:
    return (moment - _FIRST).total_seconds()
