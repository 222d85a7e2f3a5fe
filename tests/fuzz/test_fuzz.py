"""A short run of the fuzz for every reader, and that it would find what it looks for."""

import time
from pathlib import Path

import pytest

from lstm_gui.bounded_file import FileRefused
from tests.fuzz.__main__ import main
from tests.fuzz.guided import campaign
from tests.fuzz.readers import READERS, Reader

RUNS = 150


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_spoilt_files_are_read_or_refused(reader: Reader) -> None:
    found = campaign(reader, seed=1, runs=RUNS)
    assert [fault.what for fault in found.faults] == []
    assert found.runs >= RUNS
    assert len(found.lines) > 10


def test_sound_files_are_read_without_a_refusal(tmp_path: Path) -> None:
    for reader in READERS:
        for content in reader.sound():
            path = tmp_path / reader.file
            path.write_bytes(content)
            reader.read(path)
            path.unlink()


def _trips(path: Path) -> None:
    if b"1e400" in path.read_bytes():
        raise OverflowError("that is too much")
    raise FileRefused("refused.")


def test_another_error_is_a_fault_and_the_same_seed_finds_it_again() -> None:
    reader = Reader("trips", "a.txt", lambda: [b"one", b"two"], _trips)
    first, again = (campaign(reader, seed=3, runs=400) for _ in range(2))
    assert first.faults
    assert {fault.what for fault in first.faults} == {"OverflowError: that is too much"}
    assert first.faults == again.faults


def test_what_takes_too_long_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.guided.SLOWEST", 0.01)
    slow = Reader("slow", "a.txt", lambda: [b"one"], lambda _path: time.sleep(0.02))
    assert campaign(slow, seed=1, runs=1).faults[0].what.startswith("took ")


def test_the_long_run_keeps_what_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    trips = Reader("trips", "a.txt", lambda: [b"1e400"], _trips)
    monkeypatch.setattr("tests.fuzz.__main__.READERS", (trips,))
    monkeypatch.setattr("tests.fuzz.__main__._bound_memory", lambda _reader: None)
    assert main(["--minutes", "0.001", "--keep", str(tmp_path / "kept")]) == 1
    assert any(path.read_bytes() == b"1e400" for path in (tmp_path / "kept").iterdir())
    assert "OverflowError" in capsys.readouterr().out
