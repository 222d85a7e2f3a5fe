"""resolve_gradients(scene, settings) -> GradientFrame: runs the cells and follows their gradients back."""

import math
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import numpy as np

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.diagnostics.gradient import effective_depth
from lstm_gui.nets.diagnostics.jacobian import direct_path
from lstm_gui.nets.losses import mean_squared_error
from lstm_gui.nets.truncation import windows
from lstm_gui.simulator.gradients.cells import Ran, Run, ran, runs_of
from lstm_gui.simulator.gradients.edit import can_forget, forget_bias, recurrent_weight
from lstm_gui.simulator.gradients.frame import (
    CellGradients,
    Curve,
    GradientCurves,
    GradientDials,
    GradientFrame,
    Reach,
    Stop,
)
from lstm_gui.simulator.gradients.settings import GradientSettings
from lstm_gui.simulator.gradients.way import Followed, follow

MOST_JACOBIANS = 40  # of whose norms a curve is drawn: they cost more than the whole way back
HUNDREDTH = 0.01
SHOWN = ("h", "c")  # of the states
LOWS = (-2, -4, -6, -8, -16, -24, -46)  # what the axis may begin at; the last is below all of float32
HIGHS = (1, 4, 8, 16, 24, 39)


def resolve_gradients(scene: Scene, settings: GradientSettings) -> GradientFrame:
    """Everything shown of the gradients of one scene; the target is the step that it shows."""
    target = scene.step - 1
    start = windows(target + 1, settings.window)[-1].start if settings.window else 0
    cells = tuple(_clipped(cell, settings.clip) for cell in _cells(scene, settings, target, start))
    curves = GradientCurves(
        step=scene.step,
        steps=scene.steps,
        start=start + 1,
        axis=_axis(curve for cell in cells for curve in cell.states.values()),
        path_axis=_axis(curve for cell in cells for curve in _paths(cell)),
        cells=cells,
        loss=settings.loss,
        recurrent=abs(recurrent_weight(scene)),
        units=scene.cell.units,
        by_hand=any(override.step <= scene.step for override in scene.overrides),
        of_two=scene.backward is not None,
    )
    dials = GradientDials(
        settings, forget_bias(scene), can_forget(scene), recurrent_weight(scene), scene.steps
    )
    return GradientFrame(curves, dials)


def _cells(scene: Scene, settings: GradientSettings, target: int, start: int) -> list[CellGradients]:
    wanted = settings.target if settings.loss == "squared error" else None
    return [_cell(run, target, start, wanted) for run in runs_of(scene)]


@lru_cache(maxsize=12)
def _cell(run: Run, target: int, start: int, wanted: float | None) -> CellGradients:
    """What goes back in one cell, before clipping."""
    made = ran(run)
    looked_at = _some(target)
    d_output = _d_output(made, target, wanted)
    followed = follow(made.cell, made.trace, made.each, target, d_output, start, looked_at)
    direct = direct_path(made.trace, target)
    stopped = followed.stopped
    return CellGradients(
        kind=run.kind,
        states={name: tuple(curve.tolist()) for name, curve in followed.norms.items() if name in SHOWN},
        jacobian=tuple(zip((s + 1 for s in looked_at), followed.jacobian.tolist(), strict=True)),
        direct=None if direct is None else tuple(np.abs(direct).max(axis=1).tolist()),
        stop=None if stopped is None else Stop(stopped.t + 1, stopped.quantity),
        reach=_reach(followed, start),
        keep=_keep(made, start, target),
        weights=followed.weights,
        clipped=1.0,
    )


def _some(target: int) -> tuple[int, ...]:
    """Indices 0 … target, or some of them, evenly, both ends among them."""
    if target < MOST_JACOBIANS:
        return tuple(range(target + 1))
    return tuple(np.unique(np.linspace(0, target, MOST_JACOBIANS).round().astype(int)).tolist())


def _d_output(made: Ran, target: int, wanted: float | None) -> FloatArray:
    """∂L/∂h_t of the loss: of Σ h_t / √H, or of the mean of (h_t − wanted)²."""
    h = made.trace.h[target, 0]
    if wanted is None:
        return np.full_like(h, len(h) ** -0.5)
    return mean_squared_error(h, np.full_like(h, wanted)).d_y


def _reach(followed: Followed, start: int) -> Reach:
    """Measured from the target back to where truncation begins."""
    carrier = "c" if "c" in followed.norms else "h"
    norms = followed.norms[carrier][start:][::-1]  # from the target backwards
    back = len(norms) - 1
    if norms[0] == 0:
        return Reach(carrier, 0.0, 0, 0.0, back)
    sound = np.append(np.isfinite(norms) & (norms > 0), False)
    passed = max(0, int(np.argmin(sound)) - 1)  # so many steps back it is a number above zero
    share = norms / norms[0] if np.isfinite(norms[0]) else np.full_like(norms, math.inf)
    one_back = float(share[min(back, 1)])
    factor = float(share[passed]) ** (1 / passed) if passed else one_back
    return Reach(carrier, factor, effective_depth(norms[::-1], HUNDREDTH), float(share[-1]), back)


def _keep(made: Ran, start: int, target: int) -> float:
    """The geometric mean of the factors by which the steps after `start` keep their old state."""
    carry: FloatArray | None = getattr(made.trace, "carry", None)
    if carry is None or start == target:
        return 0.0
    with np.errstate(divide="ignore"):
        return float(np.exp(np.log(carry[start + 1 : target + 1]).mean(dtype=np.float64)))


def _clipped(cell: CellGradients, limit: float) -> CellGradients:
    """The same after clipping by norm: all of it is scaled where the gradient of the weights is longer."""
    if not limit or not limit < cell.weights < math.inf:
        return cell
    factor = limit / cell.weights
    states = {name: tuple(factor * norm for norm in curve) for name, curve in cell.states.items()}
    return replace(cell, states=states, clipped=factor)


def _paths(cell: CellGradients) -> tuple[Curve, ...]:
    return tuple(norm for _, norm in cell.jacobian), cell.direct or ()


def _axis(curves: Iterable[Curve]) -> tuple[int, int]:
    """The rungs of 10 between which all numbers above zero lie; zero and infinity stand beyond the ends."""
    shown = np.concatenate([np.asarray(curve) for curve in curves])
    exponents = np.log10(shown[(shown > 0) & np.isfinite(shown)])
    least, most = (float(exponents.min()), float(exponents.max())) if exponents.size else (0.0, 0.0)
    low = next((low for low in LOWS if low <= least), LOWS[-1])
    return low, next((high for high in HIGHS if high >= most), HIGHS[-1])
