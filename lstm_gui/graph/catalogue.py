"""The description of each kind of cell, made when it is first asked for."""

from functools import cache

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import Kind


@cache
def graph_of(kind: Kind) -> CellGraph:
    """The description of a cell. A family's module is imported when one of its cells is asked for."""
    if kind.family == "lstm":
        from lstm_gui.graph.lstm import lstm_graph as made
    elif kind.family == "rnn":
        from lstm_gui.graph.rnn import rnn_graph as made
    elif kind.family == "gru":
        from lstm_gui.graph.gru import gru_graph as made
    elif kind.family == "slstm":
        from lstm_gui.graph.slstm import slstm_graph as made
    else:
        from lstm_gui.graph.mlstm import mlstm_graph as made
    return made(kind)
