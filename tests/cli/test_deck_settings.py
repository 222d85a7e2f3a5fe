"""What is set for a deck is shown and changed, and counts in the list, the queue and a rating."""

import pytest

from tests.cli.conftest import Run

DECK = "LSTM fundamentals"


def test_without_options_it_is_shown(run: Run) -> None:
    shown = run("--json", "deck", "settings", DECK)
    assert shown.code == 0
    assert shown.json == {
        "name": DECK,
        "new_per_day": None,
        "retention": None,
        "exam": None,
        "retention_that_counts": 0.9,
        "exam_that_counts": None,
    }
    words = run("deck", "settings", DECK).out
    assert words.splitlines() == [
        f"{DECK}:",
        "  new cards a day: no limit of its own",
        "  recall to aim for: 90%, as around it",
        "  exam: none",
    ]


def test_what_is_set_counts_and_can_be_taken_away(run: Run) -> None:
    made = run("--json", "deck", "settings", DECK, "--new", "3", "--retention", "0.8", "--exam", "2190-06-30")
    assert (made.json["new_per_day"], made.json["retention"], made.json["exam"]) == (3, 0.8, "2190-06-30")
    assert run("--json", "deck", "list").json[0]["new"] == 3
    before = run("--json", "review", "next").json["intervals"]
    assert run("--json", "deck", "settings", DECK, "--retention", "none").json["retention"] is None
    assert run("--json", "review", "next").json["intervals"] != before
    kept = run("--json", "deck", "settings", DECK).json
    assert (kept["new_per_day"], kept["exam_that_counts"]) == (3, "2190-06-30")


def test_a_rating_heeds_the_exam(run: Run) -> None:
    run("deck", "settings", DECK, "--exam", "2026-03-21")
    uid = run("--json", "review", "next", "--at", "2026-03-01T12:00").json["uid"]
    rated = run("--json", "review", "rate", uid, "5", "--at", "2026-03-12T12:00").json
    assert "2026-03-14" <= rated["due"][:10] <= "2026-03-20"


@pytest.mark.parametrize(
    "wrong",
    [
        ("--new", "-1"), ("--new", "10000"), ("--new", "²"), ("--retention", "0.5"), ("--retention", "nan"),
        ("--retention", "much"), ("--exam", "tomorrow"), ("--exam", "9999-01-01"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(run: Run, wrong: tuple[str, str]) -> None:
    refused = run("deck", "settings", DECK, f"{wrong[0]}={wrong[1]}")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert "wants" in refused.err


def test_a_deck_that_is_not_there_is_refused(run: Run) -> None:
    refused = run("deck", "settings", "Nothing", "--new", "1")
    assert refused.code == 1
    assert "no deck called" in refused.err
