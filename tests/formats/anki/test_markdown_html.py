"""What Anki shows of Markdown, and that it comes back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.anki.html_text import no_pictures, text_of
from lstm_gui.formats.anki.markdown_html import html_of, source_of, with_source
from lstm_gui.plain_text import without_hidden
from lstm_gui.quiz.markdown.words import words_of

PICTURE = "0123456789abcdef" * 2 + ".png"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("gate\tvalue\nf\t0.9", "gate&#9;value<br>f&#9;0.9"),
        ("a & b\n\n  c", "a &amp; b<br><br>\u00a0 c"),
        ("**a** *b* `c<d` ***$e$***", r"<b>a</b> <i>b</i> <code>c&lt;d</code> <b><i>\(e\)</i></b>"),
        ("[a&b](https://c.d/?e&f)", '<a href="https://c.d/?e&amp;f">a&amp;b</a>'),
        ("# a\nb\n> c\n> d", "<div><b>a</b></div>b<blockquote>c<br>d</blockquote>"),
        ("```\na\n  <b>\n```", "<pre><code>a\n  &lt;b&gt;</code></pre>"),
        ("a\n- b\n  c\n- d\n\ne", "a<ul><li>b<br>c</li><li>d</li></ul><br>e"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("3. a\n- b", '<ol start="3"><li>a</li></ol><ul><li>b</li></ul>'),
        (f"*a* ![a]({PICTURE})", f'<i>a</i> <img src="{PICTURE}" alt="a">'),
    ],
)
def test_anki_shows_it_as_we_do(text: str, html: str) -> None:
    assert html_of(text) == html
    assert source_of(with_source(text), lambda name: name) == text


@given(st.text("ab1 *_`[]()!#>-.$\\\n•<&é").map(str.strip))
def test_marked_texts_come_back_as_they_were(text: str) -> None:
    field = with_source(text)
    assert source_of(field, no_pictures) == text or "<!--" not in field
    assert words_of(text_of(field)).split() == words_of(text).split() or "`" in text


def test_what_was_changed_in_anki_is_what_it_says_now() -> None:
    field = with_source("_a_ and\n- b")
    assert "<!--Markdown:" in field
    assert source_of(field.replace("<i>a</i>", "<i>z</i>"), no_pictures) == "*z* and\n• b"
    assert source_of(field.replace("_a_", "_z_"), no_pictures) == "*a* and\n• b"


def test_no_picture_comes_from_a_source_alone() -> None:
    field = with_source(f"_a_ ![b]({PICTURE})")
    assert source_of(field, lambda name: name) == f"_a_ ![b]({PICTURE})"
    assert source_of(field, no_pictures) == f"*a* [picture: {PICTURE}]"


@given(st.text())
def test_any_field_is_read(text: str) -> None:
    source_of(f"{text}<!--Markdown:{text}-->", no_pictures)
    assert without_hidden(html_of(text)) is not None
