"""Finds the bias that gives a gate the pre-activation wanted at the step shown."""

from collections.abc import Callable

import numpy as np

from lstm_gui.lessons.scene import MAX_MAGNITUDE, Scene
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.scene_edit import with_value
from lstm_gui.simulator.seen import address_of
from lstm_gui.simulator.values import parameter_value, traced_arrays, traced_value

_TOLERANCE = 1e-12  # relative to the size of the numbers
_TRIALS = 60


def bias_for(scene: Scene, gate: str, z: float, unit: int = 0) -> float:
    """The bias of a block for which its pre-activation at scene.step is z.

    z(b) = b + W x_t + U h_{t−1}(b) + … is continuous. Where every h that the cell computes is bounded by 1,
    and z reads nothing else that hangs on b, a solution lies within ΣǀUǀ of the first guess. Where there are
    several, one near the present bias is found. Where z reads what has no bound (a cell state, or h behind
    ReLU), the search goes as far as what z reads now would carry it.
    """
    moved = address_of(f"b_{gate}", 0, unit, 0, scene.cell.graph)
    bias = parameter_value(scene, moved)

    def excess(trial: float) -> float:
        changed = with_value(scene, moved, trial)
        return _read(run_scene(changed, scene.step), changed, f"z_{gate}", unit) - z

    reach = 2 * _sway(scene, gate, unit) + 1e-6 * (1 + abs(z))
    first = excess(bias)
    size = 1 + abs(z) + abs(bias) + abs(first)
    return root(excess, bias, first, reach, _TOLERANCE * size)


def _read(trace: CellTrace, scene: Scene, name: str, unit: int) -> float:
    return traced_value(trace, Quantity(name, scene.step, unit), scene.cell.graph)


def _sway(scene: Scene, gate: str, unit: int) -> float:
    """How far the parts of z can move that hang on a bias: their weights, times what they weigh."""
    graph, cell = scene.cell.graph, scene.cell
    if f"U_{gate}" not in graph.parameter:
        return 0.0
    found = sum(abs(weight) for weight in cell.array(f"U_{gate}")[unit])
    more = [given.name for given in graph.parameters if given.block == gate and given.array not in "WUb"]
    found += sum(abs(weight) for name in more for weight in cell.array(name)[unit])
    if graph.bounded and not more:
        return found
    arrays = traced_arrays(run_scene(scene, scene.step), graph)
    largest = max(float(np.nanmax(np.abs(arrays[name]))) for name in graph.read_of)
    return found * max(1.0, min(largest, MAX_MAGNITUDE))


def root(
    excess: Callable[[float], float], start: float, first: float, reach: float, tolerance: float
) -> float:
    """A zero of `excess`, whose slope is near 1, from start with excess(start) = first.

    A secant step each time, but within the bracket start − first ± reach, halved at every third trial.
    """
    low, high = start - first - reach, start - first + reach
    before, before_excess = start, first
    here, here_excess = start - first, excess(start - first)
    for trial in range(_TRIALS):
        if abs(here_excess) <= tolerance:
            break
        low, high = (here, high) if here_excess < 0 else (low, here)
        rise = here_excess - before_excess
        after = here - here_excess * (here - before) / rise if rise else low
        if trial % 3 == 2 or not low < after < high:
            after = (low + high) / 2
        if after in (low, high):
            break  # nothing lies between: this is as near as the numbers allow
        before, before_excess = here, here_excess
        here, here_excess = after, excess(after)
    return here
