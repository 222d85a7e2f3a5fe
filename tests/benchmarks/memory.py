"""The memory of the process over an hour of dragging at random, in fast motion: it stays where it was."""

import gc
import random
import resource
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.settings import TABS
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.benchmarks.drag import PANEL
from tests.benchmarks.row import Row

DRAGS = 3600  # one a second
MOVES = 8  # that were not drawn over by the next, in each
WARM_UP = 1200  # by then every tab was shown, and every store of pictures and of texts is full
SCENES = ("remember", "two-facts", "gradients-stable", "plain-recurrent")
SEED = 4


def measure() -> list[Row]:
    """The memory at the end against that at the beginning."""
    app = QApplication([])
    install_fonts(app)
    controller = Controller(lambda callback: callback())
    panel = SimulatorPanel()
    panel.connect_controller(controller)
    panel.resize(*PANEL)
    panel.show()
    chance = random.Random(SEED)
    controller.open(load(SCENES[0]))
    before = 0.0
    for n in range(WARM_UP + DRAGS):
        if n == WARM_UP:
            before = megabytes()
        if n % 60 == 0:
            panel.show_tab(chance.choice(TABS))
        if n % 300 == 0:
            controller.open(load(chance.choice(SCENES)))
        _drag(controller, chance)
    after = megabytes()
    panel.close()
    what = f"memory after {DRAGS} drags ({after:.0f} MB), against before ({before:.0f} MB)"
    return [Row(what, after / before, "×", 1.05)]


def _drag(controller: Controller, chance: random.Random) -> None:
    """Move one number to and fro, as one step that can be undone."""
    quantity = _any_number(controller, chance)
    controller.begin_edit(quantity)
    for _ in range(MOVES):
        controller.edit(quantity, chance.uniform(-3, 3))
        controller.flush()
        QApplication.processEvents()
    controller.end_edit()


def _any_number(controller: Controller, chance: random.Random) -> Quantity:
    """An input, or a weight."""
    scene = controller.state.scene
    if chance.random() < 0.5:
        step = chance.randint(1, scene.steps)
        return Quantity("x", step, source=chance.randrange(scene.cell.inputs))
    given = chance.choice(scene.cell.graph.parameters)
    width = given.width(scene.cell.inputs, scene.cell.units)
    return Quantity(given.name, unit=chance.randrange(scene.cell.units), source=chance.randrange(width))


def megabytes() -> float:
    """What the process holds in memory now; where the system does not tell, the most it ever held."""
    gc.collect()
    told = Path("/proc/self/statm")
    if told.exists():
        return int(told.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
