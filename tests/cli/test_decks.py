"""Decks come in, are listed, shown and taken out."""

from pathlib import Path

from lstm_gui.cli.grammar import COLUMNS, DECK_SUFFIXES
from lstm_gui.formats.deck_export import WRITERS
from lstm_gui.formats.table_columns import ROLES
from tests.cli.conftest import DECK, Run
from tests.formats.anki.packages import Collection, Note, package

PAGE = """Gates Flashcards

1
Q

What does a forget gate of 0 do?

A

It clears the cell state.

How well did you know this?
1
Not at all
2
3
4
5
Perfectly
2
Q

What does the page end in the middle of?
"""


def test_a_new_collection_has_the_bundled_deck(run: Run) -> None:
    listed = run("deck", "list", "--json")
    assert listed.code == 0
    decks = listed.json
    assert [deck["name"] for deck in decks] == ["LSTM fundamentals"]
    assert set(decks[0]) == {"name", "cards", "new", "due", "mastery"}
    assert decks[0]["cards"] >= 36
    assert decks[0]["due"] == 0
    assert decks[0]["mastery"] == 0.0


def test_import_reports_what_it_did_and_does_it_once(run: Run, deck_file: Path) -> None:
    first = run("--json", "deck", "import", deck_file)
    assert first.code == 0
    counts = {"added": 2, "changed": 0, "unchanged": 0}
    assert first.json == {"name": "Gates", **counts, "ratings": 0, "skipped": [], "notes": []}
    assert run("--json", "deck", "import", deck_file).json["unchanged"] == 2
    deck_file.write_text(DECK.replace("nothing in", "nothing at all in"), encoding="utf-8")
    changed = run("deck", "import", deck_file)
    assert changed.out == "Gates: 0 added, 1 changed, 1 unchanged, 0 skipped\n"


