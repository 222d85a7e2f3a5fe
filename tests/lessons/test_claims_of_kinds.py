"""The captions of the scenes that show one kind of cell each, computed on the simulator."""

import numpy as np
import pytest

from lstm_gui.graph.kind import KINDS, LSTM, Kind
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.gradients.presets import PRESETS
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from tests.lessons.claims import claim_of_scene, curves


@claim_of_scene(
    "plain-rnn",
    "An RNN writes its memory anew at every step: of the 0.96 that the 1 at t = 1 leaves in h,",
    "less than half is there at t = 5 and less than a fifth at t = 12.",
)
def test_plain_rnn(scene: Scene) -> None:
    h = curves(scene)["h"][:, 0]
    assert round(h[1], 2) == 0.96
    assert 0 < h[5] < h[1] / 2
    assert 0 < h[12] < h[1] / 5


@claim_of_scene(
    "relu-explodes",
    "Without a squashing function h grows twentyfold at every step.",
    "At t = 238 it is larger than the largest number a computer writes, and the run stops there.",
)
def test_relu_explodes(scene: Scene) -> None:
    frame = resolve(SimState.of(scene))
    h = frame.arrays["h"][:, 0]
    assert h[1:237] / h[:236] == pytest.approx(20)
    assert np.isfinite(h[236])
    assert np.isinf(h[237])
    assert frame.explosion is not None
    assert frame.explosion.step == 238


@claim_of_scene(
    "lstm-1997",
    "It has no forget gate. Each of the five ones adds to c, nothing ever takes away,",
    "and c ends at its highest.",
)
def test_lstm_1997(scene: Scene) -> None:
    found = curves(scene)
    c, ones = found["c"][:, 0], [t for t, (x,) in enumerate(scene.inputs, 1) if x]
    assert "f" not in found
    assert len(ones) == 5
    rises = np.diff(c[1:])
    assert (rises > 0).all()
    assert (rises[[t - 2 for t in ones if t > 1]] > 0.9).all()
    assert c[12] == c[1:].max()


@claim_of_scene(
    "count-in-the-open",
    "Without the tanh on its way out h is the number of ones so far, to within 0.06, and is 5.96 at the end.",
    "With it, h would never pass 1.",
)
def test_count_in_the_open(scene: Scene) -> None:
    h = curves(scene)["h"][1:, 0]
    assert np.abs(h - np.cumsum([x for (x,) in scene.inputs])).max() < 0.06
    assert round(h[-1], 2) == 5.96
    squashed = curves(switched(scene, Kind.of("lstm", variant="peephole")).scene)["h"][1:, 0]
    assert squashed.max() < 1


@claim_of_scene(
    "no-input-gate",
    "The 1 at t = 1 is to be kept, but without an input gate the noise after it is written too:",
    "by t = 3 c has lost the sign, and it ends below −1.",
)
def test_no_input_gate(scene: Scene) -> None:
    found = curves(scene)
    assert "i" not in found
    c = found["c"][:, 0]
    assert c[1] > 0.7
    assert c[2] > 0 > c[3]
    assert c[12] < -1
    guarded = curves(switched(scene, LSTM).scene)
    assert "i" in guarded


@claim_of_scene(
    "no-output-gate",
    "Without an output gate h is tanh of c at every step: what is remembered for later is told at once,",
    "ten steps too early.",
)
def test_no_output_gate(scene: Scene) -> None:
    found = curves(scene)
    assert "o" not in found
    h, c = found["h"][1:, 0], found["c"][1:, 0]
    assert h == pytest.approx(np.tanh(c))
    assert scene.steps - 2 == 10
    assert h[1] > 0.7
    assert h[-1] > 0.7


@claim_of_scene(
    "unsquashed-input",
    "Without the tanh on the candidate the 1 at t = 1 lifts c to 3.00 at once,",
    "and the −1 at t = 2 takes all of it back. No LSTM with a tanh there moves c by more than 1.",
)
def test_unsquashed_input(scene: Scene) -> None:
    c = curves(scene)["c"][:, 0]
    assert round(c[1], 2) == 3
    assert abs(c[2]) < 0.001
    squashed = curves(switched(scene, Kind.of("lstm", variant="peephole")).scene)
    assert np.abs(squashed["g"][1:]).max() <= 1


@claim_of_scene(
    "bounded-by-a-peephole",
    "There is no forget gate, but the input gate sees c: after two of the twelve ones c is 1.97,",
    "the gate falls below 0.03, and c never passes 2.2.",
)
def test_bounded_by_a_peephole(scene: Scene) -> None:
    found = curves(scene)
    assert "f" not in found
    assert scene.inputs == ((1.0,),) * 12
    assert round(found["c"][2, 0], 2) == 1.97
    assert (found["i"][3:] < 0.03).all()
    assert found["c"][1:].max() < 2.2


