"""Questions to practise with, printed: the same by the same seed, with the answers at the end."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DECK = "LSTM fundamentals"


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("typed", "typed"),
        ("choice", "choice"),
        ("cloze", "cloze"),
        ("matching", "matching"),
        ("cram", "recall"),
    ],
)
def test_a_round_is_printed_with_its_answers(run: Run, mode: str, kind: str) -> None:
    command = ("practise", DECK, "--mode", mode, "--cards", 4, "--seed", 7)
    asked = run(*command, "--json").json
    assert {question["kind"] for question in asked} == {kind}
    assert sum(len(question["cards"]) for question in asked) == 4
    told = run(*command).out
    assert told == run(*command).out
    questions, _, answers = told.partition("Answers\n")
    for number, question in enumerate(asked, start=1):
        assert f"{number}. " in answers
        assert all(text in questions for text in (*question["asked"], *question["options"]))
        if not question["options"]:
            assert question["right"][0] in answers
    if mode == "choice":
        right = [one["options"].index(one["right"][0]) for one in asked]
        assert answers.split() == [
            word for place, at in enumerate(right, start=1) for word in (f"{place}.", "ABCD"[at])
        ]


def test_nothing_is_logged_and_a_deck_without_cards_is_refused(run: Run, deck_file: Path) -> None:
    run("deck", "import", deck_file)
    run("practise", "Gates")
    assert run("stats", "--json").json["reviews"]["all"] == 0
    assert run("practise", "Nothing").code == 1
    assert run("practise", "Gates", "--cards", 0).code == 2
