"""One drag step in the tab of gradients at 256 steps: from the value to all its views repainted.

The compiled kernels come in aside a moment after the tab is opened; what holds until then is measured too.
"""

import statistics
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.gradients.change import moved
from lstm_gui.simulator.gradients.kernels import fetch
from tests.benchmarks.drag import Painted, alternate, shown, waves
from tests.benchmarks.row import Row

STEPS, SHORT = 256, 32
DIALS = ("forget_bias", "recurrent")


def measure() -> list[Row]:
    """Time a drag of the cursor and of each dial; then the cost against steps, and how the tab opens."""
    app = QApplication([])
    install_fonts(app)
    panel, controller, opened = _panel(STEPS)
    drags = [_cursor(panel, controller), *(_dial(panel, controller, name) for name in DIALS)]
    rows = [Row("the tab of gradients, from the key to painted, the first time", opened, "ms", 300.0)]
    early = [statistics.quantiles(times, n=20)[-1] for times in alternate(*drags)]
    rows.append(Row("a drag before the kernels are there, p95 of the slowest", max(early), "ms", 25.0))
    fetch()
    for name, times in zip(("t", *DIALS), alternate(*drags), strict=True):
        what = f"a drag of {name.replace('_', ' ')} over gradients of {STEPS} steps"
        rows.append(Row(f"{what}, median", statistics.median(times), "ms", 12.0))
        rows.append(Row(f"{what}, p95", statistics.quantiles(times, n=20)[-1], "ms", 25.0))
    panel.close()
    return [*rows, _growth()]


def _growth() -> Row:
    """How much longer a drag takes over the longest sequence than over the shortest: it should be linear."""
    panels = [_panel(steps)[:2] for steps in (SHORT, STEPS)]
    short, long = alternate(*(_dial(panel, controller, "recurrent") for panel, controller in panels))
    for panel, _ in panels:
        panel.close()
    ratio = statistics.median(long) / statistics.median(short)
    return Row(f"the same with {STEPS} steps, against {SHORT}", ratio, "×", STEPS / SHORT)


def _panel(steps: int) -> tuple[SimulatorPanel, Controller, float]:
    panel, controller = shown(waves(steps, step=steps))
    QApplication.processEvents()
    start = time.perf_counter()
    panel.show_tab("gradients")
    _views(panel).wait()
    return panel, controller, (time.perf_counter() - start) * 1000


def _views(panel: SimulatorPanel) -> Painted:
    assert panel.pages.gradients is not None
    painted = Painted((panel.pages.gradients.plots, panel.pages.gradients.numbers))
    painted.begin()
    panel.pages.gradients.plots.update()
    panel.pages.gradients.numbers.update()
    return painted


def _cursor(panel: SimulatorPanel, controller: Controller) -> Callable[[int], None]:
    painted = _views(panel)

    def step(n: int) -> None:
        painted.begin()
        controller.set_step(STEPS - 1 - 37 * n % 60)
        painted.wait()

    return step


def _dial(panel: SimulatorPanel, controller: Controller, name: str) -> Callable[[int], None]:
    painted = _views(panel)

    def step(n: int) -> None:
        painted.begin()
        controller.change(moved(controller.state, name, 0.55 + (37 * n % 200) / 100), "drag", "drag")
        painted.wait()

    return step
