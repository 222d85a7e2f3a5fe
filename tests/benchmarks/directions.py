"""One drag step in a scene that is read in both directions: two cells, two runs, two diagrams."""

import statistics

from PySide6.QtWidgets import QApplication

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_both_ways
from tests.benchmarks.drag import STEPS, alternate, panel_with, waves
from tests.benchmarks.row import Row
from tests.benchmarks.units import many_units

UNITS, LONGEST = 16, 256


def measure() -> list[Row]:
    """Time steps of a drag of x, which both cells read, in small cells and in large ones."""
    app = QApplication([])
    install_fonts(app)
    small, drag_small = panel_with(_both_ways(waves(STEPS)))
    large, drag_large = panel_with(_both_ways(many_units(UNITS, LONGEST)))
    of_small, of_large = alternate(drag_small, drag_large)
    for panel in (small, large):
        panel.close()
    name = f"a drag step in both directions, {STEPS} steps"
    many = f"the same with {UNITS} units and {LONGEST} steps"
    return [
        Row(f"{name}, median", statistics.median(of_small), "ms", 12.0),
        Row(f"{name}, p95", statistics.quantiles(of_small, n=20)[-1], "ms", 25.0),
        Row(f"{many}, median", statistics.median(of_large), "ms", 16.0),
        Row(f"{many}, p95", statistics.quantiles(of_large, n=20)[-1], "ms", 30.0),
    ]


def _both_ways(scene: Scene) -> Scene:
    return set_both_ways(SimState.of(scene), True).scene
