"""What a person would read of a field, and nothing that could act."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.anki.html_text import text_of
from lstm_gui.plain_text import first_hidden
from lstm_gui.quiz.markdown.words import words_of


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<div>one</div><div>two</div>", "one\n\ntwo"),
        ("<b>f</b> &amp; <i>g</i>&nbsp;&lt;h&gt;", "**f** & *g* <h>"),
        ("<b>a<br> b </b>c<strong>d</strong><b> </b>", "**a**\n**b** c**d**"),
        ("<b>a <i>b</i></b> <u>c</u> <i>d</i>e</b>", "**a b** c de"),
        ("<h2>a</h2>b", "**a**\nb"),
        ("use <code>a*b</code>, <kbd>`</kbd><tt> </tt>", "use `a*b`, `` ` ``"),
        ("<ol start='3'><li>a<ul><li>b</li></ul></li><li>c</li></ol></ol>", "3. a\n    • b\n4. c"),
        ("a<ul>b<li>c<ol><li>d</ol>e</ul>f", "a\nb\n• c\n    1. d\ne\nf"),
        ("a<blockquote>b<br>c</blockquote>d", "a\n> b\n> c\nd"),
        ("<blockquote><pre>a\n b</pre></blockquote>", "> a\n> b"),
        ('<a href="https://a.test/?b&amp;c">the <b>d</b></a> e', "[the **d**](https://a.test/?b&c) e"),
        ('<a href="https://a.test"> </a><a href="https://b.test">a]b</a>', "a]b"),
        ("*a* _b_ `c` [d](https://e.f)", r"\*a\* \_b\_ \`c\` [d\](https://e.f)"),
        ("# a<br>- b<br>1. c", "\\# a\n\\- b\n1\\. c"),
        ("<b>*</b>a", r"\*a"),
        (r"<b>so \(a<i>b\) c</i></b>", "**so $ab$** ***c***"),
        ("<code>a<img src=b>c</code>", "`a`[picture: b]`c`"),
        (r"<code>\(b\)</code>", r"`\(b\)`"),
        ("h_t = 2*3*4 &#xfdd1;\ufde1a", "h_t = 2*3*4 a"),
        ("a<table><tr><th>b</th><td>c</td></tr> <tr><td>d</td></tr></table>e", "a\nb\tc\nd\ne"),
        ("<ul><li>one</li><li>two</li></ul>", "• one\n• two"),
        ("h<sub>t−1</sub><SUP>2</SUP>, H<sub>2</sub>O, W<sup>T</sup>", "hₜ₋₁², H₂O, Wᵀ"),
        ("b<sub>f</sub> W<sup>ab</sup>", "b_f W^ab"),
        ('see <img src="gate 1.png">', "see [picture: gate 1.png]"),
        ("<img src='data:image/png;base64,AAAA'>", "[picture]"),
        ("[sound:a.mp3]", "[sound:a.mp3]"),
        ("<script>alert('<b>')</script>after<style>p {}</style>", "after"),
        ("<!-- <b>no</b> -->yes", "yes"),
        ("<script>never closed", ""),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ("<pre>def f():\n    return 1</pre>", "```\ndef f():\n    return 1\n```"),
        ("a<pre>b<br>```</pre>c<pre></pre>", "a\n````\nb\n```\n````\nc"),
        (r"where \(f_t\) and \[c_t\]", "where $f_t$ and $c_t$"),
        ("<anki-mathjax>f &lt; 1</anki-mathjax>", "$f < 1$"),
        ("[latex]$f_t$[/latex] [$]g[/$] [$$]h[/$$]", "$f_t$ $g$ $h$"),
        ("[latex]the gate $f_t$ and $ g $[/latex]", "the gate $f_t$ and $g$"),
        ("[latex]$$h$$[/latex] [latex]5 $[/latex]", r"$h$ $5$"),
        (r"costs $5 or $6, \(never closed", r"costs \$5 or \$6, \(never closed"),
        (r"\( a $ b \)", r"a \$ b"),
        ("a\u202eb\x00c", "abc"),
    ],
)
def test_a_field_is_read_as_it_is_shown(field: str, text: str) -> None:
    assert text_of(field) == text


@given(st.text(st.characters(exclude_characters="\\$[\n\r\t \u00a0", exclude_categories=["Cs", "Cc", "Z"])))
def test_a_text_without_markup_stays_as_it_is(text: str) -> None:
    shown = words_of(text_of(html.escape(text)))
    assert shown == "".join(sign for sign in text if not first_hidden(sign)).strip()


@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                ">",
                "<b>",
                "<!--",
                "-->",
                "<pre>",
                "</pre>",
                "<script>",
                "$",
                r"\(",
                r"\)",
                "a",
                " ",
                "&lt;",
            ]
        )
    )
)
def test_any_markup_ends_as_visible_text(parts: list[str]) -> None:
    shown = text_of("".join(parts))
    assert not first_hidden(shown)
    assert "<b>" not in shown.replace("<<b>", "")


@pytest.mark.parametrize(
    "part", ["[latex]$a", "<", "<!--", "<a ", "&", r"\(", "[$]", "<pre>", "{{c1::", "<a" + "b" * 9]
)
def test_a_long_field_is_read_at_once(part: str) -> None:
    assert len(text_of(part * 20_000)) <= 160_000 * len(part)


def test_a_tag_without_an_end_takes_no_square_of_its_length() -> None:
    assert text_of("<" + "a" * 99_000) == "<" + "a" * 99_000


_TAGS = [
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
]
_TAGS += [
    "<a href='https://a.b'>",
    "</a>",
    "<blockquote>",
    "</blockquote>",
    "<br>",
    "<div>",
    "<h1>",
    "\n",
    "&lt;",
]
_TAGS += ["*", "_", "`", "x", "y z", "$", "[", "]", "# ", "- ", "1. ", r"\(", r"\)"]


@given(st.lists(st.sampled_from(_TAGS), max_size=30))
def test_no_look_costs_a_word(parts: list[str]) -> None:
    said = html.unescape(re.sub("<[^>]*>", "", "".join(parts)))
    assert re.findall(r"[^\W\d_]", words_of(text_of("".join(parts)))) == re.findall(r"[^\W\d_]", said)
