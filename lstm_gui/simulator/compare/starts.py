"""Comparisons that begin at one press."""

from collections.abc import Callable
from dataclasses import replace

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.comparison import Comparison
from lstm_gui.simulator.compare.edit import beside, copied
from lstm_gui.simulator.compare.settings import keeper
from lstm_gui.simulator.gradients.edit import with_forget_bias
from lstm_gui.simulator.state import SimState

FAMILIES = ("rnn", "lstm", "gru")
BIASES = (-2.0, 0.0, 2.0)


def families(state: SimState, title_of: Callable[[Kind], str]) -> SimState:
    """The scene's cell beside the others of RNN, LSTM and GRU, in place of what stood beside it."""
    state = replace(state, compare=Comparison(first=state.compare.first))
    for family in FAMILIES:
        if family != state.scene.cell.kind.family:
            state = beside(state, Kind.of(family), title_of(Kind.of(family)))
    return state


def forget_biases(state: SimState, title_of: Callable[[float], str]) -> SimState:
    """The scene's cell beside itself with each of three biases of the gate that keeps, in place of others."""
    state = replace(state, compare=Comparison(first=state.compare.first))
    for bias in BIASES:
        state = copied(state, title_of(bias))
        lane = state.compare.lanes[-1]
        scene = with_forget_bias(lane.scene, bias)
        lane = replace(lane, scene=scene, opened=scene)
        state = replace(state, compare=state.compare.with_lane(len(state.compare.lanes) - 1, lane))
    return state


def can_forget(state: SimState) -> bool:
    """Whether the scene's cell has a gate that keeps."""
    return bool(keeper(graph_of(state.scene.cell.kind)))
