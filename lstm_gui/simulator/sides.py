"""The frames of the two directions; that of a cell in which nothing was moved is kept for the next frame.

While a value of one cell is dragged, the other one does not change: working it out once is enough.
"""

from collections.abc import Callable, Set
from dataclasses import fields, replace

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.direction import AHEAD, BACK, mirrored_state
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.state import SimState

_OWN = {"cell", "initial", "overrides", "backward"}  # of a scene: what is of one of the cells
_kept: dict[str, tuple[tuple[object, ...], Frame]] = {}  # by direction: what the last frame hung on, and it


def sides(state: SimState, resolve: Callable[[SimState], Frame]) -> tuple[Frame, Frame]:
    """The frame of the cell that reads from the beginning, and that of the other in the mirror."""
    scene = state.scene
    own = (scene.cell, scene.initial, scene.overrides)
    return _side(AHEAD, own, state, state, resolve), _side(
        BACK, (scene.backward,), state, mirrored_state(state), resolve
    )


def _side(
    direction: str,
    own: tuple[object, ...],
    state: SimState,
    seen: SimState,
    resolve: Callable[[SimState], Frame],
) -> Frame:
    """A frame of the state `seen`, which hangs on the cell's `own` parts and on what both cells share."""
    known = _kept.get(direction)
    hangs_on = (*own, *_but(state.scene, _OWN), *_but(state, {"scene"}))
    if known is not None and _are(known[0], hangs_on):
        return replace(known[1], state=seen)
    frame = resolve(seen)
    _kept[direction] = hangs_on, frame
    return frame


def _but(whole: Scene | SimState, left_out: Set[str]) -> tuple[object, ...]:
    """What stands in all the fields but some."""
    return tuple(getattr(whole, one.name) for one in fields(whole) if one.name not in left_out)


def _are(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Whether these are the very objects, or the same numbers: comparing whole scenes would take longer."""
    return len(before) == len(now) and all(
        one is other or (isinstance(one, int) and one == other)
        for one, other in zip(before, now, strict=True)
    )
