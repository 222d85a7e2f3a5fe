"""`train`: what is learnt, what is said of it, and what is refused."""

import errno
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lstm_gui.cli import train
from lstm_gui.cli.grammar import parser
from lstm_gui.cli.main import INTERRUPTED
from lstm_gui.cli.train_data import data_of
from lstm_gui.cli.train_grammar import MOST_SEEDS, OPTIMISERS, SCHEDULES
from lstm_gui.cli.train_plan import _MAKE, plan_of
from lstm_gui.cli.train_report import progress_words, report_of
from lstm_gui.graph.kind import Kind
from lstm_gui.nets.optimisers import RmsProp, Sgd
from lstm_gui.training import learning
from lstm_gui.training.comparison.comparison import MOST_SEEDS as MOST_COMPARED
from lstm_gui.training.comparison.comparison import Setting, new_comparison
from lstm_gui.training.crew import Crew, News
from lstm_gui.training.messages import Ended, Kept
from lstm_gui.training.model_file import read_model
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState, Validation
from lstm_gui.training.task import Baseline
from lstm_gui.training.task_choice import OwnText, TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME
from lstm_gui.training.tasks.usual import usual_plan
from tests.cli.conftest import Run

SHORT = ("train", "adding", "--length", "6", "--steps", "30", "--batch", "4")


def plan(*words: str) -> Plan:
    """The plan of a command line."""
    return plan_of(parser().parse_args(["train", *words]))


def test_it_trains_over_seeds_and_reports(run: Run) -> None:
    told = run(*SHORT, "--seeds", "2", "--to-the-end", "--json")
    assert told.code == 0
    report = told.json
    assert [one["seed"] for one in report["runs"]] == [0, 1]
    assert {one["end"] for one in report["runs"]} == {"steps"}
    assert report["options"] == {"length": 6.0}
    assert report["parameters"] > 0
    assert report["baselines"][0]["name"] == "chance"
    assert report["test_loss"]["low"] <= report["test_loss"]["median"] <= report["test_loss"]["high"]
    assert "baseline" in report["verdict"]


def test_one_seed_is_said_to_say_little_and_divergence_is_named(run: Run) -> None:
    told = run(*SHORT, "--optimiser", "sgd", "--rate", "1e6")
    assert told.code == 0
    assert "diverged: " in told.out
    assert "1 of 1 runs diverged" in told.out
    assert "One seed says nothing about spread" in told.out


def test_a_table_is_followed_by_the_spread_and_the_baseline() -> None:
    found = new_comparison((Setting("adding", plan("adding")),), 2)
    chance = (Baseline("chance", 0.2, 0.3),)
    good = replace(
        found.outcomes[0],
        step=50,
        ended="solved",
        solved_at=50,
        test=Validation(0.125, 0.5, True),
        baselines=chance,
    )
    bad = replace(found.outcomes[1], seed=1, step=3, ended="diverged", words="the loss", baselines=chance)
    lines = report_of(replace(found, outcomes=(good, bad))).lines
    assert lines[1].split() == ["0", "50", "solved", "50", "0.125", "0.5", "0.0"]
    assert "diverged: the loss" in lines[2]
    assert lines[4:6] == ["baseline: chance, test loss 0.3", "test loss: median ∞, from 0.125 to ∞"]
    assert progress_words(found) == "0 of 2 done"
    under_way = replace(good, ended="", curve=((25, 0.25),))
    assert progress_words(replace(found, outcomes=(under_way, bad))) == (
        "seed 0: 50 of 5000, validation loss 0.25; 1 of 2 done"
    )


def test_every_task_is_listed_with_its_options(run: Run) -> None:
    assert [entry["name"] for entry in run("train", "--list", "--json").json] == list(BY_NAME)
    assert "length=4…400 (50)" in run("train", "--list").out


