"""The views of the simulator: which shows which part of the frame, and what it was shown last.

It knows no Qt. A view is anything with `show_part(part)` and `is_shown()`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

PART_NAMES = ("cell", "timeline", "operating", "equations", "weights", "transport", "highlight")
NOTICES = ("stopped",)  # None while there is nothing to say
BACKWARD_PARTS = ("backward_cell",)  # of a scene that is read in both directions
GRADIENT_PARTS = ("gradient_curves", "gradient_dials")
COMPARE_PARTS = ("compare_input", "compare_lanes", "compare_table")

_NEVER_SHOWN = object()


class View(Protocol):
    """What the controller asks of a view."""

    def show_part(self, part: Any) -> None:
        """Show a part of the frame; a Highlight or None where it was attached as "highlight"."""

    def is_shown(self) -> bool:
        """Whether a person can see it now. A view that becomes visible asks `Controller.catch_up`."""


@dataclass(slots=True)
class _Seat:
    part_name: str
    view: View
    shown: object = _NEVER_SHOWN


class Audience:
    """Sets each view when it is visible and its part is another than it shows; a hidden one stays stale."""

    def __init__(self) -> None:
        self._seats: list[_Seat] = []

    def attach(self, part_name: str, view: View) -> None:
        """Show a part of one of these names in a view. Raises ValueError for another name."""
        if part_name not in PART_NAMES + NOTICES + BACKWARD_PARTS + GRADIENT_PARTS + COMPARE_PARTS:
            raise ValueError(f"a frame has no part called {part_name!r}")
        self._seats.append(_Seat(part_name, view))

    def detach(self, view: View) -> None:
        """Forget a view."""
        self._seats = [seat for seat in self._seats if seat.view is not view]

    def show(self, part_of: Callable[[str], object], only: View | None = None) -> None:
        """Set every view, or only one, whose part changed; `part_of` gives the part of a name."""
        for seat in tuple(self._seats):
            if only is None or seat.view is only:
                self._show(part_of, seat)

    @staticmethod
    def _show(part_of: Callable[[str], object], seat: _Seat) -> None:
        """What nobody sees is not worked out."""
        if seat.view.is_shown():
            part = part_of(seat.part_name)
            if part != seat.shown:
                seat.view.show_part(part)
                seat.shown = part
