"""The captions of the scenes of gradients, computed as their tab shows them."""

import pytest

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.gradients.frame import CellGradients
from lstm_gui.simulator.gradients.resolve import resolve_gradients
from lstm_gui.simulator.gradients.settings import GradientSettings
from tests.lessons.claims import Run, claim


def gradients_of(scene: Scene) -> dict[str, CellGradients]:
    """The gradients of each cell, seen from the step that the scene shows."""
    return {cell.kind: cell for cell in resolve_gradients(scene, GradientSettings()).curves.cells}


def share_left(cell: CellGradients, step: int) -> float:
    """How much of what arrives at t arrives at a step."""
    curve = cell.states[cell.reach.carrier]
    return curve[step - 1] / curve[-1]


@claim(
    "gradients-vanishing",
    "Seen from t = 40, less than 1 % of the RNN's gradient is left 21 steps back.",
    "The LSTM's cell state still has 52 % of its own 39 steps back.",
)
def test_gradients_vanishing(run: Run) -> None:
    cells = gradients_of(run.scene)
    assert run.scene.step == 40
    assert share_left(cells["rnn"], 40 - 21) < 0.01 <= share_left(cells["rnn"], 40 - 20)
    assert cells["rnn"].reach.depth == 21
    assert round(share_left(cells["lstm"], 1), 2) == 0.52


@claim(
    "gradients-stable",
    "Seen from t = 40, every gradient arrives at t = 1: 35 % of the RNN's, 83 % of the LSTM's and",
    "100 % of the GRU's.",
)
def test_gradients_stable(run: Run) -> None:
    cells = gradients_of(run.scene)
    assert run.scene.step == 40
    left = {kind: round(share_left(cell, 1), 2) for kind, cell in cells.items()}
    assert left == {"rnn": 0.35, "lstm": 0.83, "gru": 1.0}


@claim(
    "gradients-exploding",
    "Seen from t = 40, the RNN's gradient is 1.7·10¹⁸ times as large at t = 1.",
    "The LSTM's is only 2.1 times as large.",
)
def test_gradients_exploding(run: Run) -> None:
    cells = gradients_of(run.scene)
    assert run.scene.step == 40
    assert share_left(cells["rnn"], 1) == pytest.approx(1.7e18, rel=0.03)
    assert round(share_left(cells["lstm"], 1), 1) == 2.1