@claim_of_scene(
    "gates-that-hear",
    "The input gate reads what it was a step before: open makes it shut, shut makes it open.",
    "Without any input it opens at t = 1, 3, 5 …, and c climbs every other step.",
)
def test_gates_that_hear(scene: Scene) -> None:
    found = curves(scene)
    i, c = found["i"][1:, 0], found["c"][1:, 0]
    assert not np.any(scene.inputs)
    assert (i[::2] > 0.98).all()
    assert (i[1::2] < 0.02).all()
    assert (np.diff(c)[1::2] > 0.9).all()
    assert (np.abs(np.diff(c)[::2]) < 0.02).all()


@claim_of_scene(
    "peephole-timing",
    "No input comes, yet h is above 0.8 at every third step and below 0.15 between:",
    "the output gate sees c pass 2.8 and opens, and h then shuts the forget gate.",
)
def test_peephole_timing(scene: Scene) -> None:
    found = curves(scene)
    h, c = found["h"][1:, 0], found["c"][1:, 0]
    fires = np.arange(1, 16) % 3 == 0
    assert not np.any(scene.inputs)
    assert (h[fires] > 0.8).all()
    assert (np.abs(h[~fires]) < 0.15).all()
    assert ((c > 2.8) == fires).all()
    assert (found["o"][3::3] > 0.8).all()
    assert (found["f"][4::3] < 0.05).all()


@claim_of_scene(
    "moving-average",
    "With f = 1 − i, c is a mean of what came in, the newest counting a fifth:",
    "it moves a fifth of its way to ±1 at every step and never gets past.",
)
def test_moving_average(scene: Scene) -> None:
    found = curves(scene)
    c, g = found["c"][1:, 0], found["g"][1:, 0]
    assert found["f"][1:] == pytest.approx(1 - found["i"][1:])
    before = np.array([0, *c[:-1]])
    assert (c - before) / (g - before) == pytest.approx(0.2, abs=0.001)
    assert np.abs(g).min() > 0.99
    assert np.abs(c).max() < 1


@claim_of_scene(
    "gru-z-keeps",
    "Here h = z·h + (1 − z)·n, as in PyTorch and Keras.",
    "z falls to 0.04 at t = 1 to write 0.9, then stays at 0.95 and keeps nine tenths of it to t = 3.",
)
def test_gru_z_keeps(scene: Scene) -> None:
    found = {name: rows[:, 0] for name, rows in curves(scene).items()}
    h, z, n = found["h"], found["z"], found["n"]
    assert h[2:] == pytest.approx(z[2:] * h[1:-1] + (1 - z[2:]) * n[2:])
    assert np.round(z[[1, 2, 3]], 2).tolist() == [0.04, 0.95, 0.95]
    assert round(h[1], 1) == 0.9
    assert h[3] / h[1] == pytest.approx(0.9, abs=0.01)


@claim_of_scene(
    "gru-z-writes",
    "Here h = (1 − z)·h + z·n, as in the first paper. Every z is 1 − z of the cell before,",
    "by weights with the sign turned, and h is the same at every step.",
)
def test_gru_z_writes(scene: Scene) -> None:
    names = scene_names()
    assert names.index("gru-z-keeps") + 1 == names.index("gru-z-writes")
    here, before = curves(scene), curves(load("gru-z-keeps"))
    assert here["z"][1:] == pytest.approx(1 - before["z"][1:])
    assert here["h"][1:] == pytest.approx(before["h"][1:])
    assert scene.cell == switched(load("gru-z-keeps"), Kind.of("gru", z="writes")).scene.cell


@claim_of_scene(
    "gru-reset",
    "At t = 5 and 10 the reset gate falls below 0.01 and hides h from the candidate,",
    "which drops from above 0.98 to 0.47. Three steps on it is above 0.97 again.",
)
def test_gru_reset(scene: Scene) -> None:
    found = {name: rows[:, 0] for name, rows in curves(scene).items()}
    r, n = found["r"], found["n"]
    assert np.flatnonzero(r < 0.01).tolist() == [5, 10]
    assert np.round(n[[5, 10]], 2).tolist() == [0.47, 0.47]
    assert (n[[4, 9]] > 0.98).all()
    assert n[8] > 0.97


@claim_of_scene(
    "slstm-revises",
    "The input gate is exponential: the stronger clue at t = 5 outweighs the one at t = 1 a thousandfold",
    "and turns h from 0.83 to −0.99. The weaker one at t = 9 changes nothing.",
)
def test_slstm_revises(scene: Scene) -> None:
    found = {name: rows[:, 0] for name, rows in curves(scene).items()}
    z, h = found["z_i"], found["h"]
    assert np.exp(z[5] - z[1]) > 1000
    assert np.round(h[[4, 5]], 2).tolist() == [0.83, -0.99]
    assert abs(h[9] - h[8]) < 0.001
    assert z[9] < z[1]


KIND_WITHOUT_A_SCENE = {
    Kind.of("lstm", variant="NP"),  # computes what the usual LSTM does
    Kind.of("gru", reset="before"),  # differs with several units alone
    Kind.of("gru", reset="before", z="writes"),
    Kind.of("slstm", forget="exponential"),
}


def test_every_kind_of_cell_has_a_scene_of_its_own() -> None:
    shown = {load(name).cell.kind for name in scene_names() if name not in PRESETS}
    assert set(KINDS) - shown == KIND_WITHOUT_A_SCENE
