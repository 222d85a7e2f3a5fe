"""A caption and the check of what it says, and a scene of one unit run with steps counted as in captions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState

Curve = NDArray[np.float64]

CAPTIONS: dict[str, str] = {}  # name of a scene -> the caption that a test checks


@dataclass(frozen=True, eq=False)
class Run:
    """Every quantity at t = 1 … T; at index 0 stands the start of c and h, and NaN for the others."""

    scene: Scene
    x: Curve
    f: Curve
    i: Curve
    g: Curve
    o: Curve
    c: Curve
    h: Curve

    @classmethod
    def of(cls, scene: Scene) -> "Run":
        """Run a scene of one input and one unit."""
        trace = resolve(SimState.of(scene)).trace
        gates = {name: _after(np.nan, trace.quantities[name]) for name in "figo"}
        return cls(
            scene=scene,
            x=_after(np.nan, trace.x),
            c=_after(scene.initial_c[0], trace.quantities["c"]),
            h=_after(scene.initial_h[0], trace.h),
            **gates,
        )


def _after(start: float, curve: FloatArray) -> Curve:
    return np.array([start, *curve[:, 0, 0]], dtype=np.float64)


Check = Callable[[Run], None]
SceneCheck = Callable[[Scene], None]


def claim(name: str, *sentences: str) -> Callable[[Check], Callable[[], None]]:
    """Make a test of a check: the scene's caption is these sentences, and the check holds on its run."""
    return lambda check: claim_of_scene(name, *sentences)(lambda scene: check(Run.of(scene)))


def claim_of_scene(name: str, *sentences: str) -> Callable[[SceneCheck], Callable[[], None]]:
    """The same for a scene of any size: the check gets the scene."""

    def register(check: SceneCheck) -> Callable[[], None]:
        assert name not in CAPTIONS, f"{name} is checked twice"
        CAPTIONS[name] = " ".join(sentences)

        def the_caption_is_true() -> None:
            scene = load(name)
            assert scene.caption == CAPTIONS[name]
            check(scene)

        return the_caption_is_true

    return register


def with_inputs(scene: Scene, inputs: Sequence[float]) -> Scene:
    """The same cell and start on another sequence."""
    return replace(scene, inputs=tuple((float(x),) for x in inputs), step=1)


def with_start(scene: Scene, c: float) -> Scene:
    """The same scene from another cell state."""
    return scene.starting("c", (c,))


def curves(scene: Scene) -> dict[str, Curve]:
    """Every quantity of a scene of any cell, (1 + T, units), at t = 1 … T; at index 0 stands NaN."""
    arrays = resolve(SimState.of(scene)).arrays
    return {name: np.vstack([np.full((1, rows.shape[1]), np.nan), rows]) for name, rows in arrays.items()}
