"""What is seen of a network while it learns: what a look costs its training, and a frame the window."""

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from statistics import median

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views.look_view import LookView
from lstm_gui.gui.training.views.prediction import PredictionView
from lstm_gui.gui.training.views.probe import ProbeView
from lstm_gui.gui.training.views.reach import ReachView
from lstm_gui.gui.training.views.saturation import SaturationView
from lstm_gui.gui.training.views.weights import WeightsView
from lstm_gui.training.look import Look, look_at
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from tests.benchmarks.row import Row

CASES = {
    "adding": TaskChoice("adding", (("length", 100.0),)),
    "sunspots": TaskChoice("sunspots"),
    "characters": TaskChoice("characters"),
}
UNITS = 16
UPDATES = 40
TIMES = 40
SIZE = (1440, 900)
VIEWS: tuple[type[LookView], ...] = (PredictionView, ProbeView, ReachView, SaturationView, WeightsView)


def measure() -> list[Row]:
    """A look and a frame of each view, for a task of each kind."""
    app = QApplication([])
    install_fonts(app)
    rows, slowest = [], dict.fromkeys(VIEWS, 0.0)
    for name, task in CASES.items():
        taken, looks = _looks(task)
        rows.append(Row(f"a look at {UNITS} units while they learn {name}", taken * 1000, "ms", 5))
        slowest = {view: max(before, _frame(view, looks)) for view, before in slowest.items()}
    return [
        *rows,
        *(Row(f"a frame of {view.__name__} at 1440 × 900", s * 1000, "ms", 6) for view, s in slowest.items()),
    ]


def _looks(choice: TaskChoice) -> tuple[float, list[Look]]:
    """How long a look takes, and two of them."""
    plan, task = Plan(choice, NetworkChoice(units=UNITS)), made(choice)
    states = [state for state, _ in islice(train(plan, task), UPDATES)]
    looks = [look_at(plan, task, state) for state in (states[1], states[-1])]
    return _median(lambda: look_at(plan, task, states[-1])), looks


def _frame(kind: type[LookView], looks: list[Look]) -> float:
    """How long a view takes to show another look and to paint it."""
    view = kind(Style(palette("light")))
    view.resize(*SIZE)
    picture = QPixmap(view.size())
    shown = 0

    def frame() -> None:
        nonlocal shown
        shown += 1
        view.show_look(replace(looks[shown % len(looks)], step=shown))
        view.render(picture)

    return _median(frame)


def _median(do: Callable[[], object]) -> float:
    """The median time of the processor for doing something, in seconds; it is all on one thread."""
    do()
    times = []
    for _ in range(TIMES):
        began = time.process_time()
        do()
        times.append(time.process_time() - began)
    return median(times)
