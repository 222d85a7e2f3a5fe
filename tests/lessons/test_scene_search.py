"""A search finds what it should however it is written, and nothing by an accident of signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.catalogue import scene_names, topic_of
from lstm_gui.lessons.scene_search import Found, folded, listed


def found(query: str) -> list[str]:
    return [row.entry.name for row in listed() if row.has(query)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Not good” and ‘not bad’", "not good and not bad"),
        ("Schrödinger's", "schrodingers"),
        ("Schrödinger’s", "schrodingers"),
        ("aⁿbⁿ, h₋", "anbn h"),
        ("sLSTM — a\u00a0thing…", "slstm a thing"),
        ("STRASSE ﬁx", "strasse fix"),
        ("  ", ""),
    ],
)
def test_case_accents_and_signs_make_no_difference(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.sampled_from(listed()), st.data())
def test_a_scene_is_found_by_any_words_of_its_own(row: Found, data: st.DataObject) -> None:
    words = row.haystack.split()
    query = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=3)))
    for written in (query, query.upper(), f"  {query} ", f"“{query}”"):
        assert row.has(written)


def test_every_scene_is_listed_in_its_order_with_its_topic() -> None:
    assert found("") == scene_names()
    assert [row.topic for row in listed()] == [topic_of(name) for name in scene_names()]
    assert topic_of("no-such-scene") == ""


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("not good", "not-good"),
        ("xlstm", "slstm-revises"),
        ("PyTorch convention", "gru-z-keeps"),
        ("challenges", "two-facts"),
        ("gradient explodes", "gradients-exploding"),
        ("relu parity", "parity"),
        ("embedded-reber", "embedded-reber"),
    ],
)
def test_title_caption_words_kind_and_topic_are_searched(query: str, name: str) -> None:
    assert name in found(query)
    assert len(found(query)) < len(scene_names()) / 3


def test_every_word_has_to_be_found() -> None:
    assert found("counter zebra") == []
    assert set(found("gru gradient")) == set(found("gru")) & set(found("gradient"))
