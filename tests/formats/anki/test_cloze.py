"""Gaps are opened one number at a time, and filled everywhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.anki.cloze import with_gap

WORDS = st.text(st.characters(exclude_characters="{}:", exclude_categories=["Cs"]), max_size=10)


@pytest.mark.parametrize(
    ("text", "gap", "sides"),
    [
        ("the {{c1::forget}} gate", 1, ("the […] gate", "the forget gate")),
        ("the {{c1::forget::which?}} gate", 1, ("the [which?] gate", "the forget gate")),
        ("{{c1::f}} and {{c2::i}}", 2, ("f and […]", "f and i")),
        ("{{c1::f}} and {{c1::i}}", 1, ("[…] and […]", "f and i")),
        ("{{c1::the {{c2::forget}} gate}}", 2, ("the […] gate", "the forget gate")),
        ("{{c1::the {{c2::forget}} gate}}", 1, ("[…]", "the forget gate")),
        ("{{c1,2::f}}", 2, ("[…]", "f")),
        ("a }} {{c1::f}}", 1, ("a }} […]", "a }} f")),
    ],
)
def test_a_gap_is_open_on_the_front_alone(text: str, gap: int, sides: tuple[str, str]) -> None:
    assert with_gap(text, gap) == sides


@given(WORDS, st.integers(1, 99))
def test_a_text_without_the_gap_has_none(text: str, gap: int) -> None:
    assert with_gap(text, gap) is None
    assert with_gap(f"{{{{c{gap + 1}::{text}}}}}", gap) is None


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_filling_gives_the_text_back(words: list[str], data: st.DataObject) -> None:
    gap = data.draw(st.integers(1, len(words)))
    text = "|".join(f"{{{{c{number}::{word}}}}}" for number, word in enumerate(words, 1))
    opened = ["[…]" if number == gap else word for number, word in enumerate(words, 1)]
    assert with_gap(text, gap) == ("|".join(opened), "|".join(words))


@given(st.lists(st.sampled_from(["{{c1::", "}}", "a", "::", "{{c2::"]), max_size=60))
def test_any_nesting_is_read(parts: list[str]) -> None:
    sides = with_gap("".join(parts), 1)
    assert sides is None or len(sides[1]) <= len("".join(parts))
