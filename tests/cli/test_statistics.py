"""The statistics are those of the log, and say how a due date came about."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_rating_shows_up_and_goes_with_undo(run: Run) -> None:
    uid = run("review", "next", "--json").json["uid"]
    run("review", "rate", uid, 4)
    assert run("stats", "--json").json["reviews"]["today"] == 1
    assert "today 1" in run("stats").out
    run("review", "undo")
    assert run("stats", "--json").json["reviews"]["all"] == 0


def test_the_limit_of_new_cards_is_for_all_decks_together(run: Run, deck_file: Path) -> None:
    run("deck", "import", deck_file)
    assert run("stats", "--json").json["new"] == 10
    assert "new today 10, due 0" in run("stats").out
    assert [deck["new"] for deck in run("deck", "list", "--json").json] == [2, 10]  # what each may give
    for _ in range(2):
        run("review", "rate", run("review", "next", "--json").json["uid"], 1)
    stats = run("stats", "--json").json
    assert (stats["new"], stats["due"]) == (8, 2)


def test_a_deck_and_a_range_are_chosen(run: Run, deck_file: Path) -> None:
    run("deck", "import", deck_file)
    run("review", "rate", "forget", 5, "--at", "2025-03-01T12:00")
    run("review", "rate", "forget", 4, "--at", "2025-03-20T12:00")
    assert run("stats", "--deck", "Gates", "--json").json["cards"] == 2
    assert run("stats", "--json").json["reviews"]["range"] == 0
    ever = run("stats", "--deck", "Gates", "--range", "all", "--json").json
    assert (ever["answers"], ever["reviews"]["recalled"], ever["forecast"]["overdue"]) == (2, 1.0, 1)
    told = run("stats", "--deck", "Gates", "--range", "all").out
    assert "100% of 1 cards" in told
    assert "15 to 30" in told
    assert run("stats", "--deck", "Nothing").code == 1
    assert run("stats", "--range", "decade").code == 2


def test_a_due_date_is_explained(run: Run, deck_file: Path) -> None:
    run("deck", "import", deck_file)
    assert "Never rated" in run("due", "forget").out
    run("review", "rate", "forget", 5, "--at", "2025-03-01T12:00")
    run("review", "rate", "forget", 1, "--at", "2025-03-20T12:00")
    steps = run("due", "forget", "--json").json["steps"]
    assert [(step["rating"], step["elapsed_days"], step["agrees"]) for step in steps] == [
        (5, 0, True), (1, 19, True)
    ]  # fmt: skip
    assert steps[0]["recall"] is None
    assert 0.5 < steps[1]["recall"] < 1
    assert "2025-03-20" in run("due", "forget").out
    assert run("due", "no such card").code == 1
