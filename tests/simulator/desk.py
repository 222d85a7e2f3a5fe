"""A controller on a desk: views that only remember, and frames that come when the test says so."""

from collections.abc import Callable
from typing import Any

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.audience import PART_NAMES
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.simulator.scenes import plain_scene

BIAS = Quantity("b_f")
X3 = Quantity("x", 3)


class Frames:
    """Asks for frames are kept until `due` lets the frame come."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, callback: Callable[[], None]) -> None:
        self.waiting.append(callback)

    def due(self) -> int:
        """Let the frame come; how many callbacks waited for it."""
        waiting, self.waiting = self.waiting, []
        for callback in waiting:
            callback()
        return len(waiting)


class RecordingView:
    """Remembers every part it was shown."""

    def __init__(self, shown: bool = True) -> None:
        self.shown = shown
        self.parts: list[Any] = []

    def show_part(self, part: Any) -> None:
        self.parts.append(part)

    def is_shown(self) -> bool:
        return self.shown


class Desk:
    """A controller with a scene open and a recording view on every part."""

    def __init__(self, scene: Scene | None = None) -> None:
        self.frames = Frames()
        self.controller = Controller(self.frames)
        self.views = {name: RecordingView() for name in PART_NAMES}
        for name, view in self.views.items():
            self.controller.attach(name, view)
        self.controller.open(scene or plain_scene())
        self.frames.due()
        self.forget()

    def forget(self) -> None:
        for view in self.views.values():
            view.parts.clear()

    def touched(self) -> set[str]:
        """The views that were set since the last `forget`."""
        return {name for name, view in self.views.items() if view.parts}
