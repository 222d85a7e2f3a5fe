"""`lstm-gui-cli due`: how the due date of a card came about, every rating computed anew from the log."""

import argparse
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from lstm_gui.cli.opened import local_now, opened, settings_of
from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.cli.review import is_text
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_rules import scheduler_of
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day

if TYPE_CHECKING:
    from lstm_gui.quiz.replay import Step

_HEAD = ("date", "rating", "days since", "recall then", "stability", "difficulty", "due", "as stored")


def explain(arguments: argparse.Namespace) -> Report:
    """Every rating of a card with what it led to, beside what the log stored."""
    from lstm_gui.quiz.replay import replay

    with opened(arguments) as collection:
        uid = arguments.uid
        queued = collection.queued(uid) if is_text(uid) else None
        if queued is None:
            raise Refused(f'There is no card with the uid "{in_one_line(uid)}".')
        card, settings = queued.card, Scheduler(settings_of(arguments).retention)
        scheduler = scheduler_of(queued.rules, settings, study_day(local_now()))
        steps = replay(uid, collection.events(uid), scheduler)
    content = {"uid": uid, "front": card.front, "steps": [_content(step) for step in steps]}
    if not steps:
        return Report(
            content, [card.front, "", "Never rated: it comes when it is its turn among the new cards."]
        )
    return Report(content, [card.front, "", *table([_HEAD, *map(_row, steps)], right=(1, 2, 3, 4, 5))])


def _content(step: "Step") -> dict[str, object]:
    event = step.event
    return {
        "at": event.at.isoformat(),
        "rating": int(event.rating),
        "mode": event.mode,
        "elapsed_days": step.elapsed,
        "recall": step.recall,
        "stability": [event.before.stability, step.computed.stability],
        "difficulty": [event.before.difficulty, step.computed.difficulty],
        "bare_interval": step.bare_interval,
        "spread_by": step.spread_by,
        "exam": asdict(step.cut) if step.cut else None,
        "retention": step.retention,
        "retention_inferred": step.inferred,
        "due_day": step.computed.due_day,
        "stored_due_day": event.after.due_day,
        "agrees": step.agrees,
        "continues": step.continues,
    }


def _row(step: "Step") -> tuple[str, ...]:
    event, after = step.event, step.computed
    return (
        f"{date.fromordinal(event.study_day):%Y-%m-%d}",
        f"{int(event.rating)} ({event.mode})" if step.practice else str(int(event.rating)),
        str(step.elapsed),
        "" if step.recall is None else f"{step.recall:.0%}",
        _change(event.before.stability, after.stability),
        _change(event.before.difficulty, after.difficulty),
        f"{date.fromordinal(after.due_day):%Y-%m-%d}" if after.due_day else "",
        "yes" if step.agrees else "no",
    )


def _change(before: float | None, after: float | None) -> str:
    numbers = ["" if value is None else f"{value:.2f}" for value in (before, after)]
    return " → ".join(number for number in numbers if number)
