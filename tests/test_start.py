"""The app as a person starts it: a real window under X, and a line that says what to do without a screen."""

import subprocess
import sys
from pathlib import Path

import pytest

START = [sys.executable, "-m", "lstm_gui", "--quit-after-first-paint"]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def start(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run the app until its window was painted."""
    return subprocess.run([*START, *words], env=environment, capture_output=True, text=True, timeout=100)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_window_is_painted_and_ends_in_order(window_environment: dict[str, str], theme: str) -> None:
    done = start(window_environment, "--theme", theme)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("painted ")


def test_a_folder_of_ones_own_is_made(window_environment: dict[str, str], tmp_path: Path) -> None:
    done = start(window_environment, "--data-dir", str(tmp_path / "new" / "lab"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "new" / "lab").is_dir()
    assert not list((tmp_path / "home").rglob("lstm-lab*"))


def test_a_folder_that_cannot_be_made_keeps_no_window_closed(
    window_environment: dict[str, str], tmp_path: Path
) -> None:
    """A file stands in its place: even root cannot write there."""
    (tmp_path / "lab").write_text("", encoding="utf-8")
    done = start(window_environment, "--data-dir", str(tmp_path / "lab"))
    assert done.returncode == 0
    assert done.stdout.startswith("painted ")


@pytest.mark.parametrize("display", ["", ":4242", "nowhere:0"])
def test_without_a_screen_one_line_says_so(window_environment: dict[str, str], display: str) -> None:
    environment = {name: value for name, value in window_environment.items() if name not in SCREENS}
    done = start({**environment, "DISPLAY": display})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "screen" in done.stderr


def test_a_wrong_command_line_leaves_with_2(window_environment: dict[str, str]) -> None:
    assert start(window_environment, "--no-such-option").returncode == 2


WATCHED = """
import gc
import sys
from lstm_gui.gui.app import main
gc.callbacks.append(lambda phase, details: print("collection", phase))
code = main(["--quit-after-first-paint"])
gc.callbacks.clear()
print("collects again", gc.isenabled())
print(*sys.modules)
sys.exit(code)
"""


@pytest.fixture
def told(window_environment: dict[str, str]) -> list[str]:
    """What a start that is watched until its first paint says, line by line."""
    command = [sys.executable, "-c", WATCHED]
    done = subprocess.run(command, env=window_environment, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0
    return done.stdout.splitlines()


@pytest.fixture
def imported(told: list[str]) -> list[str]:
    """The modules that it imported, in the order they came in."""
    return told[-1].split()


def test_no_garbage_is_looked_for_until_the_first_paint(told: list[str]) -> None:
    """What a start makes is there to stay."""
    assert [line.split()[0] for line in told[:-2]] == ["painted"]
    assert told[-2] == "collects again True"


def test_what_does_not_know_qt_is_imported_before_it(imported: list[str]) -> None:
    """PySide6 reads the source of each module that comes after it."""
    after = imported[imported.index("PySide6.QtCore") :]
    assert "lstm_gui.gui.main_window" in after
    late = [name for name in after if name.startswith("lstm_gui.") and not name.startswith("lstm_gui.gui")]
    assert late == []


NOT_AT_FIRST = (
    "lstm_gui.formats.film",
    "lstm_gui.gui.browser",
    "lstm_gui.gui.commands.copies",
    "lstm_gui.gui.commands.file_names",
    "lstm_gui.gui.editor",
    "lstm_gui.gui.export.film_dialog",
    "lstm_gui.gui.graded",
    "lstm_gui.gui.jobs",
    "lstm_gui.gui.keeping",
    "lstm_gui.gui.presenter.presenter",
    "lstm_gui.gui.quiz",
    "lstm_gui.gui.scenes",
    "lstm_gui.gui.simulator.both_directions",
    "lstm_gui.gui.simulator.compare",
    "lstm_gui.gui.simulator.gradients",
    "lstm_gui.gui.simulator.heat",
    "lstm_gui.gui.simulator.inputs",
    "lstm_gui.gui.simulator.origins",
    "lstm_gui.gui.simulator.timeline.bands",
    "lstm_gui.gui.simulator.timeline.ghost",
    "lstm_gui.gui.simulator.timeline.targets",
    "lstm_gui.gui.simulator.weights.maps",
    "lstm_gui.gui.statistics",
    "lstm_gui.gui.training.page",
    "lstm_gui.nets.kernels.compiling",
    "lstm_gui.quiz",
    "lstm_gui.simulator.compare",
    "lstm_gui.simulator.gradients",
    "lstm_gui.store",
    "lstm_gui.training",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "_hashlib",
    "concurrent.futures",
    "numba",
    "sqlite3",
    "ziamath",
)


def test_what_the_first_paint_does_not_need_is_not_imported(imported: list[str]) -> None:
    found = [
        name for name in imported for late in NOT_AT_FIRST if name == late or name.startswith(f"{late}.")
    ]
    assert found == []
