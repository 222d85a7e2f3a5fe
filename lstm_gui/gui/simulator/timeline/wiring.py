"""What the timeline asks of the controller, beyond what every view with numbers asks."""

from functools import partial

from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.simulator import update
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.words import LABELS


def connect_timeline(timeline: TimelineView, controller: Controller) -> None:
    """Let a timeline choose the step, the unit and the input that are looked at."""
    timeline.looked_at.connect(partial(_look_at, controller))


def _look_at(controller: Controller, step: int, unit: int, source: int) -> None:
    """One look after another is undone together, wherever it goes."""
    state = update.look_at(update.set_step(controller.state, step), unit, source)
    controller.change(state, translated(LABELS["look"]), "look")
