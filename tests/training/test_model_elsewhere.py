"""The weights of a recurrent module of PyTorch give what PyTorch gives; what is not understood is refused."""

from typing import Any

import numpy as np
import pytest

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.safetensors import Tensors
from lstm_gui.nets.convert.torch import GATES, from_torch
from lstm_gui.training.model_elsewhere import network_in
from tests.refusals import is_one_sentence

MODES = ("LSTM", "GRU", "RNN_TANH")


def module(
    mode: str = "LSTM",
    inputs: int = 2,
    units: int = 3,
    layers: int = 1,
    both: bool = False,
    bias: bool = True,
) -> dict[str, Any]:
    """The arrays of such a module."""
    rng, rows = np.random.default_rng(0), GATES[mode] * units
    found: dict[str, Any] = {}
    for layer in range(layers):
        reads = units * (1 + both) if layer else inputs
        for suffix in (f"_l{layer}", f"_l{layer}_reverse")[: 1 + both]:
            shapes: dict[str, tuple[int, ...]] = {"weight_ih": (rows, reads), "weight_hh": (rows, units)}
            shapes |= {"bias_ih": (rows,), "bias_hh": (rows,)} if bias else {}
            found |= {
                f"{role}{suffix}": rng.normal(size=shape).astype(np.float32) for role, shape in shapes.items()
            }
    return found


def linear(reads: int, prefix: str = "fc", outputs: int = 2) -> dict[str, Any]:
    """The arrays of a layer that reads so many numbers."""
    rng = np.random.default_rng(1)
    weight, bias = rng.normal(size=(outputs, reads)), rng.normal(size=outputs)
    return {f"{prefix}.weight": weight.astype(np.float32), f"{prefix}.bias": bias.astype(np.float32)}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("bias", [False, True])
def test_it_gives_what_the_module_gives(mode: str, layers: int, both: bool, bias: bool) -> None:
    arrays, reader = module(mode, layers=layers, both=both, bias=bias), linear(3 * (1 + both))
    named = {f"model.rnn.{name}": array for name, array in arrays.items()} | reader
    found = network_in(Tensors(named), "a.safetensors")
    x = np.random.default_rng(2).normal(size=(5, 4, 2)).astype(np.float32)
    h = from_torch(mode, arrays).forward(x).output
    wanted = h @ reader["fc.weight"].T + reader["fc.bias"]
    np.testing.assert_allclose(found.network.forward(x).y, wanted, rtol=1e-4, atol=1e-5)
    assert (found.choice.units, found.choice.layers, found.choice.bidirectional) == (3, layers, both)
    assert found.has_readout
    assert "of PyTorch, read by the linear layer “fc”" in found.assumed
    assert is_one_sentence(found.assumed)


def test_it_may_have_no_layer_that_reads_it() -> None:
    found = network_in(Tensors(module()), "a.safetensors")
    assert not found.has_readout
    assert found.layer.inputs == 2
    assert "without a layer that reads its h" in found.assumed


def test_a_linear_layer_may_have_no_bias() -> None:
    reader = linear(3)
    del reader["fc.bias"]
    assert not network_in(Tensors(module() | reader), "a").network.readout.c.any()


def without(name: str) -> dict[str, Any]:
    """A module that lacks an array."""
    return {key: array for key, array in module().items() if key != name}


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "nothing": ({}, "no recurrent layer"),
    "a transformer": ({"attn.q.weight": np.ones((2, 2))}, "no recurrent layer"),
    "two modules": (
        {f"a.{key}": array for key, array in module().items()}
        | {f"b.{key}": array for key, array in module().items()},
        "2 recurrent modules",
    ),
    "an embedding": (module() | {"embed.weight": np.ones((9, 2))}, "“embed.weight” is no part of one linear"),
    "two linear layers": (module() | linear(3) | linear(3, "head"), "is no part of one linear layer"),
    "a step counter": (module() | {"step": np.ones(())}, "“step” is no part"),
    "no hidden weights": (without("weight_hh_l0"), "weight_hh_l0 is missing"),
    "no input weights": (without("weight_ih_l0"), "weight_ih_l0 is missing"),
    "a cell of two gates": ({"weight_hh_l0": np.ones((6, 3)), "weight_ih_l0": np.ones((6, 2))}, "is no RNN"),
    "a projection": (module() | {"weight_hr_l0": np.ones((2, 3))}, "is projected"),
    "many units": (module(units=65), "units is 65; wanted 1 to 64"),
    "many layers": (module(layers=5), "layers is 5; wanted 1 to 4"),
    "a bias of another size": (module() | {"bias_ih_l0": np.ones(5)}, "bias_ih_l0"),
    "weights in a row": (module() | {"weight_hh_l0": np.ones(5)}, "is no matrix"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_understood_is_refused_in_a_sentence(case: str) -> None:
    arrays, words = REFUSED[case]
    with pytest.raises(FileRefused) as refusal:
        network_in(Tensors(arrays), "a.safetensors")
    assert words in str(refusal.value)
    assert is_one_sentence(str(refusal.value))
