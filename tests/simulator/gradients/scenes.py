"""Scenes for the tests of gradients."""

from dataclasses import replace

import numpy as np

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Cell, GateWeights, Scene
from lstm_gui.simulator.gradients.edit import with_recurrent_weight


def pulse(steps: int, step: int = 0) -> Scene:
    """A pulse at the last of so many steps, read by a cell that explodes; the last is shown, or `step`."""
    scene = load("gradients-exploding")
    inputs = ((0.0,),) * (steps - 1) + ((1.0,),)
    return replace(scene, inputs=inputs, step=step or steps)


def exploding(steps: int = 60) -> Scene:
    """An RNN's gradient that leaves float32."""
    return with_recurrent_weight(pulse(steps), 8.0)


def drawn(units: int, inputs: int, steps: int, seed: int = 0) -> Scene:
    """A cell of many units with weights drawn at random."""
    rng = np.random.default_rng(seed)

    def rows(columns: int) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(row) for row in rng.normal(0, 0.7, (units, columns)).tolist())

    def gate() -> GateWeights:
        return GateWeights(rows(inputs), rows(units), rows(units)[0])

    return Scene(
        title="Drawn",
        caption="",
        cell=Cell(inputs, units, gate(), gate(), gate(), gate()),
        initial_h=(0.1,) * units,
        initial_c=(0.2,) * units,
        inputs=tuple(tuple(row) for row in rng.normal(size=(steps, inputs)).tolist()),
        step=steps,
    )
