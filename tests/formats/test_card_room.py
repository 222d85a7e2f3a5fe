"""How much memory the cards of one file may take."""

import pytest

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats import card_room
from lstm_gui.formats.card_room import CardRoom
from lstm_gui.quiz.card import Card


def test_a_rare_sign_counts_for_what_it_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_room, "MAX_ROOM", 30_000)
    room, wide = CardRoom(), CardRoom()
    for _ in range(2):
        room.take(Card("a", "x" * 10_000, "a", tags=("t",)), "d.jsonl")
    with pytest.raises(
        FileRefused, match=r"^d.jsonl: the cards hold too much text, more than 30 kB in memory; "
    ):
        wide.take(Card("a", "x" * 9_999 + "\U0001f600", "a"), "d.jsonl")
