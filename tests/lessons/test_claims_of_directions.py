"""What the captions of scenes that are read in both directions claim, and the cards that open them."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.trace_file import shown_arrays
from tests.lessons.claims import claim_of_scene
from tests.lessons.test_claims_in_cards import CARDS


def _turned(scene: Scene, step: int) -> Scene:
    """The scene with the sign of one input turned."""
    inputs = [tuple(-x for x in row) if t == step else row for t, row in enumerate(scene.inputs, start=1)]
    return replace(scene, inputs=tuple(inputs))


@claim_of_scene(
    "the-future-decides",
    "“River” at t = 9 settles what “bank” means at t = 5: there the cell that reads forwards has h = 0, the",
    "one that reads from the end h above 0.7.",
)
def test_the_future_decides(scene: Scene) -> None:
    assert (scene.labels[4], scene.labels[8], scene.step) == ("bank", "river", 5)
    arrays = shown_arrays(scene)
    assert arrays["forward.h"][4, 0] == 0
    assert arrays["backward.h"][4, 0] > 0.7
    other = shown_arrays(_turned(scene, 9))  # another clue
    assert other["forward.h"][4, 0] == 0
    assert other["backward.h"][4, 0] < -0.7


@claim_of_scene(
    "counting-from-both-ends",
    "Each one adds 0.5 to c of both cells. c→ counts the ones up to t and c← those from t on: together they",
    "are all of them, the one at t twice.",
)
def test_counting_from_both_ends(scene: Scene) -> None:
    arrays = shown_arrays(scene)
    x, ahead, back = (arrays[name][:, 0] for name in ("x", "forward.c", "backward.c"))
    assert ahead == pytest.approx(0.5 * np.cumsum(x), abs=0.01)
    assert back == pytest.approx(0.5 * np.cumsum(x[::-1])[::-1], abs=0.01)
    assert ahead + back == pytest.approx(0.5 * (x.sum() + x), abs=0.01)


def test_the_cards_about_both_directions_open_a_scene_of_both() -> None:
    for name in ("lstm-variations-bidirectional", "lstm-variations-bidirectional-limit"):
        assert CARDS[name].scene == "the-future-decides"
    assert "the other has h = 0 there" in CARDS["lstm-variations-bidirectional"].why
    assert "At t = 5 of the scene" in CARDS["lstm-variations-bidirectional-limit"].why
