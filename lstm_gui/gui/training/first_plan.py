"""What is trained when the tab is first shown: what was trained last, or what begins well."""

import json

from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import FileRefused, parse_json
from lstm_gui.training.model_header import DataName, plan_written, read_plan
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.usual import usual_plan

TASK = "embedded_reber"  # solved in seconds, slowly enough to watch
LONGEST = 20_000  # bytes of a plan


def first_plan(remembered: str = "") -> Plan:
    """The plan that was remembered; the first one where it was of data that only its person has."""
    plan, data = _read(remembered)
    return usual_plan(TaskChoice(TASK)) if plan is None or data is not None else plan


def not_kept(remembered: str) -> str:
    """What the file was called that the plan was of, which is to be chosen again; "" where there is none."""
    _, data = _read(remembered)
    return "" if data is None else data.name


def to_remember(plan: Plan) -> str:
    """A plan as the settings keep it."""
    return json.dumps(plan_written(plan))


def _read(remembered: str) -> tuple[Plan | None, DataName | None]:
    try:
        return read_plan(Field(parse_json(remembered.encode(), name="plan", max_bytes=LONGEST), "plan"))
    except FileRefused:
        return None, None
