"""What a person changes in a comparison, as pure functions from one state to the next.

Lanes are counted from 0. A title is cut where it is long, and where it is empty nothing is renamed. The
titles that lanes get are words for people, so whoever shows them gives them.
"""

from collections.abc import Callable
from dataclasses import replace

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.comparison import OWN, PINNED, SHARED, Comparison, Lane
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.shown import Names, Shown
from lstm_gui.simulator import update
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched

LONGEST = 40  # characters of a title


def beside(state: SimState, kind: Kind, title: str) -> SimState:
    """A cell of that kind put beside, with the scene's weights where they mean the same.

    Where there is no room, nothing changes; so it is with all that is put beside.
    """
    return _with(state, title, SHARED, switched(alone(state.scene), kind).scene)


def scene_beside(state: SimState, scene: Scene) -> SimState:
    """The cell of another scene put beside, with its own weights, to read the input of this one."""
    return _with(state, scene.title, OWN, alone(scene))


def copied(state: SimState, title: str) -> SimState:
    """The cell as it stands put beside once more, to be changed there."""
    return _with(state, title, SHARED, alone(state.scene))


def pinned(state: SimState, title: str) -> SimState:
    """The run as it stands put beside, with its input; without room, in place of the last one pinned."""
    compare, scene = state.compare, alone(state.scene)
    places = [place for place, lane in enumerate(compare.lanes) if lane.source == PINNED]
    if compare.has_room or not places:
        return _with(state, title, PINNED, scene)
    lane = Lane(title[:LONGEST], PINNED, scene, scene, compare.first)
    return replace(state, compare=compare.with_lane(places[-1], lane))


def can_pin(state: SimState) -> bool:
    """Whether there is room for a pinned run, or one that it can take the place of."""
    return state.compare.has_room or state.compare.pinned is not None


def removed(state: SimState, place: int) -> SimState:
    """The state without a lane."""
    return replace(state, compare=state.compare.without(place))


def renamed(state: SimState, place: int, title: str) -> SimState:
    """A lane called otherwise."""
    title = " ".join(title.split())[:LONGEST]
    if not title:
        return state
    return _lane_as(state, place, replace(state.compare.lanes[place], title=title))


def moved(state: SimState, place: int, quantity: Quantity, value: float, reach: float = 0.0) -> SimState:
    """One number of a lane moved, held within the limits that it has in the cell of a scene."""
    return _changed(state, place, lambda lane: update.set_value(lane, quantity, value, reach))


def put_back(state: SimState, place: int, quantity: Quantity) -> SimState:
    """One number of a lane as it was when the lane was put beside."""
    return _changed(state, place, lambda lane: update.reset_value(lane, quantity))


def exchanged(state: SimState, place: int, title: str) -> SimState:
    """A lane as the scene's own cell, and that one in its place, called `title`.

    A pinned run brings its input.
    """
    lane, scene, compare = state.compare.lanes[place], state.scene, state.compare
    cell = lane.scene.cell
    taken = replace(
        scene,
        cell=cell,
        initial=lane.scene.initial,
        overrides=lane.scene.overrides,
        names=scene.names.sized(cell.inputs, cell.units),
        backward=scene.backward if cell.shape == scene.cell.shape else None,
    )
    if lane.source == PINNED:
        taken = replace(
            taken,
            inputs=lane.scene.inputs,
            labels=lane.scene.labels,
            seed=lane.scene.seed,
            drawn_as=lane.scene.drawn_as,
        )
    else:
        taken = reading(taken, scene)
    left = alone(scene)
    other = replace(lane, title=title[:LONGEST], scene=left, opened=left, about=compare.first)
    compare = replace(compare.with_lane(place, other), first=lane.about)
    step = min(scene.step, taken.steps)
    seen = replace(state, scene=replace(taken, step=step), compare=compare)
    return update.look_at(seen, state.unit, state.source)


def alone(scene: Scene) -> Scene:
    """What of a scene a lane keeps: the cell that reads ahead, its states, and what it reads."""
    return replace(
        scene, title="", caption="", step=1, backward=None, names=Names(), shown=Shown(), compare=Comparison()
    )


def reading(scene: Scene, other: Scene) -> Scene:
    """The scene on the input of another: an input it has no weights for is left out, one it lacks is 0."""
    wide, inputs = scene.cell.inputs, other.inputs
    if wide != other.cell.inputs:
        silence = (0.0,) * wide
        inputs = tuple((*row, *silence)[:wide] for row in inputs)
    by_hand = tuple(one for one in scene.overrides if one.step <= other.steps)
    return replace(
        scene,
        inputs=inputs,
        labels=other.labels,
        seed=other.seed,
        drawn_as=other.drawn_as if wide == other.cell.inputs else "",
        overrides=by_hand,
        step=min(other.step, other.steps),
    )


def _with(state: SimState, title: str, source: str, scene: Scene) -> SimState:
    compare = state.compare
    if not compare.has_room:
        return state
    about = compare.first if source == PINNED else ""
    lane = Lane(title[:LONGEST], source, scene, scene, about)
    return replace(state, compare=replace(compare, lanes=(*compare.lanes, lane)))


def _changed(state: SimState, place: int, change: Callable[[SimState], SimState]) -> SimState:
    lane = state.compare.lanes[place]
    seen = change(SimState(lane.scene, lane.opened))
    return _lane_as(state, place, replace(lane, scene=seen.scene))


def _lane_as(state: SimState, place: int, lane: Lane) -> SimState:
    return replace(state, compare=state.compare.with_lane(place, lane))
