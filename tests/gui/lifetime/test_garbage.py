"""What is garbage dies on the GUI thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.lifetime.garbage import GarbageClock


class Cycle:
    """Something that only the collector can free, and that says on which thread it died."""

    def __init__(self, died: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: died.append(threading.get_ident()))


@pytest.fixture
def clock(qapp: QApplication) -> Iterator[GarbageClock]:
    made = GarbageClock(qapp)
    yield made
    made.stop()
    made.deleteLater()


def make_garbage(died: list[int]) -> None:
    """More than any threshold, without an end."""
    for _ in range(20_000):
        Cycle(died)


def test_no_other_thread_collects(clock: GarbageClock) -> None:
    died: list[int] = []
    worker = threading.Thread(target=make_garbage, args=(died,))
    worker.start()
    worker.join()
    assert died == []
    clock.collect()
    assert set(died) == {threading.get_ident()}
    assert len(died) == 20_000


@pytest.mark.parametrize("before", [True, False])
def test_afterwards_it_is_as_it_was(qapp: QApplication, before: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if before else gc.disable)()
        clock = GarbageClock(qapp)
        assert not gc.isenabled()
        clock.stop()
        clock.deleteLater()
        assert gc.isenabled() == before
    finally:
        (gc.enable if was else gc.disable)()
