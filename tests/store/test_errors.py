"""What went wrong, in one sentence for a person."""

import sqlite3

import pytest

from lstm_gui.store.errors import Damaged, blame, is_damage, not_saved, unreadable


def complaint(name: str) -> sqlite3.OperationalError:
    """SQLite's error of that name."""
    error = sqlite3.OperationalError("in SQLite's words")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_SHMSIZE", "disk is full"),
        ("SQLITE_IOERR_WRITE", "disk reported an error"),
        ("SQLITE_READONLY_DBMOVED", "only be read"),
        ("SQLITE_CANTOPEN", "permissions"),
        ("SQLITE_BUSY", "Another program"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_ERROR", "in SQLite's words"),
    ],
)
def test_what_could_not_be_saved_says_why_and_that_it_can_be_tried_again(name: str, words: str) -> None:
    sentence = str(not_saved(complaint(name)))
    assert words in sentence
    assert sentence.endswith("it can be tried again.")


def test_the_folder_is_blamed_in_the_words_of_the_system() -> None:
    assert "(Read-only file system)" in blame(OSError(30, "Read-only file system"))
    assert "(No space left on device: /there/x)" in blame(
        OSError(28, "No space left on device", "/the\x1bre/x")
    )
    assert "(nothing more is known)" in blame(OSError("nothing more is known"))


def test_damage_is_told_from_other_trouble() -> None:
    assert is_damage(complaint("SQLITE_NOTADB"))
    assert isinstance(unreadable(complaint("SQLITE_CORRUPT")), Damaged)
    assert not isinstance(unreadable(complaint("SQLITE_IOERR")), Damaged)
    assert not is_damage(sqlite3.ProgrammingError("closed"))
