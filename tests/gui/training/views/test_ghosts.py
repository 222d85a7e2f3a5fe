"""The faint line is what was answered when half as much was learnt, of the same sequence."""

from dataclasses import replace

import numpy as np

from lstm_gui.gui.training.views.ghosts import Ghosts
from tests.gui.training.views.made_up import made_up


def test_the_ghost_is_of_half_as_many_updates_or_earlier() -> None:
    ghosts, look = Ghosts(), made_up()
    assert ghosts.seen(replace(look, step=1)) is None
    for step in range(2, 400, 3):
        ghost = ghosts.seen(replace(look, step=step, y=np.full_like(look.y, step)))
        if ghost is not None:
            assert 0.2 * step <= ghost.step <= 0.5 * step or ghost.step == 1
            assert (ghost.y == ghost.step).all() or ghost.step == 1
    assert ghost is not None


def test_another_sequence_has_no_ghost_of_this_one() -> None:
    ghosts, look = Ghosts(), made_up()
    ghosts.seen(replace(look, step=1))
    assert ghosts.seen(replace(look, step=10)) is not None
    assert ghosts.seen(made_up(seed=1, step=20)) is None
    assert ghosts.seen(made_up(steps=5, step=40)) is None
    assert ghosts.seen(None) is None
    assert ghosts.seen(replace(look, step=10)) is None


def test_going_back_in_training_shows_what_was_before_that() -> None:
    ghosts, look = Ghosts(), made_up()
    for step in (1, 10, 100, 1000):
        ghosts.seen(replace(look, step=step))
    ghost = ghosts.seen(replace(look, step=30))
    assert ghost is not None
    assert ghost.step == 10
