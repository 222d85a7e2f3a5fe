"""One drag step while the card stands open that says where a number comes from."""

import statistics

from PySide6.QtWidgets import QApplication

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.simulator.quantity import Quantity
from tests.benchmarks.drag import STEPS, alternate, panel_with, waves
from tests.benchmarks.row import Row
from tests.benchmarks.units import many_units

UNITS, LONGEST = 16, 256
H = Quantity("h", 5)


def measure() -> list[Row]:
    """Time steps of a drag of x on which the number pinned depends, in a small cell and in a large one."""
    app = QApplication([])
    install_fonts(app)
    small, drag_small = panel_with(waves(STEPS), H)
    large, drag_large = panel_with(many_units(UNITS, LONGEST), H)
    large.timeline.show_all_units(True)
    of_small, of_large = alternate(drag_small, drag_large)
    for panel in (small, large):
        panel.close()
    name = f"a drag step with the card of origins open, {STEPS} steps"
    many = f"the same with {UNITS} units and {LONGEST} steps with heat maps"
    return [
        Row(f"{name}, median", statistics.median(of_small), "ms", 8.0),
        Row(f"{name}, p95", statistics.quantiles(of_small, n=20)[-1], "ms", 16.0),
        Row(f"{many}, median", statistics.median(of_large), "ms", 12.0),
        Row(f"{many}, p95", statistics.quantiles(of_large, n=20)[-1], "ms", 25.0),
    ]
