"""The captions of the scenes of several units or inputs, computed on the simulator."""

import numpy as np
import pytest

from lstm_gui.lessons.scene import Scene
from lstm_gui.sequences.presets import BY_ID
from tests.lessons.claims import claim_of_scene, curves


@claim_of_scene(
    "two-facts-two-units",
    "The second input says which unit is to write.",
    "h of the first holds 0.3 and h of the second 0.7, each to within 0.01, from t = 6 to the end.",
)
def test_two_facts_two_units(scene: Scene) -> None:
    h = curves(scene)["h"]
    assert np.abs(h[6:] - [0.3, 0.7]).max() < 0.01


@claim_of_scene(
    "adding",
    "The second input marks two of the numbers. Only there does the input gate open,",
    "and c ends within 0.02 of the sum of the two.",
)
def test_adding(scene: Scene) -> None:
    assert scene.inputs == BY_ID[scene.drawn_as].make(scene.steps, scene.seed).inputs
    numbers, marks = np.array(scene.inputs).T
    found = curves(scene)
    assert marks.sum() == 2
    assert ((found["i"][1:, 0] > 0.5) == (marks == 1)).all()
    assert found["c"][-1, 0] == pytest.approx(numbers @ marks, abs=0.02)


@claim_of_scene(
    "negation",
    "h₂ + h₃ is the verdict. “Good” at t = 4 lifts it to 0.76;",
    "at t = 10 the same word comes after “not” and takes as much away again.",
)
def test_negation(scene: Scene) -> None:
    words, h = ("", *scene.labels), curves(scene)["h"]
    assert [words[t] for t in (4, 9, 10)] == ["good", "not", "good"]
    assert scene.inputs[3] == scene.inputs[9]
    verdict = h[:, 1] + h[:, 2]
    assert verdict[4] - verdict[3] == pytest.approx(0.76, abs=0.01)
    assert verdict[10] - verdict[9] == pytest.approx(-0.76, abs=0.01)


@claim_of_scene(
    "two-brackets",
    "Each unit counts one kind. Both counts are back at 0 at t = 4, after ([]), and at t = 8, after ([)],",
    "where the brackets cross: counting alone cannot tell.",
)
def test_two_brackets(scene: Scene) -> None:
    text, h = "".join(scene.labels), curves(scene)["h"]
    assert (text[:4], text[4:8]) == ("([])", "([)]")
    assert np.abs(h[[4, 8]]).max() < 0.01
    counts = [[text[:t].count(a) - text[:t].count(b) for a, b in ("()", "[]")] for t in range(1, 13)]
    assert np.abs(h[1:] - counts).max() < 0.01


@claim_of_scene(
    "forecast-two",
    "The first input follows the second a step later. As a guess of the next first input,",
    "h errs less than a tenth as much, in mean square, as repeating the present one.",
)
def test_forecast_two(scene: Scene) -> None:
    warmth, sun = np.array(scene.inputs).T
    assert warmth[1:].tolist() == sun[:-1].tolist()
    guess = curves(scene)["h"][1:-1, 0]
    assert np.mean((guess - warmth[1:]) ** 2) < np.mean((warmth[:-1] - warmth[1:]) ** 2) / 10


@claim_of_scene(
    "oscillator",
    "The units feed each other, one with the sign turned. Nothing comes in after t = 1,",
    "yet to the end both swing between −0.82 and 0.82, about every twelve steps.",
)
def test_oscillator(scene: Scene) -> None:
    U, h = np.array(scene.cell.array("U_h")), curves(scene)["h"]
    assert U[0, 1] == -U[1, 0] != 0
    assert not np.any(scene.inputs[1:])
    for start in range(13, 53):
        swing = h[start : start + 13]
        assert np.abs([swing.max(0), swing.min(0)]) == pytest.approx(0.82, abs=0.02)
    rises = np.flatnonzero((h[1:-1, 0] < 0) & (h[2:, 0] >= 0))
    assert np.diff(rises) == pytest.approx(12, abs=1)


@claim_of_scene(
    "ring",
    "Each unit reads the one before it, the first the last. The 1 at t = 1 is in unit 1 at t = 1,",
    "in unit 8 at t = 8 and back in unit 1 at t = 9: no weight is there to remember it.",
)
def test_ring(scene: Scene) -> None:
    U, h = np.array(scene.cell.array("U_h")), curves(scene)["h"]
    assert (np.roll(np.eye(8), 1, axis=0) == U).all()
    assert np.argmax(h[1:], axis=1).tolist() == [t % 8 for t in range(scene.steps)]
    assert (h[1:].sum(1) == 1).all()


@claim_of_scene(
    "chrono-bias",
    "Each unit's forget bias is ln(T − 1), T from 2 to 128, its input bias the opposite.",
    "64 steps after the ones end unit 1 has lost all but 10⁻¹⁹, unit 16 keeps over 60 %.",
)
def test_chrono_bias(scene: Scene) -> None:
    f, i = (np.array(scene.cell.gate(gate).b) for gate in "fi")
    scales = [int(name.removeprefix("T = ")) for name in scene.names.units]
    assert f == pytest.approx(np.log(np.array(scales) - 1.0), abs=0.005)
    assert (i == -f).all()
    assert (scales[0], scales[-1]) == (2, 128)
    assert scene.inputs == ((1.0,),) * 64 + ((0.0,),) * 64
    c = curves(scene)["c"]
    kept = c[128] / c[64]
    assert kept[0] == pytest.approx(1e-19, rel=0.5)
    assert kept[15] > 0.6


@claim_of_scene(
    "key-value",
    "Each key has a drawer: asked for at t = 5, 6 and 7, h₁ is 0.80, −0.50 and 0.30.",
    "A second number for b does not take the place of the first: at t = 11 h₁ is 0.20, their mean.",
)
def test_key_value(scene: Scene) -> None:
    words, h = ("", *scene.labels), curves(scene)["h"][:, 0]
    assert [words[t] for t in (2, 5, 6, 7, 8, 11)] == ["b ← −0.5", "a?", "b?", "c?", "b ← 0.9", "b?"]
    assert np.round(h[[5, 6, 7, 11]], 2).tolist() == [0.8, -0.5, 0.3, 0.2]
    assert scene.inputs[1][3] + scene.inputs[7][3] == pytest.approx(2 * 0.2)
