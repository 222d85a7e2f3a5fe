"""A program is explained: what it does, how its weights follow, and what each gate adds up."""

import pytest

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.program import load_program, program_names
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", program_names())
def test_everything_that_is_written_of_a_program_is_told(run: Run, name: str) -> None:
    program, told = load_program(name), " ".join(run("explain", name).out.split())
    for text in (load(name).title, program.function, program.answer, *program.explanation, *program.units):
        assert " ".join(text.split()) in told
    report = run("explain", name, "--json").json
    assert report["explanation"] == list(program.explanation)
    assert {entry["unit"] for entry in report["sums"]} == set(range(1, len(program.units) + 1))


def test_the_weights_of_the_latch_are_written_as_sums(run: Run) -> None:
    lines = run("explain", "latch").out.splitlines()
    assert lines[-4:] == [
        "1 memory  i  20·take − 10",
        "          f  −20·take + 10",
        "          g  4·value",
        "          o  5",
    ]


def test_a_cell_without_gates_has_one_sum_a_unit(run: Run) -> None:
    out = run("explain", "running-maximum").out
    assert out.startswith("The largest so far (RNN with ReLU)\n")
    assert out.splitlines()[-2:] == ["1 rise            h  x − h₁ − h₂", "2 largest before  h  h₁ + h₂"]


def test_no_line_is_wider_than_a_terminal_but_for_a_long_sum(run: Run) -> None:
    assert max(map(len, run("explain", "embedded-reber").out.splitlines())) <= 100


def test_another_name_is_refused_with_those_there_are(run: Run) -> None:
    refused = run("explain", "remember")
    assert refused.code == 1
    assert "set-reset" in refused.err
