"""The second start raises the first; each data folder has its own."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from lstm_gui.gui.single_instance import SingleInstance, raise_running, server_name

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from lstm_gui.gui.single_instance import raise_running
app = QCoreApplication([])
print(raise_running(Path(sys.argv[1]), sys.argv[2]))
"""


def second_start(folder: Path, file: str) -> QProcess:
    """A second process on the same folder, beside the event loop of the first."""
    process = QProcess()
    process.start(sys.executable, ["-c", SECOND_START, str(folder), file])
    return process


def answer(qtbot: QtBot, process: QProcess) -> str:
    """What the second process was told, once it ended."""
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning)
    return bytes(process.readAllStandardOutput().data()).decode().strip()


@pytest.mark.usefixtures("qapp")
def test_nobody_answers_when_nothing_runs(tmp_path: Path) -> None:
    assert raise_running(tmp_path) is False


def test_the_second_start_raises_the_first_and_hands_it_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    with qtbot.waitSignal(first.raised) as raised:
        process = second_start(tmp_path, "/a/scene.json")
    assert raised.args == ["/a/scene.json"]
    assert answer(qtbot, process) == "True"
    first.close()


def test_a_stale_socket_of_a_killed_run_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    second = SingleInstance(tmp_path)  # finds the name taken, as a killed run leaves it
    with qtbot.waitSignal(second.raised):
        process = second_start(tmp_path, "")
    assert answer(qtbot, process) == "True"
    first.close()
    second.close()


def test_nonsense_on_the_socket_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    for nonsense in (b"hello\n", b"[1]\n", b'{"open"\n', b"[" * 20_000 + b"\n"):
        socket = QLocalSocket()
        socket.connectToServer(server_name(tmp_path))
        assert socket.waitForConnected(1000)
        with qtbot.assertNotEmitted(first.raised), qtbot.waitSignal(socket.disconnected):
            socket.write(nonsense)
            socket.flush()
    first.close()


def test_the_name_follows_the_folder_not_how_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert server_name(tmp_path / "a" / "..") == server_name(tmp_path)
    assert server_name(tmp_path / "a") != server_name(tmp_path)
