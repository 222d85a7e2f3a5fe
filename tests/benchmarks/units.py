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
from tests.benchmarks.drag import alternate, panel_with
from tests.benchmarks.row import Row
from tests.graph.kinds import drawn_cell

STEPS, UNITS = (16, 64, 256), (1, 4, 16)


def measure() -> list[Row]:
    """Time steps of a drag of x in the largest cell and in each smaller one; the table goes to the log."""
    app = QApplication([])
    install_fonts(app)
    sizes = [(units, steps) for units in UNITS for steps in STEPS]
    panels, drags = zip(*(_panel(*size) for size in sizes), strict=True)
    cost = dict(zip(sizes, alternate(*drags), strict=True))
    for panel in panels:
        panel.close()
    median = {size: statistics.median(times) for size, times in cost.items()}
    print("\n".join(_table(median)), file=sys.stderr)
    what = f"a drag step, {UNITS[-1]} units, {STEPS[-1]} steps with heat maps"
    largest = cost[sizes[-1]]
    return [
        Row(f"{what}, median", statistics.median(largest), "ms", 12.0),
        Row(f"{what}, p95", statistics.quantiles(largest, n=20)[-1], "ms", 25.0),
        *(_growth(median, units) for units in UNITS),
    ]


def _growth(median: dict[tuple[int, int], float], units: int) -> Row:
    """How much longer a drag takes over the longest sequence than over the shortest: it should be linear."""
    ratio = median[units, STEPS[-1]] / median[units, STEPS[0]]
    what = f"{units} units" if units > 1 else "1 unit"
    return Row(
        f"the same with {what}, {STEPS[-1]} steps against {STEPS[0]}", ratio, "×", STEPS[-1] / STEPS[0]
    )


def _table(median: dict[tuple[int, int], float]) -> list[str]:
    """Medians in ms, a row for each number of units, and what one step more adds, in µs.

    Where it adds as much from 64 steps on as before, the cost is linear in the steps.
    """
    few, some, many = STEPS
    heads = [f"{steps} steps" for steps in STEPS] + [f"{few} … {some}", f"… {many}"]
    lines = ["a drag step: ms; µs a step more " + "".join(f"{head:>11}" for head in heads)]
    for units in UNITS:
        low, middle, high = (median[units, steps] for steps in STEPS)
        more = 1000 * (middle - low) / (some - few), 1000 * (high - middle) / (many - some)
        lines.append(f"{units:>25} units  " + "".join(f"{n:>11.2f}" for n in (low, middle, high, *more)))
    return lines


def _panel(units: int, steps: int) -> tuple[SimulatorPanel, Callable[[int], None]]:
    panel, step = panel_with(_scene(units, steps))
    panel.timeline.show_all_units(True)
    return panel, step


def _scene(units: int, steps: int) -> Scene:
    """Numbers that every step changes: nothing is saturated."""
    cell = drawn_cell(LSTM, 1, units, np.random.default_rng(1), size=0.5)
    inputs = tuple((float(np.sin(0.7 * t)),) for t in range(steps))
    return replace(Scene("Drawn", "", cell, zero_states(LSTM, units), inputs), step=5)
