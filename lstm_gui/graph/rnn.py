"""The simple recurrent cell (Elman 1990): h = φ(W x + U h₋ + b)."""

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.gates import activation, pre_activation, weighted_sum
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block, Parameter
from lstm_gui.graph.states import HIDDEN

_FUNCTIONS = {"tanh": "tanh", "relu": "ReLU"}
_BLOCK = Block("h", "hidden state", "h", meaning="candidate")


def rnn_graph(kind: Kind) -> CellGraph:
    """An RNN with tanh or ReLU."""
    function = _FUNCTIONS[kind.options["activation"]]
    parameters = (
        Parameter("W", "h", "inputs", "input weight"),
        Parameter("U", "h", "units", "recurrent weight"),
        Parameter("b", "h", "one", "bias"),
    )
    return CellGraph(
        kind=kind,
        title="RNN" if function == "tanh" else "RNN with ReLU",
        blocks=(_BLOCK,),
        parameters=parameters,
        states=(HIDDEN,),
        computed=(pre_activation(_BLOCK, weighted_sum("h")), activation(_BLOCK, function)),
        equations=("h",),
        bounded=function == "tanh",
    )
