"""Trains and writes the comparisons that ship: `python -m tests.lessons.train_comparisons`.

The cell that is kept is, of those from all seeds, the one whose error is the median.
"""

from dataclasses import replace

import numpy as np

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.comparison import TRAINED, Comparison, Lane
from lstm_gui.lessons.scene import Names, Scene, zero_states
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.lessons.shown import Shown
from lstm_gui.lessons.trained import FOLDER, SUFFIX
from lstm_gui.resource import resource_path
from lstm_gui.simulator.layer import layer_of
from tests.lessons.trained_tasks import (
    FAMILIES,
    SEEDS,
    STEPS,
    TASKS,
    UNITS,
    UPDATES,
    cell_of_scene,
    error_of,
    trained,
)

SHOWN_SEED = 5  # of the sequence that is shown
SMALL = 0.001  # errors below are not told apart
TITLES = {"hold-one-bit": "Trained: hold one bit", "marked-number": "Trained: remember the marked number"}
CAPTIONS = {
    "hold-one-bit": (
        "x is 1 or −1 at the first step, then noise; after 20 steps h of unit 1 should be 0.8 times that bit."
        " RNN, LSTM and GRU of four units all learn it, from each of five seeds (mean squared error < 0.02)."
    ),
    "marked-number": (
        "x₁ is a new number at every step, and x₂ marks one; after 20 steps h of unit 1 should be 0.8 times"
        " the marked one. LSTM and GRU of four units learn it from each of five seeds (mean squared error"
        " < 0.02), the RNN from two at most: else it does no better than always saying 0, which errs by 0.21."
    ),
}
_UNITS = ("answer", *("",) * (UNITS - 1))
NAMES = {"hold-one-bit": Names(units=_UNITS), "marked-number": Names(("number", "mark"), _UNITS)}


def comparison(name: str) -> Scene:
    """One of them, trained anew."""
    task = TASKS[name]
    found: dict[str, tuple[Scene, str]] = {}
    inputs = shown_inputs(name)
    for family in FAMILIES:
        cells = {seed: trained(task, family, seed) for seed in SEEDS}
        errors = {seed: error_of(task, cell) for seed, cell in cells.items()}
        seed = sorted(SEEDS, key=lambda seed: errors[seed])[len(SEEDS) // 2]
        cell = cell_of_scene(family, cells[seed], task.inputs)
        error = error_of(task, layer_of(cell))
        print(name, family, {seed: round(error, 4) for seed, error in errors.items()}, "kept", seed)
        about = f"trained on this task: seed {seed}, {UPDATES} updates, mean squared error {_size(error)}"
        found[family] = Scene("", "", cell, zero_states(Kind.of(family), UNITS), inputs), about
    scene, first = found["lstm"]
    lanes = tuple(
        Lane(family.upper(), TRAINED, *(found[family][0],) * 2, found[family][1]) for family in ("rnn", "gru")
    )
    return replace(
        scene,
        title=TITLES[name],
        caption=CAPTIONS[name],
        step=STEPS,
        names=NAMES[name],
        shown=Shown(tab="compare"),
        compare=Comparison(lanes, first),
    )


def _size(error: float) -> str:
    return f"{error:.2g}" if error >= SMALL else f"under {SMALL}"


def shown_inputs(name: str) -> tuple[tuple[float, ...], ...]:
    """The sequence that is shown, to two decimals."""
    x, _ = TASKS[name].draw(np.random.default_rng(SHOWN_SEED))
    return tuple(tuple(round(float(number), 2) + 0.0 for number in row) for row in x[:, 0])


def main() -> None:
    """Write all of them."""
    for name in TASKS:
        path = resource_path(f"{FOLDER}/{name}{SUFFIX}")
        path.write_text(scene_to_json(comparison(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
