"""Of several units and inputs, a quantity says which it belongs to."""

from dataclasses import replace

import pytest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.lessons.scene import Names
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.places import place_of, quoted
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from tests.graph.kinds import drawn_scene

NAMES = Names(("", "b"), ("first",))


@pytest.mark.parametrize(
    ("quantity", "sizes", "words"),
    [
        (Quantity("x", 1, source=1), (3, 2), "input 2 “b”"),
        (Quantity("x", 1), (3, 1), ""),
        (Quantity("f", 1, 2), (3, 2), "unit 3"),
        (Quantity("f", 1), (1, 2), ""),
        (Quantity("b_f", unit=1), (3, 2), "unit 2"),
        (Quantity("W_f", unit=1), (3, 2), "input 1 → unit 2"),
        (Quantity("W_f", unit=1), (3, 1), "unit 2"),
        (Quantity("W_f", source=1), (1, 2), "input 2 “b”"),
        (Quantity("U_f", unit=1), (3, 2), "unit 1 “first” → unit 2"),
        (Quantity("U_f"), (1, 2), ""),
    ],
)
def test_the_place_is_said_where_there_are_several(
    quantity: Quantity, sizes: tuple[int, int], words: str
) -> None:
    assert place_of(quantity, graph_of(LSTM), sizes, NAMES) == words


def test_quotation_marks_in_a_name_are_single_ones() -> None:
    assert quoted("“not” came") == "“‘not’ came”"


def test_a_sentence_begins_with_the_place() -> None:
    scene = replace(drawn_scene(Kind.of("lstm"), 1), names=NAMES)
    frame = resolve(SimState.of(scene))
    assert highlight(frame, Quantity("U_f", unit=2)).sentence.startswith(
        "unit 1 “first” → unit 3 · forget gate"
    )
    alone = resolve(SimState.of(drawn_scene(Kind.of("lstm"), 1, inputs=1, units=1)))
    assert highlight(alone, Quantity("U_f")).sentence.startswith("forget gate")
