"""What is said where a run leaves the finite numbers: which number, at which step, and why."""

import math
from dataclasses import dataclass

from lstm_gui.simulator.explain import equation
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.values import value_of
from lstm_gui.simulator.words import SENTENCES, Translate, as_written


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a run stopped."""

    step: int  # the first that has a number which is not finite
    sentence: str
    changed: bool  # whether something was moved since the scene was opened, so that there is a way back


def stopped(frame: Frame, translate: Translate = as_written) -> Stopped | None:
    """Where the run of a frame stopped, or None while all of it is finite."""
    first, scene = frame.explosion, frame.state.scene
    if first is None:
        return None
    kind = "too large" if math.isinf(value_of(frame, first)) else "no number"
    sentence = translate(SENTENCES[kind]).format(
        symbol=scene.cell.graph.symbol(first.name),
        t=first.step,
        equation=equation(frame.trace, scene, first).whole,
    )
    return Stopped(first.step, sentence, frame.state.changed)
