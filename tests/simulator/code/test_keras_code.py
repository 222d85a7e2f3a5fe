"""A scene as Keras: run with what the documentation says of Keras, and with Keras where it is installed."""

import sys
from typing import Any

import pytest

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.simulator.code.keras_code import keras_code
from tests.graph.kinds import drawn_scene
from tests.nets.live_torch import torch_or_skip
from tests.simulator.code.keras_stand_in import stand_in
from tests.simulator.code.programs import CASES, assert_shown, run_program, scene_of, without_biases

LAYERS = {
    Kind.of("rnn"): "SimpleRNN(",
    Kind.of("rnn", activation="relu"): "SimpleRNN(",
    Kind.of("lstm"): "LSTM(",
    Kind.of("lstm", variant="NP"): "LSTM(",
    Kind.of("gru"): "GRU(",
    Kind.of("gru", reset="before"): "GRU(",
}
SINGLE = 1e-5  # Keras multiplies in single precision on PyTorch


@pytest.mark.parametrize("case", CASES, ids=str)
def test_by_the_documentation_it_computes_what_is_shown(
    case: tuple[Any, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keras", stand_in())
    scene = scene_of(case)
    assert_shown(scene, {"h": run_program(keras_code(scene))["output"]})


# Keras 3.15 reads its own variables the way of NumPy 1.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_computes_what_is_shown(case: tuple[Any, int], monkeypatch: pytest.MonkeyPatch) -> None:
    torch_or_skip()
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    pytest.importorskip(
        "keras", reason="2026-11-22: Keras is in no extra; its documentation stands in for it"
    )
    scene = scene_of(case)
    assert_shown(scene, {"h": run_program(keras_code(scene))["output"]}, SINGLE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_layer_is_used_where_there_is_one(kind: Kind) -> None:
    scene = drawn_scene(kind, 1)
    text = keras_code(scene)
    used = [name for name in ("SimpleRNN(", "LSTM(", "GRU(") if f"layers.{name}" in text]
    assert used == ([LAYERS[kind]] if kind in LAYERS else [])
    sentence = (
        f"Keras has no layer for this cell ({scene.cell.graph.title}), so its equations are written out."
    )
    assert (sentence in text) == (kind not in LAYERS)


def test_a_layer_without_biases_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keras", stand_in())
    scene = without_biases(drawn_scene(KINDS[0], 1))
    text = keras_code(scene)
    assert "use_bias=False" in text
    assert_shown(scene, {"h": run_program(text)["output"]})
