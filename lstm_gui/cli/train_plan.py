"""From a command line of `train` to a plan; what does not fit is said in one sentence."""

import argparse

from lstm_gui.cli.report import Refused
from lstm_gui.nets.optimisers import OPTIMISERS
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.cell_names import KIND_CALLED
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.option import Choice, Option, Value
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import Data, TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME
from lstm_gui.training.tasks.entry import Entry

_MAKE = {name.lower(): kind for name, kind in OPTIMISERS.items()}
_RATES = {"sgd": 0.1}
_RATE = 0.01
_SHOWN = 40  # characters of what was wrong


def plan_of(arguments: argparse.Namespace, data: Data | None = None) -> Plan:
    """The plan of the first seed. Raises Refused."""
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
    network = NetworkChoice(
        KIND_CALLED[arguments.cell], arguments.units, arguments.layers, arguments.bidirectional
    )
    return Plan(TaskChoice(entry.name, chosen, data), network, _learning(arguments), arguments.seed)


def _learning(arguments: argparse.Namespace) -> Learning:
    rate = arguments.rate or _RATES.get(arguments.optimiser, _RATE)
    return Learning(
        _MAKE[arguments.optimiser](rate),
        steps=arguments.steps,
        batch=arguments.batch,
        schedule=arguments.schedule,
        window=arguments.window,
        stop_when_solved=not arguments.to_the_end,
    )


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
