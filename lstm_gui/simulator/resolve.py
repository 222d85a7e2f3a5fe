"""resolve(state) -> Frame: runs the scene and cuts what came out into the parts that the views show."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.both_ways import both_ways
from lstm_gui.simulator.direction import AHEAD, BACK
from lstm_gui.simulator.explain import equations
from lstm_gui.simulator.frame import (
    CellPart,
    EquationsPart,
    Frame,
    TimelinePart,
    TransportPart,
    WeightsPart,
)
from lstm_gui.simulator.ghost import with_ghost
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.made import asked_of, largest_asked
from lstm_gui.simulator.matrices import matrices_at
from lstm_gui.simulator.operating_points import operating_part
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.reach import largest, reaches, unit_runs
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.seen import Seen, address_of, seen_at
from lstm_gui.simulator.sides import sides
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import traced_arrays
from lstm_gui.simulator.weight_range import weight_limit

Curves = Mapping[str, tuple[float, ...]]


def resolve(state: SimState) -> Frame:
    """Everything shown for one state: the numbers of the unit and the input that are looked at."""
    if state.scene.backward is None:
        return _one_way(state)
    return both_ways(*sides(state, _one_way), transport_part(state))


def _one_way(state: SimState) -> Frame:
    scene, unit = state.scene, state.unit
    graph, kind = scene.cell.graph, scene.cell.kind
    trace = run_scene(scene)
    arrays = traced_arrays(trace, graph)
    curves = {name: tuple(array[:, unit].tolist()) for name, array in arrays.items() if name != "x"}
    curves["x"] = tuple(arrays["x"][:, state.source].tolist())
    overridden = _overridden(scene, unit)
    here = {name: curve[scene.step - 1] for name, curve in curves.items()}
    held = frozenset(quantity.name for quantity in overridden if quantity.step == scene.step)
    return Frame(
        state=state,
        trace=trace,
        arrays=arrays,
        cell=_cell(
            state, trace, here, held, seen_at(scene.step, unit, state.source, arrays["h"], arrays["x"])
        ),
        timeline=with_ghost(_timeline(state, arrays, curves, overridden), state),
        operating=operating_part(here, graph, unit),
        write=cache(lambda: EquationsPart(equations(trace, scene, unit), kind)),
        weights=_weights(state),
        transport=transport_part(state),
    )


def transport_part(state: SimState) -> TransportPart:
    """What the bar above the cell shows: nothing has to be run for it."""
    scene = state.scene
    part = TransportPart(scene.title, scene.caption, scene.step, scene.steps, state.changed, scene.cell.kind)
    return part if scene.backward is None else replace(part, direction=BACK if state.looks_back else AHEAD)


def _cell(
    state: SimState, trace: CellTrace, here: Mapping[str, float], held: frozenset[str], seen: Seen
) -> CellPart:
    scene, names = state.scene, state.scene.names
    matrices, limit = matrices_at(state, trace)
    return CellPart(
        scene.step,
        here,
        held,
        scene.cell.kind,
        input_name=names.of_input(state.source),
        unit_name=names.of_unit(state.unit),
        seen=seen,
        matrices=matrices,
        matrix_limit=limit,
    )


def _weights(state: SimState) -> WeightsPart:
    cell = state.scene.cell
    arrays = dict(zip(cell.graph.place, cell.arrays, strict=True))
    shown = {}
    for name, rows in arrays.items():
        seen = address_of(name, 0, state.unit, state.source, cell.graph)
        shown[name] = rows[seen.unit][seen.source]
    limit = weight_limit(cell, state.origin.cell)
    return WeightsPart(shown, arrays, cell.kind, state.unit, state.source, limit, state.scene.names)


def _timeline(
    state: SimState,
    arrays: Mapping[str, FloatArray],
    curves: Curves,
    overridden: tuple[Quantity, ...],
) -> TimelinePart:
    opened = reaches(state.origin)
    graph, asked = state.scene.cell.graph, asked_of(state.scene, state.made)
    return TimelinePart(
        step=state.scene.step,
        curves={name: curves[name] for name in ("x", *graph.main)},
        overridden=overridden,
        x_limit=ladder(max(opened["x"], largest(arrays, ("x",)))),
        c_limit=max(_limit(opened, arrays, graph.together), ladder(largest_asked(asked))),
        scale_limit=_limit(opened, arrays, graph.apart),
        labels=state.scene.labels,
        seeded=bool(state.scene.drawn_as),
        kind=graph.kind,
        names=state.scene.names,
        unit=state.unit,
        source=state.source,
        runs=unit_runs(state.origin, state.scene, arrays),
        asked=asked,
    )


def _limit(opened: Mapping[str, float], arrays: Mapping[str, FloatArray], names: tuple[str, ...]) -> float:
    """How far the axis of some quantities reaches: at least as far as when the scene was opened."""
    reached = [opened.get(name, 0.0) for name in names]
    return ladder(max([largest(arrays, names), *reached])) if names else 1.0


def _overridden(scene: Scene, unit: int) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(f"{override.state}_previous", override.step, unit)
        for override in scene.overrides
        if override.unit == unit and override.step <= scene.steps
    )
