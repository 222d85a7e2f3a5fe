"""The quantities of each kind of layer that come out of a squashing function, with that function."""

from functools import singledispatch
from typing import Any

from lstm_gui.nets.activation import SIGMOID, TANH, Activation, FloatArray
from lstm_gui.nets.bidirectional import Bidirectional, BidirectionalTrace, ReversedTrace
from lstm_gui.nets.composite import prefixed
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.gru_trace import GATES, GruTrace
from lstm_gui.nets.layer import Layer, Trace
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.mlstm import Mlstm
from lstm_gui.nets.mlstm_trace import MlstmTrace
from lstm_gui.nets.rnn import Rnn, RnnTrace
from lstm_gui.nets.slstm import Slstm
from lstm_gui.nets.slstm_trace import SlstmTrace
from lstm_gui.nets.stacked import Stacked, StackedTrace
from lstm_gui.nets.wrapper import Wrapper

Squashed = dict[str, tuple[FloatArray, Activation]]


@singledispatch
def squashed(layer: Layer[Any], trace: Trace) -> Squashed:
    """What was squashed (T, B, ·), and by what, by the name of the quantity."""
    del trace
    raise TypeError(f"{type(layer).__name__} does not say what it squashes")


@squashed.register
def _(cell: Rnn, trace: RnnTrace) -> Squashed:
    return {"h": (trace.h, cell.activation)}


@squashed.register
def _(cell: Lstm, trace: LstmTrace) -> Squashed:
    gates = [*cell.blocks, "f"] if cell.variant.coupled else cell.blocks
    found = {gate: (trace.gate(gate), cell.variant.gate_activation) for gate in gates if gate != "g"}
    found |= {"g": (trace.gate("g"), cell.variant.candidate_activation)}
    return found | {"tanh_c": (trace.tanh_c, cell.variant.cell_activation)}


@squashed.register
def _(cell: Gru, trace: GruTrace) -> Squashed:
    return {gate: (trace.gate(gate), cell.block(gate).activation) for gate in GATES}


@squashed.register
def _(cell: Slstm, trace: SlstmTrace) -> Squashed:
    found = {"g": (trace.gate("g"), TANH), "o": (trace.gate("o"), SIGMOID)}
    return forget_gate(cell.exponential_forget, trace.pre_activation("f")) | found


@squashed.register
def _(cell: Mlstm, trace: MlstmTrace) -> Squashed:
    return forget_gate(cell.exponential_forget, trace.pre_activation("f")) | {"o": (trace.o, SIGMOID)}


@squashed.register
def _(layer: Stacked, trace: StackedTrace) -> Squashed:
    runs = zip(layer.members.items(), trace.layers, strict=True)
    return prefixed({name: squashed(member, run) for (name, member), run in runs})


@squashed.register
def _(layer: Bidirectional, trace: BidirectionalTrace) -> Squashed:
    back = squashed(layer.backward_layer, trace.backward.run)
    return prefixed({"forward": squashed(layer.forward_layer, trace.forward), "backward": back})


@squashed.register(Wrapper)
def _(layer: Wrapper[Any], trace: Trace) -> Squashed:
    return squashed(layer.layer, trace.run if isinstance(trace, ReversedTrace) else trace)


def forget_gate(exponential: bool, z_f: FloatArray) -> Squashed:
    """The xLSTM's f = σ(z_f), which it holds as a logarithm only; an exponential one is not squashed."""
    return {} if exponential else {"f": (SIGMOID.value(z_f), SIGMOID)}
