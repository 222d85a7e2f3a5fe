"""A scene as PyTorch: run where PyTorch is installed, and looked at where it is not."""

from typing import Any

import pytest

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.code.torch_code import torch_code
from tests.graph.kinds import drawn_scene
from tests.nets.live_torch import torch_or_skip
from tests.simulator.code.programs import CASES, assert_shown, run_program, scene_of, without_biases

MODULES = {
    Kind.of("rnn"): "nn.RNN(",
    Kind.of("rnn", activation="relu"): "nn.RNN(",
    Kind.of("lstm"): "nn.LSTM(",
    Kind.of("lstm", variant="NP"): "nn.LSTM(",
    Kind.of("gru"): "nn.GRU(",
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_computes_what_is_shown(case: tuple[Any, int]) -> None:
    torch_or_skip()
    scene = scene_of(case)
    names = run_program(torch_code(scene))
    assert_shown(scene, {"h": names["output"], **names.get("trace", {})})


@pytest.mark.parametrize("kind", KINDS)
def test_a_module_is_used_where_there_is_one(kind: Kind) -> None:
    scene = drawn_scene(kind, 1)
    text = torch_code(scene)
    compile(text, "copied.py", "exec")
    used = [module for module in ("nn.RNN(", "nn.LSTM(", "nn.GRU(") if module in text]
    assert used == ([MODULES[kind]] if kind in MODULES else [])
    sentence = (
        f"PyTorch has no module for this cell ({scene.cell.graph.title}), so its equations are written out."
    )
    assert (sentence in text) == (kind not in MODULES)


def test_a_state_put_in_by_hand_is_run_step_by_step_and_says_so() -> None:
    assert "step by step" in torch_code(scene_of((KINDS[2], 1)))
    assert "step by step" not in torch_code(load("remember"))


def test_a_module_without_biases_has_none() -> None:
    torch_or_skip()
    scene = without_biases(drawn_scene(KINDS[0], 1))
    text = torch_code(scene)
    assert "bias=False" in text
    assert_shown(scene, {"h": run_program(text)["output"]})
