"""Looks of any shape, made up: numbers that no network gave, to see that every one of them is shown."""

import numpy as np

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.diagnostics.saturation import Saturation
from lstm_gui.training.look import Look
from lstm_gui.training.look_inside import Reach, cells_of
from lstm_gui.training.network import NetworkChoice, new_network


def made_up(
    answers: str = "numbers",
    kind: Kind = LSTM,
    units: int = 2,
    layers: int = 1,
    both: bool = False,
    steps: int = 12,
    inputs: int = 2,
    outputs: int = 1,
    seed: int = 0,
    step: int = 100,
) -> Look:
    """A look with numbers of a seed; its weights are those of a network that learnt nothing."""
    rng = np.random.default_rng(seed)
    network = new_network(NetworkChoice(kind, units, layers, both), inputs, outputs, seed)
    graph = graph_of(kind)
    quantities: dict[str, FloatArray] = {}
    saturations: dict[str, Saturation] = {}
    norms: dict[str, FloatArray] = {}
    for part, cell in cells_of(network.layer):
        for name in (*graph.gates, *graph.signed):
            low = 0.0 if name in graph.gates else -1.0
            wide = 1 if kind.family == "mlstm" and name in ("i_prime", "f_prime", "m") else units
            quantities[f"{part}{name}"] = rng.uniform(low, 1, (steps, wide)).astype(np.float32)
        for name in graph.squashed:
            low, high = rng.uniform(0, 0.5, (2, units))
            saturations[f"{part}{name}"] = Saturation(low, high)
        for state in cell.state_names:
            norms[f"{part}{state}"] = 10.0 ** rng.uniform(-9, 0, steps)
    y = rng.uniform(0.01, 1, (steps, outputs))
    target = rng.integers(0, 2, (steps, outputs)).astype(float)
    if answers == "classes":
        y /= y.sum(axis=1, keepdims=True)
        target = rng.integers(0, outputs, steps)
    counts = (rng.random(steps) < 0.7).astype(np.float32)
    counts[-1] = 1
    return Look(
        step=step,
        x=rng.normal(size=(steps, inputs)).astype(np.float32),
        y=y,
        target=target,
        counts=counts,
        quantities=quantities,
        weights=dict(network.arrays),
        answers=answers,
        kind=kind,
        reach=Reach(steps // 2 if both else steps - 1, norms),
        saturation=saturations,
    )
