"""How far back the gradient of one answer reaches in a network, layer by layer and direction by direction.

The loss is that of the probe at one step t alone. For every layer and direction it is asked how much of it
arrives at the states of each step s:

    ‖∂L_t/∂h_s‖, ‖∂L_t/∂c_s‖, …        by all paths: through time, and through the layers above

In a network of one direction t is the last step that counts, and nothing arrives after it. A layer that reads
from the end gets its gradients from the other side, so in a bidirectional network t is the step that counts
nearest to the middle: both directions then have as far to go.

T time, B batch (1 here).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.bidirectional import Bidirectional, BidirectionalTrace, reversed_in_time
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.diagnostics.norm import norm
from lstm_gui.nets.layer import Layer, Trace
from lstm_gui.nets.stacked import Stacked, StackedTrace
from lstm_gui.training.batch import Batch, loss_of
from lstm_gui.training.network import Network, Prediction

SHARE = 0.01  # of the norm at t: where less arrives, a gradient is said not to reach


@dataclass(frozen=True, eq=False)
class Reach:
    """The norms of ∂L_t/∂ of every state at every step."""

    target: int  # the index of t
    norms: dict[str, FloatArray]  # (T,) float64 by layer, direction and state: "c", "0.forward.h"

    def distance(self, name: str, share: float = SHARE) -> int | None:
        """How many steps from t a gradient first falls under a share of its norm at t, on its longer side.

        None where it stays above that as far as the sequence goes; 0 where nothing arrives at t at all.
        """
        norms = self.norms[name]
        most = norms[self.target]
        if not 0 < most < np.inf:
            return 0
        sides = norms[self.target :: -1], norms[self.target :]
        under = [np.flatnonzero(side < share * most) for side in sides]
        found = [int(steps[0]) if steps.size else None for steps in under]
        if any(steps is None and len(side) > 1 for steps, side in zip(found, sides, strict=True)):
            return None
        return max(steps or 0 for steps in found)


def reach_of(network: Network, prediction: Prediction, probe: Batch, answers: str) -> Reach:
    """Where the gradient of a probe's loss at one step goes; `answers` is one of batch.LOSSES."""
    t = asked_step(network, probe)
    weights = np.zeros(probe.x.shape[:2], dtype=prediction.y.dtype)
    weights[t] = 1
    d_y = loss_of(answers, prediction.y, replace(probe, weights=weights)).d_y
    d_output = network.readout.backward(prediction.trace.output, d_y).x
    norms: dict[str, FloatArray] = {}
    with np.errstate(over="ignore", invalid="ignore"):  # a gradient that explodes is what is to be shown
        _go_down(network.layer, prediction.trace, d_output, "", norms)
    shown = [f"{part}{name}" for part, cell in cells_of(network.layer) for name in cell.state_names]
    return Reach(t, {name: norms[name] for name in shown})


def asked_step(network: Network, probe: Batch) -> int:
    """The index of t: see above."""
    steps = len(probe.x) if probe.lengths is None else int(probe.lengths[0])
    counted = np.arange(steps)
    if probe.weights is not None:
        counted = np.flatnonzero(probe.weights[:steps, 0])
    if not counted.size:
        return steps - 1
    both = any(part.endswith("backward.") for part, _ in cells_of(network.layer))
    place = np.abs(counted - (steps - 1) / 2).argmin() if both else -1
    return int(counted[place])


def cells_of(layer: Layer[Any], part: str = "") -> Iterator[tuple[str, Cell[Any]]]:
    """Every cell of a network with what stands before the names of its quantities: "", "0.", "1.forward."."""
    if isinstance(layer, Cell):
        yield part, layer
    elif isinstance(layer, Stacked | Bidirectional):
        for name, member in layer.members.items():
            yield from cells_of(member, f"{part}{name}.")


def _go_down(
    layer: Layer[Any], trace: Any, d_output: FloatArray, part: str, norms: dict[str, FloatArray]
) -> FloatArray:
    """∂L/∂x (T, 1, I) from ∂L/∂output (T, 1, ·); the norms of all states on the way are written down."""
    if isinstance(layer, Stacked):
        runs: StackedTrace = trace
        for k in reversed(range(len(layer.layers))):
            d_output = _go_down(layer.layers[k], runs.layers[k], d_output, f"{part}{k}.", norms)
        return d_output
    if isinstance(layer, Bidirectional):
        return _both_ways(layer, trace, d_output, part, norms)
    assert isinstance(layer, Cell)
    unwound = layer.unwind(trace, d_output, layer.state_from(None, 1))
    for name, array in zip(layer.state_names, unwound.d_states, strict=True):
        norms[f"{part}{name}"] = norm(array.reshape(len(array), -1))
    d_x: FloatArray = unwound.d_z @ layer.W
    return d_x


def _both_ways(
    layer: Bidirectional,
    trace: BidirectionalTrace,
    d_output: FloatArray,
    part: str,
    norms: dict[str, FloatArray],
) -> FloatArray:
    """As `_go_down`; what the backward layer has of its own time is put back in the order of x."""
    d_ahead, d_back = np.split(d_output, [layer.forward_layer.outputs], axis=2)
    ahead = _go_down(layer.forward_layer, trace.forward, d_ahead, f"{part}forward.", norms)
    lengths, run, own = trace.lengths, trace.backward.run, dict[str, FloatArray]()
    turned = reversed_in_time(d_back, lengths)
    back = _go_down(layer.backward_layer, run, turned, f"{part}backward.", own)
    norms.update({name: _in_order(array, run) for name, array in own.items()})
    return ahead + reversed_in_time(back, lengths)


def _in_order(array: FloatArray, run: Trace) -> FloatArray:
    """Numbers (T,) of a run over reversed time in the order of x."""
    return reversed_in_time(array[:, np.newaxis, np.newaxis], run.lengths)[:, 0, 0]
