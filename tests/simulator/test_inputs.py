"""The whole input at once: sequences take the place of what was read, strokes change what they touch."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import MAX_STEPS, Override, Scene
from lstm_gui.lessons.scene_file import MAX_SEED, parse_scene, scene_to_json
from lstm_gui.sequences.presets import BY_ID, PRESETS, SEEDED
from lstm_gui.sequences.sequence import InputSequence, signal
from lstm_gui.simulator.inputs import draw, fits, next_seed, set_preset, set_sequence
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, reset, set_length, set_value
from tests.simulator.scenes import plain_scene, scenes

ONE_NUMBER = [preset.id for preset in PRESETS if preset.width == 1]


def state_of(scene: Scene | None = None) -> SimState:
    return SimState.of(scene or plain_scene())


@given(scenes(), st.lists(st.floats(-3, 3), min_size=1, max_size=12), st.data())
def test_one_number_a_step_becomes_the_input_shown(
    scene: Scene, values: list[float], data: st.DataObject
) -> None:
    source = data.draw(st.integers(0, scene.cell.inputs - 1))
    after = set_sequence(look_at(state_of(scene), 0, source), signal(values)).scene
    padded = scene.inputs + ((0.0,) * scene.cell.inputs,) * len(values)
    for row, before, value in zip(after.inputs, padded, values, strict=False):
        assert row[source] == value
        assert [*row[:source], *row[source + 1 :]] == [*before[:source], *before[source + 1 :]]
    assert after.steps == len(values)
    assert all(override.step <= after.steps for override in after.overrides)
    assert 1 <= after.step <= after.steps
    assert (after.cell, after.seed, after.title) == (scene.cell, scene.seed, scene.title)


def test_several_numbers_a_step_need_as_many_inputs() -> None:
    wide = InputSequence(((1.0, 2.0), (3.0, 4.0)))
    with pytest.raises(ValueError, match="reads 1 numbers a step, not 2"):
        set_sequence(state_of(), wide)


@given(scenes())
def test_as_many_numbers_as_inputs_replace_all(scene: Scene) -> None:
    rows = tuple((0.5,) * scene.cell.inputs for _ in range(4))
    assert set_sequence(state_of(scene), InputSequence(rows)).scene.inputs == rows


def test_no_more_steps_are_read_than_a_scene_holds() -> None:
    long = signal([1.0] * (MAX_STEPS + 9), labels=("a",) * (MAX_STEPS + 9))
    after = set_sequence(state_of(), long).scene
    assert (after.steps, len(after.labels)) == (MAX_STEPS, MAX_STEPS)


def test_a_shorter_sequence_takes_the_step_and_what_stood_behind_it_along() -> None:
    scene = replace(plain_scene(), overrides=(Override(2, "c", 0, 0.5), Override(9, "c", 0, 0.5)), step=7)
    after = set_sequence(state_of(scene), signal([1, 2, 3])).scene
    assert (after.step, after.overrides) == (3, (Override(2, "c", 0, 0.5),))
    assert reset(set_sequence(state_of(scene), signal([1]))).scene == scene


@given(st.dictionaries(st.integers(-2, 15), st.floats(), max_size=20))
def test_a_stroke_changes_the_steps_it_touches(values: dict[int, float]) -> None:
    state = state_of()
    after = draw(state, values).scene
    for step in range(1, 13):
        value, before = after.inputs[step - 1][0], state.scene.inputs[step - 1][0]
        wanted = values.get(step, before)
        assert value == (before if wanted != wanted else max(-3.0, min(3.0, wanted)))
    assert replace(after, inputs=state.scene.inputs) == state.scene


def test_a_stroke_is_drawn_over_the_input_shown() -> None:
    state = look_at(state_of(wide_scene(3)), 0, 1)
    assert draw(state, {1: 0.5}).scene.inputs[:2] == ((0.0, 0.5, 0.0), (0.0, 0.0, 0.0))


def test_a_stroke_reaches_as_far_as_an_input_stands() -> None:
    state = state_of(replace(plain_scene(), inputs=((0.0,), (40.0,), (0.0,))))
    assert draw(state, {1: 60.0}).scene.inputs[0] == (50.0,)


@given(scenes(), st.sampled_from(ONE_NUMBER), st.integers(1, MAX_STEPS), st.integers(0, MAX_SEED))
def test_a_preset_is_as_long_as_the_scene(scene: Scene, preset: str, steps: int, seed: int) -> None:
    longer = replace(set_length(state_of(scene), steps).scene, seed=seed)
    assert fits(longer, preset)
    after = set_preset(SimState.of(longer), preset).scene
    assert after.steps == max(steps, BY_ID[preset].least)
    assert after.drawn_as == (preset if BY_ID[preset].seeded else "")
    assert [row[:1] for row in after.inputs] == list(BY_ID[preset].make(after.steps, seed).inputs)


def wide_scene(inputs: int) -> Scene:
    """A scene whose cell has as many inputs; it need not run."""
    plain = plain_scene()
    return replace(plain, cell=replace(plain.cell, inputs=inputs), inputs=((0.0,) * inputs,) * 12)


@pytest.mark.parametrize("preset", [row.id for row in PRESETS if row.width > 1])
def test_a_preset_of_many_inputs_needs_as_many(preset: str) -> None:
    assert not fits(plain_scene(), preset)
    scene = wide_scene(BY_ID[preset].width)
    assert fits(scene, preset)
    assert len(set_preset(SimState.of(scene), preset).scene.inputs[0]) == BY_ID[preset].width


@given(st.sampled_from(SEEDED), st.integers(0, MAX_SEED))
def test_another_seed_draws_another_input_of_the_same_kind(preset: str, seed: int) -> None:
    scene = replace(wide_scene(BY_ID[preset].width), seed=seed)
    after = next_seed(set_preset(SimState.of(scene), preset))
    wrapped = (seed + 1) % (MAX_SEED + 1)
    assert (after.scene.seed, after.scene.drawn_as) == (wrapped, preset)
    assert after.scene.inputs == set_preset(SimState.of(replace(scene, seed=wrapped)), preset).scene.inputs


def test_a_moved_dot_does_not_hide_where_the_input_came_from() -> None:
    state = set_preset(state_of(), "noise")
    moved = set_value(state, Quantity("x", 3), 0.5)
    assert resolve(moved).timeline.seeded
    assert next_seed(moved).scene == next_seed(state).scene
    assert not resolve(set_sequence(moved, signal([1.0]))).timeline.seeded


def test_what_no_seed_drew_has_no_next_seed() -> None:
    state = state_of()
    assert next_seed(state) == state
    assert not resolve(state).timeline.seeded
    elsewhere = state_of(replace(plain_scene(), drawn_as="adding"))
    assert next_seed(elsewhere) == elsewhere, "a file may say so of a cell that has not the inputs"


def test_a_string_has_the_length_its_seed_decides() -> None:
    state = set_preset(state_of(wide_scene(7)), "embedded_reber")
    lengths = set()
    for _ in range(40):
        state = next_seed(state)
        lengths.add(state.scene.steps)
    assert max(lengths) > 12


def test_steps_keep_their_names_until_they_are_moved() -> None:
    state = set_preset(state_of(plain_scene(4, 1)), "a_n_b_n")
    assert state.scene.labels == ("a", "a", "b", "b")
    assert resolve(state).timeline.labels == state.scene.labels
    assert set_value(state, Quantity("x", 2), 0.5).scene.labels == ("a", "", "b", "b")
    assert draw(state, {1: 0.0, 4: 0.0}).scene.labels == ("", "a", "b", "")
    assert set_length(state, 2).scene.labels == ("a", "a")
    assert set_length(state, 5).scene.labels == ("a", "a", "b", "b", "")
    assert draw(state, dict.fromkeys(range(1, 5), 0.0)).scene.labels == ()
    alone = set_length(set_sequence(state_of(), signal([1, 1], ("a", ""))), 1)
    assert set_value(alone, Quantity("x", 1), 0.5).scene.labels == ()


def test_names_of_steps_come_back_with_them() -> None:
    named = set_preset(state_of(plain_scene(4, 1)), "a_n_b_n").scene
    short = set_length(SimState.of(named), 2)
    assert set_length(short, 4).scene == named


def test_names_of_steps_are_kept_in_the_file() -> None:
    named = set_preset(state_of(plain_scene(4, 1)), "a_n_b_n").scene
    assert parse_scene(scene_to_json(named), "named") == named
    drawn = set_preset(state_of(), "random_bits").scene
    assert parse_scene(scene_to_json(drawn), "drawn") == drawn
    assert not {"labels", "drawn_as"} & set(json.loads(scene_to_json(plain_scene())))
