"""The diagram of the GRU: h runs along the top, z stands under what is kept, n under what is written."""

from lstm_gui.graph.kind import Kind
from lstm_gui.graph.plan import Bus, Node, Plan, Wire, ring, sign

_TOP, _MIXED, _GATES, _RESET = 48.0, 138.0, 220.0, 294.0  # y, from the top down
_Z, _R, _N = 170.0, 330.0, 500.0  # x
_BETWEEN = 415.0  # x of what the reset gate lets through
_X_BUS = Bus(elbow=98.0, level=350.0, aside=8.0)  # apart from that of h₋: n does not read h₋ itself
_H_BUS = Bus(elbow=112.0, level=332.0, aside=-8.0)


def gru_plan(kind: Kind) -> Plan:
    """The plan of a GRU: where z writes, it is 1 − z that keeps."""
    keeps = kind.options["z"] == "keeps"
    x, h_previous, h = ring("x", 50.0, 328.0), ring("h_previous", 50.0, _TOP), ring("h", 650.0, _TOP)
    z, r, n = (
        Node(name, "gate", (column, _GATES), shows=name, applies=function)
        for name, column, function in (("z", _Z, "σ"), ("r", _R, "σ"), ("n", _N, "tanh"))
    )
    reset, keep = sign("reset", "×", _BETWEEN, _RESET), sign("keep", "×", _Z, _TOP)
    rest = sign("rest", "1 −", _R, _MIXED) if keeps else sign("rest", "1 −", _Z, _MIXED)
    write, add = sign("write", "×", _N, _MIXED), sign("add", "+", _N, _TOP, shows="h")
    return Plan(
        size=(700.0, 372.0),
        nodes=(x, h_previous, h, z, r, n, reset, keep, rest, write, add),
        wires=(
            *_X_BUS.wires(x, (z, r, n)),
            *_H_BUS.wires(h_previous, (z, r, reset)),
            Wire("r", "reset", ((_BETWEEN, _GATES),)),
            Wire("reset", "n", ((_N + _H_BUS.aside, _RESET), (_N + _H_BUS.aside, _GATES))),
            *_shares(keeps),
            Wire("n", "write"),
            Wire("h_previous", "keep"),
            Wire("write", "add"),
            Wire("keep", "add"),
            Wire("add", "h"),
        ),
    )


def _shares(keeps: bool) -> tuple[Wire, ...]:
    """How z and 1 − z reach what is kept and what is written."""
    if keeps:
        return Wire("z", "keep"), Wire("z", "rest", ((_Z, _MIXED),)), Wire("rest", "write")
    low, near = _GATES - 60.0, _N - 50.0
    around = ((_Z, low), (near, low), (near, _MIXED))
    return Wire("z", "rest"), Wire("rest", "keep"), Wire("z", "write", around)
