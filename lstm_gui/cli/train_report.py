"""What `train` says: how far the runs are, and what came of them."""

import math
from pathlib import Path

from lstm_gui.cli.report import Report, table
from lstm_gui.training.cell_names import cell_name
from lstm_gui.training.comparison.comparison import Comparison
from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.comparison.spread import spread
from lstm_gui.training.comparison.verdict import verdict
from lstm_gui.training.comparison.words import told

_WHY = {
    "steps": "all steps done",
    "patience": "no better any more",
    "solved": "solved",
    "diverged": "diverged",
    "lost": "its process died",
}


def progress_words(comparison: Comparison) -> str:
    """How far all runs are, in a line."""
    steps = comparison.settings[0].plan.learning.steps
    under_way = [one for one in comparison.outcomes if one.step and not one.ended]
    ended = sum(bool(one.ended) for one in comparison.outcomes)
    parts = [_under_way(one, steps) for one in under_way]
    return "; ".join([*parts, f"{ended} of {len(comparison.outcomes)} done"])


def report_of(comparison: Comparison, output: Path | None = None) -> Report:
    """The result of a setting over its seeds, and the file in which the best run is."""
    findings = told(verdict(comparison))
    plan, runs = comparison.settings[0].plan, comparison.outcomes
    losses = spread([one.loss for one in runs if one.finished])
    baselines = next((one.baselines for one in runs if one.baselines), ())
    content = {
        "task": plan.task.name,
        "options": plan.task.values,
        "cell": cell_name(plan.network.kind),
        "units": plan.network.units,
        "layers": plan.network.layers,
        "bidirectional": plan.network.bidirectional,
        "parameters": max(one.parameters for one in runs),
        "baselines": [
            {"name": one.name, "validation_loss": one.loss, "test_loss": one.test} for one in baselines
        ],
        "runs": [_content(one) for one in runs],
        "test_loss": losses and {name: _finite(getattr(losses, name)) for name in ("low", "median", "high")},
        "solved": sum(one.solved_at is not None for one in runs),
        "verdict": findings,
        "file": None if output is None else str(output),
    }
    head = ("seed", "updates", "end", "solved after", "test loss", "score", "seconds")
    rows = [head, *(_row(one) for one in runs)]
    lines = [*table(rows, right=(0, 1, 3, 4, 5, 6)), ""]
    lines += [f"baseline: {one.name}, test loss {_number(one.test)}" for one in baselines]
    if losses is not None and len(runs) > 1:
        low, median, high = (_number(number) for number in (losses.low, losses.median, losses.high))
        lines.append(f"test loss: median {median}, from {low} to {high}")
    kept = [] if output is None else [f"{output}: the best run, by its validation loss"]
    return Report(content, [*lines, findings, *kept])


def _under_way(one: Outcome, steps: int) -> str:
    loss = f", validation loss {_number(one.curve[-1][1])}" if one.curve else ""
    return f"seed {one.seed}: {one.step} of {steps}{loss}"


def _content(one: Outcome) -> dict[str, object]:
    return {
        "seed": one.seed,
        "updates": one.step,
        "end": one.ended,
        "quantity": one.words or None,
        "solved_after": one.solved_at,
        "test_loss": one.test and _finite(one.test.loss),
        "test_score": one.test and _finite(one.test.score),
        "solved": one.test is not None and one.test.solved,
        "seconds": round(one.seconds, 3),
    }


def _row(one: Outcome) -> tuple[str, ...]:
    why = f"{_WHY[one.ended]}: {one.words}" if one.words else _WHY[one.ended]
    test = (_number(one.test.loss), _number(one.test.score)) if one.test is not None else ("–", "–")
    solved = "–" if one.solved_at is None else str(one.solved_at)
    return (str(one.seed), str(one.step), why, solved, *test, f"{one.seconds:.1f}")


def _finite(number: float) -> float | None:
    """JSON has no word for infinity."""
    return number if math.isfinite(number) else None


def _number(number: float) -> str:
    return f"{number:.4g}".replace("-", "−") if math.isfinite(number) else "∞"
