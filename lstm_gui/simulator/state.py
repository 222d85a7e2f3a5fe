"""The state of the simulator: the scene as it now stands and the scene it came from."""

from dataclasses import dataclass, field, replace

from lstm_gui.lessons.comparison import Comparison
from lstm_gui.lessons.comparison_file import to_save
from lstm_gui.lessons.gradient_settings import GradientSettings
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.shown import Shown
from lstm_gui.settings import SCENE_TABS
from lstm_gui.simulator.made import Made
from lstm_gui.simulator.remembered import Remembered


@dataclass(frozen=True, slots=True)
class SimState:
    """Everything the simulator shows follows from this. Reset goes back to `origin`."""

    scene: Scene
    origin: Scene
    gradients: GradientSettings = field(default_factory=GradientSettings)
    unit: int = 0  # the unit whose numbers are shown, and
    source: int = 0  # the input, both counted from 0
    remembered: Remembered = field(default_factory=Remembered)  # of cells that this one took the place of
    looks_back: bool = False  # whether the cell looked at is the one that reads from the end
    compare: Comparison = field(default_factory=Comparison)  # the cells beside it; they outlive a reset
    made: Made | None = None  # what the input was made as, though some of it may have been moved since

    @classmethod
    def of(cls, scene: Scene) -> "SimState":
        """The state in which a scene opens."""
        shown = scene.shown
        back = shown.backward and scene.backward is not None
        opened = cls(scene, scene, shown.gradients, shown.unit, shown.source, compare=scene.compare)
        return replace(opened, looks_back=back)

    @property
    def changed(self) -> bool:
        """Whether anything was moved since the scene was opened, the step shown aside."""
        return self.scene_changed or self.gradients != self.origin.shown.gradients

    @property
    def scene_changed(self) -> bool:
        """Whether anything of the scene itself was moved, the step shown aside."""
        return _compared(self.scene) != _compared(self.origin)


def scene_to_save(state: SimState, tab: str = "") -> Scene:
    """The scene as it goes into a file: with what is looked at in that tab of settings.SCENE_TABS.

    Its caption stays only while what it claims still holds, that is, while nothing of the scene was changed.
    """
    scene = state.scene
    asked = scene.shown.tab
    if tab != SCENE_TABS[0] or asked:  # else the scene opens in whichever tab one is, as most do
        asked = tab or asked
    shown = Shown(asked, state.unit, state.source, state.gradients, state.looks_back)
    beside = to_save(state.compare, scene)
    caption = "" if state.scene_changed else scene.caption
    return replace(scene, shown=shown, compare=beside, caption=caption)


def _compared(scene: Scene) -> Scene:
    """The scene with what makes no difference made equal: the step shown, the order of overrides."""
    back = scene.backward
    if back is not None:
        back = replace(back, overrides=tuple(sorted(back.overrides)))
    return replace(scene, step=1, overrides=tuple(sorted(scene.overrides)), backward=back)
