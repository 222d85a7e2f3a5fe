"""The captions of the scenes with several cells side by side, each run as the tab runs it."""

import numpy as np
import pytest

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.compare.resolve import running
from tests.lessons.claims import Curve, claim_of_scene, curves


def side_by_side(scene: Scene) -> dict[str, dict[str, Curve]]:
    """The curves of the scene's cell, at "", and of those beside it, each (1 + T, units)."""
    assert scene.shown.tab == "compare"
    beside = {lane.title: curves(running(lane, scene)) for lane in scene.compare.lanes}
    return {"": curves(scene), **beside}


@claim_of_scene(
    "one-pulse",
    "Each cell reads a single 1. At t = 24 the h of the LSTM still has more than 0.6 and that of the GRU",
    "more than 0.7, while the RNN has less than 0.1 of the 0.96 it began with.",
)
def test_one_pulse(scene: Scene) -> None:
    found = {title: run["h"][:, 0] for title, run in side_by_side(scene).items()}
    assert not np.any(scene.inputs[1:])
    assert found[""][24] > 0.6
    assert found["GRU"][24] > 0.7
    assert round(found["RNN"][1], 2) == 0.96
    assert 0 < found["RNN"][24] < 0.1


@claim_of_scene(
    "forget-bias-pair",
    "One number differs. Ten steps after the 1 at t = 1, c has 0.1 % of what was written with a bias of 0,",
    "28 % with 2 and 83 % with 4.",
)
def test_forget_bias_pair(scene: Scene) -> None:
    left = {title: run["c"][11, 0] / run["c"][1, 0] for title, run in side_by_side(scene).items()}
    assert left == pytest.approx({"": 0.001, "forget bias 2": 0.28, "forget bias 4": 0.83}, abs=0.005)
    assert left[""] == pytest.approx(0.001, abs=0.0001)
    for lane in scene.compare.lanes:
        assert lane.scene.cell.with_arrays({"b_f": ((0.0,),)}) == scene.cell
