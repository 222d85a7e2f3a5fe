"""The captions of the scenes that show memory and behaviour through time, computed on the simulator."""

import numpy as np
import pytest

from tests.lessons.claims import Run, claim, with_inputs, with_start


@claim(
    "remember",
    "The 1 at t = 1 writes c = 0.88, and for ten steps c stays near that: at t = 11 it is 0.90.",
    "The −1 at t = 12 shuts the forget gate and wipes it.",
)
def test_remember(run: Run) -> None:
    assert run.x[1] == 1
    assert run.i[1] > 0.9
    assert round(run.c[1], 2) == 0.88
    assert np.abs(run.c[1:12] - run.c[1]).max() < 0.07
    assert round(run.c[11], 2) == 0.90
    assert run.x[12] == -1
    assert run.f[12] < 0.15
    assert run.c[12] < 0.15 * run.c[11]


@claim(
    "counter",
    "At every step c is the number of ones so far, to within 0.01.",
    "h cannot show it: from three ones on it moves by less than 0.01.",
)
def test_counter(run: Run) -> None:
    ones = np.cumsum(run.x[1:] == 1)
    assert np.abs(run.c[1:] - ones).max() < 0.01
    assert ones[-1] > 3
    assert np.ptp(run.h[1:][ones >= 3]) < 0.01


@claim(
    "toggle",
    "Every 1 flips the sign of h, every 0 leaves it, and h never comes nearer to zero than 0.7.",
)
def test_toggle(run: Run) -> None:
    assert set(run.x[1:]) == {0, 1}
    flipped = np.sign(run.h[1:]) != np.sign(run.h[:-1])
    assert (flipped == (run.x[1:] == 1)).all()
    assert (np.abs(run.h) > 0.7).all()


@claim(
    "leaky-integrator",
    "While the input is 1, c closes a fifth of its distance to 0.96 at every step.",
    "When the input stops, c loses a fifth of itself at every step.",
)
def test_leaky_integrator(run: Run) -> None:
    assert run.x[1:].tolist() == [1] * 7 + [0] * 5
    distance = np.tanh(2) - run.c[:8]
    assert round(np.tanh(2), 2) == 0.96
    assert 1 - distance[1:] / distance[:-1] == pytest.approx(0.2, abs=0.005)
    assert 1 - run.c[8:] / run.c[7:-1] == pytest.approx(0.2, abs=0.005)


@claim(
    "decay",
    "With the forget gate at 0.9 the memory loses a tenth at every step:",
    "less than half of it is left after seven steps.",
)
def test_decay(run: Run) -> None:
    assert run.f[1:] == pytest.approx(0.9, abs=0.001)
    assert 1 - run.c[1:] / run.c[:-1] == pytest.approx(0.1, abs=0.001)
    assert run.c[6] > 0.5 * run.c[0] > run.c[7]


@claim(
    "spike-response",
    "The spike at t = 2 lasts one step, but c is still above half of its peak at t = 10.",
    "As h fades so does the forget gate, and c loses a larger share at every step.",
)
def test_spike_response(run: Run) -> None:
    assert np.flatnonzero(run.x[1:]).tolist() == [1]
    assert run.c[10] > 0.5 * run.c.max()
    assert (np.diff(run.h[2:]) < 0).all()
    assert (np.diff(run.f[3:]) < 0).all()
    kept = run.c[3:] / run.c[2:-1]
    assert (kept < 1).all()
    assert (np.diff(kept) < 0).all()


@claim(
    "vanishing",
    "With the forget gate at 0.5 the product of ten forget gates is below 0.001:",
    "less than a thousandth of what was written at t = 1 is left at t = 11.",
)
def test_vanishing(run: Run) -> None:
    assert run.f[1:] == pytest.approx(0.5)
    assert run.f[2:12].prod() < 0.001
    assert run.i[1] > 0.9
    assert run.c[11] < 0.001 * run.c[1]


@claim(
    "exploding",
    "The forget gate never exceeds 1, but h feeds back through the candidate:",
    "from t = 2 to t = 6 c more than doubles at every step.",
)
def test_exploding(run: Run) -> None:
    assert (run.f[1:] < 1).all()
    assert run.scene.cell.gate("g").U[0][0] > 0
    assert (run.c[2:7] > 2 * run.c[1:6]).all()
    nudge = 1e-6  # and so does any small difference, which is the gradient ∂c/∂c_0
    grown = (Run.of(with_start(run.scene, nudge)).c - Run.of(with_start(run.scene, 0.0)).c) / nudge
    assert grown[6] > 2**5