def test_import_lists_what_was_skipped(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    report = run("--json", "deck", "import", page)
    assert report.code == 0
    skipped = report.json["skipped"]
    assert skipped
    assert all(part["line"] >= 1 and part["reason"] for part in skipped)
    words = run("deck", "import", page)
    assert f"line {skipped[0]['line']}: {skipped[0]['reason']}" in words.out


def test_a_file_that_is_no_deck_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("name = [", encoding="utf-8")
    refused = run("deck", "import", bad)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert "bad.toml" in refused.err


def test_show_has_every_card(run: Run, deck_file: Path) -> None:
    run("deck", "import", deck_file)
    shown = run("deck", "show", "Gates", "--json").json
    assert shown["name"] == "Gates"
    assert [card["uid"] for card in shown["cards"]] == ["forget", "input"]
    assert shown["cards"][0]["back"] == "It keeps the cell state."
    assert run("deck", "show", "Gates").out == (
        "Gates: 2 cards\n  Three of them.\n"
        "\nforget (gates)\n  Q: What does a forget gate of 1 do?\n  A: It keeps the cell state.\n"
        "\ninput\n  Q: What does an input gate of 0 do?\n  A: It lets nothing in.\n"
    )


def test_show_has_long_and_many_lined_texts_whole(run: Run, deck_file: Path) -> None:
    long = "a very " * 200 + "long answer"
    text = DECK.replace("It lets nothing in.", long).replace(
        '"It keeps the cell state."', '"""Two lines:\n\nforget (gates)"""'
    )
    deck_file.write_text(text, encoding="utf-8")
    run("deck", "import", deck_file)
    lines = run("deck", "show", "Gates").out.splitlines()
    assert f"  A: {long}" in lines
    assert lines[5:8] == ["  A: Two lines:", "", "     forget (gates)"]


def test_an_unknown_deck_is_refused_with_the_names_there_are(run: Run) -> None:
    refused = run("deck", "show", "Nothing")
    assert refused.code == 1
    assert "LSTM fundamentals" in refused.err


def test_names_cannot_steer_the_terminal(run: Run) -> None:
    refused = run("deck", "show", "\x1b[2J\u202eevil")
    assert refused.code == 1
    assert "\x1b" not in refused.err
    assert "\u202e" not in refused.err
    usage = run("deck", "list", "\x1b[2J")
    assert usage.code == 2
    assert "\x1b" not in usage.err


def test_export_writes_a_deck_and_replaces_nothing_unasked(run: Run, deck_file: Path, tmp_path: Path) -> None:
    run("deck", "import", deck_file)
    path = tmp_path / "out.tsv"
    assert run("deck", "export", "Gates", path).out == f"Gates: 2 cards in {path}\n"
    assert "forget\tWhat does a forget gate of 1 do?\tIt keeps the cell state.\tgates" in path.read_text(
        "utf-8"
    )
    path.write_text("mine", encoding="utf-8")
    refused = run("deck", "export", "Gates", path)
    assert (refused.code, path.read_text(encoding="utf-8")) == (1, "mine")
    assert refused.err.endswith(
        "out.tsv is there already; choose another name, or give --force to replace it.\n"
    )
    assert run("deck", "export", "Gates", path, "--force", "--json").json["cards"] == 2
    assert path.read_text(encoding="utf-8").startswith("#separator:Tab\n")


def test_export_knows_every_ending_it_names(run: Run, tmp_path: Path) -> None:
    assert tuple(WRITERS) == DECK_SUFFIXES
    assert run("deck", "export", "LSTM fundamentals", tmp_path / "out.xls").code == 2
    assert run("deck", "export", "Nothing", tmp_path / "out.csv").code == 1
    assert run("deck", "export", "LSTM fundamentals", tmp_path / "none" / "out.csv").code == 1
    for suffix in DECK_SUFFIXES:
        assert run("deck", "export", "LSTM fundamentals", tmp_path / f"out{suffix.upper()}").code == 0


def test_a_table_comes_in_by_the_columns_that_are_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "Gates.csv"
    path.write_text("It keeps c;What does f = 1 do?;gates\n;What does f = 0 do?;gates\n", encoding="utf-8")
    report = run("deck", "import", path, "--columns", "back,front,topic").out.splitlines()
    assert report == [
        "Gates: 1 added, 0 changed, 0 unchanged, 1 skipped",
        "  Its cells are separated by semicolons, as it seems.",
        "  Columns: 1 back, 2 front, 3 topic.",
        "  line 2: has no answer (What does f = 0 do?)",
    ]
    (card,) = run("deck", "show", "Gates", "--json").json["cards"]
    assert (card["front"], card["back"], card["topic"]) == ("What does f = 1 do?", "It keeps c", "gates")
    for wrong in ("front", "front,front", "front,back,colour"):
        assert run("deck", "import", path, "--columns", wrong).code == 2


def test_what_was_exported_as_a_table_is_known_again(run: Run, tmp_path: Path) -> None:
    for ending in (".tsv", ".csv"):
        path = tmp_path / f"out{ending}"
        run("deck", "export", "LSTM fundamentals", path)
        again = run("deck", "import", path, "--json").json
        assert (again["name"], again["added"], again["changed"]) == ("LSTM fundamentals", 0, 0)
        assert (again["skipped"], again["unchanged"] >= 36) == ([], True)


def test_the_columns_are_those_that_the_import_knows() -> None:
    assert set(COLUMNS) == set(ROLES)


def test_a_package_of_anki_comes_in_and_says_which_notes_did_not(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gates.apkg"
    notes = [Note(("What is f?", "The forget gate.")), Note(("What is g?",))]
    path.write_bytes(package(Collection(notes), 2))
    out = run("deck", "import", path).out
    head, left_out = out.splitlines()
    assert head == "Gates::Forget: 1 added, 0 changed, 0 unchanged, 1 skipped"
    assert left_out == "  note 2: card 1 has no answer (What is g?)"
    assert run("--json", "deck", "import", path).json["unchanged"] == 1


def test_a_deck_moves_with_its_history(run: Run, tmp_path: Path) -> None:
    run("review", "rate", "lstm-gates-forget-one", "4", "--at", "2026-03-01T18:30")
    path = tmp_path / "all.jsonl"
    run("deck", "export", "LSTM fundamentals", path)
    run("review", "undo")
    words = run("deck", "import", path).out.splitlines()
    assert words[1] == "  0 of 1 ratings were added to the log."  # what was taken back stays so
    other = tmp_path / "other"
    moved = run("deck", "import", path, "--data-dir", other, "--json").json
    assert (moved["ratings"], moved["changed"]) == (1, 0)
    assert run("deck", "import", path, "--data-dir", other, "--json").json["ratings"] == 0
