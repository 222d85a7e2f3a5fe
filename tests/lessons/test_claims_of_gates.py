"""The captions of the scenes that show the gates, computed on the simulator."""

from dataclasses import replace

import numpy as np
import pytest

from tests.lessons.claims import Run, claim


@claim(
    "forget",
    "At t = 5 the forget gate falls to 0.05, and in that one step c drops from above 0.85 to below 0.05.",
)
def test_forget(run: Run) -> None:
    assert round(run.f[5], 2) == 0.05
    assert (np.delete(run.f[1:], 4) > 0.95).all()
    assert run.c[4] > 0.85
    assert run.c[5] < 0.05


@claim(
    "ignore-the-input",
    "The input swings between −1 and 1, but the input gate stays below 0.01,",
    "so c never strays more than 0.01 from its start at 0.8.",
)
def test_ignore_the_input(run: Run) -> None:
    assert (run.x[1:].min(), run.x[1:].max()) == (-1, 1)
    assert (run.i[1:] < 0.01).all()
    assert run.c[0] == 0.8
    assert np.abs(run.c - 0.8).max() < 0.01


@claim(
    "write-once",
    "The first 1 opens the input gate above 0.9. The ones at t = 5, 8 and 9 find it below 0.05,",
    "and at t = 11 c is within 0.05 of what was written.",
)
def test_write_once(run: Run) -> None:
    assert np.flatnonzero(run.x[1:] == 1).tolist() == [0, 4, 7, 8]
    assert run.i[1] > 0.9
    assert (run.i[[5, 8, 9]] < 0.05).all()
    assert abs(run.c[11] - run.c[1]) < 0.05


@claim(
    "output-gate-closed",
    "c stays above 0.98 all along, yet h stays below 0.01 while the output gate is shut.",
    "Only at t = 9 does the gate open, and h jumps above 0.7.",
)
def test_output_gate_closed(run: Run) -> None:
    shut = np.delete(np.arange(1, 13), 8)
    assert (run.c > 0.98).all()
    assert (run.o[shut] < 0.01).all()
    assert (np.abs(run.h[shut]) < 0.01).all()
    assert run.o[9] > 0.9
    assert run.h[9] > 0.7


@claim(
    "output-gate-open",
    "As the output gate climbs from 0.02 to 0.98, h climbs from below 0.02 to above 0.7,",
    "while c stays within 0.02 of 1.",
)
def test_output_gate_open(run: Run) -> None:
    assert (round(run.o[1], 2), round(run.o[11], 2)) == (0.02, 0.98)
    assert (np.diff(run.o[1:]) > 0).all()
    assert (np.diff(run.h[1:]) > 0).all()
    assert run.h[1] < 0.02
    assert run.h[11] > 0.7
    assert np.abs(run.c - 1).max() < 0.02


@claim(
    "saturation",
    "The input climbs by the same 0.2 at every step.",
    "In the middle that moves the input gate by more than 0.35; at both ends by less than 0.01.",
)
def test_saturation(run: Run) -> None:
    assert np.diff(run.x[1:]) == pytest.approx(0.2)
    moves = np.diff(run.i[1:])
    assert (moves[4:6] > 0.35).all()
    assert (moves[[0, 1, -2, -1]] < 0.01).all()


@claim(
    "candidate-sign",
    "The input gate stays open at 0.99. The 1 at t = 2 lifts c above 0.9, the −1 at t = 5 takes it",
    "back to zero, and the −1 at t = 8 pushes it below −0.9.",
)
def test_candidate_sign(run: Run) -> None:
    assert set(np.round(run.i[1:], 2)) == {0.99}
    assert run.x[[2, 5, 8]].tolist() == [1, -1, -1]
    assert run.c[2] > 0.9
    assert abs(run.c[5]) < 0.01
    assert run.c[8] < -0.9


@claim(
    "coupled-gates",
    "The weights of f are those of i with the sign turned, so f + i = 1 at every step:",
    "what is written replaces what is forgotten, and c stays between −1 and 1.",
)
def test_coupled_gates(run: Run) -> None:
    f, i = run.scene.cell.gate("f"), run.scene.cell.gate("i")
    assert (f.W[0][0], f.U[0][0], f.b[0]) == (-i.W[0][0], -i.U[0][0], -i.b[0])
    assert run.f[1:] + run.i[1:] == pytest.approx(1)
    assert (np.abs(run.c) < 1).all()
    assert np.ptp(run.i[1:]) > 0.5  # and not because the gates stand still


@claim(
    "blind-gates",
    "c climbs above 3, but the output gate is shut and h stays below 0.01.",
    "The forget and input gates read h, not c, so neither moves by more than 0.01.",
)
def test_blind_gates(run: Run) -> None:
    assert run.c[-1] > 3
    assert (np.diff(run.c) > 0).all()
    assert (run.o[1:] < 0.01).all()
    assert (np.abs(run.h) < 0.01).all()
    assert 0 not in (run.scene.cell.gate("f").U[0][0], run.scene.cell.gate("i").U[0][0])
    assert np.ptp(run.f[1:]) < 0.01
    assert np.ptp(run.i[1:]) < 0.01


@claim(
    "forget-bias-one",
    "With a bias of 1 and no other weights the forget gate is 0.73, and a fifth of the memory is left",
    "after five steps. With a bias of 0 it would be a thirtieth.",
)
def test_forget_bias_one(run: Run) -> None:
    cell, f = run.scene.cell, run.scene.cell.gate("f")
    assert (f.W[0][0], f.U[0][0], f.b[0]) == (0, 0, 1)
    assert np.round(run.f[1:], 2) == pytest.approx(0.73)
    assert run.c[5] / run.c[0] == pytest.approx(1 / 5, abs=0.01)
    unbiased = replace(run.scene, cell=cell.with_gate("f", replace(f, b=(0.0,))))
    assert Run.of(unbiased).c[5] / run.c[0] == pytest.approx(1 / 30, abs=0.003)


@claim(
    "no-forget-gate",
    "With the forget gate stuck at 1 a steady stream piles up: c grows at every step and passes 8,",
    "while h has been stuck at 0.95 since t = 5.",
)
def test_no_forget_gate(run: Run) -> None:
    assert run.f[1:] == pytest.approx(1, abs=1e-4)
    assert (run.x[1:] > 0.5).all()
    assert (np.diff(run.c) > 0).all()
    assert run.c[-1] > 8
    assert set(np.round(run.h[5:], 2)) == {0.95}
    assert round(run.h[4], 2) < 0.95


@claim(
    "alternating-input",
    "The input alternates between 1 and −1 and its mean is zero, yet c climbs by more than 0.3",
    "every two steps: the input gate lets the 1 in and stops the −1.",
)
def test_alternating_input(run: Run) -> None:
    assert run.x[1:].tolist() == [1, -1] * 6
    assert run.x[1:].mean() == 0
    assert (run.c[2::2] - run.c[:-2:2] > 0.3).all()
    assert (run.i[1::2] > 0.9).all()
    assert (run.i[2::2] < 0.01).all()
