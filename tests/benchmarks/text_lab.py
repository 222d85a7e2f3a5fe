"""The text lab: how soon a text is foretold better than by n-grams, and what coloured characters cost."""

import statistics
import time
from collections.abc import Callable
from itertools import cycle

from PySide6.QtWidgets import QApplication

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.text.sheet import TextSheet
from lstm_gui.training.network import new_network
from lstm_gui.training.run import train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.language.characters import Characters
from lstm_gui.training.tasks.usual import usual_plan
from lstm_gui.training.text_lab.reading import MOST, reading
from tests.benchmarks.row import Row

CARDS = TaskChoice("characters")
SEEDS = 3
TIMES = 30


def measure() -> list[Row]:
    """Seconds until each n-gram is passed, the longest of three seeds, and what is drawn."""
    return [*_passed(), *_drawn()]


def _passed() -> list[Row]:
    task = made(CARDS)
    found = [_seconds(seed, [baseline.loss for baseline in task.baselines]) for seed in range(SEEDS)]
    rows = []
    for place, wanted in ((1, 10.0), (2, 30.0)):
        name = f"the text of the cards: below {task.baselines[place].name}, slowest of {SEEDS} seeds"
        rows.append(Row(name, max(seconds[place] for seconds in found), "s", wanted))
    return rows


def _seconds(seed: int, losses: list[float]) -> list[float]:
    """After how long the validation loss was first below each of these."""
    task, passed, began = made(CARDS), [float("inf")] * len(losses), time.perf_counter()
    for _, update in train(usual_plan(CARDS, seed), task):
        now = time.perf_counter() - began
        if update.validation is not None:
            below = [update.validation.loss < loss for loss in losses]
            passed = [min(one, now) if is_below else one for one, is_below in zip(passed, below, strict=True)]
    return passed


def _drawn() -> list[Row]:
    app = QApplication([])
    install_fonts(app)
    task, plan = made(CARDS), usual_plan(CARDS)
    assert isinstance(task, Characters)
    network = new_network(plan.network, task.inputs, task.outputs, 0)
    found = reading(task, network.with_vector(network.vector * 3), task.text[:MOST], "h", 0)
    sheet = TextSheet(Style(palette("light")))
    sheet.resize(900, 860)
    sheet.show()
    units, places = cycle(range(plan.network.units)), cycle(range(600))

    def refresh() -> None:
        sheet.show_reading(found, next(units), plan.network.kind)
        sheet.grab()

    def hover() -> None:
        sheet.paper.move_to(next(places))
        app.processEvents()

    return [
        Row(f"{MOST:,} characters coloured by another unit", _p95(refresh), "ms", 25.0),
        Row(f"{MOST:,} characters, the cursor moves", _p95(hover), "ms", 16.0),
    ]


def _p95(act: Callable[[], None]) -> float:
    act()
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        took.append(1e3 * (time.perf_counter() - began))
    return statistics.quantiles(took, n=20)[-1]
