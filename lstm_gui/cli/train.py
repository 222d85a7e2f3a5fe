"""`lstm-gui-cli train`: a network learns a task, over several seeds at once, and says how well."""

import argparse
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.cli.saving import saving
from lstm_gui.cli.train_data import data_of
from lstm_gui.cli.train_plan import plan_of
from lstm_gui.cli.train_report import progress_words, report_of
from lstm_gui.durable_file import ensure_writable, write_durably
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.comparison.comparison import Comparison, Setting, new_comparison
from lstm_gui.training.crew import Crew, News
from lstm_gui.training.messages import Ended, Kept
from lstm_gui.training.model_file import model_bytes
from lstm_gui.training.option import Choice, Option
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import portrait_of
from lstm_gui.training.run import RunState
from lstm_gui.training.tasks.catalogue import ENTRIES, made

WAITED = 0.2  # seconds between two looks at what the processes tell


class Best:
    """The checkpoint of the run that validates best so far, which is the one that the test set judges."""

    def __init__(self) -> None:
        self.found: tuple[int, RunState] | None = None
        self._loss = math.inf

    def hear(self, news: News) -> None:
        """Keep the state of a message, when it is better than all before, or solves what they learnt."""
        if isinstance(news, Kept | Ended):
            solves = isinstance(news, Ended) and news.why == "solved"
            of_the_best = self.found is not None and self.found[0] == news.run
            if news.state.best < self._loss or (solves and of_the_best):
                self.found, self._loss = (news.run, news.state), news.state.best


def run(arguments: argparse.Namespace) -> Report:
    """Train, and report; with --list, name what can be. Raises Refused."""
    if arguments.lists:
        return _listed()
    data, notes = data_of(arguments)
    for note in notes:
        print(f"lstm-gui-cli: {in_one_line(note, 400)}", file=sys.stderr)
    if arguments.output is not None:
        with saving(arguments.output):
            ensure_writable(arguments.output)  # before hours of training, not after them
    comparison = new_comparison((Setting(arguments.task, plan_of(arguments, data)),), arguments.seeds)
    best = Best()
    try:
        comparison = _followed(comparison, best, keeps=arguments.output is not None)
    except KeyboardInterrupt:
        if arguments.output is not None and best.found is not None:
            _save(comparison.plans, best, arguments.output)
            print(f"lstm-gui-cli: the best so far is in {arguments.output}", file=sys.stderr)
        raise
    failed = next((one.words for one in comparison.outcomes if one.ended == "failed"), "")
    if failed:
        words = failed.removesuffix(".")  # of a forecast they are a sentence
        raise Refused(f"{arguments.task} cannot be trained like that: {words}.")
    if arguments.output is not None:
        if best.found is None:
            raise Refused("Every run diverged before it was first validated: there is nothing to be kept.")
        _save(comparison.plans, best, arguments.output)
    return report_of(comparison, arguments.output)


def _save(plans: Sequence[Plan], best: Best, path: Path) -> None:
    """Write the best checkpoint that was told, with what it is."""
    assert best.found is not None
    run, state = best.found
    plan = plans[run]
    content = model_bytes(plan, state, portrait_of(plan, made(plan.task), state))
    with saving(path):
        write_durably(path, content)


def _followed(comparison: Comparison, best: Best, *, keeps: bool) -> Comparison:
    """The comparison when all of its runs are over; its processes end whatever happens."""
    crew = Crew(comparison.plans, keeps=keeps)
    line = ProgressLine()
    try:
        while not crew.over:
            for news in crew.listen(WAITED):
                comparison = comparison.after(news, time.monotonic())
                best.hear(news)
            line.show(progress_words(comparison))
    finally:
        line.end()
        crew.end()
    return comparison


class ProgressLine:
    """One line on the standard error that is written over; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._over = sys.stderr.isatty()
        self._shown = ""

    def show(self, words: str) -> None:
        """Show these words, unless they stand there."""
        if words == self._shown:
            return
        if self._over:
            print(f"\r{words.ljust(len(self._shown))}", end="", file=sys.stderr, flush=True)
            self._shown = words

    def end(self) -> None:
        """Leave the line as it is."""
        if self._shown:
            print(file=sys.stderr)


def _listed() -> Report:
    """Every task with its options."""
    content = [
        {
            "name": entry.name,
            "title": entry.title,
            "shows": entry.shows,
            "wants": entry.wants or None,
            "options": [_option(option) for option in entry.options],
        }
        for entry in ENTRIES
    ]
    lines = table([(entry.name, entry.title, _options(entry.options)) for entry in ENTRIES])
    return Report(content, lines)


def _option(option: Option | Choice) -> dict[str, object]:
    if isinstance(option, Choice):
        return {"name": option.name, "usual": option.usual, "words": list(option.words)}
    return {"name": option.name, "usual": option.usual, "low": option.low, "high": option.high}


def _options(options: tuple[Option | Choice, ...]) -> str:
    return ", ".join(
        f"{option.name}={'|'.join(option.words)}"
        if isinstance(option, Choice)
        else f"{option.name}={option.low:g}…{option.high:g} ({option.usual:g})"
        for option in options
    )
