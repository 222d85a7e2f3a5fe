"""kill −9 two hundred times at random moments: no acknowledged rating is lost, and the file stays sound."""

import json
import sqlite3
import subprocess
import sys
import uuid
from pathlib import Path

from lstm_gui.store import backups
from lstm_gui.store.collection import FILE_NAME, Collection
from tests.store import rating_process
from tests.store.study import NOW

KILLS = 200
ROOT = Path(__file__).parents[2]


def test_no_acknowledged_rating_is_lost_however_often_the_process_is_killed(tmp_path: Path) -> None:
    acknowledged = kill_many(tmp_path)
    rated = {identity for sign, identity in acknowledged if sign == "+"}
    taken_back = {identity for sign, identity in acknowledged if sign == "-"}
    assert len(rated) > KILLS  # they did come to rate, on a slow machine too
    assert taken_back

    with Collection.open(tmp_path, now=NOW) as collection:
        assert collection.notice == ""
        collection.verify()
        assert collection.rebuild() == 0
        made = collection.backups()
        assert made
        assert all(backups.is_good(backup.path) for backup in made)

    logged, voided = log_of(tmp_path / FILE_NAME)
    assert rated <= logged
    assert taken_back <= voided


def kill_many(folder: Path) -> list[tuple[str, str]]:
    """What the killed had said to be durable: "+" and a rating's id, "-" and that of one taken back."""
    command = [sys.executable, "-m", rating_process.__name__, str(folder), str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    lives = json.loads(done.stdout)
    assert len(lives) == KILLS
    # A line cut off by the kill was never acknowledged.
    lines = [line.split() for life in lives for line in life.splitlines(keepends=True) if line.endswith("\n")]
    return [(sign, identity) for sign, identity in lines]


def log_of(path: Path) -> tuple[set[str], set[str]]:
    """The ids of all ratings in the log, and of those that were taken back."""
    connection = sqlite3.connect(path)
    logged = connection.execute("SELECT uuid FROM event WHERE voids IS NULL").fetchall()
    voided = connection.execute(
        "SELECT uuid FROM event WHERE id IN (SELECT voids FROM event WHERE voids IS NOT NULL)"
    ).fetchall()
    connection.close()
    first, second = ({str(uuid.UUID(bytes=row[0])) for row in rows} for rows in (logged, voided))
    return first, second
