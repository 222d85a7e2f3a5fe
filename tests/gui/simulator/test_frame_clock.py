"""The first request goes through at once, the rest of a frame as one."""

from functools import partial

from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.frame_clock import FrameClock


def test_requests_within_a_frame_become_one(qtbot: QtBot) -> None:
    clock = FrameClock()
    shown: list[str] = []
    clock.request(lambda: shown.append("first"))
    assert shown == ["first"]
    for n in range(5):
        clock.request(partial(shown.append, f"later {n}"))
    assert shown == ["first"]
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown[1] == "later 4"
    qtbot.waitUntil(lambda: not clock._timer.isActive())


def test_a_request_from_within_an_update_waits_for_the_next_frame(qtbot: QtBot) -> None:
    clock = FrameClock()
    shown: list[int] = []

    def update() -> None:
        shown.append(len(shown))
        if len(shown) < 3:
            clock.request(update)

    clock.request(update)
    assert shown == [0]
    qtbot.waitUntil(lambda: shown == [0, 1, 2])
    qtbot.waitUntil(lambda: not clock._timer.isActive())
