"""What a card asks is not to be seen in the cell, nor what would give it away; all else is."""

from dataclasses import replace

import pytest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.challenge import Numeric, Predict
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from lstm_gui.simulator.graded.ask import Wording, asked_about
from lstm_gui.simulator.graded.cover import cell_asked_about, covered
from lstm_gui.simulator.graded.grade import right_answer

CARDS = {
    name: card for name in challenge_names() if isinstance(card := load_challenge(name), Predict | Numeric)
}


@pytest.mark.parametrize("name", CARDS)
def test_the_answer_is_covered_and_what_was_given_is_not(name: str) -> None:
    card = CARDS[name]
    part = cell_asked_about(card, 5)
    assert part.values[card.name] == pytest.approx(right_answer(card, 5)[0])
    shown, graph = covered(part, card), graph_of(part.kind)
    assert shown.written(card.name) == "?"
    assert shown.values[card.name] == 0.0
    assert {"h", *graph.carried} <= shown.hidden.keys()
    assert shown.values["x"] == part.values["x"]
    assert "x" not in shown.hidden
    earlier = graph.read_of.keys() & shown.hidden.keys()
    assert bool(earlier) == (isinstance(card, Numeric) and card.step > 1)


def test_of_a_gate_only_what_comes_after_it_is_covered() -> None:
    card = asked_about(load("decay"), "f", 0, 5, 5, Wording("?"))
    shown = covered(cell_asked_about(card), card)
    assert (shown.written("f"), shown.written("c")) == ("?", "")
    assert shown.written("o") == f"{shown.values['o']:.2f}"
    assert not {"i", "g", "o", "c_previous", "z_f"} & shown.hidden.keys()


def test_what_was_put_in_by_hand_is_told() -> None:
    card = CARDS["predict-by-hand"]
    assert isinstance(card, Predict)
    computed = Numeric(replace(card.asked), "c", 0, 6, 0.03, (), ("c",))
    shown = covered(cell_asked_about(computed), computed)
    assert shown.written("c_previous") == "−0.80"
    assert shown.written("h_previous") == ""


def test_a_matrix_is_covered_as_a_whole() -> None:
    card = asked_about(load("key-value"), "h", 0, 2, 2, Wording("?"))
    part = cell_asked_about(card)
    shown = covered(part, card)
    assert any(any(row) for rows in part.matrices.values() for row in rows)
    assert {name for name in shown.matrices if name in shown.hidden} == {"C"}
    assert not any(any(row) for row in shown.matrices["C"])
