"""The curves that gates squash by, for one number: what drawings and equations need, not the run itself."""

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.functions import FUNCTIONS
from lstm_gui.graph.kind import LSTM, Kind


def squashed(gate: str, z: float, kind: Kind = LSTM) -> float:
    """σ(z) of a gate, tanh(z) of the candidate: the shape of the curve, not the value of any gate."""
    return FUNCTIONS[graph_of(kind).squashed[gate]](z)
