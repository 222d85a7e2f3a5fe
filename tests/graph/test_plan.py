"""Every wire of a plan joins what the expressions of its cell join, and nothing is left out."""

from itertools import pairwise

import pytest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.expression import (
    Applied,
    Constant,
    Expression,
    Minus,
    Product,
    Quotient,
    Read,
    Total,
    one_minus,
    reached,
    with_parts,
)
from lstm_gui.graph.kind import EVERY_KIND, KINDS, Kind
from lstm_gui.graph.plan import Node, Plan, plan_of

_READ = ("i_previous", "f_previous", "o_previous")
every_plan = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join((kind.family, *kind.choices)))


drawn_plan = pytest.mark.parametrize(
    "kind", EVERY_KIND, ids=lambda kind: "-".join((kind.family, *kind.choices))
)


def plan_for(kind: Kind) -> Plan:
    return plan_of(kind)


def brought(plan: Plan, node: Node) -> Expression:
    """What a node brings along its wires: its quantity, or what a sign without one makes."""
    if node.shows:
        return Read(node.shows)
    parts = tuple(brought(plan, other) for other in plan.brought_to(node.name))
    return applied(node, parts)


def applied(node: Node, parts: tuple[Expression, ...]) -> Expression:
    if node.applies == "×":
        return Product(parts)
    if node.applies == "+":
        return Total(parts)
    if node.applies == "÷":
        return Quotient(*parts)
    (only,) = parts
    if node.applies == "1 −":
        return one_minus(only)
    return Applied(node.applies, only) if node.applies else only


def in_any_order(expression: Expression) -> Expression:
    """The same with the terms of sums and the factors of products sorted."""
    match with_parts(expression, in_any_order):
        case Total(terms):
            return Total(tuple(sorted(terms, key=repr)))
        case Product(factors):
            return Product(tuple(sorted(factors, key=repr)))
        case changed:
            return changed


def seen_by(graph: CellGraph, name: str) -> set[str]:
    """The quantities with a step that one hangs on directly, or through way stations."""
    parts = {part.name for part in reached(graph.written_out[name])}
    return {part for part in parts if part not in graph.parameter}


@every_plan
def test_what_each_node_makes_is_what_its_quantity_is_made_of(kind: Kind) -> None:
    plan, graph = plan_for(kind), graph_of(kind)
    for node in plan.nodes:
        if node.shows not in graph.quantity:
            assert not (node.form == "ring" and plan.brought_to(node.name))
            continue
        parts = tuple(brought(plan, other) for other in plan.brought_to(node.name))
        if node.form == "gate" and "x" in seen_by(graph, node.shows):  # a box over weighted sums
            assert {one.name for part in parts for one in reached(part)} == seen_by(graph, node.shows)
            if graph.block_of(node.shows):
                exponential = node.shows in graph.stabilised.values()
                assert node.applies == ("exp" if exponential else graph.squashed.get(node.shows, ""))
        elif parts != (Read(node.shows),):
            made_of = in_any_order(graph.quantity[node.shows].made_of)
            assert in_any_order(applied(node, parts)) == made_of


@drawn_plan
def test_every_quantity_that_is_no_way_station_stands_there(kind: Kind) -> None:
    plan, graph = plan_for(kind), graph_of(kind)
    assert {"x", *graph.read_of, *graph.main} <= {node.shows for node in plan.nodes}


@drawn_plan
def test_every_node_is_joined_and_named_once(kind: Kind) -> None:
    plan = plan_for(kind)
    assert len(plan.node) == len(plan.nodes)
    joined = {name for wire in plan.wires for name in (wire.start, wire.end)}
    assert joined == set(plan.node)
    assert len({(wire.start, wire.end) for wire in plan.wires}) == len(plan.wires)


@drawn_plan
def test_wires_run_level_or_upright_and_inside(kind: Kind) -> None:
    plan = plan_for(kind)
    wide, high = plan.size
    for wire in plan.wires:
        for (x, y), (next_x, next_y) in pairwise(plan.path(wire)):
            assert x == next_x or y == next_y, wire
            assert 0 <= min(x, next_x) <= max(x, next_x) <= wide
            assert 0 <= min(y, next_y) <= max(y, next_y) <= high


@drawn_plan
def test_nodes_stand_apart(kind: Kind) -> None:
    plan = plan_for(kind)
    for node in plan.nodes:
        for other in plan.nodes:
            (x, y), (other_x, other_y) = node.place, other.place
            assert node is other or abs(x - other_x) >= 60 or abs(y - other_y) >= 30


def test_the_gates_of_the_step_before_reach_every_gate_and_no_candidate() -> None:
    plan = plan_for(Kind.of("lstm", variant="FGR"))
    assert {(wire.start, wire.end) for wire in plan.wires if wire.start in _READ} == {
        (start, gate) for start in _READ for gate in "ifo"
    }


def test_the_comparison_sees_a_wrong_wire() -> None:
    sum_of_two = Total((Constant(1.0), Minus(Read("z"))))
    assert in_any_order(sum_of_two) == in_any_order(Total((Minus(Read("z")), Constant(1.0))))
    assert in_any_order(sum_of_two) != in_any_order(Total((Constant(1.0), Minus(Read("r")))))
