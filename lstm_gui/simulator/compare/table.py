"""The numbers of all lanes at the step shown: a row for each palette role, a column for each lane."""

from collections.abc import Iterator

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.simulator.compare.frame import CompareTable, Entry, LanePart

_ORDER = ("x", "f", "i", "o", "g", "c", "h")  # of the roles; others come before the states

Address = tuple[str, int]  # a role, and which of the quantities that have it


def table_of(lanes: tuple[LanePart, ...]) -> CompareTable:
    """The numbers where the cursor stands, each with its difference to the first lane."""
    columns = [dict(_quantities(graph_of(lane.kind))) for lane in lanes]
    wanted = sorted({address for column in columns for address in column}, key=_place)
    rows = tuple(
        (address[0], tuple(_entry(lanes, columns, n, address) for n in range(len(lanes))))
        for address in wanted
    )
    return CompareTable(
        step=max(lane.run.step for lane in lanes),
        columns=tuple(lane.title for lane in lanes),
        kinds=tuple(lane.kind for lane in lanes),
        steps=tuple(lane.run.step for lane in lanes),
        rows=rows,
    )


def _place(address: Address) -> tuple[int, Address]:
    role = address[0]
    return (_ORDER.index(role) if role in _ORDER else _ORDER.index("c") - 1), address


def _quantities(graph: CellGraph) -> Iterator[tuple[Address, str]]:
    """What of a cell the table shows, by role."""
    seen: dict[str, int] = {}
    for name in ("x", *graph.main):
        role = graph.role(name)
        yield (role, seen.get(role, 0)), name
        seen[role] = seen.get(role, 0) + 1


def _entry(
    lanes: tuple[LanePart, ...], columns: list[dict[Address, str]], n: int, address: Address
) -> Entry | None:
    name = columns[n].get(address)
    if name is None:
        return None
    run = lanes[n].run
    value = run.curves[name][run.step - 1]
    return Entry(graph_of(run.kind).symbol(name), value, _apart(lanes, columns, n, address, value))


def _apart(
    lanes: tuple[LanePart, ...], columns: list[dict[Address, str]], n: int, address: Address, value: float
) -> float | None:
    """The difference to the first lane, where that has a quantity that means the same."""
    first, other = lanes[0].run, columns[0].get(address)
    if not n or other is None:
        return None
    here, there = graph_of(lanes[n].kind), graph_of(first.kind)
    if _meaning(here, columns[n][address]) != _meaning(there, other):
        return None
    return value - first.curves[other][first.step - 1]


def _meaning(graph: CellGraph, name: str) -> str:
    """What a quantity stands for in any cell: a state its name, a block its meaning."""
    if name == "x" or name in graph.carried:
        return name
    block = graph.block_of(name)
    return graph.block(block).meaning if block else name
