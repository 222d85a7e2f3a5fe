"""What the timeline asks of the controller: steps, units and inputs to look at, and other inputs to read."""

from functools import partial

from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.gui.simulator.wiring import connect_edits
from lstm_gui.simulator import update
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.words import LABELS


def connect_timeline(timeline: TimelineView, controller: Controller) -> None:
    """Let a timeline move the inputs, and choose the step, the unit and the input that are looked at."""
    connect_edits(timeline, controller)
    timeline.step_chosen.connect(controller.set_step)
    timeline.length_chosen.connect(controller.set_length)
    timeline.seed_requested.connect(controller.new_seed)
    timeline.drawn.connect(partial(_draw, controller))
    timeline.looked_at.connect(partial(_look_at, controller))


def _draw(controller: Controller, values: object) -> None:
    if isinstance(values, dict):  # which a signal cannot say
        controller.draw(values)


def _look_at(controller: Controller, step: int, unit: int, source: int) -> None:
    """One look after another is undone together, wherever it goes."""
    state = update.look_at(update.set_step(controller.state, step), unit, source)
    controller.change(state, translated(LABELS["look"]), "look")
