"""What is said of the gradients is what the numbers are."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.simulator.gradients.numbers import table
from lstm_gui.gui.simulator.gradients.powers import power_text, share_text, size_text
from lstm_gui.gui.simulator.gradients.words import depth_words, notes, story
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.gradients.edit import with_forget_bias, with_recurrent_weight
from lstm_gui.simulator.gradients.frame import GradientCurves
from lstm_gui.simulator.gradients.resolve import resolve_gradients
from lstm_gui.simulator.gradients.settings import GradientSettings
from tests.simulator.both_ways import plain_both_ways
from tests.simulator.gradients.scenes import drawn, exploding, pulse

PLAIN = GradientSettings()


def curves_of(scene: Scene, settings: GradientSettings = PLAIN) -> GradientCurves:
    return resolve_gradients(scene, settings).curves


def said(scene: Scene, settings: GradientSettings = PLAIN) -> str:
    return " ".join(story(curves_of(scene, settings)))


def test_the_first_sight_says_why_the_rnn_forgets() -> None:
    """The scene that a person sees first, at the step at which it opens."""
    words = said(load("remember"))
    assert words.startswith("The RNN forgets because each step back multiplies its gradient by about 0.43")
    assert "(recurrent weight 0.50 × slope 0.87): 4 steps back only 3.5 % of it is left." in words


@given(st.floats(0.05, 0.95), st.integers(2, 40))
def test_the_factor_said_is_weight_times_slope(weight: float, steps: int) -> None:
    curves = curves_of(with_recurrent_weight(pulse(steps), round(weight, 2)))
    rnn = curves.cells[0]
    words = story(curves)[0]
    assert f"by about {size_text(rnn.reach.factor)}" in words
    if rnn.reach.depth is not None and rnn.reach.depth > 1:
        assert f"{rnn.reach.depth} steps back less than 1 %" in words
        h = rnn.states["h"]
        assert h[-1 - rnn.reach.depth] < 0.01 * h[-1] <= h[-rnn.reach.depth]


@pytest.mark.parametrize(
    ("scene", "rnn", "lstm"),
    [
        ("gradients-vanishing", "21 steps back less than 1 %", "39 steps back 52 % is left"),
        ("gradients-stable", "forgets slowly: each step back", "39 steps back 83 % is left"),
        ("gradients-exploding", "39 steps back it is 1.7·10¹⁸ times", "39 steps back it is 2.07 times"),
        ("vanishing", "forgets at once: its recurrent weight is 0", "less than 1 % is left"),
    ],
)
def test_each_way_is_told(scene: str, rnn: str, lstm: str) -> None:
    opened = load(scene)
    words = story(curves_of(replace(opened, step=opened.steps)))
    assert rnn in words[0]
    assert lstm in words[1]


def test_a_gradient_that_stays_is_told() -> None:
    assert "still remembers here" in said(replace(load("gradients-stable"), step=12))


def test_nothing_behind_and_nothing_to_send() -> None:
    assert said(pulse(12, step=1)).startswith("Choose a later t")
    silent = replace(pulse(12), inputs=((0.0,),) * 12)
    best = GradientSettings("squared error")
    assert said(silent, best) == "The loss is at its best here, so no gradient is sent back."
    shut = with_forget_bias(silent.starting("c", (1.0,)), 9.0)
    assert said(shut, best).startswith("The RNN's loss is at its best")


def test_a_number_too_small_for_float32() -> None:
    assert "no number so small" in said(with_recurrent_weight(pulse(12), 1e-46))


def test_an_explosion_names_the_step_the_quantity_and_why() -> None:
    curves = curves_of(exploding())
    stop = curves.cells[0].stop
    assert stop is not None
    words = story(curves)[0]
    assert f"∂L/∂h at step {stop.step} is beyond 3.4·10³⁸" in words
    assert "each step back multiplies its gradient by about 7.84" in words
    assert depth_words(curves.cells[0]) == f"explodes at step {stop.step}"


def test_of_many_units_no_single_weight_is_named() -> None:
    assert "recurrent weight" not in said(drawn(3, 1, 8))


def test_what_else_acts_is_noted() -> None:
    scene = replace(pulse(40), overrides=(Override(2, "c", 0, 0.5),))
    found = notes(curves_of(scene, GradientSettings(clip=0.1, window=7)))
    assert [words.split()[0] for words in found] == ["Truncation", "Clipping", "States"]
    assert notes(curves_of(pulse(12))) == []


@given(st.sampled_from(scene_names()), st.integers(1, 12))
def test_whatever_is_shown_is_told_without_a_gap(name: str, step: int) -> None:
    scene = replace(load(name), step=min(step, load(name).steps))
    curves = curves_of(scene)
    words = " ".join([*story(curves), *(depth_words(cell) for cell in curves.cells)])
    assert not any(wrong in words for wrong in ("{", "None", "nan", "inf"))
    for short in (False, True):
        for _, values in table(curves, 1, short=short):
            assert len(values) == 3


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        (0.0, "0", "0"),
        (0.42, "0.42", "0.42"),
        (0.0351, "0.035", "0.035"),
        (4.21e-5, "4.2·10⁻⁵", "4·10⁻⁵"),
        (1.7e18, "1.7·10¹⁸", "2·10¹⁸"),
        (math.inf, "∞", "∞"),
    ],
)
def test_a_size_is_written_as_people_read_it(value: float, long: str, short: str) -> None:
    assert size_text(value) == long
    assert size_text(value, short=True) == short


def test_shares_and_powers() -> None:
    assert [share_text(share) for share in (0.0, 0.0042, 0.035, 0.52, 1.0, 1e-9, 40.0, math.inf)] == [
        "0 %", "0.42 %", "3.5 %", "52 %", "100 %", "1.0·10⁻⁹", "40.00", "∞",
    ]  # fmt: skip
    assert [power_text(power) for power in (-8, 0, 1, 39)] == ["10⁻⁸", "1", "10", "10³⁹"]


def test_of_two_directions_it_is_said_whose_gradients_they_are() -> None:
    scene = plain_both_ways()
    told = notes(resolve_gradients(scene, GradientSettings()).curves)
    assert told == ["Of the two directions, these are gradients of the one that reads → forwards."]
    assert notes(resolve_gradients(replace(scene, backward=None), GradientSettings()).curves) == []
