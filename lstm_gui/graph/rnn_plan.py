"""The diagram of the simple recurrent cell: x and h₋ meet in one box, which is h."""

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.plan import Bus, Node, Plan, Wire, ring

_BUS = Bus(elbow=112.0, level=342.0)


def rnn_plan(kind: Kind) -> Plan:
    """The plan of an RNN."""
    x, h_previous, h = ring("x", 50.0, 330.0), ring("h_previous", 50.0, 186.0), ring("h", 650.0, 186.0)
    box = Node("squash", "gate", (350.0, 186.0), shows="h", applies=graph_of(kind).squashed["h"])
    return Plan(
        size=(700.0, 372.0),
        nodes=(x, h_previous, h, box),
        wires=(*_BUS.wires(x, (box,)), Wire("h_previous", "squash"), Wire("squash", "h")),
    )
