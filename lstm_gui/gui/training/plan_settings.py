"""What of a plan can be set besides its task and its cell: one table, from which the fields are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.training.option_words import choice_word, option_words
from lstm_gui.nets.optimisers import Adam, AdamW, Optimiser, RmsProp, Sgd
from lstm_gui.training.option import Choice, Option
from lstm_gui.training.plan import Plan, with_learning, with_network, with_option, with_rate
from lstm_gui.training.tasks.catalogue import BY_NAME

translate = QCoreApplication.translate

OPTIMISERS: dict[str, Callable[[float], Optimiser]] = {
    "SGD": lambda rate: Sgd(rate),
    "SGD + momentum": lambda rate: Sgd(rate, momentum=0.9),
    "RMSProp": lambda rate: RmsProp(rate),
    "Adam": lambda rate: Adam(rate),
    "AdamW": lambda rate: AdamW(rate),
}


@dataclass(frozen=True)
class Setting:
    """One thing that can be set: what it is called, what it does, and where it stands in a plan."""

    words: str
    tip: str
    get: Callable[[Plan], Any]
    put: Callable[[Plan, Any], Plan]


@dataclass(frozen=True)
class Number(Setting):
    """A number between two bounds; where it may be none, `off` is said at the lower one."""

    low: float = 0.0
    high: float = 1.0
    whole: bool = True
    off: str = ""


@dataclass(frozen=True)
class Word(Setting):
    """One of several words, each with what is shown for it."""

    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Flag(Setting):
    """Yes or no."""


def task_settings(plan: Plan) -> tuple[Setting, ...]:
    """The options of the task that is chosen."""
    entry = BY_NAME[plan.task.name]
    return tuple(
        _task_setting(option, *option_words(entry.family, entry.name, option.name))
        for option in entry.options
    )


def network_settings() -> tuple[Setting, ...]:
    """How large the network is."""
    return (
        Number(
            translate("Train", "units"),
            translate("Train", "How many numbers each layer remembers: more can learn more, and take longer"),
            *_network("units"), 1, 64,
        ),
        Number(
            translate("Train", "layers"),
            translate("Train", "Each layer reads what the one below it says"),
            *_network("layers"), 1, 4,
        ),
        Flag(
            translate("Train", "both directions"),
            translate("Train", "A second network reads from the end: it helps where the future decides"),
            *_network("bidirectional"),
        ),
    )  # fmt: skip


def learning_settings() -> tuple[Setting, ...]:
    """How it learns."""
    return (*_steps_of_learning(), *_gradients_of_learning(), *_starts_of_learning(), *_ends_of_learning())


def _steps_of_learning() -> tuple[Setting, ...]:
    schedules = (
        ("constant", translate("Train", "constant")),
        ("cosine", translate("Train", "cosine: ever shorter")),
        ("halving", translate("Train", "halved four times")),
        ("warm-up", translate("Train", "warm-up: short at first")),
    )
    return (
        Word(
            translate("Train", "optimiser"),
            translate("Train", "How a gradient becomes a step; Adam gives every weight a length of its own"),
            _optimiser_of, _with_optimiser, tuple((name, name) for name in OPTIMISERS),
        ),
        Number(
            translate("Train", "rate"),
            translate("Train", "How long a step is: too short learns slowly, too long diverges"),
            lambda plan: plan.learning.optimiser.rate, with_rate, 0.00001, 1000, whole=False,
        ),
        Word(
            translate("Train", "schedule"),
            translate("Train", "How the rate changes over all updates"),
            *_learning("schedule"), schedules,
        ),
        Number(
            translate("Train", "batch"),
            translate("Train", "How many sequences each update learns from"),
            *_learning("batch"), 1, 512,
        ),
    )  # fmt: skip


def _gradients_of_learning() -> tuple[Setting, ...]:
    clippings = (
        ("none", translate("Train", "none")),
        ("norm", translate("Train", "by its length")),
        ("value", translate("Train", "number by number")),
    )
    feedings = (
        ("teacher", translate("Train", "the truth")),
        ("free", translate("Train", "its own answers")),
    )
    return (
        Word(
            translate("Train", "clipping"),
            translate("Train", "Bounds the gradient, so that no single batch throws the weights far away"),
            *_learning("clipping"), clippings,
        ),
        Number(
            translate("Train", "clipped above"),
            translate("Train", "The longest gradient, or the largest number in it, that is let through"),
            *_learning("limit"), 0.01, 1000, whole=False,
        ),
        Number(
            translate("Train", "steps back"),
            translate("Train", "How far back in time an error is followed: truncated backpropagation"),
            *_learning("window"), 0, 1000, off=translate("Train", "all"),
        ),
        Word(
            translate("Train", "reads"),
            translate("Train", "What a forecast reads while it learns: the truth, or its own answers"),
            *_learning("feeding"), feedings,
        ),
    )  # fmt: skip


def _starts_of_learning() -> tuple[Setting, ...]:
    starts = (
        ("uniform", translate("Train", "uniform")),
        ("glorot", translate("Train", "Glorot")),
        ("orthogonal", translate("Train", "orthogonal")),
    )
    return (
        Word(
            translate("Train", "first weights"),
            translate("Train", "How the random weights at update 0 are drawn"),
            *_network("initialiser"), starts,
        ),
        Number(
            translate("Train", "forget bias"),
            translate("Train", "How open forget gates are at first; 1 keeps most of what was written"),
            *_network("forget_bias"), -3, 10, whole=False, off=translate("Train", "as drawn"),
        ),
        Number(
            translate("Train", "chrono memory"),
            translate("Train", "Forget gates are opened at first for gaps of up to so many steps"),
            *_network("longest_memory"), 1, 1000, off=translate("Train", "off"),
        ),
    )  # fmt: skip


def _ends_of_learning() -> tuple[Setting, ...]:
    return (
        Number(
            translate("Train", "updates"),
            translate("Train", "How many there are at most"),
            *_learning("steps"), 1, 1_000_000,
        ),
        Number(
            translate("Train", "validated every"),
            translate("Train", "After so many updates it is judged on sequences that it does not learn from"),
            *_learning("validate_every"), 1, 10_000,
        ),
        Number(
            translate("Train", "patience"),
            translate("Train", "It stops after so many validations without a better one"),
            *_learning("patience"), 0, 1000, off=translate("Train", "endless"),
        ),
        Flag(
            translate("Train", "end when solved"),
            translate("Train", "Stop as soon as validation says that the task was learnt"),
            *_learning("stop_when_solved"),
        ),
    )  # fmt: skip


def _network(name: str) -> tuple[Callable[[Plan], Any], Callable[[Plan, Any], Plan]]:
    return (
        lambda plan: getattr(plan.network, name),
        lambda plan, value: with_network(plan, **{name: value}),
    )


def _learning(name: str) -> tuple[Callable[[Plan], Any], Callable[[Plan, Any], Plan]]:
    return (
        lambda plan: getattr(plan.learning, name),
        lambda plan, value: with_learning(plan, **{name: value}),
    )


def _optimiser_of(plan: Plan) -> str:
    optimiser = plan.learning.optimiser
    momentum = isinstance(optimiser, Sgd) and optimiser.momentum > 0
    return "SGD + momentum" if momentum else optimiser_title(type(optimiser))


def optimiser_title(kind: type[Optimiser]) -> str:
    """What it is called where there is a choice."""
    name = kind.__name__
    return {"Sgd": "SGD", "RmsProp": "RMSProp"}.get(name, name)


def _with_optimiser(plan: Plan, name: str) -> Plan:
    return with_learning(plan, optimiser=OPTIMISERS[name](plan.learning.optimiser.rate))


def _task_setting(option: Option | Choice, name: str, tip: str) -> Setting:
    def get(plan: Plan) -> Any:
        return plan.task.values.get(option.name, option.usual)

    def put(plan: Plan, value: Any) -> Plan:
        return with_option(plan, option.name, option.hold(value))

    if isinstance(option, Choice):
        said = translate("Train", "{tip}. Another choice begins another run").format(tip=tip)
        return Word(
            name, said, get, put, tuple((word, choice_word(option.name, word)) for word in option.words)
        )
    said = translate("Train", "{tip}. {low} to {high}; another number begins another run")
    said = said.format(tip=tip, low=f"{option.low:g}", high=f"{option.high:g}")
    return Number(name, said, get, put, option.low, option.high, option.whole)
