"""Fields take what they should and name the place of everything else."""

import math
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.strict_fields import Field, in_words
from tests.refusals import is_one_sentence, read_or_refused

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()))
    | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
ACCESSORS: list[Callable[[Field], object]] = [
    Field.keys,
    Field.flag,
    lambda field: field.table(("a",), ("b",)),
    lambda field: field.items(1, 2, "number"),
    lambda field: field.number(-5, 5),
    lambda field: field.whole(-5, 5),
    lambda field: field.text(3),
    lambda field: field.text(30, lines=True, empty=False),
    lambda field: field.choice(("h", "c")),
]


def field(value: object, place: str = "cell.b") -> Field:
    return Field(value, "a.json", place)


@given(ANYTHING, st.sampled_from(ACCESSORS))
def test_a_wrong_value_gives_one_sentence_with_its_place(
    value: object, accessor: Callable[[Field], object]
) -> None:
    _, sentence = read_or_refused(lambda: accessor(field(value)))
    assert not sentence or (sentence.startswith("a.json: cell.b ") and is_one_sentence(sentence))


@given(st.integers(-5, 5) | st.floats(-5, 5))
def test_a_number_in_range_is_taken_to_the_bit(value: float) -> None:
    taken = field(value).number(-5, 5)
    assert type(taken) is float
    assert taken == value
    assert math.copysign(1, taken) == math.copysign(1, value)


@pytest.mark.parametrize("value", [True, "1", None, math.nan, math.inf, 5.1, -6, 10**400])
def test_what_is_no_number_in_range_is_refused(value: object) -> None:
    with pytest.raises(FileRefused, match=r"^a.json: cell.b should be a number from -5 to 5, but is "):
        field(value).number(-5, 5)


@pytest.mark.parametrize("value", [True, 1.0, "1", 6, None])
def test_what_is_no_whole_number_in_range_is_refused(value: object) -> None:
    with pytest.raises(FileRefused, match="should be a whole number from 0 to 5, but is "):
        field(value).whole(0, 5)
    assert field(5).whole(0, 5) == 5


def test_flags_and_choices() -> None:
    assert field(False).flag() is False
    assert field("c").choice(("h", "c")) == "c"
    with pytest.raises(FileRefused, match='should be "h" or "c", but is 1'):
        field(1).choice(("h", "c"))
    with pytest.raises(FileRefused, match="should be true or false, but is 0"):
        field(0).flag()


def test_a_table_names_what_it_lacks_and_what_it_does_not_know() -> None:
    assert set(field({"a": 1}).table(("a",), ("b",))) == {"a"}
    with pytest.raises(FileRefused, match=r'^a.json: cell.b lacks "a".$'):
        field({"b": 1}).table(("a",), ("b",))
    with pytest.raises(FileRefused, match='has an unknown key "aa"; the known ones are a, b'):
        field({"a": 1, "aa": 1}).table(("a",), ("b",))
    with pytest.raises(FileRefused, match="should be an object with named values, but is a list of 0"):
        field([]).table(("a",))


def test_places_of_keys_and_items() -> None:
    whole = Field({"cell": {"b": [1, 2]}}, "a.json")
    second = whole.keys()["cell"].keys()["b"].items(2, 2, "number")[1]
    assert (second.place, second.value) == ("cell.b[2]", 2)
    assert str(whole.refused("is wrong")) == "a.json is wrong."


@pytest.mark.parametrize(
    ("bounds", "words"), [((1, 1), "1 number"), ((3, 3), "3 numbers"), ((0, 2), "0 to 2 numbers")]
)
def test_the_length_wanted_is_in_words(bounds: tuple[int, int], words: str) -> None:
    with pytest.raises(FileRefused, match=f'should be a list of {words}, but is "abc"'):
        field("abc").items(*bounds, "number")
    with pytest.raises(FileRefused, match=f"should be a list of {words}, but is a list of 4"):
        field([1, 2, 3, 4]).items(*bounds, "number")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (1, "should be a text, but is 1"),
        ("abcd", "has 4 characters; at most 3 are read"),
        ("a\u202e", "holds the hidden character U+202E; delete it"),
        ("a\nb", "should be one line without tabs"),
        (" ", "should not be empty"),
    ],
)
def test_a_wrong_text_is_refused(value: object, sentence: str) -> None:
    with pytest.raises(FileRefused, match=f"^a.json: cell.b {sentence}.$".replace("+", r"\+")):
        field(value).text(3, empty=False)


def test_a_text_may_have_lines_where_it_says_so() -> None:
    assert field("a\n\tb").text(10, lines=True) == "a\n\tb"
    assert field("").text(10) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing (null)"),
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (0.5, "0.5"),
        (10**50, "a huge number"),
        (math.nan, "not a finite number"),
        ("a\nb", '"a b"'),
        ([1, 2], "a list of 2"),
        ({}, "an object"),
        (date(2024, 2, 1), "a date or a time"),
    ],
)
def test_values_in_words(value: object, words: str) -> None:
    assert in_words(value) == words
