"""`lstm-gui-cli train`: a network learns a task, over several seeds at once, and says how well."""

import argparse
import sys
import time

from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.cli.train_plan import plan_of
from lstm_gui.cli.train_report import progress_words, report_of
from lstm_gui.training.comparison.comparison import Comparison, Setting, new_comparison
from lstm_gui.training.crew import Crew
from lstm_gui.training.option import Choice, Option
from lstm_gui.training.tasks.catalogue import ENTRIES

WAITED = 0.2  # seconds between two looks at what the processes tell


def run(arguments: argparse.Namespace) -> Report:
    """Train, and report; with --list, name what can be. Raises Refused."""
    if arguments.lists:
        return _listed()
    plan = plan_of(arguments)
    comparison = _followed(new_comparison((Setting(arguments.task, plan),), arguments.seeds))
    failed = next((one.words for one in comparison.outcomes if one.ended == "failed"), "")
    if failed:
        raise Refused(f"{arguments.task} cannot be trained like that: {failed}.")
    return report_of(comparison)


def _followed(comparison: Comparison) -> Comparison:
    """The comparison when all of its runs are over; its processes end whatever happens."""
    crew = Crew(comparison.plans)
    line = ProgressLine()
    try:
        while not crew.over:
            for news in crew.listen(WAITED):
                comparison = comparison.after(news, time.monotonic())
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
