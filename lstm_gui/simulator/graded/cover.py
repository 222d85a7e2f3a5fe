"""The cell at a step that a card asks about, without the numbers that would answer it."""

from collections.abc import Iterable
from dataclasses import replace

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons.challenge import Numeric, Predict
from lstm_gui.simulator.frame import CellPart
from lstm_gui.simulator.graded.grade import scene_of
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState

ASKED, NOT_TOLD = "?", ""  # what stands in the place of a number


def cell_asked_about(card: Predict | Numeric, seed: int = 0, step: int = 0) -> CellPart:
    """The cell at a step, with every number; at the first that a card asks about where none is named."""
    first = card.first if isinstance(card, Predict) else card.step
    scene = replace(scene_of(card, seed), step=step or first)
    return resolve(replace(SimState.of(scene), unit=card.unit)).cell


def covered(part: CellPart, card: Predict | Numeric) -> CellPart:
    """With "?" for what is asked, and nothing in place of what would give it away.

    To predict, that is what the step makes of it, and every state. To compute, it is all that the step
    computes, and what earlier steps did: that is the way to it.
    """
    graph = graph_of(part.kind)
    if isinstance(card, Predict):
        names = {*_made_of(graph, (card.name, *graph.carried)), "h"}
    else:
        earlier = set(graph.read_of) - part.overridden if part.step > 1 else set()
        names = set(graph.quantity) | earlier
    hidden = dict.fromkeys(names, NOT_TOLD) | {card.name: ASKED}
    nothing = {name: tuple((0.0,) * len(row) for row in rows) for name, rows in part.matrices.items()}
    return replace(
        part,
        values={name: 0.0 if name in hidden else value for name, value in part.values.items()},
        matrices={name: nothing[name] if name in hidden else rows for name, rows in part.matrices.items()},
        hidden=hidden,
    )


def _made_of(graph: CellGraph, names: Iterable[str]) -> set[str]:
    """Those quantities and all that a step makes of them."""
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += [made.name for made in graph.feeds[name]]
    return found
