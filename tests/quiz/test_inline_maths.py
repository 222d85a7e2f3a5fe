"""Formulas in a text: found between dollar signs, and sums of money left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.inline_maths import Piece, formulas, pictures, pieces
from lstm_gui.quiz.markdown.words import words_of


@given(st.text())
def test_no_text_is_lost(text: str) -> None:
    joined = "".join(f"${piece.text}$" if piece.formula else piece.text for piece in pieces(text))
    assert joined.replace("$", "") == text.replace(r"\$", "").replace("$", "")


@given(st.text(alphabet=st.characters(blacklist_characters="$\\")))
def test_a_text_without_dollars_is_one_piece(text: str) -> None:
    assert [piece.text for piece in pieces(text)] == ([text] if text else [])
    assert formulas(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("so $f_t = 1$ keeps", ["f_t = 1"]),
        ("$a$ and $b$", ["a", "b"]),
        ("it costs $5 or $6", []),
        ("$ a$ b", []),
        (r"\$5 and $x$", ["x"]),
        (r"$a \$ b$", [r"a \$ b"]),
        ("$", []),
        ("$$", []),
        ("$$c_t$$ and $$ a\nb $$, $$$$", ["c_t", " a\nb "]),
    ],
)
def test_formulas_of(text: str, found: list[str]) -> None:
    assert formulas(text) == found


def test_an_escaped_dollar_is_a_dollar() -> None:
    assert [piece.text for piece in pieces(r"\$5")] == ["$5"]


NAME = "0123456789abcdef" * 2 + ".png"


def test_a_picture_is_a_piece_with_its_words() -> None:
    text = f"See $x$: ![costs \\$5, $y$]({NAME}) and $z$."
    assert pieces(text) == [
        Piece("See "),
        Piece("x", formula=True),
        Piece(": "),
        Piece("costs $5, $y$", picture=NAME),
        Piece(" and "),
        Piece("z", formula=True),
        Piece("."),
    ]
    assert (formulas(text), pictures(text)) == (["x", "z"], [NAME])


@pytest.mark.parametrize(
    "address",
    ["https://a.test/b.png", "file:///etc/passwd", "../b.png", "b.png", NAME + "?x", NAME[:-3] + "svg"],
)
def test_nothing_but_a_medium_of_the_collection_is_a_picture(address: str) -> None:
    assert pictures(f"![words]({address})") == []
    assert words_of(f"![words]({address})") == f"![words]({address})"
