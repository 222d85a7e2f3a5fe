"""Any state of the simulator becomes a question, which goes into a file, comes back and is graded."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.challenge import Predict
from lstm_gui.lessons.challenge_file import parse_challenge
from lstm_gui.lessons.challenge_text import prediction_to_json
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import parse_scene
from lstm_gui.quiz.card import medium_name
from lstm_gui.simulator.graded.ask import Wording, answer_text, askable, asked_about, card_of
from lstm_gui.simulator.graded.grade import grade_answer, right_answer, scene_of
from lstm_gui.simulator.graded.result import Unfit
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.values import traced_arrays
from tests.simulator.scenes import scenes

WORDING = Wording("What is it?", "The gates", ("Look at the gate.",), "Because the gate is open.")


@st.composite
def questions(draw: st.DrawFn) -> tuple[Scene, Predict]:
    """A question about one number of a scene, or several in a row."""
    scene = draw(scenes())
    name = draw(st.sampled_from(askable(scene)))
    unit = draw(st.integers(0, scene.cell.units - 1))
    first = draw(st.integers(1, scene.steps))
    last = draw(st.integers(first, scene.steps))
    return scene, asked_about(scene, name, unit, first, last, WORDING)


@given(questions())
@settings(max_examples=60, deadline=None)
def test_a_question_is_graded_by_the_run_it_was_asked_about(asked: tuple[Scene, Predict]) -> None:
    scene, card = asked
    values = traced_arrays(run_scene(scene), scene.cell.graph)[card.name]
    true = [float(value) for value in values[card.first - 1 : card.last, card.unit]]
    assert list(right_answer(card)) == true
    assert grade_answer(card, true).passed
    assert grade_answer(card, [value + 0.9 * card.tolerance for value in true]).passed
    assert not grade_answer(card, [value + 1.1 * card.tolerance for value in true]).passed


@given(questions())
@settings(max_examples=60, deadline=None)
def test_it_comes_back_from_its_file_as_it_was(asked: tuple[Scene, Predict]) -> None:
    card = asked[1]
    assert parse_challenge(prediction_to_json(card), "asked.json") == card


@pytest.mark.parametrize("name", scene_names())
def test_every_scene_that_ships_can_be_asked_about(name: str) -> None:
    scene = load(name)
    if scene.backward is not None:
        with pytest.raises(Unfit, match="both directions"):
            asked_about(scene, "h", 0, 1, 1, WORDING)
        return
    card = asked_about(scene, "h", 0, 1, 1, WORDING)
    assert (scene_of(card).caption, scene_of(card).step) == ("", 1)
    assert parse_challenge(prediction_to_json(card), "asked.json") == card


def test_a_curve_need_not_be_drawn_as_closely_as_one_number_is_put() -> None:
    assert asked_about(load("decay"), "c", 0, 5, 5, WORDING).tolerance == 0.05
    assert asked_about(load("decay"), "c", 0, 5, 9, WORDING).tolerance == 0.1


def test_a_tolerance_that_is_said_is_kept() -> None:
    assert asked_about(load("decay"), "c", 0, 5, 5, WORDING, 0.2).tolerance == 0.2


def test_nothing_is_asked_about_numbers_that_are_not_there() -> None:
    explodes = load("relu-explodes")
    scene = replace(explodes, inputs=(explodes.inputs * 256)[:256], labels=())
    with pytest.raises(Unfit, match="no number"):
        asked_about(scene, "h", 0, scene.steps, scene.steps, WORDING)


@given(questions())
@settings(max_examples=30, deadline=None)
def test_the_card_names_its_question_and_the_scene_that_shows_the_answer(
    asked: tuple[Scene, Predict],
) -> None:
    question = asked[1]
    card, media = card_of(question, "own-1", ("mine",))
    kept = {medium.name: medium.content for medium in media}
    assert parse_challenge(kept[card.challenge], "asked.json") == question
    shown = parse_scene(kept[card.scene], "scene.json")
    assert (shown.step, shown.cell, shown.inputs) == (question.last, asked[0].cell, asked[0].inputs)
    assert all(medium.name.startswith(medium_name(medium.content, "")) for medium in media)
    assert (card.uid, card.front, card.why, card.tags) == ("own-1", WORDING.question, WORDING.why, ("mine",))


def test_the_back_says_the_numbers() -> None:
    decay = load("decay")
    assert answer_text(asked_about(decay, "c", 0, 5, 5, WORDING)) == "c = 0.59 at t = 5"
    assert answer_text(asked_about(decay, "c", 0, 1, 3, WORDING)) == "c = 0.90, 0.81, 0.73 from t = 1 to 3"
