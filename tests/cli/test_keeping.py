"""The collection from the command line: checked, copied to one file, brought back."""

import sqlite3
from pathlib import Path

from lstm_gui.store.collection import FILE_NAME
from tests.cli.conftest import Run
from tests.store.study import filled


def test_a_check_says_what_it_mended(run: Run, tmp_path: Path) -> None:
    filled(tmp_path / "lab")
    assert run("collection", "check", "--json").json == {
        "cards": 6, "ratings": 1, "schedules": 0, "unsearchable": 0, "media": 0, "lacks": [], "unused": 0,
    }  # fmt: skip
    database = sqlite3.connect(tmp_path / "lab" / FILE_NAME)
    database.executescript(
        "UPDATE memory SET stability = 9 WHERE card = 1; UPDATE card SET scene = '0.scene.json'"
    )
    database.close()
    told = run("collection", "check")
    assert told.code == 0
    assert "mended: 1" in told.out
    assert "card-0: 0.scene.json" in told.out
    assert "not what the ratings lead to, mended: 0" in run("collection", "check").out


def test_all_of_it_leaves_in_one_file_and_comes_back(run: Run, tmp_path: Path) -> None:
    filled(tmp_path / "lab")
    copy = tmp_path / "all.lstm-lab"
    assert run("collection", "export", copy).code == 0
    again = run("collection", "export", copy)
    assert (again.code, "--force" in again.err) == (1, True)
    assert run("collection", "export", copy, "--force").code == 0
    assert run("review", "rate", "card-1", "4").code == 0
    back = run("collection", "restore", copy)
    assert "is your collection now" in back.out
    assert "kept as" in back.out
    assert run("stats", "--json").code == 0
    assert run("collection", "check", "--json").json["ratings"] == 1


def test_what_is_no_collection_is_refused(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.lstm-lab"
    bad.write_bytes(b"nonsense" * 1000)
    assert run("collection", "restore", tmp_path / "nothing.lstm-lab").code == 1
    assert "damaged" in run("collection", "restore", bad).err
    assert "no collection" in run("collection", "export", tmp_path / "a.lstm-lab").err
    assert run("collection", "export", tmp_path / "a.zip").code == 2
