"""How a network learns: schedules, and what makes no sense."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.optimisers import Adam
from lstm_gui.training.learning import SCHEDULES, Learning

LEARNING = Learning(Adam(0.5), steps=100)


@given(st.sampled_from(sorted(SCHEDULES)), st.integers(1, 500), st.integers(0, 1000))
def test_a_schedule_never_asks_for_more_than_the_rate_nor_for_less_than_nothing(
    schedule: str, steps: int, step: int
) -> None:
    assert 0 <= replace(LEARNING, schedule=schedule, steps=steps).rate(step) <= 0.5


def test_schedules_are_what_they_are_called() -> None:
    cosine, halving, warm = (replace(LEARNING, schedule=name) for name in ("cosine", "halving", "warm-up"))
    assert LEARNING.rate(0) == LEARNING.rate(99) == 0.5
    assert cosine.rate(0) == pytest.approx(0.5, rel=1e-3)
    assert cosine.rate(49) == pytest.approx(0.25, rel=0.05)
    assert cosine.rate(99) < 1e-4
    assert [halving.rate(step) for step in (0, 24, 25, 50, 99)] == [0.5, 0.5, 0.25, 0.125, 0.0625]
    assert 0 < warm.rate(0) < warm.rate(5) < warm.rate(10) == 0.5


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"schedule": "slowly"}, "schedule is 'slowly'"),
        ({"clipping": "hard"}, "clipping is 'hard'"),
        ({"feeding": "spoon"}, "feeding is 'spoon'"),
        ({"steps": 0}, "steps is 0"),
        ({"batch": -1}, "batch is -1"),
        ({"batch": 2**62}, "wanted 4096 at most"),
        ({"steps": 2**31}, "steps is 2147483648; wanted 1000000000 at most"),
        ({"window": 0}, "window is 0"),
        ({"patience": 0}, "patience is 0"),
        ({"limit": 0.0}, "limit is 0.0"),
        ({"limit": float("nan")}, "limit is nan"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_name(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        replace(LEARNING, **wrong)  # type: ignore[arg-type]
