"""Challenges on the command line: listed, shown, graded; a scene goes out and comes back."""

import json
from pathlib import Path

import pytest

from lstm_gui.lessons.challenge_file import challenge_names
from lstm_gui.lessons.scene_file import read_scene
from tests.cli.conftest import Run


def test_all_are_listed_with_kind_and_topic(run: Run) -> None:
    assert [one["name"] for one in run("challenge", "--json").json] == challenge_names()
    assert len(run("challenge").out.splitlines()) == len(challenge_names())


@pytest.mark.parametrize("name", challenge_names())
def test_each_is_shown_without_its_answer_and_tells_it_when_asked(run: Run, name: str) -> None:
    shown = run("challenge", name, "--json").json
    assert shown["hints"] == []
    assert shown["hints_there_are"] > 0
    assert not {"right", "solution", "why"} & shown.keys()
    assert " ".join(run("challenge", name).out.split()).count(" ".join(shown["question"].split())) == 1
    assert run("challenge", name, "--hints", 1, "--json").json["hints"]
    told = run("challenge", name, "--solution", "--json").json
    assert told["why"]
    assert told.get("right") or told["knobs"]
    assert run("challenge", name, "--solution").out


def test_a_scene_goes_out_is_changed_and_comes_back(run: Run, tmp_path: Path) -> None:
    path, failed = tmp_path / "mine.json", tmp_path / "failed.json"
    assert run("challenge", "hold-a-one", "-o", path).code == 0
    wrong = run("challenge", "hold-a-one", "--scene", path, "-o", failed, "--json").json
    assert (wrong["passed"], wrong["best_rating"], wrong["sequence"]) == (
        False,
        2,
        "noise with 1 at t = 1, seed 1",
    )
    assert not wrong["why"]
    assert read_scene(failed).step == wrong["step"]
    assert run("challenge", "hold-a-one", "--scene", path).out.startswith("Wrong: first at step ")
    assert run("challenge", "hold-a-one", "--solution", "-o", path).code == 0
    assert run("challenge", "hold-a-one", "--scene", path).out.startswith("Right.")
    hinted = run("challenge", "hold-a-one", "--scene", path, "--hints", 1, "--json").json
    assert (hinted["passed"], hinted["best_rating"]) == (True, 3)


def test_a_number_is_graded_with_the_values_of_its_seed(run: Run) -> None:
    for seed in ("1", "2"):
        (right,) = run("challenge", "compute-gru", "--seed", seed, "--solution", "--json").json["right"]
        graded = run("challenge", "compute-gru", "--seed", seed, f"--answer={right:.2f}", "--json").json
        assert (graded["passed"], graded["best_rating"]) == (True, 5)
        off = run("challenge", "compute-gru", "--seed", seed, f"--answer={right + 0.5:.2f}", "--json").json
        assert off["off"] == pytest.approx(0.5, abs=0.01)
        assert off["why"]
    assert (
        run("challenge", "compute-gru", "--seed", 1).out != run("challenge", "compute-gru", "--seed", 2).out
    )


def test_a_curve_is_graded_step_by_step(run: Run) -> None:
    shown = run("challenge", "predict-vanishing", "--json").json
    assert (shown["what"], shown["first"], shown["last"]) == ("c", 2, 6)
    assert run("challenge", "predict-vanishing").out.endswith("\nAsked: c, 5 numbers from t = 2\n")
    graded = run("challenge", "predict-vanishing", "--answer=0.48,0.24,0.4,0.06,0.03").out
    assert graded.splitlines()[:7] == [
        "Wrong: first at step 4, off by up to 0.28.",
        "step  yours   right",
        "   2   0.48   0.479",
        "   3   0.24   0.239",
        "   4    0.4    0.12",
        "   5   0.06  0.0598",
        "   6   0.03  0.0299",
    ]
    near = run("challenge", "predict-decay", "--answer", "0.6").out
    assert near.startswith("Right, off by up to 0.00869; right is 0.591.\n")


def test_the_report_of_a_huge_number_is_still_json(run: Run) -> None:
    assert json.loads(run("challenge", "predict-decay", "--answer", "1e999", "--json").out)["off"] is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nothing",), 'There is no challenge called "nothing"'),
        (("hold-a-one", "--answer", "3"), "give it with --scene"),
        (("predict-decay", "--scene", "decay"), "give it with --answer"),
        (("predict-decay", "--answer", "much"), '"much" is not a number'),
        (("predict-decay", "--answer", "1,2"), "asks for 1 number, not 2"),
        (("hold-a-one", "--scene", "remember"), "W_f was changed too"),
        (("predict-decay", "--solution", "-o", "x.json"), "no scene to be saved"),
    ],
)
def test_what_cannot_be_graded_is_refused_in_a_sentence(
    run: Run, words: tuple[str, ...], sentence: str
) -> None:
    refused = run("challenge", *words)
    assert refused.code == 1
    assert sentence in refused.err


@pytest.mark.parametrize("words", [("--seed", "-1"), ("--hints", "many"), ("-o", "scene.txt")])
def test_a_wrong_option_is_a_wrong_command_line(run: Run, words: tuple[str, ...]) -> None:
    assert run("challenge", "predict-decay", *words).code == 2
