"""The memory of the process over an hour of dragging at random, in fast motion: it stays where it was."""

import ctypes
import gc
import random
import resource
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QApplication

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.settings import SCENE_TABS
from lstm_gui.simulator.compare import edit
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.benchmarks.drag import PANEL
from tests.benchmarks.row import Row

DRAGS = 3600  # one a second
MOVES = 8  # that were not drawn over by the next, in each
SCENES = (
    "remember", "two-facts", "gradients-stable", "plain-recurrent", "key-value", "counting-from-both-ends",
    "shift-register", "slstm-revises",
)  # fmt: skip
BESIDE = ("rnn", "gru", "slstm")
VISIT = 50  # drags in each tab of each scene before it counts, to fill every store of pictures and of texts
WARM_UP = VISIT * len(SCENES) * len(SCENE_TABS)
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
            before = _at_rest(panel, controller)
        if n < WARM_UP and n % VISIT == 0:
            _visit(panel, controller, n // VISIT)
        if n >= WARM_UP and n % 60 == 0:
            panel.show_tab(chance.choice(SCENE_TABS))
        if n >= WARM_UP and n % 300 == 0:
            controller.open(load(chance.choice(SCENES)))
            _put_beside(controller, chance)
        if n % 30 == 0:
            _pin(panel, controller, chance)
        _drag(controller, chance)
    after = _at_rest(panel, controller)
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


def _at_rest(panel: SimulatorPanel, controller: Controller) -> float:
    """The memory where the same is shown both times."""
    panel.pins.close()
    panel.show_tab(SCENE_TABS[0])
    controller.open(load(SCENES[0]))
    QApplication.processEvents()
    return megabytes()


def _visit(panel: SimulatorPanel, controller: Controller, number: int) -> None:
    """Show a scene with cells beside it in a tab: each of them in each, one after the other."""
    scene, tab = divmod(number, len(SCENE_TABS))
    controller.open(load(SCENES[scene]))
    panel.show_tab(SCENE_TABS[tab])
    for kind in BESIDE:
        controller.change(edit.beside(controller.state, Kind.of(kind), "beside"), "put beside")


def _put_beside(controller: Controller, chance: random.Random) -> None:
    """Compare the scene with another cell, a run of its own, or both."""
    state = edit.beside(controller.state, Kind.of(chance.choice(BESIDE)), "beside")
    controller.change(edit.pinned(state, "pinned"), "put beside")


def _pin(panel: SimulatorPanel, controller: Controller, chance: random.Random) -> None:
    """Pin where a number comes from, or put it away."""
    if chance.random() < 0.5:
        panel.pins.close()
    else:
        scene = controller.state.scene
        unit = chance.randrange(scene.cell.units)
        panel.pins.pin(Quantity("h", chance.randint(1, scene.steps), unit))


def _any_number(controller: Controller, chance: random.Random) -> Quantity:
    """An input, or a weight."""
    scene = controller.state.scene
    if chance.random() < 0.5:
        step = chance.randint(1, scene.steps)
        return Quantity("x", step, source=chance.randrange(scene.cell.inputs))
    given = chance.choice(scene.cell.graph.parameters)
    width = given.width(scene.cell.inputs, scene.cell.units)
    height = given.height(scene.cell.units)
    backward = scene.backward is not None and chance.random() < 0.5
    return Quantity(given.name, 0, chance.randrange(height), chance.randrange(width), backward)


def megabytes() -> float:
    """What the process holds in memory now; where the system does not tell, the most it ever held."""
    gc.collect()
    if sys.platform == "linux":  # else how finely the heap is in pieces is measured as well
        with suppress(OSError, AttributeError):  # where the C library is another
            ctypes.CDLL("libc.so.6").malloc_trim(0)
    told = Path("/proc/self/statm")
    if told.exists():
        return int(told.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
