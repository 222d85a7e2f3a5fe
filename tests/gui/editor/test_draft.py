"""Drafts outlive a crash, and whatever lies in their place is no draft."""

from pathlib import Path

import pytest

from lstm_gui.gui.editor.draft import Draft, DraftBox
from lstm_gui.quiz.card import Card

MINE = Draft(Card("mine", "Ä?", "$c_t$", tags=("a, b", "σ")), "Mine", is_new=False)


def test_each_card_has_its_own_draft(tmp_path: Path) -> None:
    box, new = DraftBox(tmp_path), Draft(Card("x", "new?", ""), "", is_new=True)
    assert box.read(MINE) is None
    box.keep(MINE)
    box.keep(new)
    again = DraftBox(tmp_path)
    assert again.read(MINE) == MINE
    assert again.newest() in (MINE, new)
    assert again.read(Draft(Card("y", "", ""), "Other", is_new=True)) == new  # whatever new card it was
    again.throw_away(new)
    again.throw_away(new)
    assert again.read(new) is None
    assert again.read(MINE) == again.newest() == MINE


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b'{"card": {}, "deck": "", "is_new": 1}', b"[" * 10_000, b" " * 2**21],
)
def test_what_is_no_draft_is_none(tmp_path: Path, content: bytes) -> None:
    box = DraftBox(tmp_path)
    box.keep(MINE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert box.read(MINE) is None


def test_a_draft_with_numbers_for_words_is_none(tmp_path: Path) -> None:
    box = DraftBox(tmp_path)
    box.keep(MINE)
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text(encoding="utf-8").replace('"mine"', "7"), encoding="utf-8")
    assert box.read(MINE) is None
