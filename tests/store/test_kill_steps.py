"""kill −9 in the middle of a long step: afterwards all of it is there, or nothing of it.

More kills: `LSTM_LAB_KILLS=50 python -m pytest tests/store/test_kill_steps.py`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from lstm_gui.store import backups
from lstm_gui.store.collection import Collection
from tests.store import killed_step
from tests.store.contents import contents, sound
from tests.store.killed_step import EXPORTED, LATER

KILLS = int(os.environ.get("LSTM_LAB_KILLS", "2"))  # of each step
ROOT = Path(__file__).parents[2]


def test_a_step_that_is_killed_is_done_or_was_never_begun(tmp_path: Path) -> None:
    command = [sys.executable, "-m", killed_step.__name__, str(tmp_path), str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert len(told) == KILLS * len(killed_step.STEPS)
    before, acknowledged = state(tmp_path / "before"), 0
    for name in killed_step.STEPS:
        after = state(tmp_path / name)
        for _, folder, was_told in (each for each in told if each[0] == name):
            found = state(tmp_path / folder)
            assert found in ((after,) if was_told else (before, after)), f"{name} left something half done"
            acknowledged += was_told
            assert all(backups.is_good(each.path) for each in backups.backups(tmp_path / folder))
    assert acknowledged < len(told)  # some were killed in the middle


def state(folder: Path) -> tuple[Any, ...]:
    """All that a collection holds, which is sound; and the file of the deck."""
    with Collection.open(folder, now=LATER) as collection:
        assert collection.notice == ""
        sound(collection)
        labels = collection.edits.last(), collection.edits.next_redo()
        held = contents(collection)
    return labels, held, (folder / EXPORTED).read_text(encoding="utf-8")
