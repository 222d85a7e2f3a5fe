"""The diagram of the sLSTM: c, the normaliser n and the stabiliser m run along one above the other."""

from lstm_gui.graph.kind import Kind
from lstm_gui.graph.plan import Bus, Node, Place, Plan, Wire, ring, sign

_C, _BETWEEN, _N, _M, _GATES, _X = 44.0, 81.0, 118.0, 192.0, 290.0, 368.0  # y, from the top down
_LEFT, _RIGHT = 50.0, 740.0
_COLUMNS = {"m": 170.0, "f_prime": 280.0, "i_prime": 385.0, "g": 485.0, "o": 590.0}  # x
_APPLIES = {"m": "max", "f_prime": "exp", "i_prime": "exp", "g": "tanh", "o": "σ"}
_KEEP_C, _KEEP_N, _ADD_N, _ADD_C = 308.0, 266.0, 372.0, 440.0
_DIVIDE, _SHOW = 610.0, 672.0
_ASIDE = 404.0  # x at which i′ goes up to what is written into c
_BUS = Bus(elbow=112.0, level=384.0)


def slstm_plan(kind: Kind) -> Plan:
    """The plan of an sLSTM; how its forget gate is squashed does not show in it."""
    del kind
    x, h_previous = ring("x", _LEFT, _X), ring("h_previous", _LEFT, _GATES)
    read = (ring("c_previous", _LEFT, _C), ring("n_previous", _LEFT, _N), ring("m_previous", _LEFT, _M))
    wrote = (ring("c", _RIGHT, _C), ring("n", _RIGHT, _N), ring("m", _RIGHT, _M), ring("h", _RIGHT, _GATES))
    boxes = tuple(_box(name) for name in _COLUMNS)
    return Plan(
        size=(790.0, 414.0),
        nodes=(x, h_previous, *read, *wrote, *boxes, *_signs()),
        wires=(
            *_BUS.wires(x, boxes),
            *_BUS.wires(h_previous, boxes),
            *_stabilising(),
            *_storing(),
            *_showing(),
        ),
    )


def _box(name: str) -> Node:
    called = "stabilise" if name == "m" else name  # m itself is a ring
    return Node(called, "gate", (_COLUMNS[name], _GATES), shows=name, applies=_APPLIES[name])


def _signs() -> tuple[Node, ...]:
    return (
        sign("keep_c", "×", _KEEP_C, _C),
        sign("keep_n", "×", _KEEP_N, _N),
        sign("write", "×", _ADD_C, _BETWEEN),
        sign("add_c", "+", _ADD_C, _C, shows="c"),
        sign("add_n", "+", _ADD_N, _N, shows="n"),
        sign("divide", "÷", _DIVIDE, _BETWEEN, shows="h_tilde"),
        sign("show", "×", _SHOW, _GATES),
    )


def _stabilising() -> tuple[Wire, ...]:
    """What m hangs on beside the sums, and how it reaches the two gates that it is taken from."""
    up = _COLUMNS["m"] + 12.0
    out = ((up, _GATES), (up, _M))

    def down(gate: str) -> tuple[Place, ...]:
        column = _COLUMNS[gate] - 24.0
        return (*out, (column, _M), (column, _GATES))

    near, far = _COLUMNS["m"] - 12.0, _COLUMNS["m"] - 34.0
    return (
        Wire("m_previous", "stabilise", ((near, _M), (near, _GATES))),
        Wire("n_previous", "stabilise", ((far, _N), (far, _GATES))),
        Wire("stabilise", "m", out),
        Wire("stabilise", "f_prime", down("f_prime")),
        Wire("stabilise", "i_prime", down("i_prime")),
        Wire("m_previous", "f_prime", ((near, _M), (near, _M + 36.0), *_beside("f_prime", _M + 36.0))),
    )


def _beside(gate: str, level: float) -> tuple[Place, ...]:
    """Into a box from above, left of what comes down from m."""
    column = _COLUMNS[gate] - 33.0
    return (column, level), (column, _GATES)


def _storing() -> tuple[Wire, ...]:
    """What is kept of c and n, and what is written into them."""
    return (
        Wire("f_prime", "keep_c", ((_KEEP_C, _GATES),)),
        Wire("c_previous", "keep_c"),
        Wire("f_prime", "keep_n", ((_KEEP_N, _GATES),)),
        Wire("n_previous", "keep_n"),
        Wire("i_prime", "write", ((_ASIDE, _GATES), (_ASIDE, _BETWEEN))),
        Wire("g", "write", ((_COLUMNS["g"], _BETWEEN),)),
        Wire("keep_c", "add_c"),
        Wire("write", "add_c"),
        Wire("keep_n", "add_n"),
        Wire("i_prime", "add_n", ((_ADD_N, _GATES),)),
        Wire("add_c", "c"),
        Wire("add_n", "n"),
    )


def _showing() -> tuple[Wire, ...]:
    """c / n, and what the output gate shows of it."""
    return (
        Wire("add_c", "divide", ((_DIVIDE, _C),)),
        Wire("add_n", "divide", ((_DIVIDE, _N),)),
        Wire("divide", "show", ((_SHOW, _BETWEEN),)),
        Wire("o", "show"),
        Wire("show", "h"),
    )
