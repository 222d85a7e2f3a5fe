"""One drag step in the tab that compares, with four cells: from the value to all its views repainted."""

import statistics
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.compare import edit
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.benchmarks.drag import STEPS, Painted, alternate, shown, waves
from tests.benchmarks.row import Row

X = Quantity("x", 5)


def measure() -> list[Row]:
    """Time a drag of x, which moves every lane, and of a setting of one lane; with a pinned run behind."""
    app = QApplication([])
    install_fonts(app)
    panel, controller = _panel()
    times = alternate(_drag_of_x(panel), _drag_of_setting(panel, controller))
    panel.close()
    rows = []
    for what, taken in zip(("x", "a setting of one"), times, strict=True):
        name = f"a drag of {what} over four cells, {STEPS} steps"
        rows.append(Row(f"{name}, median", statistics.median(taken), "ms", 16.0))
        rows.append(Row(f"{name}, p95", statistics.quantiles(taken, n=20)[-1], "ms", 30.0))
    return rows


def _panel() -> tuple[SimulatorPanel, Controller]:
    panel, controller = shown(waves(STEPS))
    state = edit.pinned(controller.state, "Pinned")
    for family in ("rnn", "gru"):
        state = edit.beside(state, Kind.of(family), family)
    controller.change(state, "compare")
    panel.show_tab("compare")
    QApplication.processEvents()
    return panel, controller


def _views(panel: SimulatorPanel) -> Painted:
    page = panel.pages.compare
    assert page is not None
    return Painted((page.lanes, page.numbers))


def _drag_of_x(panel: SimulatorPanel) -> Callable[[int], None]:
    painted, page = _views(panel), panel.pages.compare
    assert page is not None

    def step(n: int) -> None:
        painted.begin()
        page.input.edited.emit(X, (37 * n % 200 - 100) / 100)
        painted.wait()

    return step


def _drag_of_setting(panel: SimulatorPanel, controller: Controller) -> Callable[[int], None]:
    painted = _views(panel)

    def step(n: int) -> None:
        painted.begin()
        moved = edit.moved(controller.state, 2, Quantity("b_z"), (37 * n % 200 - 100) / 50)
        controller.change(moved, "drag", "drag")
        painted.wait()

    return step
