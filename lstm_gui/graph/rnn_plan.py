"""The diagram of the simple recurrent cell: x and h₋ meet in one box, which is h."""

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.plan import Node, Plan, Wire, ring

_H, _X = 92.0, 224.0  # y
_BOX = 350.0  # x


def rnn_plan(kind: Kind) -> Plan:
    """The plan of an RNN."""
    x, h_previous, h = ring("x", 50.0, _X), ring("h_previous", 50.0, _H), ring("h", 650.0, _H)
    box = Node("squash", "gate", (_BOX, _H), shows="h", applies=graph_of(kind).squashed["h"])
    return Plan(
        size=(700.0, 272.0),
        nodes=(x, h_previous, h, box),
        wires=(Wire("x", "squash", ((_BOX, _X),)), Wire("h_previous", "squash"), Wire("squash", "h")),
    )
