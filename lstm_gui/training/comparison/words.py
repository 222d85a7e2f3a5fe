"""The sentences of a verdict, in one table. Whoever shows them may translate each before names go into it."""

from collections.abc import Callable, Sequence

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
    return " ".join(sentence(finding, translate) for finding in findings)
