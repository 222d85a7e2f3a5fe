"""Where a run leaves the finite numbers it is said which, at which step, and why."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import MAX_MAGNITUDE, MAX_STEPS, Scene
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.stopped import stopped
from lstm_gui.simulator.update import set_value
from tests.simulator.gradients.scenes import drawn

EXPLODES = "relu-explodes"


def test_the_first_number_is_named_with_its_equation() -> None:
    frame = resolve(SimState.of(load(EXPLODES)))
    told = stopped(frame)
    assert told is not None
    assert np.isfinite(frame.arrays["h"][: told.step - 1]).all()
    assert not np.isfinite(frame.arrays["z_h"][told.step - 1]).any()
    assert told.sentence.startswith(f"z_h at t = {told.step} is beyond 1.8·10³⁰⁸")
    assert told.sentence.endswith("= ∞")
    assert not told.changed


def test_what_was_moved_can_be_taken_back() -> None:
    state = set_value(SimState.of(load(EXPLODES)), Quantity("U_h"), 0.5)
    assert stopped(resolve(state)) is None
    moved = set_value(SimState.of(load(EXPLODES)), Quantity("x", 2), 2.0)
    told = stopped(resolve(moved))
    assert told is not None
    assert told.changed


def test_infinity_less_infinity_is_no_number() -> None:
    scene = drawn(2, 1, MAX_STEPS, kind=Kind.of("rnn", activation="relu"))
    U = ((MAX_MAGNITUDE, -MAX_MAGNITUDE), (MAX_MAGNITUDE, MAX_MAGNITUDE))
    told = stopped(
        resolve(SimState.of(replace(scene, cell=scene.cell.with_arrays({"U_h": U}), overrides=())))
    )
    assert told is not None


@pytest.mark.parametrize("name", scene_names())
def test_no_other_bundled_scene_stops(name: str) -> None:
    assert (stopped(resolve(SimState.of(load(name)))) is not None) == (name == EXPLODES)


def _as_large_as_may_be(scene: Scene, sign: float) -> Scene:
    arrays = {
        given.name: tuple(tuple(sign * MAX_MAGNITUDE for _ in row) for row in scene.cell.array(given.name))
        for given in scene.cell.graph.parameters
    }
    inputs = tuple(tuple(MAX_MAGNITUDE for _ in row) for row in scene.inputs)
    states = tuple((MAX_MAGNITUDE,) * scene.cell.units for _ in scene.initial)
    return replace(scene, cell=scene.cell.with_arrays(arrays), inputs=inputs, initial=states, overrides=())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if graph_of(kind).bounded], ids=str)
@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_where_h_is_bounded_the_largest_weights_and_states_stay_finite(kind: Kind, sign: float) -> None:
    scene = _as_large_as_may_be(replace(drawn(16, 8, MAX_STEPS, kind=kind), step=1), sign)
    assert all(np.isfinite(array).all() for array in resolve(SimState.of(scene)).arrays.values())
