"""resolve_compare(state) -> CompareFrame: runs the cells side by side and cuts what came out into parts."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from lstm_gui.lessons.comparison import PINNED, Lane
from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.compare.difference import difference, difference_limit
from lstm_gui.simulator.compare.edit import alone, reading
from lstm_gui.simulator.compare.frame import SCENE, CompareFrame, CompareLanes, LanePart, Provenance
from lstm_gui.simulator.compare.provenance import provenance
from lstm_gui.simulator.compare.settings import settings_of
from lstm_gui.simulator.compare.table import table_of
from lstm_gui.simulator.explosion import explosion
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.layer import arrays_of
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.reach import largest, unit_runs
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.words import Translate, as_written

Arrays = Mapping[str, FloatArray]


def resolve_compare(state: SimState, translate: Translate = as_written) -> CompareFrame:
    """Everything shown of the comparison of one state, the scene's own cell first."""
    scenes = (alone(state.scene), *(running(lane, state.scene) for lane in state.compare.lanes))
    arrays = [_ran(scene) for scene in scenes]
    axes = _axes(state, scenes, arrays)
    runs = tuple(_run(state, scene, ran, *axes) for scene, ran in zip(scenes, arrays, strict=True))
    ghost = _ghost(state, runs)
    against = None if ghost is None else (ghost, *(runs[:1] * (len(runs) - 1)))
    differences = [
        None if against is None else difference(run, other)
        for run, other in zip(runs, against or runs, strict=True)
    ]
    lanes = tuple(
        _lane(state, place, scene, ran, run, apart, translate)
        for place, (scene, ran, run, apart) in enumerate(zip(scenes, arrays, runs, differences, strict=True))
    )
    shown = CompareLanes(state.scene.step, state.scene.steps, lanes, ghost)
    inputs = unit_runs(alone(state.origin), scenes[0], arrays[0])
    read = replace(runs[0], runs=inputs, names=state.scene.names)
    return CompareFrame(read, shown, table_of(lanes))


def running(lane: Lane, scene: Scene) -> Scene:
    """The scene that a lane runs: its cell on the input of the scene shown; a pinned one on its own."""
    return lane.scene if lane.source == PINNED else reading(lane.scene, scene)


def ghost_of(state: SimState, x_limit: float, c_limit: float) -> TimelinePart | None:
    """The run that was pinned last as it stands behind the present one, or None."""
    lane = state.compare.pinned
    return None if lane is None else _run(state, lane.scene, _ran(lane.scene), x_limit, c_limit)


def pinned_reach(state: SimState) -> tuple[float, float]:
    """How far x and what may be negative reach in the run that was pinned last; 0 where there is none."""
    lane = state.compare.pinned
    return (0.0, 0.0) if lane is None else _reach(_ran(lane.scene), lane.scene, state)


def _ran(scene: Scene) -> Arrays:
    """What a scene computes, and its x; the step shown does not count."""
    return _arrays(replace(scene, step=1, labels=()))


@lru_cache(maxsize=16)
def _arrays(scene: Scene) -> Arrays:
    return arrays_of(run_scene(scene), scene.cell.graph)


def _axes(state: SimState, scenes: tuple[Scene, ...], arrays: list[Arrays]) -> tuple[float, float]:
    """The limits of x and of what may be negative, wide enough for every lane, now and as it was opened."""
    opened = _opened(state)
    each = zip((*scenes, *opened), (*arrays, *(_ran(scene) for scene in opened)), strict=True)
    reached = [_reach(ran, scene, state) for scene, ran in each]
    x, c = (max(column) for column in zip(*reached, strict=True))
    return ladder(x), ladder(c)


def _opened(state: SimState) -> list[Scene]:
    """The scenes that the lanes ran when they were opened."""
    origin = alone(state.origin)
    return [origin, *(running(replace(lane, scene=lane.opened), origin) for lane in state.compare.lanes)]


def _reach(arrays: Arrays, scene: Scene, state: SimState) -> tuple[float, float]:
    """How far x and what shares an axis with c and h reach, of the unit and the input that are looked at."""
    unit, source = _seen(scene, state)
    together = scene.cell.graph.together
    c = max(largest({name: arrays[name][:, unit]}, (name,)) for name in together)
    return largest({"x": arrays["x"][:, source]}, ("x",)), c


def _seen(scene: Scene, state: SimState) -> tuple[int, int]:
    """The unit and the input that are looked at, or the last ones of a cell that has not so many."""
    return min(state.unit, scene.cell.units - 1), min(state.source, scene.cell.inputs - 1)


def _run(state: SimState, scene: Scene, arrays: Arrays, x_limit: float, c_limit: float) -> TimelinePart:
    """One cell through time, as the unit looked at or its last one saw it."""
    graph = scene.cell.graph
    unit, source = _seen(scene, state)
    steps = min(scene.steps, state.scene.steps)
    curves = {name: tuple(arrays[name][:steps, unit].tolist()) for name in graph.main}
    return TimelinePart(
        step=min(state.scene.step, steps),
        curves={"x": tuple(arrays["x"][:steps, source].tolist()), **curves},
        overridden=_by_hand(scene, unit, steps),
        x_limit=x_limit,
        c_limit=c_limit,
        labels=scene.labels,
        seeded=bool(scene.drawn_as),
        kind=graph.kind,
        unit=unit,
        source=source,
    )


def _by_hand(scene: Scene, unit: int, steps: int) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(f"{one.state}_previous", one.step, unit)
        for one in scene.overrides
        if one.unit == unit and one.step <= steps
    )


def _ghost(state: SimState, runs: tuple[TimelinePart, ...]) -> TimelinePart | None:
    places = [n for n, lane in enumerate(state.compare.lanes, 1) if lane.source == PINNED]
    return runs[places[-1]] if places else None


def _lane(
    state: SimState,
    place: int,
    scene: Scene,
    arrays: Arrays,
    run: TimelinePart,
    apart: Mapping[str, tuple[float, ...]] | None,
    translate: Translate,
) -> LanePart:
    compare = state.compare
    lane = compare.lanes[place - 1] if place else None
    if lane is None:
        changed = state.scene.cell != state.origin.cell
        made = Provenance(SCENE, compare.first, changed=changed, of_two=state.scene.backward is not None)
    else:
        made = provenance(lane, state.scene, translate)
    return LanePart(
        title=lane.title if lane else "",
        kind=scene.cell.kind,
        provenance=made,
        run=run,
        settings=settings_of(scene, lane.opened if lane else state.origin, run.unit, run.source),
        units=scene.cell.units,
        stopped=explosion(arrays, scene.cell.graph),
        difference=apart,
        difference_limit=difference_limit(apart),
    )
