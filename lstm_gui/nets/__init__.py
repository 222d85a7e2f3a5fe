"""Recurrent layers: the whole family, with full traces and exact gradients. No Qt, no threads, no I/O.

Every layer is a frozen object that names its arrays (`layer.py`). `layer.forward(x)` returns a trace that
holds every named quantity at every step; `layer.backward(trace, d_output)` returns exact gradients of it. A
cell's equations stand, in order, in the `step` of the file that is named after the cell.

    layer = uniform(zeros_lstm(inputs=1, units=8), np.random.default_rng(seed=0))
    trace = layer.forward(x)                     # x (T, B, 1): time, batch, inputs
    gradients = layer.backward(trace, d_output)  # d_output (T, B, 8), as trace.output

T time, B batch, I inputs, H units. Each name is imported when it is first asked for, so that whoever needs
one cell does not load them all.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lstm_gui.nets.activation import IDENTITY as IDENTITY
    from lstm_gui.nets.activation import RELU as RELU
    from lstm_gui.nets.activation import SIGMOID as SIGMOID
    from lstm_gui.nets.activation import TANH as TANH
    from lstm_gui.nets.activation import Activation as Activation
    from lstm_gui.nets.batch_first import BatchFirst as BatchFirst
    from lstm_gui.nets.bidirectional import Bidirectional as Bidirectional
    from lstm_gui.nets.bidirectional import Reversed as Reversed
    from lstm_gui.nets.clipping import clipped_by_norm as clipped_by_norm
    from lstm_gui.nets.clipping import clipped_by_value as clipped_by_value
    from lstm_gui.nets.convert.keras import from_keras as from_keras
    from lstm_gui.nets.convert.keras import to_keras as to_keras
    from lstm_gui.nets.convert.onnx import from_onnx as from_onnx
    from lstm_gui.nets.convert.onnx import to_onnx as to_onnx
    from lstm_gui.nets.convert.torch import from_torch as from_torch
    from lstm_gui.nets.convert.torch import to_torch as to_torch
    from lstm_gui.nets.diagnostics.gradient import effective_depth as effective_depth
    from lstm_gui.nets.diagnostics.gradient import state_gradients as state_gradients
    from lstm_gui.nets.diagnostics.jacobian import direct_path as direct_path
    from lstm_gui.nets.diagnostics.jacobian import state_jacobians as state_jacobians
    from lstm_gui.nets.diagnostics.not_finite import first_not_finite as first_not_finite
    from lstm_gui.nets.diagnostics.saturation import saturation as saturation
    from lstm_gui.nets.gru import Gru as Gru
    from lstm_gui.nets.initialisers import glorot as glorot
    from lstm_gui.nets.initialisers import orthogonal as orthogonal
    from lstm_gui.nets.initialisers import uniform as uniform
    from lstm_gui.nets.layer import Gradients as Gradients
    from lstm_gui.nets.layer import Layer as Layer
    from lstm_gui.nets.layer import State as State
    from lstm_gui.nets.layer import Trace as Trace
    from lstm_gui.nets.losses import binary_cross_entropy as binary_cross_entropy
    from lstm_gui.nets.losses import cross_entropy as cross_entropy
    from lstm_gui.nets.losses import mean_squared_error as mean_squared_error
    from lstm_gui.nets.lstm import Lstm as Lstm
    from lstm_gui.nets.lstm_variant import GREFF_2015 as GREFF_2015
    from lstm_gui.nets.lstm_variant import HOCHREITER_1997 as HOCHREITER_1997
    from lstm_gui.nets.lstm_variant import VANILLA as VANILLA
    from lstm_gui.nets.lstm_variant import LstmVariant as LstmVariant
    from lstm_gui.nets.memory_bias import with_chrono_bias as with_chrono_bias
    from lstm_gui.nets.memory_bias import with_forget_bias as with_forget_bias
    from lstm_gui.nets.mlstm import Mlstm as Mlstm
    from lstm_gui.nets.optimisers import NO_MEMORY as NO_MEMORY
    from lstm_gui.nets.optimisers import Adam as Adam
    from lstm_gui.nets.optimisers import AdamW as AdamW
    from lstm_gui.nets.optimisers import Memory as Memory
    from lstm_gui.nets.optimisers import RmsProp as RmsProp
    from lstm_gui.nets.optimisers import Sgd as Sgd
    from lstm_gui.nets.readout import Readout as Readout
    from lstm_gui.nets.rnn import Rnn as Rnn
    from lstm_gui.nets.slstm import Slstm as Slstm
    from lstm_gui.nets.stacked import Stacked as Stacked
    from lstm_gui.nets.truncation import truncated_gradients as truncated_gradients
    from lstm_gui.nets.zeros import zeros_gru as zeros_gru
    from lstm_gui.nets.zeros import zeros_lstm as zeros_lstm
    from lstm_gui.nets.zeros import zeros_mlstm as zeros_mlstm
    from lstm_gui.nets.zeros import zeros_readout as zeros_readout
    from lstm_gui.nets.zeros import zeros_rnn as zeros_rnn
    from lstm_gui.nets.zeros import zeros_slstm as zeros_slstm

_HOMES = {
    "activation": ("Activation", "IDENTITY", "RELU", "SIGMOID", "TANH"),
    "batch_first": ("BatchFirst",),
    "bidirectional": ("Bidirectional", "Reversed"),
    "clipping": ("clipped_by_norm", "clipped_by_value"),
    "convert.keras": ("from_keras", "to_keras"),
    "convert.onnx": ("from_onnx", "to_onnx"),
    "convert.torch": ("from_torch", "to_torch"),
    "diagnostics.gradient": ("effective_depth", "state_gradients"),
    "diagnostics.jacobian": ("direct_path", "state_jacobians"),
    "diagnostics.not_finite": ("first_not_finite",),
    "diagnostics.saturation": ("saturation",),
    "gru": ("Gru",),
    "initialisers": ("glorot", "orthogonal", "uniform"),
    "layer": ("Gradients", "Layer", "State", "Trace"),
    "losses": ("binary_cross_entropy", "cross_entropy", "mean_squared_error"),
    "lstm": ("Lstm",),
    "lstm_variant": ("GREFF_2015", "HOCHREITER_1997", "LstmVariant", "VANILLA"),
    "memory_bias": ("with_chrono_bias", "with_forget_bias"),
    "mlstm": ("Mlstm",),
    "optimisers": ("Adam", "AdamW", "Memory", "NO_MEMORY", "RmsProp", "Sgd"),
    "readout": ("Readout",),
    "rnn": ("Rnn",),
    "slstm": ("Slstm",),
    "stacked": ("Stacked",),
    "truncation": ("truncated_gradients",),
    "zeros": ("zeros_gru", "zeros_lstm", "zeros_mlstm", "zeros_readout", "zeros_rnn", "zeros_slstm"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
__all__ = sorted(_HOME_OF)  # noqa: PLE0605


def __getattr__(name: str) -> object:
    """The layer or function of that name, from the module where it lives."""
    if name not in _HOME_OF:
        raise AttributeError(f"lstm_gui.nets has no {name}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    """The names that can be asked for."""
    return list(__all__)
