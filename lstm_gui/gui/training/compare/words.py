"""What settings and their differences are called, and the verdict in the person's language."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from lstm_gui.gui.simulator.compare.words import kind_title
from lstm_gui.gui.training.baseline_words import baseline_title
from lstm_gui.gui.training.plan_settings import optimiser_title
from lstm_gui.training.comparison.aspects import Aspect, different
from lstm_gui.training.comparison.verdict import Finding
from lstm_gui.training.comparison.words import sentences
from lstm_gui.training.plan import Plan
from lstm_gui.training.tasks.entry import Entry

translate = QCoreApplication.translate

VERDICTS = (
    QT_TRANSLATE_NOOP(
        "TrainCompare", "Nothing to compare yet: every setting needs a run that came to its end."
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare", "One seed says nothing about spread: run at least two, better five, of each setting."
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare", "No difference seen between “{first}” and “{second}”: their spreads overlap."
    ),
    QT_TRANSLATE_NOOP("TrainCompare", "No difference seen: all spreads overlap."),
    QT_TRANSLATE_NOOP(
        "TrainCompare",
        "“{first}” and “{second}” learn different tasks, so their losses are not compared; "
        "neither is learnt sooner with every seed.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare",
        "The settings learn different tasks, so their losses are not compared; "
        "none is learnt sooner with every seed.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare",
        "“{first}” learns sooner than “{second}” on {count} of {of} seeds: the spreads are apart.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare",
        "“{first}” learns better than “{second}” on {count} of {of} seeds: the spreads are apart.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare", "“{first}” solves the task on {count} of {of} seeds, “{second}” on none."
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare", "With so few seeds, chance alone puts spreads apart like this one time in {of}."
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare",
        "“{first}” is no better than the baseline ({second}): it does better on {count} of {of} seeds.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare", "“{first}” does better than the baseline ({second}) on {count} of {of} seeds."
    ),
    QT_TRANSLATE_NOOP(
        "TrainCompare", "“{first}”: {count} of {of} runs diverged, and count as infinitely bad."
    ),
    QT_TRANSLATE_NOOP("TrainCompare", "“{first}”: {count} of {of} runs could not be made."),
    QT_TRANSLATE_NOOP(
        "TrainCompare", "“{first}”: the process of {count} of {of} runs died; they do not count."
    ),
    QT_TRANSLATE_NOOP("TrainCompare", "{first}” and “{second}"),
    QT_TRANSLATE_NOOP("TrainCompare", "{first}”, “{second}"),
)
"""The sentences of training/comparison/words.py, where lupdate finds them; a test holds the two together."""

_MOST_NAMED = 3  # differences in the name of a setting


def verdict_words(findings: Sequence[Finding]) -> tuple[str, str]:
    """A verdict in the person's language: the sentence that is read first, and the others."""
    first, *others = sentences([_named(finding) for finding in findings], _translated)
    return first, " ".join(others)


def _named(finding: Finding) -> Finding:
    """A finding whose baseline is called as at its line in the chart."""
    if finding.kind in ("beats", "no better than the baseline"):
        return replace(finding, second=baseline_title(finding.second))
    return finding


def _translated(text: str) -> str:
    return QCoreApplication.translate("TrainCompare", text)


def setting_name(plan: Plan, first: Plan, entry: Entry) -> str:
    """What a setting is called: what it is for the first, what differs from it for the others."""
    if plan is first or plan == first:
        return _own_name(plan)
    found = [difference_words(aspect, value) for aspect, value in different(plan, first, entry)]
    more = translate("TrainCompare", "and {count} more").format(count=len(found) - _MOST_NAMED)
    named = found[:_MOST_NAMED] + ([more] if len(found) > _MOST_NAMED else [])
    return ", ".join(named)


def _own_name(plan: Plan) -> str:
    words = translate("TrainCompare", "{cell}, {units} units")
    return words.format(cell=kind_title(plan.network.kind), units=plan.network.units)


def aspect_title(name: str) -> str:
    """What can be changed, in the words of its field in Learn."""
    known = {
        "kind": translate("TrainCompare", "Cell"),
        "units": translate("TrainCompare", "Units"),
        "layers": translate("TrainCompare", "Layers"),
        "bidirectional": translate("TrainCompare", "Directions"),
        "initialiser": translate("TrainCompare", "First weights"),
        "forget_bias": translate("TrainCompare", "Forget bias"),
        "longest_memory": translate("TrainCompare", "Chrono memory"),
        "optimiser": translate("TrainCompare", "Optimiser"),
        "rate": translate("TrainCompare", "Rate"),
        "schedule": translate("TrainCompare", "Schedule"),
        "clipping": translate("TrainCompare", "Clipping"),
        "batch": translate("TrainCompare", "Batch"),
        "window": translate("TrainCompare", "Steps back"),
        "feeding": translate("TrainCompare", "Reads"),
        "steps": translate("TrainCompare", "Updates"),
        "stop_when_solved": translate("TrainCompare", "Stops"),
    }
    return known.get(name) or translate("TrainCompare", "Task: {option}").format(
        option=name.removeprefix("task.").replace("_", " ")
    )


def value_words(aspect: Aspect, value: Any) -> str:
    """A value of an aspect: "GRU", "16", "none"."""
    if aspect.name == "kind":
        return kind_title(value)
    if aspect.name == "optimiser":
        return optimiser_title(value)
    if aspect.name == "clipping":
        return _clipping_words(*value)
    known = {
        ("bidirectional", False): translate("TrainCompare", "one"),
        ("bidirectional", True): translate("TrainCompare", "both"),
        ("forget_bias", None): translate("TrainCompare", "as drawn"),
        ("longest_memory", None): translate("TrainCompare", "off"),
        ("window", None): translate("TrainCompare", "all"),
        ("feeding", "teacher"): translate("TrainCompare", "the truth"),
        ("feeding", "free"): translate("TrainCompare", "its own answers"),
        ("stop_when_solved", True): translate("TrainCompare", "when solved"),
        ("stop_when_solved", False): translate("TrainCompare", "after all updates"),
    }
    if isinstance(value, str | bool) or value is None:
        return known.get((aspect.name, value), str(value))
    return f"{value:g}".replace("-", "−")


def _clipping_words(kind: str, limit: float) -> str:
    if kind == "none":
        return translate("TrainCompare", "none")
    if kind == "norm":
        return translate("TrainCompare", "norm ≤ {limit}").format(limit=f"{limit:g}")
    return translate("TrainCompare", "values ≤ {limit}").format(limit=f"{limit:g}")


def difference_words(aspect: Aspect, value: Any) -> str:
    """What is so here: "GRU", "units 16", "clipping none"."""
    words = value_words(aspect, value)
    if aspect.name == "kind":
        return words
    title = aspect_title(aspect.name)
    title = title[:1].lower() + title[1:]
    return translate("TrainCompare", "{what} {value}").format(what=title, value=words)
