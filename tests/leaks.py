"""What a test must not leave behind: threads, top-level widgets, running timers."""

import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

GRACE = 20.0  # seconds a thread that was told to stop may take to end


@contextmanager
def no_thread_left() -> Iterator[None]:
    """Fail when a thread that was started inside still runs at the end."""
    before = set(threading.enumerate())
    yield
    started = set(threading.enumerate()) - before
    for thread in started:
        thread.join(GRACE)
    left = sorted(thread.name for thread in started if thread.is_alive())
    assert not left, f"the test left threads running: {left}"


@contextmanager
def no_widget_left() -> Iterator[None]:
    """Fail when a top-level widget that was made inside is still there at the end."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    names = sorted(f"{type(widget).__name__} {widget.objectName()!r}" for widget in left)
    for widget in left:  # or every test that follows is blamed as well
        widget.close()
        widget.deleteLater()
    assert not names, f"the test left top-level widgets (give them to qtbot.addWidget): {names}"


@contextmanager
def no_timer_left(monkeypatch: Any) -> Iterator[None]:
    """Fail when a QTimer that was started inside by Python still runs at the end."""
    import shiboken6
    from PySide6.QtCore import QTimer

    started: list[weakref.ref[QTimer]] = []
    start = QTimer.start

    def start_and_remember(timer: QTimer, *arguments: Any) -> None:
        started.append(weakref.ref(timer))
        start(timer, *arguments)

    monkeypatch.setattr(QTimer, "start", start_and_remember)
    yield
    timers = {timer for timer in (reference() for reference in started) if timer is not None}
    alive = (timer for timer in timers if shiboken6.isValid(timer))  # type: ignore[no-untyped-call]
    running = [timer for timer in alive if timer.isActive()]
    names = sorted(f"{timer.objectName()!r} every {timer.interval()} ms" for timer in running)
    for timer in running:
        timer.stop()
    assert not names, f"the test left timers running: {names}"
