"""What the bundled cards say of their scenes is what the simulator computes, at the step where they open."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.formats.deck_file import read_deck
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene
from lstm_gui.resource import resource_path
from tests.lessons.claims import Run, with_start

CARDS = {card.uid: card for card in read_deck(resource_path("decks/lstm-fundamentals.toml")).deck.cards}

AT_THE_STEP_SHOWN: dict[str, Callable[[Run, int], bool]] = {
    "lstm-gates-forget-one": lambda run, t: run.f[t] > 0.99,
    "lstm-gates-forget-zero": lambda run, t: run.f[t] < 0.05,
    "lstm-gates-input-one": lambda run, t: run.i[t] > 0.99 and run.g[t] < -0.9,
    "lstm-gates-input-zero": lambda run, t: run.i[t] < 0.01 and abs(run.g[t]) > 0.9,
    "lstm-gates-output-one": lambda run, t: run.o[t] > 0.95 and abs(run.h[t] - np.tanh(run.c[t])) < 0.02,
    "lstm-gates-output-zero": lambda run, t: run.o[t] < 0.01 and abs(run.h[t]) < 0.01 and run.c[t] > 0.9,
    "lstm-gates-hold": lambda run, t: run.f[t] > 0.99 and run.i[t] < 0.05 and run.x[t] == 1,
    "lstm-gates-replace": lambda run, t: run.f[t] < 0.05 and run.i[t] > 0.95 and run.c[t - 1] > 0 > run.c[t],
    "lstm-gates-select": lambda run, t: run.x[t] > 0 and run.i[t] > 0.9,
    "lstm-gates-saturation": lambda run, t: run.i[t] > 0.99,
    "lstm-gates-three": lambda run, t: all(abs(gate[t]) > 0.1 for gate in (run.f, run.i, run.o)),
    "lstm-gates-forget-bias": lambda run, t: round(run.f[t], 2) == 0.73 and t == 5,
    "lstm-cell-fading": lambda run, t: t == 7 and round(run.c[t], 2) == 0.48,
    "lstm-cell-candidate": lambda run, t: round(run.g[2], 2) == 0.96 and round(run.g[t], 2) == -0.96,
    "lstm-cell-range": lambda run, t: run.c[t] > 1 and round(run.c[-1], 2) == 6,
    "lstm-cell-counting": lambda run, t: run.f[t] > 0.99 and run.i[t] > 0.99 and run.g[t] > 0.99,
    "lstm-cell-carousel": lambda run, t: round(run.f[t], 3) == 1 and round(run.i[t], 3) == 0,
    "lstm-long-product-of-gates": lambda run, t: run.f[t] == 0.5,
    "lstm-long-switch": lambda run, t: np.sign(run.h[t]) != np.sign(run.h[t - 1]),
    "lstm-uses-negation": lambda run, t: t == 10 and run.x[t] == 1 and run.h[t - 1] < 0 and run.h[t] < 0,
    "lstm-variations-peephole": lambda run, t: run.c[t] > 2 and abs(run.h[t]) < 0.01,
    "lstm-variations-coupled": lambda run, t: abs(run.f[t] + run.i[t] - 1) < 1e-9,
    "lstm-variations-bidirectional": lambda run, t: t == 5 and run.h[t] == 0,
}


def _shown_by(uid: str) -> Scene:
    return load(CARDS[uid].scene)


def _with_forget_bias(scene: Scene, bias: float) -> Scene:
    return replace(scene, cell=scene.cell.with_arrays({"b_f": ((bias,),)}))


@pytest.mark.parametrize("uid", AT_THE_STEP_SHOWN)
def test_the_scene_opens_where_it_shows_the_answer(uid: str) -> None:
    scene = _shown_by(uid)
    assert AT_THE_STEP_SHOWN[uid](Run.of(scene), scene.step)


def test_the_same_input_gets_the_two_answers_that_the_card_names() -> None:
    run = Run.of(_shown_by("lstm-what-kind-of-network"))
    assert np.round(run.h[[3, 9]], 2).tolist() == [0.27, 0.75]
    assert "0.27 and then 0.75" in CARDS["lstm-what-kind-of-network"].why


def test_forgetting_takes_c_from_088_to_004() -> None:
    run = Run.of(_shown_by("lstm-gates-forget-zero"))
    assert np.round(run.c[[4, 5]], 2).tolist() == [0.88, 0.04]
    assert "from 0.88 down to 0.04" in CARDS["lstm-gates-forget-zero"].why


def test_replacing_takes_c_from_095_to_minus_096() -> None:
    run = Run.of(_shown_by("lstm-gates-replace"))
    assert np.round([run.f[5], run.i[5], run.c[4], run.c[5]], 2).tolist() == [0.02, 0.98, 0.95, -0.96]
    assert "f is 0.02 and i is 0.98, and c jumps from 0.95 to −0.96" in CARDS["lstm-gates-replace"].why


def test_holding_meets_an_input_gate_of_002() -> None:
    run = Run.of(_shown_by("lstm-gates-hold"))
    assert np.round([run.f[5], run.i[5]], 2).tolist() == [1, 0.02]
    assert "finds f at 1 and i at 0.02" in CARDS["lstm-gates-hold"].why


def test_the_middle_of_the_curve_moves_by_038() -> None:
    run = Run.of(_shown_by("lstm-gates-saturation"))
    assert round(run.i[6] - run.i[5], 2) == 0.38
    assert "by 0.38 in the middle" in CARDS["lstm-gates-saturation"].why


def test_a_nudge_of_the_start_explodes_more_than_forty_fold() -> None:
    scene = _shown_by("lstm-why-clipping")
    assert Run.of(with_start(scene, 1e-6)).c[6] / 1e-6 > 40
    assert "over 40 times as large at t = 6" in CARDS["lstm-why-clipping"].why


def test_a_tiny_start_more_than_doubles_from_the_second_step_to_the_sixth_alone() -> None:
    growth = (run := Run.of(_shown_by("lstm-why-exploding-not-cured"))).c[1:] / run.c[:-1]
    assert [step for step, factor in enumerate(growth, start=1) if factor > 2] == [2, 3, 4, 5, 6]
    assert (run.f[1:] < 1).all()
    assert "from t = 2 to t = 6 a tiny start more than doubles" in CARDS["lstm-why-exploding-not-cured"].why


def test_a_fact_is_carried_from_088_to_090() -> None:
    run = Run.of(_shown_by("lstm-long-carrying-a-fact"))
    assert np.round(run.c[[1, 11]], 2).tolist() == [0.88, 0.90]
    assert "t = 1 makes c 0.88, and ten steps later c is still 0.90" in CARDS["lstm-long-carrying-a-fact"].why


def test_good_after_not_takes_h_from_minus_064_to_minus_073() -> None:
    run = Run.of(_shown_by("lstm-uses-negation"))
    assert run.h[2] > 0
    assert np.round(run.h[[9, 10]], 2).tolist() == [-0.64, -0.73]
    assert "further down, from −0.64 to −0.73" in CARDS["lstm-uses-negation"].why


def _multiplications(inputs: int, units: int) -> int:
    return 4 * (units * inputs + units**2)


def test_twice_the_units_is_nearly_four_times_the_work_where_inputs_are_few() -> None:
    assert _multiplications(10, 2000) / _multiplications(10, 1000) > 3.9
    assert _multiplications(1000, 2000) / _multiplications(1000, 1000) == 3
    assert "many more units than inputs" in CARDS["lstm-challenges-compute"].back
    assert (_multiplications(1, 1), _multiplications(1000, 1000)) == (8, 8_000_000)
    assert "they are 8; for 1,000 units and inputs, 8 million" in CARDS["lstm-challenges-compute"].why


def test_a_forget_bias_of_46_makes_the_gate_099() -> None:
    assert "$b_f$ up to 4.6, which makes f 0.99" in CARDS["lstm-long-half-life"].why
    run = Run.of(_with_forget_bias(_shown_by("lstm-long-half-life"), 4.6))
    assert np.round(run.f[1:], 2) == pytest.approx(0.99)


def test_a_longer_memory_makes_the_forecast_smoother_but_late() -> None:
    assert "$b_f$ up to 2: h turns smooth, but about three steps late" in CARDS["lstm-uses-noise"].why
    scene = _shown_by("lstm-uses-noise")
    quick, slow = Run.of(scene).h[1:], Run.of(_with_forget_bias(scene, 2)).h[1:]
    late = int(np.argmax(slow[11:] < 0)) - int(np.argmax(quick[11:] < 0))  # after the top of the wave
    assert late == pytest.approx(3, abs=1)
    assert np.abs(np.diff(slow[2:12])).sum() < 0.6 * np.abs(np.diff(quick[2:12])).sum()


def test_a_number_written_in_a_formula_is_the_weight_of_the_scene() -> None:
    first_event, select = (
        _shown_by(uid).cell.gate("i") for uid in ("lstm-long-first-event", "lstm-gates-select")
    )
    assert (first_event.W[0][0], first_event.U[0][0], first_event.b[0]) == (6, -10, -3)
    assert (select.W[0][0], select.U[0][0], select.b[0]) == (4, 0, -1)
    assert _shown_by("lstm-long-switch").cell.gate("g").U[0][0] == -6
