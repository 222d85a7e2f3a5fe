"""resolve(state) -> Frame: runs the scene and cuts what came out into the parts that the views show."""

from functools import lru_cache

import numpy as np

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.explain import equations
from lstm_gui.simulator.frame import (
    CellPart,
    EquationsPart,
    Frame,
    OperatingPart,
    TimelinePart,
    TransportPart,
    WeightsPart,
)
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.quantity import PARAMETERS, STATES, Quantity
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import parameter_value

_STATE_NAMES = {"h": "h_previous", "c": "c_previous"}


def resolve(state: SimState) -> Frame:
    """Everything shown for one state. Unit 0 and input 0 are the ones shown."""
    scene = state.scene
    trace = run_scene(scene)
    curves = _curves(trace)
    overridden = _overridden(scene)
    cell = CellPart(
        step=scene.step,
        values={name: curve[scene.step - 1] for name, curve in curves.items()},
        overridden=frozenset(quantity.name for quantity in overridden if quantity.step == scene.step),
    )
    return Frame(
        state=state,
        trace=trace,
        cell=cell,
        timeline=_timeline(state, trace, curves, overridden),
        operating=OperatingPart({gate: (cell.values[f"z_{gate}"], cell.values[gate]) for gate in GATES}),
        equations=EquationsPart(equations(trace, scene)),
        weights=WeightsPart({name: parameter_value(scene, Quantity(name)) for name in PARAMETERS}),
        transport=TransportPart(scene.title, scene.caption, scene.step, scene.steps, state.changed),
    )


def _curves(trace: LstmTrace) -> dict[str, tuple[float, ...]]:
    """Every quantity that has a step, through time, of unit 0 and input 0."""
    curves = {
        name: tuple(getattr(trace, name)[:, 0, 0].tolist()) for name in ("x", *STATES, "c", "tanh_c", "h")
    }
    for gate in GATES:
        curves[gate] = tuple(trace.gate(gate)[:, 0, 0].tolist())
        curves[f"z_{gate}"] = tuple(trace.pre_activation(gate)[:, 0, 0].tolist())
    return curves


def _timeline(
    state: SimState,
    trace: LstmTrace,
    curves: dict[str, tuple[float, ...]],
    overridden: tuple[Quantity, ...],
) -> TimelinePart:
    x_reach, c_reach = _reach_of(state.origin)
    return TimelinePart(
        step=state.scene.step,
        curves={name: curves[name] for name in ("x", *GATES, "c", "h")},
        overridden=overridden,
        x_limit=ladder(max(x_reach, float(np.abs(trace.x).max()))),
        c_limit=ladder(max(c_reach, float(np.abs(trace.c).max()))),
        labels=state.scene.labels,
        seeded=bool(state.scene.drawn_as),
    )


@lru_cache(maxsize=16)
def _reach_of(origin: Scene) -> tuple[float, float]:
    """The largest ǀxǀ and ǀcǀ of the scene as it was opened.

    The axes reach at least that far, so that they do not shrink while something is dragged.
    """
    trace = run_scene(origin)
    return float(np.abs(trace.x).max()), float(np.abs(trace.c).max())


def _overridden(scene: Scene) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(_STATE_NAMES[override.state], override.step)
        for override in scene.overrides
        if override.unit == 0 and override.step <= scene.steps
    )
