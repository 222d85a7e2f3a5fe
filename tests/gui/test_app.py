"""Starting, ending, and everything that can stand in the way of a start."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lstm_gui import __version__
from lstm_gui.gui.app import main, parse
from lstm_gui.gui.lifetime import preflight
from lstm_gui.gui.lifetime.crash import RUNNING
from lstm_gui.gui.lifetime.preflight import NO_SCREEN, SILENT_SCREEN, complaint

ON_A_FULL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # no file takes a single byte
from lstm_gui.gui.app import main
sys.exit(main(sys.argv[1:]))
"""
START = [sys.executable, "-m", "lstm_gui"]


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the app as a person does; it must end by itself."""
    variables = {**os.environ, **environment}
    return subprocess.run(
        [*START, *arguments], capture_output=True, text=True, check=False, env=variables, timeout=100
    )


@contextmanager
def running(environment: dict[str, str], folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """The app in a real window, from the moment its collection is open."""
    process = subprocess.Popen(
        [*START, "--data-dir", str(folder)], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        wait_for_file(folder / "collection.sqlite3", process)
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for_file(path: Path, process: "subprocess.Popen[str]") -> None:
    """Watch until a file is there; fails when the process ends before."""
    while not path.exists():
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.05)


def test_the_version_is_told() -> None:
    assert start("--version").stdout.strip() == f"LSTM Lab {__version__}"


def test_arguments_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = parse(["scene.json", "--data-dir", "/somewhere", "--theme", "dark"])
    assert (wanted.file, wanted.data_dir, wanted.theme) == (Path("scene.json"), Path("/somewhere"), "dark")
    with pytest.raises(SystemExit) as ended:
        parse(["--theme", "purple"])
    assert ended.value.code == 2
    assert "purple" in capsys.readouterr().err


def test_without_a_screen_one_line_says_what_to_do(
    window_environment: dict[str, str], tmp_path: Path
) -> None:
    nothing = {**window_environment, "DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = start("--data-dir", str(tmp_path), **nothing)
    assert done.returncode == 1
    assert done.stderr.strip() == f"lstm-lab: {NO_SCREEN}"


def test_a_screen_that_does_not_answer_is_named(window_environment: dict[str, str], tmp_path: Path) -> None:
    done = start("--data-dir", str(tmp_path), **{**window_environment, "DISPLAY": ":12345"})
    assert done.returncode == 1
    assert ":12345" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_screen_that_takes_the_call_and_says_nothing_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        display = f"127.0.0.1:{silent.getsockname()[1] - 6000}"
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.setattr(preflight, "PATIENCE", 0.1)
        assert complaint({"DISPLAY": display}, "linux") == SILENT_SCREEN.format(display=display)


def test_a_missing_library_is_named_by_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setattr(preflight, "_load_x_plugin", fail)
    monkeypatch.setattr("lstm_gui.system_libraries.missing", lambda: ())
    assert "libxcb-cursor" in complaint({"DISPLAY": ":0"}, "linux")
    monkeypatch.setattr("lstm_gui.system_libraries.advice", lambda _libraries: "install libxcb-cursor0")
    monkeypatch.setattr("lstm_gui.gui.app.complaint", lambda: complaint({"DISPLAY": ":0"}, "linux"))
    assert main([]) == 1
    assert capsys.readouterr().err == "lstm-lab: install libxcb-cursor0\n"


def test_elsewhere_nothing_is_asked_of_the_system() -> None:
    assert complaint({}, "darwin") == complaint({}, "win32") == ""
    assert complaint({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ""
    assert complaint({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == ""


def test_it_paints_and_ends(tmp_path: Path) -> None:
    done = start("--data-dir", str(tmp_path), "--quit-after-first-paint")
    assert done.stderr == ""
    assert done.stdout.startswith("painted ")
    assert done.returncode == 0
    assert not (tmp_path / "logs" / RUNNING).exists()


def test_a_folder_whose_name_is_no_text_is_as_good_as_any(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"gr\xf6sse")
    done = start("--data-dir", str(folder), "--quit-after-first-paint")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_that_cannot_be_made_does_not_stop_the_start(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = start("--data-dir", str(blocked / "lab"), "--quit-after-first-paint")
    assert done.returncode == 0
    assert "no log file" in done.stderr


def test_a_full_disk_does_not_stop_the_start(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, "--data-dir", str(tmp_path), "--quit-after-first-paint"],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.stdout.startswith("painted ")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "logs" / RUNNING).exists()


def test_what_the_first_paint_does_not_need_is_not_imported_before_it(tmp_path: Path) -> None:
    done = start("--data-dir", str(tmp_path), "--quit-after-first-paint", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "lstm_gui.gui.main_window" in imported
    assert imported.isdisjoint(
        {
            "sqlite3",
            "fsrs",
            "ziamath",
            "PySide6.QtNetwork",
            "lstm_gui.store.collection",
            "lstm_gui.gui.quiz.panel",
        }
    )


def test_a_second_start_hands_over_and_ends(window_environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "lab"
    with running(window_environment, folder) as first:
        second = start("--data-dir", str(folder), **window_environment)
        assert second.returncode == 0
        assert first.poll() is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_to_end_is_a_clean_end(
    window_environment: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    folder = tmp_path / "lab"
    with running(window_environment, folder) as process:
        process.send_signal(number)
        assert process.wait(60) == 0
        assert (folder / "settings.json").exists()
        assert not (folder / "logs" / RUNNING).exists()


def test_after_a_kill_the_next_start_tells_and_keeps_the_file(
    window_environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "lab"
    with running(window_environment, folder) as process:
        process.kill()
        process.wait(60)
    assert (folder / "logs" / RUNNING).exists()
    done = start("--data-dir", str(folder), "--quit-after-first-paint", **window_environment)
    assert done.returncode == 0
    assert len(list((folder / "logs").glob("crash-*.txt"))) == 1
