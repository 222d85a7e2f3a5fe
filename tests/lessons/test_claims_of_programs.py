"""The captions of the scenes built by hand, and what their explanations say in numbers."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene
from tests.lessons.claims import claim_of_scene
from tests.lessons.program_run import Run, reading
from tests.lessons.program_statements import LONGEST, one_hot, read


@claim_of_scene(
    "latch",
    "At t = 3 and t = 8 a 1 on the second input lets the first one in.",
    "At every other step c moves by less than 0.001, whatever the first input does.",
)
def test_latch(scene: Scene) -> None:
    c = _cell_state(scene)
    assert [t for t, (_, take) in enumerate(scene.inputs, start=1) if take] == [3, 8]
    assert [round(c[t]) for t in (2, 3, 7, 8)] == [0, 1, 1, 0]
    still = [t for t in range(1, scene.steps + 1) if t not in (3, 8)]
    assert (np.abs(np.diff(c))[np.array(still) - 1] < 0.001).all()
    assert len({scene.inputs[t - 1][0] for t in still}) == 2


@claim_of_scene(
    "set-reset",
    "The first input sets c to 1, the second to 0, and between them c moves by less than 0.001.",
    "When both come at once, at t = 9, the reset wins.",
)
def test_set_reset(scene: Scene) -> None:
    c = _cell_state(scene)
    for t, (switch_on, switch_off) in enumerate(scene.inputs, start=1):
        if switch_on or switch_off:
            assert abs(c[t] - (0 if switch_off else 1)) < 0.001
        else:
            assert abs(c[t] - c[t - 1]) < 0.001
    assert [t for t, row in enumerate(scene.inputs, start=1) if min(row) == 1] == [9]


@claim_of_scene(
    "edge-detector",
    "h is above 0.6 at t = 3, 7 and 10, where the input turns from 0 to 1,",
    "and below 0.2 at every other step, however long the ones last.",
)
def test_edge_detector(scene: Scene) -> None:
    h = Run.of(scene).h[:, 0]
    assert (np.flatnonzero(h > 0.6) + 1).tolist() == [3, 7, 10]
    assert np.count_nonzero(h < 0.2) == scene.steps - 3
    for ones in (3, 12, LONGEST):
        assert (Run.of(reading(scene, [(0,), *[(1,)] * ones])).h[2:] < 0.2).all()


@claim_of_scene(
    "shift-register",
    "At t = 2, 3, 5, 8 and 9 the clock is 1: each h takes the sign of the one before it, the first",
    "that of the bit. At the other steps no sign changes.",
)
def test_shift_register(scene: Scene) -> None:
    on = np.concatenate([[scene.initial_h], Run.of(scene).h]) > 0
    clocked = [t for t, (_, clock) in enumerate(scene.inputs, start=1) if clock]
    assert clocked == [2, 3, 5, 8, 9]
    for t, (bit, clock) in enumerate(scene.inputs, start=1):
        assert on[t].tolist() == ([bit == 1, *on[t - 1, :3]] if clock else on[t - 1].tolist())


@claim_of_scene(
    "a-n-b-n",
    "h of the third unit answers at the end marks: above 0.6 after aaabbb, and below 0.1 after aabbb,",
    "which has a b too many, and after aba, which is out of order.",
)
def test_a_n_b_n(scene: Scene) -> None:
    assert read("ab$", scene.inputs) == "aaabbb$aabbb$aba$"
    answers = Run.of(scene).h[:, 2]
    assert answers[6] > 0.6
    assert (np.abs(np.delete(answers, 6)) < 0.1).all()


@claim_of_scene(
    "embedded-reber",
    "Unit 16 lights, h above 0.7, at t = 10, where a right word ends. In the second the T at t = 19",
    "does not match the P at t = 12: from then on all units but the third are dark.",
)
def test_embedded_reber(scene: Scene) -> None:
    letters = read("BTPSXVE", scene.inputs)
    assert (letters[:10], letters[10:20]) == ("BTBTSXSETE", "BPBPVPSETE")
    h = Run.of(scene).h
    assert (np.flatnonzero(h[:, 15] > 0.7) + 1).tolist() == [10]
    lit = np.delete(h, 2, axis=1).max(axis=1)
    assert (lit[:18] > 0.7).all()
    assert len(letters) > 20
    assert (lit[18:] < 0.01).all()


@claim_of_scene(
    "delay-line",
    "Unit 4 repeats the input three steps later, number for number:",
    "h of it at t = 5 is the 0.9 that was read at t = 2.",
)
def test_delay_line(scene: Scene) -> None:
    h = Run.of(scene).h[:, 3]
    assert (h[3:] == np.array(scene.inputs)[:-3, 0]).all()
    assert h[4] == scene.inputs[1][0] == 0.9


@claim_of_scene(
    "parity",
    "h₁ + h₂ is exactly 1 while the number of ones so far is odd, and exactly 0 while it is even.",
)
def test_parity(scene: Scene) -> None:
    h = Run.of(scene).h.sum(axis=1)
    assert h.tolist() == (np.cumsum(scene.inputs) % 2).tolist()
    assert set(h) == {0, 1}


@claim_of_scene(
    "running-maximum",
    "h₁ + h₂ is the largest input so far.",
    "The first unit shows by how much this input is above all before: 0 at every step but t = 1, 3 and 8.",
)
def test_running_maximum(scene: Scene) -> None:
    h, x = Run.of(scene).h, np.array(scene.inputs)[:, 0]
    records = np.maximum.accumulate(x)
    assert h.sum(axis=1) == pytest.approx(records)
    assert h[:, 0] == pytest.approx(np.diff(records, prepend=0))
    assert (np.flatnonzero(h[:, 0] > 1e-9) + 1).tolist() == [1, 3, 8]


def test_the_latch_loses_one_per_cent_in_240_steps() -> None:
    c = _cell_state(reading(load("latch"), [(1, 1), *[(0, 0)] * 240]))
    assert round(1 - c[241] / c[1], 2) == 0.01


def test_the_switch_is_at_04_after_120_zeros() -> None:
    assert round(-float(Run.of(reading(load("toggle"), [(0,)] * 120)).h[-1, 0]), 1) == 0.4


def test_the_counter_lacks_02_after_96_ones_and_is_wrong_after_about_150() -> None:
    c = _cell_state(reading(load("counter"), [(1,)] * 200))
    assert round(96 - c[96], 1) == 0.2
    wrong = next(t for t, number in enumerate(c) if round(number) != t)
    assert 140 < wrong < 160


@pytest.mark.parametrize(("name", "weights"), [("running-maximum", 5), ("parity", 6), ("delay-line", 4)])
def test_a_program_without_gates_has_a_few_weights_of_1_and_no_bias(name: str, weights: int) -> None:
    block = load(name).cell.gate("h")
    numbers = [number for row in (*block.W, *block.U) for number in row if number]
    assert len(numbers) == weights
    assert set(map(abs, numbers)) == {1.0}
    assert not any(block.b)


@pytest.mark.parametrize(("pull", "swings"), [(-2.0, False), (-10.0, True)])
def test_an_edge_detector_swings_with_a_pull_of_10_and_not_with_its_own(pull: float, swings: bool) -> None:
    scene = load("edge-detector")
    g = scene.cell.gate("g")
    assert g.U == ((-2.0,),)
    pulled = replace(scene, cell=scene.cell.with_gate("g", replace(g, U=((pull,),))))
    c = _cell_state(reading(pulled, [(0,), *[(1,)] * 20]))[-10:]
    assert (min(map(abs, c)) > 0.4) is swings
    assert swings or max(map(abs, c)) < 0.1
    assert (np.sign(c[1:]) == -np.sign(c[:-1])).all()


def test_a_count_above_0_is_told_from_0_up_to_sixty_letters_of_a_kind() -> None:
    scene = load("a-n-b-n")
    for word, right in (
        ("a" * 60 + "b" * 60, True),
        ("a" * 60 + "b" * 59, False),
        ("a" * 60 + "b" * 61, False),
    ):
        answer = float(Run.of(reading(scene, one_hot("ab$", word + "$"))).h[-1, 2])
        assert abs(answer - 0.5) > 0.1
        assert (answer > 0.5) is right


def _cell_state(scene: Scene) -> list[float]:
    """c of the first unit after t steps, the start at index 0."""
    run = Run.of(scene)
    assert run.c is not None
    return [scene.initial_c[0], *run.c[:, 0].tolist()]
