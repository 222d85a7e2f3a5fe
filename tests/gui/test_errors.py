"""Errors are told in one sentence, logged, and never end the app."""

import errno
import io
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from pytestqt.qtbot import QtBot

from lstm_gui.gui.errors import MAX_LOGGED, Errors, Problem
from lstm_gui.gui.lifetime.log import KEPT_FILES, MAX_BYTES, NAME, Log, LogFile

CRASH = """
import faulthandler, sys, os
from pathlib import Path
from lstm_gui.gui.lifetime.crash import CrashWatch
watch = CrashWatch(Path(sys.argv[1]))
watch.start()
print(watch.last_crash)
if sys.argv[2] == "crash":
    faulthandler._sigabrt()
if sys.argv[2] == "kill":
    os._exit(9)
watch.stop()
"""


def raised(message: str = "oh") -> ValueError:
    """An error with a traceback."""
    try:
        raise ValueError(message)
    except ValueError as error:
        return error


def test_a_bug_is_told_once_and_logged_a_few_times(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    errors = Errors()
    told: list[object] = []
    errors.told.connect(told.append)
    with qtbot.waitSignal(errors.told):
        for _ in range(100):
            errors.bug(raised())
    QCoreApplication.processEvents()
    assert len(told) == 1
    assert isinstance(told[0], Problem)
    assert "ValueError: oh" in told[0].report
    assert "PySide6" in told[0].report
    assert sum("ValueError: oh" in record.getMessage() for record in caplog.records) == MAX_LOGGED


def test_what_was_refused_is_told_in_its_own_words(qtbot: QtBot) -> None:
    errors = Errors()
    with qtbot.waitSignal(errors.told) as told:
        errors.refused(raised("The file has no title."))
    assert told.args is not None
    assert told.args[0].sentence == "The file has no title."


def test_an_error_on_a_thread_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    errors = Errors()
    where: list[threading.Thread] = []
    errors.told.connect(lambda _problem: where.append(threading.current_thread()))
    with qtbot.waitSignal(errors.told):
        thread = threading.Thread(target=errors.bug, args=(raised(),))
        thread.start()
        thread.join()
    assert where == [threading.main_thread()]


@pytest.mark.no_qt_log
def test_the_hooks_catch_slots_threads_and_qt_and_are_given_back(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    errors = Errors()
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    errors.install()

    def fail() -> None:
        raise RuntimeError("in a slot")

    def fail_in_thread() -> None:
        raise RuntimeError("in a thread")

    with qtbot.waitSignals([errors.told, errors.told]):
        QTimer.singleShot(0, fail)
        thread = threading.Thread(target=fail_in_thread)
        thread.start()
        thread.join()
    qWarning("a Qt warning")
    errors.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    for words in ("in a slot", "in a thread", "a Qt warning"):
        assert words in caplog.text


def test_the_log_is_written_to_the_data_folder(tmp_path: Path) -> None:
    log = Log(tmp_path)
    logging.getLogger("test").info("a line")
    log.close()
    assert "a line" in (tmp_path / "logs" / NAME).read_text(encoding="utf-8")
    assert log.folder == tmp_path / "logs"


def test_a_full_log_file_is_put_aside_and_only_some_are_kept(tmp_path: Path) -> None:
    log = Log(tmp_path)
    for number in range(8):
        logging.getLogger("test").info("run %d %s", number, "x" * MAX_BYTES)
    log.close()
    files = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "logs").iterdir()}
    assert sorted(files) == [NAME, *(f"{NAME}.{n}" for n in range(1, KEPT_FILES + 1))]
    assert "run 7" in files[NAME]
    assert "run 6" in files[f"{NAME}.1"]


class FullDisk(io.StringIO):
    """A file on a disk without space."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_said_once_and_the_log_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = Log(tmp_path)
    file = next(handler for handler in logging.getLogger().handlers if isinstance(handler, LogFile))
    with monkeypatch.context() as patch:
        patch.setattr(file, "stream", FullDisk())
        for _ in range(3):
            logging.getLogger("test").info("a line")
    logging.getLogger("test").info("the disk has space again")
    log.close()
    assert capsys.readouterr().err.count("No space left") == 1
    assert "space again" in (tmp_path / "logs" / NAME).read_text(encoding="utf-8")


def test_where_nothing_can_be_written_the_log_is_kept_in_memory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    log = Log(blocked)
    logging.getLogger("test").warning("a line")
    log.close()
    assert log.folder is None
    assert any("a line" in line for line in log.recent.lines())
    assert "no log file" in capsys.readouterr().err


@pytest.mark.parametrize("end", ["crash", "kill"])
def test_a_run_that_did_not_end_well_leaves_a_file_for_the_next(tmp_path: Path, end: str) -> None:
    def run(how: str) -> str:
        command = [sys.executable, "-c", CRASH, str(tmp_path), how]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    assert run(end).strip() == ""
    found = run("well")
    assert "started" in found
    assert ("Aborted" in found) == (end == "crash")
    assert run("well").strip() == ""
    assert len(list(tmp_path.glob("crash-*.txt"))) == 1
