"""From a command line of `train` to a plan; what does not fit is said in one sentence."""

import argparse
from typing import Any

from lstm_gui.cli.report import Refused
from lstm_gui.nets.optimisers import OPTIMISERS
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.cell_names import KIND_CALLED
from lstm_gui.training.option import Choice, Option, Value
from lstm_gui.training.plan import Plan, with_learning, with_network, with_rate
from lstm_gui.training.task_choice import Data, TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME
from lstm_gui.training.tasks.entry import Entry
from lstm_gui.training.tasks.usual import usual_plan

_MAKE = {name.lower(): kind for name, kind in OPTIMISERS.items()}
_RATES = {"sgd": 0.1}  # where it takes another than that with which the task is usually trained
_SHOWN = 40  # characters of what was wrong


def plan_of(arguments: argparse.Namespace, data: Data | None = None) -> Plan:
    """The plan of the first seed; what is not said is as in the window (tasks/usual.py). Raises Refused."""
    entry = _entry(arguments.task)
    if entry.wants and data is None:
        wanted = "--csv FILE with --columns" if entry.wants == "columns" else "--text FILE"
        raise Refused(f"The task {entry.name} learns from data of your own: name them with {wanted}.")
    if data is not None and not entry.wants:
        raise Refused(f"The task {entry.name} has data of its own; leave out --csv and --text.")
    given = dict(arguments.set)
    if arguments.length is not None:
        given["length"] = arguments.length
    chosen = tuple(sorted((name, _value(entry, name, text)) for name, text in given.items()))
    plan = usual_plan(TaskChoice(entry.name, chosen, data), arguments.seed)
    said = _said(arguments, "units", "layers", "bidirectional")
    if arguments.cell is not None:
        said["kind"] = KIND_CALLED[arguments.cell]
    return _with_learning(with_network(plan, **said), arguments)


def _with_learning(plan: Plan, arguments: argparse.Namespace) -> Plan:
    """The same, learning as was said."""
    said = _said(arguments, "steps", "batch", "schedule", "window")
    if arguments.to_the_end:
        said["stop_when_solved"] = False
    usual, made = plan.learning.optimiser, _MAKE.get(arguments.optimiser)
    if made not in (None, type(usual)):
        said["optimiser"] = made(_RATES.get(arguments.optimiser, usual.rate))
    plan = with_learning(plan, **said)
    return plan if arguments.rate is None else with_rate(plan, arguments.rate)


def _said(arguments: argparse.Namespace, *names: str) -> dict[str, Any]:
    """Those of the values that were given."""
    given = {name: getattr(arguments, name) for name in names}
    return {name: value for name, value in given.items() if value is not None}


def _entry(name: str) -> Entry:
    entry = BY_NAME.get(name)
    if entry is None:
        raise Refused(f'There is no task called "{_short(name)}"; "train --list" names all of them.')
    return entry


def _value(entry: Entry, name: str, text: str) -> Value:
    option = next((option for option in entry.options if option.name == name), None)
    if option is None:
        known = ", ".join(option.name for option in entry.options) or "none"
        raise Refused(f'The task {entry.name} has no option called "{_short(name)}"; it has: {known}.')
    return _word(option, text) if isinstance(option, Choice) else _number(option, text)


def _word(option: Choice, text: str) -> str:
    word = next((word for word in option.words if word.replace("–", "-") == text.replace("–", "-")), None)
    if word is None:
        raise Refused(f'{option.name} cannot be "{_short(text)}"; wanted one of {", ".join(option.words)}.')
    return word


def _number(option: Option, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not option.low <= number <= option.high or (option.whole and number != round(number)):
        kind = "a whole number" if option.whole else "a number"
        raise Refused(
            f'{option.name} cannot be "{_short(text)}"; wanted {kind}, {option.low:g} to {option.high:g}.'
        )
    return number


def _short(text: str) -> str:
    return in_one_line(text, _SHOWN)
