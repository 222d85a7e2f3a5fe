"""What a person changes in the tab of gradients, as pure functions from one state to the next."""

import math
from dataclasses import replace

from lstm_gui.simulator.gradients.edit import (
    LENGTH,
    forget_bias,
    recurrent_weight,
    with_forget_bias,
    with_recurrent_weight,
)
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_length


def moved(state: SimState, name: str, value: float, before: SimState | None = None) -> SimState:
    """One number moved, held within its limits: of the scene or of the settings.

    `before` is the state in which a drag began: a sequence that gets shorter and longer again on the way
    has the inputs that it had there.
    """
    if name == "length":
        return state if math.isnan(value) else set_length(before or state, round(LENGTH.hold(value)))
    if name == "forget_bias":
        return replace(state, scene=with_forget_bias(state.scene, value))
    if name == "recurrent":
        return replace(state, scene=with_recurrent_weight(state.scene, value))
    return replace(state, gradients=state.gradients.with_number(name, value))


def reset(state: SimState, name: str) -> SimState:
    """One number as it was when the scene was opened."""
    if name == "forget_bias":
        return moved(state, name, forget_bias(state.origin))
    if name == "recurrent":
        return moved(state, name, recurrent_weight(state.origin))
    if name == "length":
        return moved(state, name, state.origin.steps)
    return moved(state, name, float(getattr(state.origin.shown.gradients, name)))


def with_loss(state: SimState, loss: str) -> SimState:
    """Another loss; ValueError for one that there is not."""
    return replace(state, gradients=state.gradients.with_loss(loss))
