"""Decks within decks, by their names."""

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.deck_tree import DEEPEST, around, depth, is_within, leaf, moved, path, summed, whole

names = st.lists(st.sampled_from(["A", "b", "Gates", ":", " ", "", "ä b"]), min_size=1, max_size=5).map(
    "::".join
)


def test_the_name_holds_the_nesting() -> None:
    assert path("LSTM::Gates::Forget") == ("LSTM", "LSTM::Gates", "LSTM::Gates::Forget")
    assert (around("LSTM::Gates"), leaf("LSTM::Gates"), depth("LSTM::Gates")) == ("LSTM", "Gates", 1)
    assert (around("LSTM"), leaf("LSTM"), depth("LSTM")) == ("", "LSTM", 0)


def test_a_name_that_only_looks_nested_is_not() -> None:
    for name in ("", "::", "A::", "::A", "A:: ::B", "A:B"):
        assert path(name) == (name,)


def test_a_deck_lies_in_another_by_whole_names() -> None:
    assert is_within("LSTM::Gates", "LSTM")
    assert is_within("LSTM", "LSTM")
    assert not is_within("LSTM 2", "LSTM")
    assert not is_within("LSTM", "LSTM::Gates")


def test_nesting_has_a_bottom() -> None:
    deep = "::".join("a" * 5000)
    assert len(path(deep)) == DEEPEST
    assert path(deep)[-1] == deep


@given(names)
def test_the_parts_of_a_name_are_the_name(name: str) -> None:
    outer = around(name)
    assert (f"{outer}::{leaf(name)}" if outer else leaf(name)) == name
    assert path(name)[-1] == name
    assert all(path(each) == path(name)[: level + 1] for level, each in enumerate(path(name)))
    assert all(moved(name, each, each) == name for each in path(name))


def test_a_deck_that_gets_another_name_takes_along_what_lies_in_it() -> None:
    assert moved("LSTM::Gates::Forget", "LSTM::Gates", "Doors") == "Doors::Forget"
    assert moved("LSTM::Gates", "LSTM::Gates", "Doors") == "Doors"


def test_the_tree_has_every_deck_around_each_before_it() -> None:
    assert whole(["b", "LSTM 2", "LSTM::gates::x", "LSTM::Cell", "A"]) == [
        "A",
        "b",
        "LSTM",
        "LSTM::Cell",
        "LSTM::gates",
        "LSTM::gates::x",
        "LSTM 2",
    ]


@given(st.dictionaries(names, st.integers(0, 9), max_size=6))
def test_the_numbers_of_a_deck_include_those_in_it(numbers: dict[str, int]) -> None:
    total = summed(numbers)
    assert list(total) == list(dict.fromkeys(outer for name in numbers for outer in path(name)))
    for deck, number in total.items():
        assert number == sum(one for name, one in numbers.items() if is_within(name, deck))
    assert sum(total[name] for name in total if not around(name)) == sum(numbers.values())
