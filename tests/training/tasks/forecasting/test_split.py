"""A series cut in time: no answer lies in two parts, each point is judged once, too short is refused."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from lstm_gui.training.tasks.forecasting.split import Split


@some.composite
def splits(draw: some.DrawFn) -> Split:
    try:
        return Split(
            draw(some.integers(30, 400)),
            draw(some.sampled_from([0.05, 0.2, 0.4])),
            draw(some.sampled_from([0.05, 0.2, 0.4])),
            draw(some.integers(8, 80)),
            draw(some.integers(1, 12)),
        )
    except ValueError:
        assume(False)
        raise


@given(splits())
def test_every_point_of_a_part_is_judged_once_after_a_whole_warm_up(split: Split) -> None:
    for first, stop in ((split.train, split.stop), (split.stop, split.steps)):
        steps, counts = split.windows(first, stop)
        assert steps.shape == counts.shape
        assert steps.min() >= 0
        judged = sorted(steps[counts > 0].tolist())
        assert judged == list(split.points(first, stop))
        assert (counts[: split.warm_up] == 0).all()
        assert (np.diff(steps, axis=0) == 1).all()


@given(splits())
def test_no_number_is_an_answer_in_two_parts(split: Split) -> None:
    learnt = split.starts - 1 + split.window - 1 + split.horizon  # the last answer of the last window
    assert learnt == split.train - 1
    for first, stop in ((split.train, split.stop), (split.stop, split.steps)):
        points = split.points(first, stop)
        assert len(points) > 0
        assert points[0] + 1 >= first
        assert points[-1] + split.horizon == stop - 1


@pytest.mark.parametrize(
    ("steps", "window", "horizon", "words"),
    [
        (60, 48, 1, "a window of at most 35, a shorter horizon"),
        (20, 48, 1, "a window of at most 11, a shorter horizon"),
        (12, 8, 1, "Choose a shorter horizon"),
        (40, 8, 12, "Choose a shorter horizon"),
        (0, 8, 1, "or a longer series."),
    ],
)
def test_a_series_too_short_is_refused_with_what_to_choose(
    steps: int, window: int, horizon: int, words: str
) -> None:
    with pytest.raises(ValueError, match=f"{steps} steps are too few .* {words}"):
        Split(steps, 0.2, 0.2, window, horizon)
