"""ONNX's activations equal their formulas, their slopes central differences, and nothing overflows."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from lstm_gui.nets.activation import IDENTITY, RELU, SIGMOID, TANH, Activation
from lstm_gui.nets.convert.onnx_activations import FUNCTIONS, activations_from, attributes_of
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import LstmVariant
from lstm_gui.nets.rnn import Rnn
from tests.nets.cells import Array, drawn
from tests.nets.gradient_check import check_gradients

A, B = 0.6, 0.3  # α and β
FORMULAS: dict[str, Callable[[float], float]] = {
    "Relu": lambda z: max(z, 0),
    "Tanh": math.tanh,
    "Sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "Affine": lambda z: A * z + B,
    "LeakyRelu": lambda z: z if z >= 0 else A * z,
    "ThresholdedRelu": lambda z: z if z > A else 0,
    "ScaledTanh": lambda z: A * math.tanh(B * z),
    "HardSigmoid": lambda z: max(0, min(1, A * z + B)),
    "Elu": lambda z: z if z >= 0 else A * (math.exp(z) - 1),
    "Softsign": lambda z: z / (1 + abs(z)),
    "Softplus": lambda z: math.log(1 + math.exp(z)),
}
every_function = pytest.mark.parametrize("name", FUNCTIONS)


def an_activation(name: str) -> Activation:
    """The activation of a name, with α and β where it has them."""
    return activations_from([name], [A], [B])[0]


def test_there_is_a_formula_for_each() -> None:
    assert FORMULAS.keys() == FUNCTIONS.keys()


@every_function
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_equals_its_formula(name: str, dtype: type) -> None:
    z: Array = np.linspace(-5, 5, 41).astype(dtype).reshape(41, 1)
    values = an_activation(name).value(z)
    assert values.dtype == dtype
    assert values.shape == z.shape
    tolerance = 1e-6 if dtype is np.float32 else 1e-14
    np.testing.assert_allclose(
        values.ravel(), [FORMULAS[name](float(one)) for one in z[:, 0]], atol=tolerance
    )


@every_function
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_its_slope_is_that_of_its_values(name: str, dtype: type) -> None:
    activation = an_activation(name)
    z = np.linspace(-5.03, 5, 41)  # no kink is among them
    assert activation.slope(z.astype(dtype), activation.value(z.astype(dtype))).dtype == dtype
    differences = (activation.value(z + 1e-6) - activation.value(z - 1e-6)) / 2e-6
    np.testing.assert_allclose(activation.slope(z, activation.value(z)), differences, atol=1e-9)


@every_function
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_it_is_finite_far_out(name: str, dtype: type) -> None:
    z: Array = np.array([-1e4, -0.0, 0, 1e4], dtype=dtype)
    activation = an_activation(name)
    values = activation.value(z)
    assert np.isfinite(values).all()
    assert np.isfinite(activation.slope(z, values)).all()


@pytest.mark.parametrize("name", ["Affine", "ScaledTanh", "Softplus"])  # those without a kink
def test_the_gradients_of_cells_with_it_are_exact(name: str) -> None:
    rng, one = np.random.default_rng(5), an_activation(name)
    W, U, b = (drawn(rng, np.float64, *shape) / 4 for shape in ((12, 2), (12, 3), (12,)))
    variant = LstmVariant(gate_activation=one, candidate_activation=one, cell_activation=one)
    check_gradients(Lstm(W, U, b, variant=variant), rng, 3, 2)
    W, U, b = W[:9].copy(), U[:9].copy(), b[:9].copy()
    check_gradients(Gru(W, U, b, gate_activation=one, candidate_activation=one), rng, 3, 2)
    check_gradients(Rnn(W[:3].copy(), U[:3].copy(), b[:3].copy(), activation=one), rng, 3, 2)


def test_the_usual_ones_are_those_of_the_cells() -> None:
    assert activations_from(["relu", "TANH", "sigmoid"]) == [RELU, TANH, SIGMOID]
    assert activations_from(["Affine"], [1.0], [0.0]) == [IDENTITY]


def test_constants_are_taken_in_order_by_those_that_have_them() -> None:
    names = ["HardSigmoid", "Tanh", "LeakyRelu", "elu", "HardSigmoid"]
    found = activations_from(names, [0.1, 0.2], [0.3])
    constants = [(activation.alpha, activation.beta) for activation in found]
    assert constants == [(0.1, 0.3), (None, None), (0.2, None), (1.0, None), (0.2, 0.5)]
    assert activations_from(["ThresholdedRelu", "LeakyRelu"])[1].alpha == 0.01


def test_names_and_constants_come_back() -> None:
    names = list(FUNCTIONS)
    alphas, betas = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.7, 0.8, 0.9]
    attributes = attributes_of(activations_from(names, alphas, betas))
    assert attributes == {"activations": names, "activation_alpha": alphas, "activation_beta": betas}


def test_only_what_is_needed_is_written() -> None:
    assert attributes_of([TANH]) == {"activations": ["Tanh"]}
    assert attributes_of([IDENTITY]) == {
        "activations": ["Affine"],
        "activation_alpha": [1.0],
        "activation_beta": [0.0],
    }


@pytest.mark.parametrize(
    ("names", "alphas", "sentence"),
    [
        (["Tanhh"], [], "activations has 'Tanhh'; wanted some of Relu, Tanh, "),
        (["Affine"], [], "activation_alpha has no value for Affine; wanted one, as there is no default"),
        (["ScaledTanh"], [1.0], "activation_beta has no value for ScaledTanh; wanted one, as there is no"),
    ],
)
def test_what_onnx_has_not_is_refused(names: list[str], alphas: list[float], sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}"):
        activations_from(names, alphas)
