"""Every program does what it says on random sequences far longer than the one shown, with room to spare."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.program import program_names
from tests.lessons.program_run import Run, reading, shaken
from tests.lessons.program_statements import STATEMENTS, Statement

MARGIN = 0.1  # no answer is nearer to its border
RANDOM = st.randoms(use_true_random=True)  # seeded: what fails is printed, and can be run again
every_program = pytest.mark.parametrize("name", STATEMENTS)


def does_it(run: Run, statement: Statement, tolerance: float | None = None) -> bool:
    """Whether the run gives what is wanted at every step, at least MARGIN from the border."""
    answers = statement.answer(run)
    wanted = np.array(statement.wanted(run.scene.inputs), dtype=np.float64).reshape(answers.shape)
    if statement.border is None:
        allowed = statement.tolerance if tolerance is None else tolerance
        return float(np.abs(answers - wanted).max()) <= allowed
    above = answers - statement.border
    return bool((np.where(wanted == 1, above, -above) >= MARGIN).all())


def test_every_program_is_stated() -> None:
    assert sorted(STATEMENTS) == sorted(program_names())


@every_program
def test_it_does_what_it_says_on_the_sequence_shown(name: str) -> None:
    assert does_it(Run.of(load(name)), STATEMENTS[name])


@every_program
@given(random=RANDOM, share=st.floats(0, 1))
def test_it_does_what_it_says_on_any_sequence(name: str, random: Random, share: float) -> None:
    statement = STATEMENTS[name]
    rows = statement.draw(random, max(1, round(share * statement.longest)))
    assert does_it(Run.of(reading(load(name), rows)), statement)


@every_program
@given(random=RANDOM)
def test_it_does_so_at_its_longest(name: str, random: Random) -> None:
    statement, scene = STATEMENTS[name], load(name)
    assert statement.longest >= 5 * scene.steps
    assert does_it(Run.of(reading(scene, statement.draw(random, statement.longest))), statement)


@every_program
@given(random=RANDOM)
def test_one_per_cent_on_every_weight_does_not_break_it(name: str, random: Random) -> None:
    scene, statement = load(name), STATEMENTS[name]
    for sequence in (scene.inputs, statement.draw(random, scene.steps)):
        run = Run.of(shaken(reading(scene, sequence), random))
        assert does_it(run, statement, statement.shaken_tolerance)


@every_program
def test_other_weights_would_be_found_out(name: str) -> None:
    """A cell that answers nothing, or the opposite of what is wanted, fails: the statements can tell."""
    statement, scene = STATEMENTS[name], load(name)
    run = Run.of(scene)
    silent = Run(scene, np.zeros_like(run.h), None if run.c is None else np.zeros_like(run.c))
    turned = Run(scene, -run.h, None if run.c is None else -run.c)
    assert not does_it(silent, statement)
    assert not does_it(turned, statement)
