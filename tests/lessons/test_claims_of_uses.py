"""The captions of the scenes of long sequences and of language, and of one with a value put in by hand."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.lessons.scene import Scene
from lstm_gui.sequences.presets import BY_ID
from tests.lessons.claims import Run, claim, claim_of_scene, curves


@claim(
    "by-hand",
    "At t = 6 c is set to −0.8 by hand in place of the 1.02 that the cell had.",
    "From then on the cell carries that: at t = 12 c is still below −0.6.",
)
def test_by_hand(run: Run) -> None:
    (put_in,) = run.scene.overrides
    assert (put_in.step, put_in.state, put_in.value) == (6, "c", -0.8)
    left_alone = Run.of(replace(run.scene, overrides=()))
    assert round(left_alone.c[5], 2) == 1.02
    assert left_alone.c[12] > 1
    assert run.c[12] < -0.6


@claim(
    "half-life",
    "The forget gate is 0.99.",
    "Of what is written at t = 1 half is left at t = 70, a quarter at t = 139, and a twelfth at t = 256.",
)
def test_half_life(run: Run) -> None:
    assert np.round(run.f[1:], 2) == pytest.approx(0.99)
    assert run.c[[70, 139, 256]] / run.c[1] == pytest.approx([1 / 2, 1 / 4, 1 / 12], rel=0.03)


@claim_of_scene(
    "smooth-noise",
    "z is 0.95, so h is a mean of about the last twenty inputs:",
    "it strays less than a third as far as the noise itself over 256 steps.",
)
def test_smooth_noise(scene: Scene) -> None:
    found = curves(scene)
    assert np.round(found["z"][1:], 2) == pytest.approx(0.95)
    assert 1 / (1 - found["z"][1, 0]) == pytest.approx(20, abs=1)
    assert found["h"][1:].std() < found["x"][1:].std() / 3
    assert scene.steps == 256
    assert scene.inputs == BY_ID[scene.drawn_as].make(scene.steps, scene.seed).inputs


@claim(
    "agreement",
    "A plural noun reads 1, a singular −0.4. “Keys” at t = 3 is written and shuts the gate behind it:",
    "“cabinet” and “door” move h by less than 0.01, and at t = 11 h says plural.",
)
def test_agreement(run: Run) -> None:
    words = ("", *run.scene.labels)
    assert [words[t] for t in (3, 6, 9, 11)] == ["keys", "cabinet", "door", "are"]
    assert run.x[[3, 6, 9]].tolist() == [1, -0.4, -0.4]
    assert run.i[3] > 0.9 > 0.01 > run.i[4:].max()
    assert np.ptp(run.h[3:]) < 0.01
    assert run.h[11] > 0.7


@claim_of_scene(
    "bracket-depth",
    "( is 1 and ) is −1. h is the depth to within 0.01 at every step: 4 at t = 6,",
    "and 0 only at the end, where every bracket is closed.",
)
def test_bracket_depth(scene: Scene) -> None:
    sign = {"(": 1.0, ")": -1.0}
    assert [x for (x,) in scene.inputs] == [sign[label] for label in scene.labels]
    depth, h = np.cumsum([x for (x,) in scene.inputs]), curves(scene)["h"][1:, 0]
    assert np.abs(h - depth).max() < 0.01
    assert depth[5] == 4
    assert np.flatnonzero(depth == 0).tolist() == [scene.steps - 1]
