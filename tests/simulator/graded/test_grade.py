"""What ships is graded: solutions pass, wrong ones fail, and what is right is what the simulator computes."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest

from lstm_gui.lessons.challenge import Challenge, Given, Knob, Numeric, Predict
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from lstm_gui.lessons.goal import Always, Compare
from lstm_gui.lessons.scene import Scene
from lstm_gui.quiz.rating import Rating
from lstm_gui.simulator.graded.grade import (
    grade_answer,
    grade_scene,
    right_answer,
    scene_of,
    solved,
    values_of,
    where_it_failed,
    worked,
)
from lstm_gui.simulator.graded.result import Unfit, cap_of
from lstm_gui.simulator.graded.verdict import verdict
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.scene_edit import with_value
from lstm_gui.simulator.values import traced_arrays

CARDS = {name: load_challenge(name) for name in challenge_names()}
CHALLENGES = {name: card for name, card in CARDS.items() if isinstance(card, Challenge)}
ANSWERED = {name: card for name, card in CARDS.items() if not isinstance(card, Challenge)}
NUMERIC = {name: card for name, card in CARDS.items() if isinstance(card, Numeric)}


def sigma(z: float) -> float:
    return 1 / (1 + math.exp(-z))


@pytest.mark.parametrize("name", CHALLENGES)
def test_the_solution_of_each_challenge_passes_on_every_sequence(name: str) -> None:
    card = CHALLENGES[name]
    result = grade_scene(card, solved(card))
    assert (result.passed, result.cap, result.step) == (True, Rating.PERFECTLY, 0)
    assert grade_scene(card, solved(card), hinted=True).cap is Rating.PARTLY


@pytest.mark.parametrize("name", CHALLENGES)
def test_the_start_of_each_challenge_fails_where_it_is_said(name: str) -> None:
    card, start = CHALLENGES[name], scene_of(CHALLENGES[name])
    result = grade_scene(card, start, hinted=True)
    assert not result.passed
    assert result.cap is Rating.BARELY
    assert result.sequence == card.sequences()[result.number - 1][0]
    shown = where_it_failed(card, start, result)
    found = verdict(card.goal, traced_arrays(run_scene(shown), shown.cell.graph))
    assert (found.step, found.off) == (shown.step, result.off) == (result.step, result.off)


@pytest.mark.parametrize("name", CHALLENGES)
def test_no_knob_of_a_challenge_is_idle(name: str) -> None:
    """With one knob left where it began, what is right otherwise fails."""
    card, right = CHALLENGES[name], solved(CHALLENGES[name])
    for knob in card.knobs:
        left = with_value(right, Quantity(knob.name, 0, knob.unit, knob.source), knob.start)
        assert not grade_scene(card, left).passed


def test_a_challenge_looks_at_the_cell_and_not_at_the_sequence_of_the_scene() -> None:
    card = CHALLENGES["hold-a-one"]
    looked_at = replace(solved(card), inputs=((5.0,),), overrides=(), labels=(), step=1, title="mine")
    assert grade_scene(card, looked_at).passed


def _other_weight(scene: Scene) -> Scene:
    return with_value(scene, Quantity("W_o"), 3.0)


def _other_start(scene: Scene) -> Scene:
    return scene.starting("c", (0.5,))


def _other_cell(scene: Scene) -> Scene:
    return replace(scene_of(CHALLENGES["an-rnn-that-holds"]), title=scene.title)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [(_other_weight, "W_o was changed"), (_other_start, "starts elsewhere"), (_other_cell, "another cell")],
)
def test_more_than_the_knobs_is_not_to_be_moved(change: object, sentence: str) -> None:
    assert callable(change)
    card = CHALLENGES["hold-a-one"]
    with pytest.raises(Unfit, match=sentence):
        grade_scene(card, change(solved(card)))


def test_a_run_that_leaves_the_finite_numbers_fails_there() -> None:
    asked = replace(CHALLENGES["an-rnn-that-holds"].asked, scene="relu-explodes")
    goal, inputs = Always(Compare("h", 0, "<", 1e300)), ((1.0,),) * 256
    card = Challenge(asked, goal, (Knob("U_h", 0, 0, 1e6, 0.5),), (Given("ones", inputs),))
    result = grade_scene(card, scene_of(card))
    assert (result.passed, result.sequence, result.off) == (False, "ones", None)
    assert 1 < result.step < 256


@pytest.mark.parametrize("name", ANSWERED)
def test_what_the_simulator_computes_is_right_and_what_is_past_the_tolerance_is_not(name: str) -> None:
    card = ANSWERED[name]
    for seed in range(10):
        right = right_answer(card, seed)
        exact = grade_answer(card, right, seed=seed)
        assert (exact.passed, exact.step, exact.off, exact.right) == (True, 0, 0.0, right)
        near = [value + 0.99 * card.tolerance for value in right]
        assert grade_answer(card, near, seed=seed, hinted=True).cap is Rating.PARTLY
        far = (*right[:-1], right[-1] - 1.01 * card.tolerance)
        result = grade_answer(card, far, seed=seed)
        last = card.last if isinstance(card, Predict) else card.step
        assert (result.passed, result.cap, result.step) == (False, Rating.BARELY, last)
        assert result.off == pytest.approx(1.01 * card.tolerance)


def test_another_count_of_numbers_is_refused_and_a_huge_one_is_wrong() -> None:
    card = ANSWERED["predict-forget"]
    with pytest.raises(Unfit, match="asks for 5 numbers, not 1"):
        grade_answer(card, [0.5])
    result = grade_answer(ANSWERED["predict-decay"], [math.inf])
    assert (result.passed, result.off) == (False, None)


def _cell(v: dict[str, float], i: float, f: float, g: float) -> float:
    return sigma(f) * v.get("c_previous1", 0.0) + sigma(i) * math.tanh(g)


def _gru(v: dict[str, float]) -> float:
    z = sigma(-7 * v["x1"] + v["b_z"])
    return z * v["h_previous1"] + (1 - z) * math.tanh(2 * v["x1"])


BY_HAND: dict[str, Callable[[dict[str, float]], float]] = {
    "compute-cell-state": lambda v: _cell(v, v["b_i"], v["b_f"], v["b_g"]),
    "compute-hidden-state": lambda v: sigma(v["b_o"]) * math.tanh(_cell(v, -9, 2.2, 0)),
    "compute-gradient-share": lambda v: sigma(v["b_f"]) ** 4,
    "compute-gru": _gru,
    "compute-rnn": lambda v: math.tanh(2 * v["x1"] + v["U_h"] * v["h_previous1"]),
    "compute-write": lambda v: _cell(v, 9 * v["x1"] - 5, 5, 3 * v["x1"]),
    "compute-what-is-left": lambda v: sigma(v["b_f"]) ** 12,
    "compute-average": lambda v: _cell(v, -1.39, 1.39, 2 * v["x1"]),
    "compute-two-facts": lambda v: math.tanh(v["x2"]) + math.tanh(v["x6"]),
    "compute-forgetting": lambda v: _cell(v, -6, 5 - 8 * v["x1"], v["x1"]),
    "compute-two-rnn-steps": lambda v: math.tanh(v["U_h"] * math.tanh(2 * v["x1"])),
    "compute-pulse-answer": lambda v: sigma(4) * math.tanh(_cell(v, 9 * v["x1"] - 5, 5, 3 * v["x1"])),
}


@pytest.mark.parametrize("name", NUMERIC)
def test_the_numbers_asked_for_are_those_of_the_equations(name: str) -> None:
    card = NUMERIC[name]
    for seed in range(20):
        drawn = {f"{one.name}{one.step or ''}": value for one, value in values_of(card, seed)}
        (right,) = right_answer(card, seed)
        assert right == pytest.approx(BY_HAND[name](drawn), abs=card.tolerance / 5)


@pytest.mark.parametrize("name", NUMERIC)
def test_the_way_to_the_answer_ends_at_the_answer_with_the_numbers_drawn(name: str) -> None:
    card = NUMERIC[name]
    for seed in range(5):
        steps, (right,) = worked(card, seed), right_answer(card, seed)
        assert steps[-1][1].value == number_text(right)
    assert len({values_of(card, seed) for seed in range(20)}) > 10


def test_the_grade_caps_the_rating() -> None:
    assert [int(cap_of(*case)) for case in ((False, False), (False, True), (True, True))] == [2, 2, 3]
    assert cap_of(True, False) is Rating.PERFECTLY
