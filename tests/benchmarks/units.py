"""One drag step with heat maps of many units, and what it costs against steps and units, as a table."""

import statistics
import sys
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.scene import Scene, zero_states
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.benchmarks.drag import PANEL, Painted, alternate
from tests.benchmarks.row import Row
from tests.graph.kinds import drawn_cell

STEPS, UNITS = (16, 64, 256), (1, 4, 16)


def measure() -> list[Row]:
    """Time steps of a drag of x in the largest cell, then in each size; the table goes to the log."""
    app = QApplication([])
    install_fonts(app)
    cost = {(units, steps): _cost(units, steps) for units in UNITS for steps in STEPS}
    print("\n".join(_table(cost)), file=sys.stderr)
    largest = cost[UNITS[-1], STEPS[-1]]
    what = f"a drag step, {UNITS[-1]} units, {STEPS[-1]} steps with heat maps"
    return [
        Row(f"{what}, median", statistics.median(largest), "ms", 12.0),
        Row(f"{what}, p95", statistics.quantiles(largest, n=20)[-1], "ms", 25.0),
        *(_growth(cost, units) for units in UNITS),
    ]


def _growth(cost: dict[tuple[int, int], list[float]], units: int) -> Row:
    """What the last steps add, each, against what the first steps add: 1 where the cost is linear in them."""
    fewest, some, most = (statistics.median(cost[units, steps]) for steps in STEPS)
    early = max((some - fewest) / (STEPS[1] - STEPS[0]), fewest / STEPS[-1])
    late = (most - some) / (STEPS[2] - STEPS[1])
    return Row(f"a step more with {units} units: from {STEPS[1]} on, against before", late / early, "×", 1.5)


def _table(cost: dict[tuple[int, int], list[float]]) -> list[str]:
    """Medians in ms: a row for each number of units, a column for each number of steps."""
    lines = ["a drag step in ms, median " + "".join(f"{steps:>6} steps" for steps in STEPS)]
    for units in UNITS:
        medians = (statistics.median(cost[units, steps]) for steps in STEPS)
        lines.append(f"{units:>19} units  " + "".join(f"{median:>12.2f}" for median in medians))
    return lines


def _cost(units: int, steps: int) -> list[float]:
    """Times of drag steps, in ms."""
    panel, step = _panel(units, steps)
    (times,) = alternate(step)
    panel.close()
    return times


def _panel(units: int, steps: int) -> tuple[SimulatorPanel, Callable[[int], None]]:
    controller = Controller(lambda callback: callback())
    panel = SimulatorPanel()
    panel.connect_controller(controller)
    panel.resize(*PANEL)
    panel.show()
    controller.open(_scene(units, steps))
    panel.timeline.show_all_units(True)
    quantity = Quantity("x", 5)
    controller.point_at(quantity)
    controller.begin_edit(quantity)
    views = (panel.diagram, panel.operating, panel.equations, panel.timeline.plots.viewport())
    painted = Painted(views)

    def step(n: int) -> None:
        painted.begin()
        panel.timeline.edited.emit(quantity, (37 * n % 200 - 100) / 100)
        painted.wait()

    return panel, step


def _scene(units: int, steps: int) -> Scene:
    """Numbers that every step changes: nothing is saturated."""
    cell = drawn_cell(LSTM, 1, units, np.random.default_rng(1), size=0.5)
    inputs = tuple((float(np.sin(0.7 * t)),) for t in range(steps))
    return replace(Scene("Drawn", "", cell, zero_states(LSTM, units), inputs), step=5)
