"""The collection is read while the window has it, and never written where nothing would be kept."""

from pathlib import Path

import pytest

from lstm_gui.store.collection import Collection
from tests.cli.conftest import Run


def test_while_another_has_it_open_it_is_read_and_not_written(run: Run, tmp_path: Path) -> None:
    uid = run("review", "next", "--json").json["uid"]
    with Collection.open(tmp_path / "lab"):
        assert run("review", "next", "--json").json["uid"] == uid
        assert run("deck", "list").code == 0
        refused = run("review", "rate", uid, 4)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err.count("\n") == 1
    assert run("stats", "--json").json["reviews"]["all"] == 0


@pytest.mark.parametrize("words", [["deck", "list"], ["review", "next"], ["review", "undo"], ["stats"]])
def test_a_folder_that_cannot_be_written_is_refused(run: Run, tmp_path: Path, words: list[str]) -> None:
    """A file stands where the folder should be made: even root cannot write there."""
    (tmp_path / "lab").write_text("", encoding="utf-8")
    refused = run(*words)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert "could not be written" in refused.err
    assert "Nothing was done, for nothing would be kept." in refused.err
    assert "close LSTM Lab" not in refused.err


@pytest.mark.parametrize("words", [["deck", "list"], ["review", "undo"], ["stats"]])
def test_a_damaged_collection_is_refused_and_left_as_it_is(
    run: Run, tmp_path: Path, words: list[str]
) -> None:
    run("deck", "list")
    broken = b"not a database" * 1000
    (tmp_path / "lab" / "collection.sqlite3").write_bytes(broken)
    refused = run(*words)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert "damaged" in refused.err
    assert str(tmp_path / "lab") in refused.err
    assert (tmp_path / "lab" / "collection.sqlite3").read_bytes() == broken


def test_what_was_not_as_usual_at_opening_is_told_beside_the_report(run: Run, tmp_path: Path) -> None:
    run("deck", "list")
    (tmp_path / "lab" / "collection.lock").unlink()
    (tmp_path / "lab" / "collection.lock").mkdir()
    listed = run("deck", "list", "--json")
    assert listed.code == 0
    assert listed.json
    assert listed.err.count("\n") == 1
    assert "ratings cannot be saved" in listed.err


def test_settings_that_cannot_be_used_are_told_once(run: Run, tmp_path: Path) -> None:
    run("deck", "list")
    (tmp_path / "lab" / "settings.json").write_text("{", encoding="utf-8")
    told = run("deck", "list")
    assert told.code == 0
    assert told.err.count("\n") == 1
    assert "settings.bad.json" in told.err
    assert run("deck", "list").err == ""


def test_an_empty_folder_name_is_a_wrong_command_line(run: Run) -> None:
    assert run("--data-dir", "", "deck", "list").code == 2
