"""The cells side by side have the same weights where they mean the same."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.graph.kind import KINDS as KINDS_THERE_ARE
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.gradients.cells import ran, runs_of
from lstm_gui.simulator.gradients.kernels import KINDS
from lstm_gui.simulator.run import run_scene
from tests.simulator.gradients.scenes import drawn


def test_the_candidate_is_in_all_three_and_f_is_z() -> None:
    rnn, lstm, gru = (ran(run).cell for run in runs_of(drawn(3, 2, 4)))
    for letter in ("W", "U", "b"):
        g = lstm.arrays[letter][lstm.rows("g")]
        np.testing.assert_array_equal(rnn.arrays[letter], g)
        np.testing.assert_array_equal(gru.arrays[letter][gru.rows("n")], g)
        np.testing.assert_array_equal(gru.arrays[letter][gru.rows("z")], lstm.arrays[letter][lstm.rows("f")])


def test_the_reset_gate_is_open_and_all_is_float32() -> None:
    for run, kind in zip(runs_of(drawn(3, 2, 4)), KINDS, strict=True):
        made = ran(run)
        assert run.kind == kind
        assert {array.dtype for array in made.cell.arrays.values()} == {np.dtype(np.float32)}
        if kind == "gru":
            assert (made.trace.quantities["r"] == 1).all()


def test_the_lstm_is_the_one_of_the_scene() -> None:
    scene = load("decay")
    np.testing.assert_allclose(ran(runs_of(scene)[1]).trace.h, run_scene(scene).h, atol=1e-6)


@pytest.mark.parametrize("kind", KINDS_THERE_ARE)
def test_the_scene_s_own_cell_stands_in_its_own_place(kind: Kind) -> None:
    scene = replace(drawn(2, 2, 6, kind=kind), overrides=())
    for run in runs_of(scene):
        if run.kind == kind.family:
            np.testing.assert_allclose(ran(run).trace.h, run_scene(scene).h, atol=1e-5)


def test_a_gate_that_writes_keeps_the_opposite() -> None:
    scene = drawn(2, 1, 6, kind=Kind.of("gru", z="writes"))
    gru, lstm = (ran(runs_of(scene)[n]) for n in (2, 1))
    np.testing.assert_allclose(
        lstm.cell.arrays["b"][lstm.cell.rows("f")], -gru.cell.arrays["b"][gru.cell.rows("z")]
    )
    np.testing.assert_array_equal(
        lstm.cell.arrays["W"][lstm.cell.rows("i")], gru.cell.arrays["W"][gru.cell.rows("z")]
    )


def test_what_did_not_change_is_not_run_again() -> None:
    first, second = (ran(runs_of(load("decay"))[0]) for _ in range(2))
    assert first is second


def test_no_compiler_is_loaded_for_a_drag() -> None:
    source = (
        "import sys; from tests.simulator.gradients.scenes import pulse;"
        "from lstm_gui.simulator.gradients.resolve import resolve_gradients as resolve;"
        "from lstm_gui.simulator.gradients.settings import GradientSettings;"
        "resolve(pulse(64), GradientSettings(clip=1.0)); print('numba' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
