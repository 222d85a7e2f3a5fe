"""One step of a drag, from the value to every visible view repainted, beside the same plots by pyqtgraph."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pyqtgraph
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.benchmarks.row import Row

PANEL = (1046, 838)  # what the simulator has of a window of 1440 × 900
PLOTS = (1440, 900)
PLOT_ROWS, PLOT_COLUMNS, CURVES_EACH, POINTS = 2, 3, 3, 200
STEPS = 64  # of the sequence
TURNS, STEPS_A_TURN = 8, 30


class Painted(QObject):
    """Counts which of several widgets have been painted since `begin`."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = set(widgets)
        self._waiting: set[QWidget] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def begin(self) -> None:
        """Forget what was painted."""
        self._waiting = set(self._widgets)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint event. The painting itself follows, within the same processEvents."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._waiting.discard(watched)
        return False

    def wait(self) -> None:
        """Process events until every widget has been painted. RuntimeError when one never is."""
        for _ in range(1000):
            if not self._waiting:
                return
            QApplication.processEvents()
        raise RuntimeError(f"never painted: {self._waiting}")


def measure() -> list[Row]:
    """Time steps of a drag of x, and of the same number of curves as pyqtgraph draws them."""
    app = QApplication([])
    install_fonts(app)
    panel, step_panel = panel_with(waves(STEPS))
    plots, step_plots = _plots()
    ours, theirs = alternate(step_panel, step_plots)
    for widget in (panel, plots):
        widget.close()
    median = statistics.median(ours)
    return [
        Row("a drag step to all views repainted, median", median, "ms", 8.0),
        Row("a drag step to all views repainted, p95", statistics.quantiles(ours, n=20)[-1], "ms", 16.0),
        Row("a drag step, against pyqtgraph as it comes", median / statistics.median(theirs), "×", 0.25),
    ]


def alternate(*steps: Callable[[int], None]) -> list[list[float]]:
    """Run each for a while in turn, so that a busy moment of the machine is felt by all; times in ms.

    A drag is many steps of the same thing, so each turn is as long as a short drag.
    """
    times: list[list[float]] = [[] for _ in steps]
    for turn in range(TURNS + 1):
        for taken, step in zip(times, steps, strict=True):
            drag = [_timed(step, turn * STEPS_A_TURN + n) for n in range(STEPS_A_TURN)]
            if turn:  # the first is to warm up
                taken += drag
    return times


def _timed(step: Callable[[int], None], n: int) -> float:
    start = time.perf_counter()
    step(n)
    return (time.perf_counter() - start) * 1000


def waves(steps: int, step: int = 5) -> Scene:
    """One unit that reads a wave, at a step."""
    inputs = tuple((float(np.sin(0.7 * t)),) for t in range(steps))
    return replace(load("remember"), inputs=inputs, step=step, overrides=())


def shown(scene: Scene) -> tuple[SimulatorPanel, Controller]:
    """The panel with a scene open, each change shown at once."""
    controller = Controller(lambda callback: callback())
    panel = SimulatorPanel()
    panel.connect_controller(controller)
    panel.resize(*PANEL)
    panel.show()
    controller.open(scene)
    return panel, controller


def panel_with(scene: Scene, pinned: Quantity | None = None) -> tuple[SimulatorPanel, Callable[[int], None]]:
    """The panel with a scene open, and a function that drags x one step and waits until all is painted.

    With what is pinned the card stands open that says where it comes from.
    """
    panel, controller = shown(scene)
    quantity = Quantity("x", 5)
    controller.point_at(quantity)
    if pinned is not None:
        panel.pins.pin(pinned, panel.diagram)
    controller.begin_edit(quantity)
    views = [panel.diagram, panel.operating, panel.equations, panel.timeline.plots.viewport()]
    views += [panel.both.diagram] if panel.both is not None else []
    views += [panel.pins.guide.card] if panel.pins.guide is not None else []
    painted = Painted([view for view in views if view.isVisible()])

    def step(n: int) -> None:
        painted.begin()
        panel.timeline.edited.emit(quantity, (37 * n % 200 - 100) / 100)
        painted.wait()

    return panel, step


def _plots() -> tuple[QWidget, Callable[[int], None]]:
    pyqtgraph.setConfigOption("antialias", True)
    widget = pyqtgraph.GraphicsLayoutWidget()
    widget.resize(*PLOTS)
    curves = []
    for n in range(PLOT_ROWS * PLOT_COLUMNS):
        plot = widget.addPlot(row=n // PLOT_COLUMNS, col=n % PLOT_COLUMNS)
        plot.showGrid(x=True, y=True)
        plot.setYRange(-1, 1)
        curves += [plot.plot(pen=pyqtgraph.mkPen(k, width=2)) for k in range(CURVES_EACH)]
    widget.show()
    x = np.linspace(0, 10, POINTS)
    painted = Painted((widget.viewport(),))

    def step(n: int) -> None:
        painted.begin()
        for k, curve in enumerate(curves):
            curve.setData(x, np.sin(x + k + 0.1 * n))
        painted.wait()

    return widget, step
