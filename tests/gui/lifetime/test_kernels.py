"""The compiled kernels come aside once the tab of gradients is shown; the app ends without them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.lifetime.kernels import PROGRAM, KernelFetch
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.settings import Settings
from lstm_gui.simulator.gradients import kernels

pytest.importorskip("numba", reason="2026-11-23: numba is not made for this Python; nothing can be fetched")


@pytest.fixture(autouse=True)
def _none_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "_fetched", set())


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveSettings]:
    made = LiveSettings(tmp_path, Settings(tab="cell"))
    yield made
    made.save_now()


def test_the_first_look_at_gradients_fetches_them(qtbot: QtBot, live: LiveSettings) -> None:
    fetch = KernelFetch(live)
    assert not kernels.are_fetched("lstm")
    with qtbot.waitSignal(fetch.fetched, timeout=120_000):  # where they were never compiled
        live.change(tab="gradients")
    assert all(kernels.are_fetched(family) for family in kernels.KINDS)
    fetch.stop()
    fetch.stop()


def test_it_can_end_while_they_are_compiled(live: LiveSettings) -> None:
    live.change(tab="gradients")
    fetch = KernelFetch(live)
    fetch.stop()
    assert not kernels.are_fetched("lstm")


def test_a_compiler_that_fails_is_told_to_the_log_alone(
    qtbot: QtBot, live: LiveSettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("lstm_gui.gui.lifetime.kernels.PROGRAM", "lstm_gui.there_is_no_such_program")
    fetch = KernelFetch(live)
    with caplog.at_level("INFO"):
        live.change(tab="gradients")
        qtbot.waitUntil(lambda: "there are no kernels" in caplog.text)
    assert "there_is_no_such_program" in caplog.text
    fetch.stop()


def test_the_compiler_says_whether_they_are_kept_and_loads_no_window() -> None:
    source = f"import sys, {PROGRAM}; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert subprocess.run([sys.executable, "-m", PROGRAM], timeout=300, check=False).returncode == 0
