"""A kind is a family and a choice for each of its options, and nothing else."""

import pytest

from lstm_gui.graph.kind import EVERY_KIND, FAMILIES, KINDS, LSTM, Kind


def test_the_usual_member_of_a_family_has_the_first_choices() -> None:
    assert Kind.of("gru") == Kind("gru", ("after", "keeps"))
    assert Kind.of("gru", z="writes").options == {"reset": "after", "z": "writes"}
    assert Kind.of("lstm") == LSTM


def test_every_combination_is_a_kind() -> None:
    assert len(KINDS) == len(set(KINDS)) == 2 + 11 + 4 + 2
    assert {kind.family for kind in KINDS} == set(FAMILIES) - {"mlstm"}
    assert {kind.family for kind in EVERY_KIND} == set(FAMILIES)


@pytest.mark.parametrize(
    ("family", "choices", "complaint"),
    [
        ("gnu", (), "there is no cell called 'gnu'"),
        ("gru", ("after",), "gru has 2 options, not 1"),
        ("gru", ("after", "stays"), "z of gru cannot be 'stays'"),
    ],
)
def test_what_there_is_not_is_refused(family: str, choices: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Kind(family, choices)


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(ValueError, match="rnn has no option z"):
        Kind.of("rnn", z="keeps")
