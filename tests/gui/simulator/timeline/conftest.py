"""A timeline with a run in it."""

import pytest

from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.simulator.frame import TimelinePart
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of


@pytest.fixture
def part() -> TimelinePart:
    """The run of "remember" at step 5."""
    return frame_of().timeline


@pytest.fixture
def view(show: Show, part: TimelinePart) -> TimelineView:
    """The timeline of that run."""
    made = show(TimelineView(STYLE), (700, 345))
    made.show_part(part)
    return made
