"""A prediction holds what was drawn, within the steps asked for and the axis, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.simulator.graded.sketch import Sketch

POINTS = st.dictionaries(st.integers(-3, 12), st.floats(-3, 3))
BLANK = Sketch.blank(2, 6, -1.0, 1.0)


@given(POINTS)
def test_what_is_drawn_stands_at_its_steps_and_no_others(points: dict[int, float]) -> None:
    sketch = BLANK.drawn(points)
    asked = set(range(2, 7))
    assert set(sketch.missing) == asked - set(points)
    assert len(sketch.answer) == len(asked & set(points))
    for step in asked & set(points):
        value = sketch.at(step)
        assert value is not None
        assert abs(value - max(-1.0, min(1.0, points[step]))) <= 0.0005
    assert sketch.first <= sketch.step <= sketch.last


@given(st.lists(st.sampled_from([("stepped", 1), ("stepped", -1), ("nudged", 0.05), ("nudged", -0.5)])))
def test_keys_never_leave_the_steps_nor_the_axis(presses: list[tuple[str, float]]) -> None:
    sketch = BLANK
    for move, by in presses:
        sketch = sketch.stepped(int(by)) if move == "stepped" else sketch.nudged(by)
        assert sketch.first <= sketch.step <= sketch.last
        assert all(-1 <= value <= 1 for value in sketch.answer)


def test_a_number_that_is_missing_begins_at_0() -> None:
    assert BLANK.stepped(2).nudged(0.05).at(4) == 0.05