@claim(
    "carousel",
    "With f = 1 and i = 0 the start goes round untouched: after twelve steps c is within 0.001 of 0.7,",
    "and the product of the forget gates is above 0.999.",
)
def test_carousel(run: Run) -> None:
    assert run.f[1:] == pytest.approx(1, abs=1e-4)
    assert run.i[1:] == pytest.approx(0, abs=1e-4)
    assert run.c[0] == 0.7
    assert len(run.c) == 13
    assert abs(run.c[12] - 0.7) < 0.001
    assert run.f[1:].prod() > 0.999


@claim(
    "forecast",
    "Taken as a guess of the next input, h does better than repeating the present input:",
    "its mean squared error is less than three quarters as large.",
)
def test_forecast(run: Run) -> None:
    following = run.x[2:]
    error_of_h = np.mean((run.h[1:-1] - following) ** 2)
    error_of_repeating = np.mean((run.x[1:-1] - following) ** 2)
    assert error_of_h < 0.75 * error_of_repeating


@claim(
    "not-good",
    "Ordinary words are 0, “not” is 0.5, “good” is 1. “Good” at t = 2 makes h positive;",
    "at t = 10, after “not” took h to −0.64, the same word pushes it further down.",
)
def test_not_good(run: Run) -> None:
    assert run.x[[2, 9, 10]].tolist() == [1, 0.5, 1]
    assert np.count_nonzero(run.x[1:]) == 3
    assert run.h[2] > 0.5
    assert round(run.h[9], 2) == -0.64
    assert run.h[10] < run.h[9] - 0.05


@claim(
    "same-input",
    "The input is 0.5 at t = 3 and again at t = 9, and the weights are the same, but h differs by more",
    "than 0.4, because c was 0 before one and about 1 before the other.",
)
def test_same_input(run: Run) -> None:
    assert run.x[3] == run.x[9] == 0.5
    assert abs(run.h[3] - run.h[9]) > 0.4
    assert run.c[2] == 0
    assert run.c[8] == pytest.approx(1, abs=0.05)


@claim(
    "late-clue",
    "Turn the clue at t = 10 from 1 to −1: h does not change before t = 10 and changes by more than 0.4",
    "there. A cell that reads forwards cannot use what is still to come.",
)
def test_late_clue(run: Run) -> None:
    assert run.x[10] == 1
    turned = Run.of(with_inputs(run.scene, [*run.x[1:10], -1, *run.x[11:]]))
    assert (turned.h[:10] == run.h[:10]).all()
    assert abs(turned.h[10] - run.h[10]) > 0.4


@claim(
    "two-facts",
    "The facts 0.3 and 0.7 are squashed and added up in one number. Swap them and c at the end",
    "is the same to within 0.01: which came first is lost.",
)
def test_two_facts(run: Run) -> None:
    assert run.x[run.x > 0].tolist() == [0.3, 0.7]
    assert run.c[-1] == pytest.approx(run.g[1:].sum(), abs=0.01)
    swapped = Run.of(with_inputs(run.scene, [{0.3: 0.7, 0.7: 0.3}.get(x, x) for x in run.x[1:]]))
    assert abs(swapped.c[-1] - run.c[-1]) < 0.01


@claim(
    "plain-recurrent",
    "With f = 0, i = 1 and o = 1 the cell is almost a plain recurrent network. Each step squashes the",
    "memory again: of the 1 at t = 1 less than 0.02 is left at t = 12.",
)
def test_plain_recurrent(run: Run) -> None:
    assert run.f[1:] == pytest.approx(0, abs=0.001)
    assert run.i[1:] == pytest.approx(1, abs=0.001)
    assert run.o[1:] == pytest.approx(1, abs=0.001)
    assert run.c[1:] == pytest.approx(run.g[1:], abs=0.001)  # nothing but the candidate is left
    assert (np.diff(run.h[1:]) < 0).all()
    assert 0 < run.c[12] < 0.02
