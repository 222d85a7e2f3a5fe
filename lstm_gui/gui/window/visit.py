"""Going to the scene of a card and coming back to the state one had."""

from collections.abc import Callable

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.state import SimState


class SceneVisit:
    """Remembers the state a person left when they went to look at a card's scene.

    The visit is over when they come back, or when another scene was opened meanwhile.
    """

    def __init__(self, controller: Controller, load: Callable[[str], Scene]) -> None:
        """`load(name)` gives a bundled scene, or raises FileRefused."""
        self._controller = controller
        self._load = load
        self._own: SimState | None = None
        self._name = ""
        self._scene: Scene | None = None

    @property
    def scene_name(self) -> str:
        """The scene visited now, or ""."""
        here = self._scene is not None and self._controller.state.origin == self._scene
        return self._name if here else ""

    def toggle(self, name: str, back_label: str, scene: Scene | None = None) -> None:
        """Go to the scene `name`, or back when one is there. Raises FileRefused, and nothing changes then.

        One that does not ship is given as `scene`. From one card's scene to another's the state to come back
        to stays the person's own. `back_label` is what the undo step of coming back is called.
        """
        if self.scene_name and name in ("", self.scene_name):
            self._back(back_label)
            return
        scene = scene or self._load(name)
        if not self.scene_name:
            self._own = self._controller.state
        self._name, self._scene = name, scene
        self._controller.open(scene)

    def _back(self, label: str) -> None:
        own, self._own, self._name, self._scene = self._own, None, "", None
        if own is not None:
            self._controller.go_to(own, label)