def test_a_plan_holds_all_that_was_said() -> None:
    found = plan(
        "adding", "--cell", "GRU-before", "--units", "3", "--layers", "2", "--bidirectional", "--seed", "7",
        "--optimiser", "rmsprop", "--schedule", "cosine", "--set", "length=20", "--window", "5",
    )  # fmt: skip
    assert found.network.kind == Kind.of("gru", reset="before")
    assert (found.network.units, found.network.layers, found.network.bidirectional) == (3, 2, True)
    assert found.learning.optimiser == RmsProp(0.02)
    assert (found.learning.schedule, found.learning.window) == ("cosine", 5)
    assert (found.task.values, found.seed) == ({"length": 20.0}, 7)
    assert plan("adding", "--optimiser", "sgd").learning.optimiser == Sgd(0.1)
    assert plan("adding", "--optimiser", "sgd", "--rate", "0.5").learning.optimiser == Sgd(0.5)


@pytest.mark.parametrize("name", [entry.name for entry in BY_NAME.values() if not entry.wants])
def test_what_was_not_said_is_as_the_window_has_it(name: str) -> None:
    usual = usual_plan(TaskChoice(name))
    assert plan(name) == usual
    assert plan(name, "--units", "3", "--no-bidirectional", "--to-the-end").network == replace(
        usual.network, units=3, bidirectional=False
    )
    same = type(usual.learning.optimiser).__name__.lower()
    assert plan(name, "--optimiser", same, "--steps", "7").learning == replace(usual.learning, steps=7)


def test_words_of_a_task_are_taken_with_a_plain_dash() -> None:
    assert plan("sines", "--set", "scaling=min-max", "--set", "noise=0.5").task.values == {
        "noise": 0.5,
        "scaling": "min–max",
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing",), 'There is no task called "nothing"'),
        (("adding", "--set", "lenght=5"), "it has: length"),
        (("adding", "--length", "1000"), "4 to 400"),
        (("adding", "--length", "4.5"), "a whole number"),
        (("adding", "--length", "nan"), "a whole number"),
        (("adding", "--length", "long"), "a whole number"),
        (("sines", "--set", "noise=x"), "wanted a number"),
        (("sines", "--set", "scaling=much"), "wanted one of standard"),
        (("own_text",), "--text FILE"),
        (("own_columns",), "--csv FILE"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(run: Run, words: Sequence[str], said: str) -> None:
    told = run("train", *words)
    assert (told.code, told.out) == (1, "")
    assert said in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("adding", "--list"),
        ("adding", "--units", "65"),
        ("adding", "--units", "-1"),
        ("adding", "--cell", "cnn"),
        ("adding", "--rate", "0"),
        ("adding", "--rate", "fast"),
        ("adding", "--set", "length"),
        ("adding", "--optimiser", "adagrad"),
    ],
)
def test_a_wrong_command_line_leaves_with_2(run: Run, words: Sequence[str]) -> None:
    assert run("train", *words).code == 2


def test_what_the_parts_of_a_plan_do_not_allow_is_said(run: Run) -> None:
    told = run(*SHORT, "--bidirectional", "--window", "3")
    assert told.code == 1
    assert "both directions" in told.err


def test_a_series_too_short_for_its_window_is_one_sentence(run: Run) -> None:
    told = run("train", "macro", "--set", "window=400", "--seeds", "1")
    assert told.code == 1
    assert told.err.strip().endswith(
        "Choose a window of at most 121, a shorter horizon, other shares, or a longer series."
    )


def test_ctrl_c_ends_the_processes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []

    class Pressed(Crew):
        """One at whose first question Ctrl+C is pressed."""

        def listen(self, timeout: float) -> list[News]:
            del timeout
            raise KeyboardInterrupt

        def end(self) -> None:
            super().end()
            ended.append(self)

    monkeypatch.setattr(train, "Crew", Pressed)
    assert run(*SHORT).code == INTERRUPTED
    assert len(ended) == 1


