"""What a person changes in the tab of gradients, as pure functions from one state to the next."""

from dataclasses import replace

from lstm_gui.simulator.gradients.edit import (
    forget_bias,
    recurrent_weight,
    with_forget_bias,
    with_recurrent_weight,
)
from lstm_gui.simulator.state import SimState


def moved(state: SimState, name: str, value: float) -> SimState:
    """One number moved, held within its limits: of the scene's cell or of the settings."""
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
    return moved(state, name, float(getattr(state.origin.shown.gradients, name)))


def with_loss(state: SimState, loss: str) -> SimState:
    """Another loss; ValueError for one that there is not."""
    return replace(state, gradients=state.gradients.with_loss(loss))
