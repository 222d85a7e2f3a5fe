"""Finds the bias that gives a gate the pre-activation wanted at the step shown."""

from collections.abc import Callable

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.scene_edit import with_value
from lstm_gui.simulator.values import parameter_value, traced_value

_TOLERANCE = 1e-12  # relative to the size of the numbers
_TRIALS = 60


def bias_for(scene: Scene, gate: str, z: float, unit: int = 0) -> float:
    """The bias of a gate for which its pre-activation at scene.step is z.

    z(b) = b + W x_t + U h_{t−1}(b) is continuous, and h is bounded by 1 wherever it depends on b, so a
    solution lies within ΣǀUǀ of the first guess. Where there are several, one near the present bias is found.
    """
    quantity = Quantity(f"z_{gate}", scene.step, unit)
    moved = Quantity(f"b_{gate}", unit=unit)
    bias = parameter_value(scene, moved)

    def excess(trial: float) -> float:
        trace = run_scene(with_value(scene, moved, trial), scene.step)
        return traced_value(trace, quantity) - z

    reach = 2 * sum(abs(weight) for weight in scene.cell.gate(gate).U[unit]) + 1e-6 * (1 + abs(z))
    first = excess(bias)
    size = 1 + abs(z) + abs(bias) + abs(first)
    return root(excess, bias, first, reach, _TOLERANCE * size)


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
