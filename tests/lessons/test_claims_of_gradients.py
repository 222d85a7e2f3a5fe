"""The captions of the scenes of gradients, computed as their tab shows them."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene, Shown
from lstm_gui.simulator.gradients.frame import CellGradients
from lstm_gui.simulator.gradients.resolve import resolve_gradients
from tests.lessons.claims import Run, claim, claim_of_scene, curves


def gradients_of(scene: Scene) -> dict[str, CellGradients]:
    """The gradients of each cell, seen from the step that the scene shows and by its loss."""
    return {cell.kind: cell for cell in resolve_gradients(scene, scene.shown.gradients).curves.cells}


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


@claim_of_scene(
    "gradients-small-weight",
    "A plain RNN: each step back multiplies the gradient by about 0.5.",
    "Seen from t = 40, less than 1 % is left seven steps back and 1.5·10⁻¹² at t = 1.",
)
def test_gradients_small_weight(scene: Scene) -> None:
    rnn = gradients_of(scene)["rnn"]
    assert rnn.reach.factor == pytest.approx(0.5, abs=0.005)
    assert rnn.reach.depth == 7
    assert share_left(rnn, 1) == pytest.approx(1.5e-12, rel=0.03)


@claim_of_scene(
    "gradients-saturated",
    "The recurrent weight is 3, but h is stuck at 0.995, where tanh is flat:",
    "each step back multiplies the gradient by 0.03, and two steps back less than 1 % is left.",
)
def test_gradients_saturated(scene: Scene) -> None:
    rnn = gradients_of(scene)["rnn"]
    assert scene.cell.array("U_h") == ((3.0,),)
    assert np.round(curves(scene)["h"][4:, 0], 3) == pytest.approx(0.995)
    assert round(rnn.reach.factor, 2) == 0.03
    assert rnn.reach.depth == 2


@claim_of_scene(
    "gradients-clipped",
    "The RNN's gradient grows 1.5-fold a step, to 7.4 million times at t = 1.",
    "Clipped to a norm of 1 everything shrinks alike: t = 1 still gets 7.4 million times what t = 40 gets.",
)
def test_gradients_clipped(scene: Scene) -> None:
    free, clipped = (
        gradients_of(replace(scene, shown=shown))["rnn"] for shown in (Shown("gradients"), scene.shown)
    )
    assert scene.shown.gradients.clip == 1
    assert clipped.clipped < 1 == free.clipped
    for cell in (free, clipped):
        assert cell.reach.factor == pytest.approx(1.5, abs=0.001)
        assert share_left(cell, 1) == pytest.approx(7.4e6, rel=0.01)


@claim_of_scene(
    "gradients-truncated",
    "Gradients stay within the last eight steps. The LSTM's has lost only 5 % there,",
    "and yet the 1 at t = 1, though still remembered, gets no gradient at all.",
)
def test_gradients_truncated(scene: Scene) -> None:
    lstm, run = gradients_of(scene)["lstm"], Run.of(scene)
    assert scene.shown.gradients.window == 8
    assert share_left(lstm, 64 - 7) == pytest.approx(0.95, abs=0.01)
    assert share_left(lstm, 64 - 8) == 0
    assert lstm.states["h"][0] == lstm.states["c"][0] == 0
    assert run.c[64] > run.c[1] / 2


@claim_of_scene(
    "gradients-gru",
    "z is 0.9975 where the input is 0.",
    "Seen from t = 100, 78 % of the GRU's gradient is left at t = 1, 99 steps back.",
)
def test_gradients_gru(scene: Scene) -> None:
    assert np.round(curves(scene)["z"][2:, 0], 4) == pytest.approx(0.9975)
    assert round(share_left(gradients_of(scene)["gru"], 1), 2) == 0.78


@claim_of_scene(
    "gradients-forget-bias-0",
    "The forget gate starts at 0.5.",
    "Seen from t = 40, less than 1 % of the LSTM's gradient is left seven steps back,",
    "and 1.8·10⁻¹² at t = 1.",
)
def test_gradients_forget_bias_0(scene: Scene) -> None:
    lstm = gradients_of(scene)["lstm"]
    assert Run.of(scene).f[1:] == pytest.approx(0.5)
    assert lstm.reach.depth == 7
    assert share_left(lstm, 1) == pytest.approx(1.8e-12, rel=0.03)


@claim_of_scene(
    "gradients-forget-bias-4",
    "One number is another: the bias of the forget gate is 4, the gate 0.98.",
    "Seen from t = 40, 49 % of the LSTM's gradient is left at t = 1.",
)
def test_gradients_forget_bias_4(scene: Scene) -> None:
    assert scene.cell.array("b_f") == ((4.0,),)
    assert scene.cell.with_arrays({"b_f": ((0.0,),)}) == load("gradients-forget-bias-0").cell
    assert np.round(Run.of(scene).f[1:], 2) == pytest.approx(0.98)
    assert round(share_left(gradients_of(scene)["lstm"], 1), 2) == 0.49


@claim_of_scene(
    "gradients-identity",
    "Where h is positive and the recurrent weight is 1, every step multiplies the gradient by exactly 1:",
    "at t = 1 all of it is left. The price: h adds up and never forgets.",
)
def test_gradients_identity(scene: Scene) -> None:
    rnn, h = gradients_of(scene)["rnn"], curves(scene)["h"][1:, 0]
    assert scene.cell.array("U_h") == ((1.0,),)
    assert (h > 0).all()
    assert set(rnn.states["h"]) == {1.0}
    assert h.tolist() == np.cumsum([x for (x,) in scene.inputs]).tolist()


@claim_of_scene(
    "gradients-target",
    "The loss is the squared distance of h from 0.5, and h ends at 0.5:",
    "there is nothing to learn, and the LSTM's gradient is below 0.001 at every step.",
)
def test_gradients_target(scene: Scene) -> None:
    settings, lstm = scene.shown.gradients, gradients_of(scene)["lstm"]
    assert (settings.loss, settings.target) == ("squared error", 0.5)
    assert round(Run.of(scene).h[-1], 2) == 0.5
    assert max(*lstm.states["h"], *lstm.states["c"]) < 0.001


@claim_of_scene(
    "gradients-orthogonal",
    "Four units whose recurrent matrix is orthogonal, with h at 0, where tanh has slope 1.",
    "Seen from t = 64, all of the RNN's gradient is left at t = 1.",
)
def test_gradients_orthogonal(scene: Scene) -> None:
    U = np.array(scene.cell.array("U_h"))
    np.testing.assert_allclose(U @ U.T, np.eye(4))
    assert not curves(scene)["h"][1:].any()
    assert share_left(gradients_of(scene)["rnn"], 1) == pytest.approx(1)