def test_a_terminal_sees_one_line_that_is_written_over(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    line = train.ProgressLine()
    for words in ("seed 0: 10 of 30", "seed 0: 10 of 30", "done"):
        line.show(words)
    line.end()
    assert capsys.readouterr().err == "\rseed 0: 10 of 30\rdone            \n"


def test_the_grammar_names_what_there_is() -> None:
    assert set(OPTIMISERS) == set(_MAKE)
    assert set(SCHEDULES) == set(learning.SCHEDULES)
    assert MOST_SEEDS == MOST_COMPARED


def test_the_best_run_is_kept_as_a_model(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "adding.safetensors"
    told = run(*SHORT, "-o", path)
    assert told.code == 0
    assert "adding.safetensors: the best run" in told.out
    saved = read_model(path)
    assert saved.plan == plan(*SHORT[1:])
    assert 0 < saved.state.step <= 30
    assert run(*SHORT, "-o", tmp_path / "model.onnx").code == 2
    wild = run(*SHORT, "--optimiser", "sgd", "--rate", "1e6", "-o", tmp_path / "wild.safetensors")
    assert "nothing to be kept" in wild.err
    assert not (tmp_path / "wild.safetensors").exists()
    assert "could not be written" in run(*SHORT, "-o", tmp_path / "no" / "m.safetensors").err


def test_where_a_model_cannot_be_written_nothing_is_trained_in_vain(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "Crew", None)  # whoever hires one fails
    told = run(*SHORT, "-o", tmp_path / "no" / "m.safetensors")
    assert told.code == 1
    assert "could not be written" in told.err


def test_a_disk_that_is_full_at_the_end_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(train, "write_durably", full)
    told = run(*SHORT, "-o", tmp_path / "m.safetensors")
    assert told.code == 1
    assert "m.safetensors could not be written: No space left on device." in told.err


def test_the_model_that_is_kept_is_the_one_that_the_test_set_judges() -> None:
    best = train.Best()
    found = [
        RunState(step, np.zeros(1, np.float32), best=loss) for step, loss in ((1, 0.3), (2, 0.1), (3, 0.1))
    ]
    for state in found:
        best.hear(Kept(0, state))
    best.hear(Kept(1, replace(found[0], best=0.2)))
    assert best.found == (0, found[1])
    best.hear(Ended(1, "solved", replace(found[2], best=0.2)))
    assert best.found == (0, found[1])
    best.hear(Ended(0, "solved", found[2]))
    assert best.found == (0, found[2])


def test_ctrl_c_keeps_the_best_so_far(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PressedLater(Crew):
        """Ctrl+C is pressed when the first checkpoint has been told."""

        told = False

        def listen(self, timeout: float) -> list[News]:
            if self.told:
                raise KeyboardInterrupt
            heard = super().listen(timeout)
            self.told = any(isinstance(news, Kept) and news.state.step > 25 for news in heard)
            return heard

    monkeypatch.setattr(train, "Crew", PressedLater)
    path = tmp_path / "best.safetensors"
    told = run(*SHORT, "--steps", "1000000", "--to-the-end", "-o", path)
    assert told.code == INTERRUPTED
    assert "the best so far is in" in told.err
    assert read_model(path).plan.task.name == "adding"


def test_a_table_of_ones_own_is_learnt_from(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    rows = "".join(f"{n},{n % 7},{n % 5}\n" for n in range(120))
    table.write_text("day,level,flow\n" + rows)
    few = ("--steps", "5", "--batch", "4", "--set", "window=8", "--json")
    told = run("train", "own_columns", "--csv", table, "--columns", "level,flow", *few)
    assert told.code == 0
    assert told.json["runs"][0]["updates"] == 5
    wrong = run("train", "own_columns", "--csv", table, "--columns", "level,height", *few)
    assert 'no column called "height"; it has: day, level, flow' in wrong.err
    assert "give its file with --csv" in run("train", "own_columns", "--columns", "level").err
    assert "has data of its own" in run("train", "adding", "--csv", table).err
    assert run("train", "own_columns", "--csv", tmp_path / "none.csv").code == 1


def test_a_text_of_ones_own_is_read_and_what_was_left_out_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "own.txt"
    text.write_text("The gate opens and closes. " * 40)
    arguments = parser().parse_args(["train", "own_text", "--text", str(text)])
    data, notes = data_of(arguments)
    assert isinstance(data, OwnText)
    assert notes == ()
    assert plan_of(arguments, data).task.data == data
    monkeypatch.setattr("lstm_gui.training.own_text.MOST", 500)
    assert data_of(arguments)[1] == ("the first 500 of 1,080 characters are kept",)
