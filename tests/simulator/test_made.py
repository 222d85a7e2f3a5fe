"""What the input was made as: its settings, what the task asks, and when that no longer holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import Scene
from lstm_gui.sequences.presets import BY_ID, PRESETS, Preset
from lstm_gui.simulator.inputs import made_as, next_seed, set_preset, set_sequence, settings_of
from lstm_gui.simulator.made import Asked, Made, asked_of
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, set_length, set_value
from tests.graph.kinds import drawn_scene

WITH_TARGETS = ("parity", "a_n_b_n", "adding", "embedded_reber", "copy", "temporal_order")


def state_for(preset: str, steps: int = 24) -> SimState:
    scene = drawn_scene(Kind.of("rnn"), 1, BY_ID[preset].width, 1, steps)
    return SimState.of(replace(scene, overrides=()))


def asked(state: SimState) -> tuple[Asked, ...]:
    return resolve(state).timeline.asked


@pytest.mark.parametrize("preset", [row.id for row in PRESETS])
def test_a_task_asks_what_it_should(preset: str) -> None:
    state = set_preset(state_for(preset), preset)
    found, targets = asked(state), BY_ID[preset].make(state.scene.steps, 0).targets
    assert bool(found) == bool(targets) == (preset in WITH_TARGETS)
    assert [one.step for one in found] == [n for n, target in enumerate(targets, 1) if target is not None]
    assert {(one.value is None) for one in found} <= {preset not in ("parity", "adding")}


def test_answers_are_said_in_their_own_words() -> None:
    parity = set_preset(state_for("parity"), "parity")
    assert {one.text for one in asked(parity)} == {"0", "1"}
    assert [one.value for one in asked(parity)] == [float(one.text) for one in asked(parity)]
    string = set_preset(state_for("a_n_b_n", 4), "a_n_b_n")
    assert [one.text for one in asked(string)] == ["a|b", "a|b", "b", "end"]
    copied = set_preset(state_for("copy", 8), "copy").scene
    assert [one.text for one in asked_of(copied, Made("copy"))] == list(copied.labels[:2])


@pytest.mark.parametrize("preset", WITH_TARGETS)
def test_nothing_is_asked_once_the_input_is_another(preset: str) -> None:
    state = set_preset(state_for(preset), preset)
    assert asked(set_value(state, Quantity("x", 1), 0.25)) == ()
    if preset != "parity":  # of which any beginning asks the same
        assert asked(set_length(state, state.scene.steps - 1)) == ()
        assert asked(set_length(state, 1)) == ()
    assert set_sequence(state, BY_ID[preset].make(30, 1)).made is None
    back = set_value(set_value(state, Quantity("x", 1), 0.25), Quantity("x", 1), state.scene.inputs[0][0])
    assert asked(back) == asked(state)


def test_a_scene_says_itself_what_it_was_drawn_as() -> None:
    state = set_preset(state_for("parity"), "parity")
    opened = SimState.of(state.scene)
    assert asked(opened) == asked(state)
    assert made_as(opened) == Made("parity")
    assert made_as(SimState.of(replace(state.scene, drawn_as=""))) is None
    wide = SimState.of(replace(state.scene, drawn_as="adding"))
    assert (made_as(wide), next_seed(wide)) == (None, wide)


def test_one_of_several_inputs_poses_a_task_alone() -> None:
    scene = replace(drawn_scene(Kind.of("rnn"), 1, 3, 1, 9), overrides=())
    state = set_preset(look_at(SimState.of(scene), 0, 2), "parity")
    assert len(asked(state)) == 9
    assert len(asked(look_at(state, 0, 0))) == 9
    fewer = replace(state.scene, cell=replace(state.scene.cell, inputs=2))
    assert asked_of(fewer, state.made) == ()


@given(st.sampled_from([row for row in PRESETS if row.settings]), st.data())
def test_every_setting_stays_within_its_limits(preset: Preset, data: st.DataObject) -> None:
    setting = data.draw(st.sampled_from(preset.settings))
    number = data.draw(st.floats(-1000, 1000))
    state = set_preset(state_for(preset.id), preset.id, {setting.name: number})
    assert settings_of(state)[setting.name] == setting.hold(number)
    assert setting.low <= setting.hold(number) <= setting.high
    assert state.scene.steps <= 256
    if preset.seeded:
        assert settings_of(next_seed(state)) == settings_of(state)


def test_settings_change_what_is_read() -> None:
    long = set_preset(state_for("a_n_b_n", 4), "a_n_b_n", {"n": 20})
    assert (long.scene.steps, len(asked(long))) == (40, 40)
    gap = set_preset(state_for("copy", 12), "copy", {"symbols": 3, "gap": 9})
    assert (gap.scene.steps, [one.step for one in asked(gap)]) == (15, [13, 14, 15])
    sine = set_preset(state_for("sine", 12), "sine", {"period": 4, "size": 2})
    assert [round(row[0]) for row in sine.scene.inputs[:4]] == [0, 2, 0, -2]
    assert settings_of(state_for("sine")) == {}


def test_the_axis_of_h_reaches_as_far_as_what_is_asked() -> None:
    quiet = state_for("adding")
    cell = quiet.scene.cell
    arrays = tuple(tuple((0.0,) * len(row) for row in rows) for rows in cell.arrays)
    state = SimState.of(replace(quiet.scene, cell=replace(cell, arrays=arrays)))
    part = resolve(set_preset(state, "adding")).timeline
    assert part.asked[0].value is not None
    assert 1 < part.asked[0].value <= part.c_limit == 2


def test_inputs_are_named_after_the_symbols() -> None:
    assert set_preset(state_for("adding"), "adding").scene.names.inputs == ("value", "mark")
    assert set_preset(state_for("sine"), "sine").scene.names.inputs == ()


def test_odd_strings_end_in_silence() -> None:
    scene: Scene = set_preset(state_for("a_n_b_n", 5), "a_n_b_n").scene
    assert (scene.inputs[-1], scene.labels[-1]) == ((0.0,), "")
