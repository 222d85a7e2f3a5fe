"""A text in plain words, and plain words that Markdown leaves alone."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lstm_gui.quiz.markdown.words import as_it_stands, on_its_own, words_of

MARKS = st.text("ab1 *_`[]()!#>-.\\\n:•")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("so **$f_t = 1$** keeps it for \\$5", "so f_t = 1 keeps it for $5"),
        ("# A\n> *b* `c`\n- d\n  1. e\n     f", "A\nb c\n• d\n    1. e\n      f"),
        ("[here](https://a.b)", "here"),
        (f"see ![a *b*]({'0' * 32}.png)", "see [a *b*]"),
        (f"![]({'0' * 32}.png)", "[…]"),
    ],
)
def test_words_of(text: str, words: str) -> None:
    assert words_of(text) == words


@given(st.text() | MARKS)
def test_all_words_are_kept_in_their_order(text: str) -> None:
    fences = re.sub(
        r"```+[ \t]*[\w+#.-]*[ \t]*$", "", text, flags=re.MULTILINE
    )  # with the name of a language
    kept = iter(words_of(text))
    assert all(letter in kept for letter in re.findall(r"[^\W_]", fences) if letter != "\ufdd0")


@given(st.text(st.characters(exclude_characters="$\ufdd0")) | MARKS)
@example("*a* _b_ **c** `d` \\* [e](https://f.g) \\[")
@example("# a\n- b\n  * c\n> d\n1. e\n2) f\n```\n**g**\n```\n\\- h")
def test_escaped_it_reads_as_it_stands(text: str) -> None:
    assert words_of(as_it_stands(text)).split() == text.split()


@pytest.mark.parametrize(
    "text", ["h_t * 2 = 2*3*4", "a - b > 0.5", "-1", "#1", "a\\b", "f(x)[0]", "0*", "*x"]
)
def test_what_reads_as_it_stands_is_not_touched(text: str) -> None:
    assert as_it_stands(text) == text


@given(st.text() | MARKS)
@example("```")
def test_any_text_can_follow_other_words(text: str) -> None:
    assert on_its_own(text) in (text, f"\n{text}")


def test_behind_other_words_a_list_begins_a_line() -> None:
    assert [on_its_own(text) for text in ("", "a\n- b", "- a\n- b", "# a")] == [
        "",
        "a\n- b",
        "\n- a\n- b",
        "\n# a",
    ]
