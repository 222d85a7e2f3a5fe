"""A view that hands its part to a function."""

from collections.abc import Callable
from typing import Any


class Relay:
    """What the controller shows a part to, see `simulator/audience.py`."""

    def __init__(self, show: Callable[[Any], None], is_shown: Callable[[], bool]) -> None:
        self.show_part = show
        self.is_shown = is_shown
