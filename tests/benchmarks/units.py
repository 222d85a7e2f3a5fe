"""One drag step with heat maps of many units, and what it costs against steps and units, as a table."""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.scene import Scene, zero_states
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from tests.benchmarks.drag import alternate, panel_with
from tests.benchmarks.row import Row
from tests.graph.kinds import drawn_cell

STEPS, UNITS = (16, 64, 256), (1, 4, 16)
RUNS, RUN_TURNS = (64, 128, 256), 150
LINEAR = 2.8  # between 2, which is linear, and 4, which is quadratic


def measure() -> list[Row]:
    """Time steps of a drag of x in the largest cell and in each smaller one; the table goes to the log."""
    app = QApplication([])
    install_fonts(app)
    growth = [_growth(units) for units in UNITS]  # before there are windows, whose painting is no part of it
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
        *growth,
    ]


def _growth(units: int) -> Row:
    """What a run costs more from the middle length to the longest, against from the shortest to the middle.

    Each is twice as long as the one before, so this is 2 where the cost is linear in the steps and 4 where it
    is quadratic, whatever it costs to begin. All that is shown is worked out, nothing is painted: what one
    step costs to paint depends on how closely the steps stand.
    """
    scenes = [many_units(units, steps) for steps in RUNS]
    least = [float("inf") for _ in scenes]
    for turn in range(RUN_TURNS):
        for n, scene in enumerate(scenes):
            moved = SimState.of(replace(scene, inputs=((turn / RUN_TURNS,), *scene.inputs[1:])))
            start = time.process_time()
            resolve(moved)
            least[n] = min(least[n], time.process_time() - start)
    short, middle, long = least
    what = f"{units} units" if units > 1 else "1 unit"
    name = f"what {RUNS[2]} steps of {what} cost over {RUNS[1]}, against those over {RUNS[0]}"
    return Row(name, (long - middle) / (middle - short), "×", LINEAR)


def _table(median: dict[tuple[int, int], float]) -> list[str]:
    """Medians in ms, a row for each number of units, and what one step more adds beyond the middle length."""
    columns = [f"{steps} steps" for steps in STEPS]
    lines = ["a drag step to all views repainted, ms" + "".join(f"{column:>11}" for column in columns)]
    lines[0] += f"   each step over {STEPS[1]}, µs"
    for units in UNITS:
        times = [median[units, steps] for steps in STEPS]
        more = 1000 * (times[2] - times[1]) / (STEPS[2] - STEPS[1])
        name = f"{units} units" if units > 1 else "1 unit"
        lines.append(f"{name:>38}" + "".join(f"{time:>11.2f}" for time in times) + f"{more:>26.1f}")
    return lines


def _panel(units: int, steps: int) -> tuple[SimulatorPanel, Callable[[int], None]]:
    panel, step = panel_with(many_units(units, steps))
    panel.timeline.show_all_units(True)
    return panel, step


def many_units(units: int, steps: int) -> Scene:
    """A cell of so many units, at its fifth step, whose numbers every step changes: nothing is saturated."""
    cell = drawn_cell(LSTM, 1, units, np.random.default_rng(1), size=0.5)
    inputs = tuple((float(np.sin(0.7 * t)),) for t in range(steps))
    return replace(Scene("Drawn", "", cell, zero_states(LSTM, units), inputs), step=5)
