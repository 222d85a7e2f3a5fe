"""The diagram of the LSTM and its variants: c runs along the top, the gates stand below what they act on."""

from itertools import pairwise

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.plan import Bus, Node, Plan, Wire, ring, sign

_TOP, _TANH, _WRITE, _SHOW, _GATES = 48.0, 95.0, 138.0, 160.0, 256.0  # y, from the top down
_COLUMNS = {"f": 190.0, "i": 315.0, "g": 435.0, "o": 555.0}  # x
_ADD, _RIGHT = 375.0, 650.0
_PEEP = 206.0  # y at which peepholes come in, beside what goes out
_BUS = Bus(elbow=112.0, level=342.0)
_READ, _READ_BUS, _READ_ASIDE = 440.0, 374.0, 14.0  # where a cell reads the gates of the step before


def lstm_plan(kind: Kind) -> Plan:
    """The plan of an LSTM: what a variant lacks is left out, and its wires are joined."""
    graph = graph_of(kind)
    x, h_previous, c_previous = (
        ring("x", 50.0, 330.0),
        ring("h_previous", 50.0, 224.0),
        ring("c_previous", 50.0, _TOP),
    )
    gates = tuple(_gate(graph, name) for name in _COLUMNS if name in graph.quantity)
    fed = tuple(gate for gate in gates if graph.block_of(gate.name))
    read = tuple(ring(f"{name}_previous", x, _READ) for name, x in _COLUMNS.items() if name in graph.carried)
    return Plan(
        size=(700.0, 480.0 if read else 372.0),
        nodes=(
            x,
            h_previous,
            c_previous,
            ring("c", _RIGHT, _TOP),
            ring("h", _RIGHT, _SHOW),
            *read,
            *gates,
            *_signs(graph),
        ),
        wires=(
            *_BUS.wires(x, fed),
            *_BUS.wires(h_previous, fed),
            *_keeping(graph),
            *_writing(graph),
            Wire("add", "c"),
            *_showing(graph),
            *_peeping(graph),
            *_reading(read, gates),
        ),
    )


def _gate(graph: CellGraph, name: str) -> Node:
    applies = graph.squashed.get(name, "")
    if not graph.block_of(name):
        applies = "1 −"  # the forget gate that is coupled to the input gate
    return Node(name, "gate", (_COLUMNS[name], _GATES), shows=name, applies=applies)


def _signs(graph: CellGraph) -> tuple[Node, ...]:
    """The products and the sum, and tanh: those that there are."""
    every = {
        "f": sign("keep", "×", _COLUMNS["f"], _TOP),
        "c": sign("add", "+", _ADD, _TOP, shows="c"),
        "i": sign("write", "×", _ADD, _WRITE),
        "tanh_c": sign("tanh", "tanh", _COLUMNS["o"], _TANH, shows="tanh_c"),
        "o": sign("show", "×", _COLUMNS["o"], _SHOW),
    }
    return tuple(node for name, node in every.items() if name in graph.quantity)


def _keeping(graph: CellGraph) -> tuple[Wire, ...]:
    if "f" not in graph.quantity:
        return (Wire("c_previous", "add"),)
    coupled = () if graph.block_of("f") else (Wire("i", "f"),)
    return (*coupled, Wire("f", "keep"), Wire("c_previous", "keep"), Wire("keep", "add"))


def _writing(graph: CellGraph) -> tuple[Wire, ...]:
    down = (_COLUMNS["g"], _WRITE)
    if "i" not in graph.quantity:
        return (Wire("g", "add", (down, (_ADD, _WRITE))),)
    return Wire("i", "write", ((_COLUMNS["i"], _WRITE),)), Wire("g", "write", (down,)), Wire("write", "add")


def _showing(graph: CellGraph) -> tuple[Wire, ...]:
    """From c down to h, through tanh and the output gate where there are such."""
    stations = [name for name, one in (("tanh", "tanh_c"), ("show", "o")) if one in graph.quantity]
    output, corner = _COLUMNS["o"], (_COLUMNS["o"], _SHOW)
    ends = [*stations, "h"]
    first = Wire("add", ends[0], ((output, _TOP),) if "show" in stations or ends[0] == "tanh" else ())
    rest = [
        Wire(start, end, (corner,) if (start, end) == ("tanh", "h") else ()) for start, end in pairwise(ends)
    ]
    gate = [Wire("o", "show")] if "o" in graph.quantity else []
    return (first, *rest, *gate)


def _peeping(graph: CellGraph) -> tuple[Wire, ...]:
    """What the gates see of c: i and f of what was there before, o of what is there now."""
    found = []
    for gate in "fi":
        if f"p_{gate}" in graph.parameter:
            left = _COLUMNS[gate] - 24.0
            found.append(
                Wire("c_previous", gate, ((136.0, _TOP), (136.0, _PEEP), (left, _PEEP), (left, _GATES)))
            )
    if "p_o" in graph.parameter:
        side, right = 604.0, _COLUMNS["o"] + 24.0
        found.append(Wire("c", "o", ((side, _TOP), (side, _PEEP), (right, _PEEP), (right, _GATES))))
    return tuple(found)


def _reading(read: tuple[Node, ...], gates: tuple[Node, ...]) -> tuple[Wire, ...]:
    """From the gates of the step before, below their own columns, to every gate: g reads none of them."""
    ends = tuple(gate for gate in gates if gate.name != "g")
    found: list[Wire] = []
    for start in read:
        found += Bus(start.place[0], _READ_BUS, _READ_ASIDE).wires(start, ends)
    return tuple(found)
