"""The run that was pinned last, behind the present one through time."""

from dataclasses import replace

from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.state import SimState


def with_ghost(part: TimelinePart, state: SimState) -> TimelinePart:
    """The run with the pinned one behind it, on axes that hold both; the same where none is pinned.

    A scene that is read in both directions has two cells, of which a pinned run is but one: none is shown.
    """
    if state.compare.pinned is None or state.scene.backward is not None:
        return part
    from lstm_gui.simulator.compare.resolve import ghost_of, pinned_reach  # nothing of it before it is needed

    x, c = pinned_reach(state)
    limits = max(part.x_limit, ladder(x)), max(part.c_limit, ladder(c))
    return replace(part, x_limit=limits[0], c_limit=limits[1], ghost=ghost_of(state, *limits))
