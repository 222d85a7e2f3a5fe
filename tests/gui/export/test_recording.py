"""A play-through becomes a file, step by step, while the window lives; stopped half-way it leaves nothing."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.export import recording
from lstm_gui.gui.export.recording import Order, Recording, painted
from lstm_gui.gui.jobs import Progress
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.state import SimState

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (300, 200)


def order(last: int = 4, tab: str = "cell", rate: float = 4.0) -> Order:
    """The first steps of a scene, small."""
    return Order(SimState.of(load("remember")), SIZE, 1, last, rate, tab=tab)


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    """Whoever the recordings belong to."""
    made = QObject(qapp)
    yield made
    for each in made.findChildren(Recording):
        each.cancel()
    made.deleteLater()


def frames_in(path: Path) -> list[np.ndarray]:
    with Image.open(path) as image:
        return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]


@pytest.mark.parametrize("tab", ["cell", "gradients"])
def test_each_step_is_a_frame_and_the_frames_differ(tab: str) -> None:
    frames = [frame for frame in painted(order(3, tab)) if frame is not None]
    assert len(frames) == 3
    assert len(set(frames)) == 3
    assert {len(frame) for frame in frames} == {SIZE[0] * SIZE[1] * 4}


def test_a_recording_left_half_way_leaves_no_page() -> None:
    before = set(QApplication.topLevelWidgets())
    work = painted(order())
    for _ in range(6):
        next(work)
    assert set(QApplication.topLevelWidgets()) != before
    work.close()
    assert set(QApplication.topLevelWidgets()) == before


@pytest.mark.parametrize("ending", ["gif", "apng", "webp"])
def test_a_file_holds_every_step(qtbot: QtBot, owner: QObject, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"play.{ending}"
    made = Recording(order(), path, owner)
    told: list[tuple[int, int]] = []
    made.progressed.connect(lambda progress: told.append((progress.done, progress.total)))
    sizes: list[int] = []
    made.succeeded.connect(sizes.append)
    with qtbot.waitSignal(made.ended):
        made.start()
    assert sizes == [path.stat().st_size]
    assert not made.running
    frames = frames_in(path)
    assert [frame.shape for frame in frames] == [(200, 300, 3)] * 4
    assert told == sorted(told)
    assert told[-1][1] == 8


def test_the_window_lives_between_the_pieces(qtbot: QtBot, owner: QObject, tmp_path: Path) -> None:
    """Whatever else waits for the thread of the window gets it many times while one page is painted."""
    made = Recording(order(2), tmp_path / "play.gif", owner)
    turns: list[int] = []
    made._next.timeout.connect(lambda: turns.append(1))
    with qtbot.waitSignal(made.ended):
        made.start()
    assert len(turns) > 2 * 10


@pytest.mark.parametrize("when", ["while it draws", "while it writes"])
def test_cancelled_half_way_it_leaves_nothing(
    qtbot: QtBot, owner: QObject, tmp_path: Path, when: str
) -> None:
    kept = tmp_path / "play.gif"
    kept.write_bytes(b"kept")
    made = Recording(order(8), kept, owner)
    enough = 3 if when == "while it draws" else 8

    def stop(progress: object) -> None:
        assert isinstance(progress, Progress)
        if progress.done >= enough:
            made.cancel()

    made.progressed.connect(stop)
    made.succeeded.connect(lambda _size: pytest.fail("it was cancelled"))
    with qtbot.waitSignal(made.ended):
        made.start()
    assert not made.running
    assert [path.name for path in tmp_path.iterdir()] == ["play.gif"]
    assert kept.read_bytes() == b"kept"


def test_a_full_disk_is_told_and_leaves_nothing(
    qtbot: QtBot, owner: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recording, "write_durably", full)
    made = Recording(order(2), tmp_path / "play.gif", owner)
    told: list[Exception] = []
    made.failed.connect(told.append)
    with qtbot.waitSignal(made.ended):
        made.start()
    assert "No space left" in str(told[0])
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_ends_it_too(
    qtbot: QtBot, owner: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_size: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(recording, "blank", broken)
    made = Recording(order(2), tmp_path / "play.gif", owner)
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(made.ended):
        made.start()
    assert [kind for kind, _, _ in faults] == [ZeroDivisionError]
    assert not made.running
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_does_not_fit_into_memory_is_told(
    qtbot: QtBot, owner: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_size: object) -> None:
        raise OSError("a picture of 300 × 200 does not fit into memory")

    monkeypatch.setattr(recording, "blank", none)
    made = Recording(order(2), tmp_path / "play.gif", owner)
    told: list[Exception] = []
    made.failed.connect(told.append)
    with qtbot.waitSignal(made.ended):
        made.start()
    assert "memory" in str(told[0])
