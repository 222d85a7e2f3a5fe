"""Strict JSON gives what json gives, or one sentence."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lstm_gui.strict_json import MAX_DEPTH, MAX_DIGITS, FileRefused, parse_json, read_json
from tests.refusals import is_one_sentence, read_or_refused

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SCALARS | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FRAGMENTS = st.sampled_from(
    [
        '"',
        "\\",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "NaN",
        "-Infinity",
        "1e999",
        "-0.0",
        "\\ud800",
        "a",
        "\n",
        "9" * 300,
        "1",
    ]
)


def parse(source: str | bytes, max_bytes: int = 100_000) -> object:
    return parse_json(source, name="x.json", max_bytes=max_bytes)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_every_value_comes_back_to_the_bit(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert repr(parse(text)) == repr(value)
    assert repr(parse(b"\xef\xbb\xbf" + text.encode())) == repr(value)


@given(st.lists(FRAGMENTS, max_size=30).map("".join) | st.text(st.characters(exclude_categories=())))
@example("[" * 100_000)
@example('{"a":' * 100_000)
@example("9" * 5000)
@example("-" + "9" * 5000)
@example("1e400")
@example('{"a": 1, "a": 1}')
@example('["\\udc00"]')
@example("[" + "1," * 40_000 + "1]")
def test_nothing_but_a_refusal_comes_out(text: str) -> None:
    value, sentence = read_or_refused(lambda: parse(text))
    if sentence:
        assert sentence.startswith("x.json")
        assert is_one_sentence(sentence)
    else:
        assert repr(value) == repr(json.loads(text))
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


@given(st.binary())
@example(b"\xff\xfe[\x00]\x00")
@example(b'"\x80"')
def test_bytes_give_a_value_or_a_refusal(content: bytes) -> None:
    value, sentence = read_or_refused(lambda: parse(content))
    assert sentence or repr(value) == repr(json.loads(content.decode("utf-8-sig")))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[1,\n NaN]", "x.json, line 2: NaN is not a finite number."),
        ("-Infinity", "x.json, line 1: -Infinity is not a finite number."),
        ("1e400", "x.json, line 1: 1e400 is not a finite number."),
        ("9" * 5000, f"x.json, line 1: a number has 5000 digits; at most {MAX_DIGITS} are read."),
        ("[" * 100_000, f"x.json, line 1: lists are nested more than {MAX_DEPTH} deep."),
        ('{"a": 1, "a": 2}', 'x.json: the key "a" stands twice in the same object; keep one.'),
        ('"\\ud800"', "x.json: half of a character (a lone surrogate) is written as \\u…."),
        ('"\ud800"', "x.json: half of a character (a lone surrogate) stands in the text."),
        ("{\n 'a'", "x.json, line 2, column 2: this is not JSON "),
        ("1-2", "x.json, line 1, column 2: this is not JSON (Extra data)."),
        ("", "x.json, line 1, column 1: this is not JSON (Expecting value)."),
    ],
)
def test_the_sentence_names_the_place(text: str, sentence: str) -> None:
    with pytest.raises(FileRefused) as caught:
        parse(text)
    assert str(caught.value).startswith(sentence)


def test_the_byte_that_is_not_utf8_is_named() -> None:
    with pytest.raises(FileRefused, match="byte 3 is not UTF-8; save the file as UTF-8"):
        parse(b'"a\xff"')
    with pytest.raises(FileRefused, match="byte 6 is not UTF-8"):
        parse(b'\xef\xbb\xbf"a\xff"')


@pytest.mark.parametrize("value", ['NaN [[[[ 1e999 \\" Infinity', "\\ud83d\\ude00", "[" * 100])
def test_texts_may_hold_what_numbers_may_not(value: str) -> None:
    assert parse(f'["{value}"]') == json.loads(f'["{value}"]')


def test_the_deepest_nesting_is_read() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH) == json.loads("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    with pytest.raises(FileRefused, match="nested more than"):
        parse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_a_text_without_an_end_takes_no_square_of_its_length() -> None:
    with pytest.raises(FileRefused, match="this is not JSON"):
        parse('"' + '\\"' * 200_000, max_bytes=1_000_000)


def test_minus_zero_keeps_its_sign() -> None:
    assert math.copysign(1, parse("-0.0")) == -1  # type: ignore[arg-type]


def test_too_many_bytes_are_refused_before_parsing() -> None:
    with pytest.raises(FileRefused, match=r"^x.json is larger than 10 bytes, the most that is read.$"):
        parse("[" * 11, max_bytes=10)
    with pytest.raises(FileRefused, match="larger"):
        parse("ééé" * 2, max_bytes=10)


def test_a_nearly_used_up_stack_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def used_up(_text: str, **_options: object) -> object:
        raise RecursionError

    monkeypatch.setattr(json, "loads", used_up)
    with pytest.raises(FileRefused, match="nested too deeply"):
        parse("[]")


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": [1]}', encoding="utf-8")
    assert read_json(tmp_path / "a.json", max_bytes=100) == {"a": [1]}
    with pytest.raises(FileRefused, match=r"^a.json is larger than 5 bytes"):
        read_json(tmp_path / "a.json", max_bytes=5)
