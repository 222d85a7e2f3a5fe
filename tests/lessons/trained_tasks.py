"""The tasks on which the cells of the comparisons were trained, and how they were trained."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons import scene as scenes
from lstm_gui.lessons.scene import Matrix
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.clipping import clipped_by_norm
from lstm_gui.nets.initialisers import orthogonal
from lstm_gui.nets.memory_bias import with_forget_bias
from lstm_gui.nets.optimisers import NO_MEMORY, Adam
from lstm_gui.nets.zeros import zeros_gru, zeros_lstm, zeros_rnn

STEPS, BATCH, UNITS = 20, 64, 4
SEEDS = (0, 1, 2, 3, 4)
UPDATES, RATE = 800, 0.02
ANSWER = 0.8  # of what is to be remembered is what h of the first unit should come to
FRESH = 999  # the seed of the sequences on which a trained cell is judged
DECIMALS = 3  # of the weights that are kept
LEARNT = 0.02  # the error below which a task was learnt
FAMILIES = ("rnn", "lstm", "gru")

Numbers = NDArray[np.float64]
Draw = Callable[[np.random.Generator], tuple[Numbers, Numbers]]


def one_bit(rng: np.random.Generator) -> tuple[Numbers, Numbers]:
    """−1 or 1 at the first step, then noise: x (STEPS, BATCH, 1), and the answers (BATCH,)."""
    x = rng.uniform(-0.5, 0.5, (STEPS, BATCH, 1))
    x[0, :, 0] = bit = rng.choice([-1.0, 1.0], BATCH)
    return x, ANSWER * bit


def marked_number(rng: np.random.Generator) -> tuple[Numbers, Numbers]:
    """A number at every step, and a second input that is 1 at one of the first ten: x (STEPS, BATCH, 2)."""
    x = np.zeros((STEPS, BATCH, 2))
    x[:, :, 0] = rng.uniform(-1, 1, (STEPS, BATCH))
    marked, every = rng.integers(0, STEPS // 2, BATCH), np.arange(BATCH)
    x[marked, every, 1] = 1
    return x, ANSWER * x[marked, every, 0]


@dataclass(frozen=True)
class Task:
    """What is learnt, and what was found."""

    draw: Draw
    inputs: int
    learnt: dict[str, tuple[int, int]]  # by each family, from at least and at most so many of SEEDS


TASKS = {
    "hold-one-bit": Task(one_bit, 1, {"rnn": (5, 5), "lstm": (5, 5), "gru": (5, 5)}),
    "marked-number": Task(marked_number, 2, {"rnn": (0, 2), "lstm": (5, 5), "gru": (5, 5)}),
}
"""By the names of the comparisons."""


def new_cell(family: str, inputs: int, seed: int) -> Cell[Any]:
    """A cell as it is before training; a gate that keeps begins with a bias of 1."""
    rng = np.random.default_rng(seed)
    if family == "rnn":
        return orthogonal(zeros_rnn(inputs, UNITS), rng)
    zeros: Cell[Any] = zeros_lstm(inputs, UNITS) if family == "lstm" else zeros_gru(inputs, UNITS)
    return with_forget_bias(orthogonal(zeros, rng), 1.0)


def trained(task: Task, family: str, seed: int, updates: int = UPDATES) -> Cell[Any]:
    """A cell after so many updates by Adam, whose rate falls to nothing along a cosine."""
    cell, rng = new_cell(family, task.inputs, seed), np.random.default_rng((seed, 1))
    adam, memory = Adam(RATE), NO_MEMORY
    for k in range(updates):
        x, answer = task.draw(rng)
        trace = cell.forward(x)
        d_output = np.zeros_like(trace.output)
        d_output[-1, :, 0] = 2 * (trace.output[-1, :, 0] - answer) / BATCH
        gradient = clipped_by_norm(cell.backward(trace, d_output).vector, 1.0).gradient
        rate = RATE * 0.5 * (1 + math.cos(math.pi * k / updates))
        vector, memory = adam.step(cell.vector, gradient, memory, rate)
        cell = cell.with_vector(vector)
    return cell


def error_of(task: Task, cell: Cell[Any]) -> float:
    """The mean squared error of the last h of the first unit, on sequences that it was not trained on."""
    rng, errors = np.random.default_rng(FRESH), []
    for _ in range(20):
        x, answer = task.draw(rng)
        errors.append(np.mean((cell.forward(x).output[-1, :, 0] - answer) ** 2))
    return float(np.mean(errors))


def cell_of_scene(family: str, cell: Cell[Any], inputs: int) -> scenes.Cell:
    """A trained cell as a scene has it, rounded to DECIMALS."""
    kind = Kind.of(family)
    found: dict[str, Matrix] = {}
    made = scenes.zero_cell(kind, inputs, UNITS)
    for n, block in enumerate(made.graph.blocks):
        rows = slice(n * UNITS, (n + 1) * UNITS)
        for given in made.graph.parameters:
            if given.block == block.name and given.array in cell.arrays:  # a GRU was trained without bu
                found[given.name] = _rows(cell.arrays[given.array][rows])
    return made.with_arrays(found)


def _rows(array: FloatArray) -> Matrix:
    whole = array[:, np.newaxis] if array.ndim == 1 else array
    return tuple(tuple(round(float(number), DECIMALS) + 0.0 for number in row) for row in whole)
