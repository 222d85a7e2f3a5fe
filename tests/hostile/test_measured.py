"""The corpus, each case in a process of its own: what comes of it, in what time, with how much room."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.__main__ import is_bad, main
from tests.hostile.case import Case
from tests.hostile.corpus import CASES
from tests.hostile.reading import Outcome

TOP = Path(__file__).parents[2]
PARTS = 12  # a busy machine takes minutes over all of them


@pytest.mark.parametrize("part", range(PARTS))
def test_every_hostile_file_is_refused_or_contained_in_time_and_room(part: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile", "--quick", f"--part={part}/{PARTS}"],
        capture_output=True,
        text=True,
        timeout=110,
        cwd=TOP,
    )
    outcomes = [Outcome(**json.loads(line)) for line in done.stdout.splitlines()]
    assert [outcome for outcome in outcomes if is_bad(outcome)] == [], done.stderr
    names = [case.name for case in CASES if not case.long]
    assert [outcome.case for outcome in outcomes] == names[part::PARTS]
    assert len(outcomes) > 10


def test_no_two_cases_have_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_what_is_not_taken_as_it_should_is_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = Case("wrong", "a.txt", lambda: b"x", "quite other words")
    monkeypatch.setattr("tests.hostile.__main__.CASES", (wrong,))
    assert main([]) == 1
    assert "was refused: a.txt is no deck" in capsys.readouterr().out
