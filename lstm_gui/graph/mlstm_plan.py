"""The diagram of the mLSTM: its memory C along the top, the normaliser n and the stabiliser m below it.

C stands there as a matrix, with a row for each unit; what else is drawn is of the unit that is looked at.
"""

from lstm_gui.graph.kind import Kind
from lstm_gui.graph.plan import Bus, Node, Place, Plan, Wire, ring, sign

_C, _WRITE, _RECALL, _N, _ASK, _M, _GATES, _X = 96.0, 172.0, 190.0, 216.0, 254.0, 296.0, 376.0, 458.0  # y
_LEFT, _RIGHT = 60.0, 880.0
_COLUMNS = {"m": 170.0, "f_prime": 262.0, "i_prime": 354.0, "v": 446.0, "k": 538.0, "q": 630.0, "o": 722.0}
_APPLIES = {"m": "max", "f_prime": "exp", "i_prime": "exp", "o": "σ"}
_KEEP_C, _KEEP_N, _ADD_N, _SUM_N = 286.0, 244.0, 354.0, 578.0
_MEMORY, _DIVIDE, _SHOW = 620.0, 760.0, 806.0
_BUS = Bus(elbow=112.0, level=474.0)


def mlstm_plan(kind: Kind) -> Plan:
    """The plan of an mLSTM; how its forget gate is squashed does not show in it."""
    del kind
    x = ring("x", _LEFT, _X)
    boxes = tuple(_box(name) for name in _COLUMNS)
    return Plan(
        size=(940.0, 504.0),
        nodes=(
            x,
            Node("C_previous", "matrix", (_LEFT + 40.0, _C), shows="C_previous"),
            ring("n_previous", _LEFT, _N),
            ring("m_previous", _LEFT, _M),
            Node("C", "matrix", (_MEMORY, _C), shows="C"),
            ring("n", _SUM_N, _N),
            ring("m", _RIGHT, _M),
            ring("h", _RIGHT, _GATES),
            *boxes,
            *_signs(),
        ),
        wires=(*_BUS.wires(x, boxes), *_stabilising(), *_storing(), *_recalling()),
    )


def _box(name: str) -> Node:
    called = "stabilise" if name == "m" else name  # m itself is a ring
    return Node(called, "gate", (_COLUMNS[name], _GATES), shows=name, applies=_APPLIES.get(name, ""))


def _signs() -> tuple[Node, ...]:
    return (
        sign("keep_c", "×", _KEEP_C, _C),
        sign("write_c", "×", _COLUMNS["v"], _WRITE),
        sign("add_c", "+", _COLUMNS["v"], _C),
        sign("keep_n", "×", _KEEP_N, _N),
        sign("write_n", "×", _ADD_N, _ASK + 14.0),
        sign("add_n", "+", _ADD_N, _N, shows="n"),
        sign("recall", "×", _DIVIDE, _C),
        sign("divide", "÷", _DIVIDE, _C + 60.0, shows="h_tilde"),
        sign("divisor", "max", _DIVIDE, _N, shows="divisor"),
        sign("show", "×", _SHOW, _GATES),
    )


def _stabilising() -> tuple[Wire, ...]:
    """How m comes about, and how it reaches the two gates that it is taken from."""
    up, near = _COLUMNS["m"] + 12.0, _COLUMNS["m"] - 12.0
    out = ((up, _GATES), (up, _M))

    def down(gate: str) -> tuple[Place, ...]:
        column = _COLUMNS[gate] - 26.0
        return (*out, (column, _M), (column, _GATES))

    return (
        Wire("m_previous", "stabilise", ((near, _M), (near, _GATES))),
        Wire("stabilise", "m", out),
        Wire("stabilise", "f_prime", down("f_prime")),
        Wire("stabilise", "i_prime", down("i_prime")),
    )


def _storing() -> tuple[Wire, ...]:
    """What is kept of C and n, and what is written into them."""
    key, i = _COLUMNS["k"], _COLUMNS["i_prime"]
    return (
        Wire("f_prime", "keep_c", ((_KEEP_C, _GATES),)),
        Wire("f_prime", "keep_n", ((_KEEP_N, _GATES),)),
        Wire("C_previous", "keep_c"),
        Wire("n_previous", "keep_n"),
        Wire("keep_c", "add_c"),
        Wire("keep_n", "add_n"),
        Wire("i_prime", "write_c", ((i + 22.0, _GATES), (i + 22.0, _WRITE))),
        Wire("v", "write_c"),
        Wire("k", "write_c", ((key, _WRITE),)),
        Wire("write_c", "add_c"),
        Wire("i_prime", "write_n"),
        Wire("k", "write_n", ((key - 14.0, _GATES), (key - 14.0, _ASK + 14.0))),
        Wire("write_n", "add_n"),
        Wire("add_c", "C"),
        Wire("add_n", "n"),
    )


def _recalling() -> tuple[Wire, ...]:
    """C q, divided by how much is stored under such a key, and what the output gate shows of it."""
    asks, query, around = _COLUMNS["q"] - 14.0, _COLUMNS["q"] + 14.0, _DIVIDE + 34.0
    return (
        Wire("C", "recall"),
        Wire("q", "recall", ((query, _GATES), (query, _RECALL), (around, _RECALL), (around, _C))),
        Wire("n", "divisor"),
        Wire("q", "divisor", ((asks, _GATES), (asks, _ASK), (_DIVIDE, _ASK))),
        Wire("recall", "divide"),
        Wire("divisor", "divide"),
        Wire("divide", "show", ((_SHOW, _C + 60.0),)),
        Wire("o", "show"),
        Wire("show", "h"),
    )
