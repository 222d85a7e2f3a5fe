"""Turns to the tab that a scene asks for, and back once a scene is shown that asks for none.

A scene that is opened while the training lab is shown asks for the simulator at least: for the cell.
"""

from collections.abc import Callable

from lstm_gui.lessons.scene import Scene
from lstm_gui.settings import SCENE_TABS
from lstm_gui.simulator.controller import Controller


class SceneTab:
    """Follows a controller; undo and the way back from a visit are followed like any other opening.

    The scene that is there at the start changes nothing: the tab is the one that the person left.
    """

    def __init__(
        self, controller: Controller, tab: Callable[[], str], turn_to: Callable[[str], None]
    ) -> None:
        """`tab()` is the one that is shown; `turn_to(name)` shows another."""
        self._controller, self._tab, self._turn_to = controller, tab, turn_to
        self._origin: Scene | None = None
        self._left = ""  # the tab that the person was taken away from, and
        self._taken_to = ""  # the one that a scene asked for
        controller.on_change.append(self._follow)

    def _follow(self) -> None:
        origin = self._controller.state.origin
        if origin is self._origin:
            return
        first, self._origin = self._origin is None, origin
        if not first:
            self._show(origin.shown.tab, self._tab())

    def _show(self, asked: str, here: str) -> None:
        if not asked and here not in SCENE_TABS:
            self._turn_to(SCENE_TABS[0])
            return
        stayed = bool(self._left) and here == self._taken_to
        if asked and asked != here:
            self._left, self._taken_to = self._left if stayed else here, asked
            self._turn_to(asked)
        elif not asked and stayed:
            back, self._left = self._left, ""
            self._turn_to(back)
