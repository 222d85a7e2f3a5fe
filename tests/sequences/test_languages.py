"""Strings of the languages, checked by other means than those that made them: counting, and expressions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.sequences.languages import REBER_SYMBOLS, a_n_b_n, embedded_reber
from lstm_gui.sequences.sequence import InputSequence, coded

SEEDS = st.integers(0, 2**63 - 1)
# The grammar's loops written out: T*V, then V, or P and whatever may follow X again.
LOOP = "(?:XT*VP)*(?:S|XT*VV)"
REBER = f"B(?:TS*X{LOOP}|PT*V(?:V|P{LOOP}))E"
EMBEDDED = re.compile(f"B(?P<branch>[TP]){REBER}(?P=branch)E")


def said(made: InputSequence) -> str:
    return "".join(made.labels)


@given(st.integers(1, 100))
def test_a_n_b_n_has_as_many_of_each(n: int) -> None:
    made = a_n_b_n(n)
    assert said(made) == "a" * n + "b" * n
    assert made.inputs == coded(said(made), "ab")


@given(st.integers(1, 100))
def test_as_one_number_it_sums_to_nothing(n: int) -> None:
    made = a_n_b_n(n, one_number=True)
    assert sum(value for (value,) in made.inputs) == 0.0
    assert made.inputs[0] == (1.0,)
    assert made.targets == a_n_b_n(n).targets


@given(st.integers(1, 60), st.integers(1, 60))
def test_what_may_follow_is_what_some_string_goes_on_with(n: int, other: int) -> None:
    """Of every two strings that begin alike, both ways on are among the targets."""
    made, longer = a_n_b_n(n), said(a_n_b_n(other)) + "$"
    for t, target in enumerate(made.targets):
        assert target is not None
        possible = {symbol for symbol, may in zip("ab$", target, strict=True) if may}
        assert (said(made) + "$")[t + 1] in possible
        if longer.startswith(said(made)[: t + 1]):
            assert longer[t + 1] in possible


def test_an_empty_string_is_refused() -> None:
    with pytest.raises(ValueError, match="n is 0"):
        a_n_b_n(0)


@given(SEEDS)
def test_embedded_strings_end_as_they_began(seed: int) -> None:
    made = embedded_reber(seed)
    assert made == embedded_reber(seed)
    assert EMBEDDED.fullmatch(said(made))
    assert made.inputs == coded(said(made), REBER_SYMBOLS)


def test_what_may_follow_is_what_follows_in_some_string() -> None:
    """Over many strings: after a beginning, the targets are exactly the symbols that were seen to follow."""
    drawn = [embedded_reber(seed) for seed in range(3000)]
    seen: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for made in drawn:
        text = said(made)
        for t, target in enumerate(made.targets[:8]):
            if target is not None:
                seen.setdefault(text[: t + 1], set()).add(text[t + 1])
                named[text[: t + 1]] = {
                    symbol for symbol, may in zip(REBER_SYMBOLS, target, strict=True) if may
                }
        assert made.targets[-1] is None
        assert None not in made.targets[:-1]
    assert seen == named


def test_both_branches_are_as_likely() -> None:
    tees = sum(said(embedded_reber(seed))[1] == "T" for seed in range(4000))
    assert abs(tees / 4000 - 0.5) < 0.03
