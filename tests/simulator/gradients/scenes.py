"""Scenes for the tests of gradients."""

from dataclasses import replace

import numpy as np

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene, zero_cell, zero_states
from lstm_gui.simulator.gradients.edit import with_recurrent_weight


def pulse(steps: int, step: int = 0) -> Scene:
    """A pulse at the last of so many steps, read by a cell that explodes; the last is shown, or `step`."""
    scene = load("gradients-exploding")
    inputs = ((0.0,),) * (steps - 1) + ((1.0,),)
    return replace(scene, inputs=inputs, step=step or steps)


def exploding(steps: int = 60) -> Scene:
    """An RNN's gradient that leaves float32."""
    return with_recurrent_weight(pulse(steps), 8.0)


def drawn(units: int, inputs: int, steps: int, seed: int = 0, kind: Kind = LSTM) -> Scene:
    """A cell of many units with weights drawn at random."""
    rng = np.random.default_rng(seed)
    zeros = zero_cell(kind, inputs, units)
    arrays = tuple(
        tuple(tuple(row) for row in rng.normal(0, 0.7, np.shape(array)).tolist()) for array in zeros.arrays
    )
    return Scene(
        title="Drawn",
        caption="",
        cell=replace(zeros, arrays=arrays),
        initial=zero_states(kind, units),
        inputs=tuple(tuple(row) for row in rng.normal(size=(steps, inputs)).tolist()),
        step=steps,
    )
