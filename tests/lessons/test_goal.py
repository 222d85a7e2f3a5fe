"""A goal is read as it is written, and one that is written otherwise is refused by its place."""

import pytest
from hypothesis import given

from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.goal import MAX_DEPTH, Goal, compared, parts_of, read_goal
from lstm_gui.strict_fields import Field
from tests.lessons.goals import goals, written

HIGH = {"what": "h", "is": ">", "than": 0.5}


def depth(goal: Goal) -> int:
    return 1 + max(map(depth, parts_of(goal)), default=0)


@given(goals.filter(lambda goal: depth(goal) <= MAX_DEPTH))
def test_a_goal_is_read_as_it_was_written(goal: Goal) -> None:
    assert read_goal(Field(written(goal), "a.json", "goal")) == goal


def test_what_may_be_left_out_has_a_usual_value() -> None:
    goal = read_goal(Field({"after": HIGH, "holds": HIGH}, "a.json"))
    assert {part.unit for part in compared(goal)} == {0}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({}, "a.json: goal should have exactly one of the keys what, all, any, not"),
        ({"not": HIGH, "last": HIGH}, "goal should have exactly one of the keys"),
        ({"not": HIGH, "x": 1}, 'goal has an unknown key "x"'),
        ({"all": []}, "goal.all should be a list of 1 to 12 goals"),
        ({"all": [HIGH, 3]}, "goal.all[2] should be an object"),
        ({"always": {**HIGH, "is": "=="}}, 'goal.always.is should be ">" or ">="'),
        ({"last": {**HIGH, "than": True}}, "goal.last.than should be a number"),
        ({"after": HIGH}, 'goal lacks "holds"'),
        ({"after": HIGH, "holds": HIGH, "for": 0}, "goal.for should be a whole number from 1 to 256"),
        ({"all": [{"any": [{"all": [HIGH] * 12}] * 12}]}, "goal has more than 60 comparisons"),
        ("__import__('os')", "goal should be an object"),
    ],
)
def test_another_is_refused_by_its_place(wrong: object, sentence: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_goal(Field(wrong, "a.json", "goal"))
    assert sentence in str(refused.value)


def test_goals_that_lie_too_deep_are_refused() -> None:
    goal: dict[str, object] = HIGH
    for _ in range(MAX_DEPTH):
        goal = {"not": goal}
    with pytest.raises(FileRefused, match="lies more than 8 goals deep"):
        read_goal(Field(goal, "a.json"))
