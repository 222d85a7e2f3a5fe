"""TOML gives what tomllib gives, or one sentence, before it can fill the memory."""

import json
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats import strict_toml
from lstm_gui.formats.strict_toml import parse_toml
from tests.refusals import is_one_sentence, read_or_refused

# Lines of texts that hold what outside of texts would be counted.
TEXTS = st.text(st.sampled_from("ab .,[{=#'\"\\\n"), max_size=20)
SPELLINGS = st.sampled_from(["basic", "literal", "long basic", "long literal"])


def spelt(text: str, spelling: str) -> str:
    """The text as a TOML string of the spelling, or of the first that can hold it."""
    if spelling == "literal" and not set(text) & set("'\n"):
        return f"'{text}'"
    if spelling == "long literal" and "'''" not in text:
        return f"'''\n{text}'''"
    basic = json.dumps(text)
    return f'"""{basic[1:-1]}"""' if spelling == "long basic" else basic


def refusal(text: str) -> str:
    with pytest.raises(FileRefused) as caught:
        parse_toml(text, "a.toml")
    assert is_one_sentence(str(caught.value))
    return str(caught.value)


@given(st.lists(st.tuples(TEXTS, SPELLINGS, TEXTS), max_size=5))
def test_marks_are_counted_outside_of_texts_alone(parts: list[tuple[str, str, str]]) -> None:
    lines = [
        f"k{number} = {spelt(text, spelling)} # {comment!r}"
        for number, (text, spelling, comment) in enumerate(parts)
    ]
    source = "\n".join(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_toml, "MARKS", {".": 0, "{": 0, "[": 0, "=": len(parts), ",": 0})
        assert parse_toml(source, "a.toml") == tomllib.loads(source)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name = \n", "a.toml: this is not TOML: Invalid value (at line 1, column 8)."),
        ("a = 1\na = 1", "a.toml: this is not TOML: Cannot overwrite a value (at "),
        ("a = 2024-02-31", "a.toml: this is not TOML: Invalid date or datetime (at "),
        ("a = " + "9" * 5000, "a.toml: a number has thousands of digits; shorten it."),
        ("a = " + "[" * 90_000, "a.toml: lists are nested too deeply."),
        ("a = " + "[" * 100_001, 'a.toml, line 1: "[" stands outside of texts more than 100000 times'),
        ("\n" + "a." * 100_000 + "a = 1", 'a.toml, line 2: "." stands outside of texts more than 16 times'),
        (
            "x = {" + "'a' . " * 20 + "a = 1}",
            'a.toml, line 1: "." stands outside of texts more than 16 times',
        ),
        ('x = "' + "\\n" * 1_000_001 + '"', "a.toml holds more than 1000000 backslashes"),
        ("x = [" + "{}," * 50_000 + "]", 'a.toml, line 1: "{" stands outside of texts more than 40000 times'),
    ],
)
def test_what_is_no_bounded_toml_is_refused(text: str, sentence: str) -> None:
    assert refusal(text).startswith(sentence)


@pytest.mark.parametrize("mark", sorted(strict_toml.MARKS))
def test_each_mark_is_bounded(monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    line = 'a0 = [{b.c = "d"}, 1]'
    most = 3 * line.count(mark)
    monkeypatch.setitem(strict_toml.MARKS, mark, most)
    text = "\n".join(line.replace("0", str(number)) for number in range(4))
    assert refusal(text).startswith(
        f'a.toml, line 4: "{mark}" stands outside of texts more than {most} times'
    )


def test_prose_may_have_any_number_of_marks() -> None:
    text = "One. Two, three = 3. [e.g.] {this} " * 50_000
    assert parse_toml(f'back = """\n{text}"""', "a.toml") == {"back": text}


PIECES = st.sampled_from(
    [
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "#",
        "\n",
        "a",
        "=",
        ".",
        "[",
        "]",
        "{",
        "}",
        ",",
        "1",
        "nan",
        "\0",
        "\ud800",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text())
@example("x = " + "{a=" * 39_000)
@example('a = """' + '""\n' * 9000 + '"""')
def test_it_is_what_tomllib_says_or_a_refusal(text: str) -> None:
    value, sentence = read_or_refused(lambda: parse_toml(text, "a.toml"))
    if sentence:
        assert sentence.startswith("a.toml")
        assert is_one_sentence(sentence)
    else:
        assert repr(value) == repr(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "a " * 100_000,
        '"' * 200_001,
        "'" * 200_001,
        '"\\' * 100_000,
        "a = '''" + "''" * 50_000,
        'a = """' + '\\"' * 100_000,
        "'a'" * 60_000,
        "a = " + " " * 200_000,
    ],
)
def test_a_long_hostile_text_takes_time_in_proportion(text: str) -> None:
    refusal(text)  # squared, this takes minutes
