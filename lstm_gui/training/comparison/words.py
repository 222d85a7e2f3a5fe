"""The sentences of a verdict, in one table. Whoever shows them may translate each before names go into it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from lstm_gui.training.comparison.verdict import Finding

Translate = Callable[[str], str]

SENTENCES = {
    "nothing yet": "Nothing to compare yet: every setting needs a run that came to its end.",
    "one seed": "One seed says nothing about spread: run at least two, better five, of each setting.",
    "no difference": "No difference seen between “{first}” and “{second}”: their spreads overlap.",
    "no difference at all": "No difference seen: all spreads overlap.",
    "other tasks": (
        "“{first}” and “{second}” learn different tasks, so their losses are not compared; "
        "neither is learnt sooner with every seed."
    ),
    "other tasks at all": (
        "The settings learn different tasks, so their losses are not compared; "
        "none is learnt sooner with every seed."
    ),
    "sooner": "“{first}” learns sooner than “{second}” on {count} of {of} seeds: the spreads are apart.",
    "better": "“{first}” learns better than “{second}” on {count} of {of} seeds: the spreads are apart.",
    "solves": "“{first}” solves the task on {count} of {of} seeds, “{second}” on none.",
    "few seeds": "With so few seeds, chance alone puts spreads apart like this one time in {of}.",
    "no better than the baseline": (
        "“{first}” is no better than the baseline ({second}): it does better on {count} of {of} seeds."
    ),
    "beats": "“{first}” does better than the baseline ({second}) on {count} of {of} seeds.",
    "diverged": "“{first}”: {count} of {of} runs diverged, and count as infinitely bad.",
    "failed": "“{first}”: {count} of {of} runs could not be made.",
    "lost": "“{first}”: the process of {count} of {of} runs died; they do not count.",
}
LISTS = {"and": "{first}” and “{second}", "comma": "{first}”, “{second}"}
"""How names are joined that stand between quotation marks."""

APART = ("sooner", "better", "solves")
"""The findings that put one setting before another."""


def as_written(text: str) -> str:
    """No translation."""
    return text


def sentence(finding: Finding, translate: Translate = as_written) -> str:
    """One finding in words."""
    return translate(SENTENCES[finding.kind]).format(
        first=finding.first, second=finding.second, count=finding.count, of=finding.of
    )


def told(findings: Sequence[Finding], translate: Translate = as_written) -> str:
    """A whole verdict in words."""
    return " ".join(sentences(findings, translate))


def sentences(findings: Sequence[Finding], translate: Translate = as_written) -> list[str]:
    """A verdict sentence by sentence; what one setting does better than several is said once."""
    return [sentence(finding, translate) for finding in _gathered(findings, translate)]


def _gathered(findings: Sequence[Finding], translate: Translate) -> list[Finding]:
    """The setting that is ahead of most comes first."""
    ahead: dict[Finding, list[str]] = {}
    for finding in findings:
        if finding.kind in APART:
            ahead.setdefault(replace(finding, second=""), []).append(finding.second)
    by_number = sorted(ahead.items(), key=lambda item: -len(item[1]))
    told = [replace(finding, second=_list(names, translate)) for finding, names in by_number]
    return [*told, *(finding for finding in findings if finding.kind not in APART)]


def _list(names: Sequence[str], translate: Translate) -> str:
    """Names as they stand between quotation marks: "A”, “B” and “C"."""
    if len(names) == 1:
        return names[0]
    first = reduce(lambda one, other: translate(LISTS["comma"]).format(first=one, second=other), names[:-1])
    return translate(LISTS["and"]).format(first=first, second=names[-1])
