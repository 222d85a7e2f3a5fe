"""The state of the simulator: the scene as it now stands and the scene it came from."""

from dataclasses import dataclass, field, replace

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.gradients.settings import GradientSettings


@dataclass(frozen=True, slots=True)
class SimState:
    """Everything the simulator shows follows from this. Reset goes back to `origin`."""

    scene: Scene
    origin: Scene
    gradients: GradientSettings = field(default_factory=GradientSettings)
    unit: int = 0  # the unit whose numbers are shown, and
    source: int = 0  # the input, both counted from 0

    @classmethod
    def of(cls, scene: Scene) -> "SimState":
        """The state in which a scene opens."""
        return cls(scene, scene)

    @property
    def changed(self) -> bool:
        """Whether anything was moved since the scene was opened, the step shown aside."""
        return self.scene_changed or self.gradients != GradientSettings()

    @property
    def scene_changed(self) -> bool:
        """Whether anything of the scene itself was moved, the step shown aside."""
        return _compared(self.scene) != _compared(self.origin)


def scene_to_save(state: SimState) -> Scene:
    """The scene as it goes into a file: with its caption only while that still holds, that is, unchanged."""
    return replace(state.scene, caption="") if state.scene_changed else state.scene


def _compared(scene: Scene) -> Scene:
    """The scene with what makes no difference made equal: the step shown, the order of overrides."""
    return replace(scene, step=1, overrides=tuple(sorted(scene.overrides)))
