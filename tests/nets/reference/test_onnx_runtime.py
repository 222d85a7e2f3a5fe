"""Our layers give what ONNX Runtime gives; with layout 1, which it refuses, what onnx's evaluator gives."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.convert.onnx import from_onnx
from lstm_gui.nets.layer import Trace
from tests.nets.reference.comparison import close
from tests.nets.reference.onnx_cases import FUNCTIONS_OF, GATES, OnnxCase, onnx_cases
from tests.nets.reference.onnx_model import by_evaluator, by_runtime

Array = NDArray[Any]


def ours(case: OnnxCase, layout: int = 0) -> dict[str, Array]:
    """What our layer gives, by ONNX's names and with the time first."""
    arguments: dict[str, Any] = {**case.weights, **case.attributes, "layout": layout}
    turn = (1, 0, 2) if layout else (0, 1, 2)
    states = tuple(array.transpose(turn) for array in case.states)
    state = states[0] if len(states) == 1 else states or None
    return as_onnx(
        case, from_onnx(case.op_type, **arguments).forward(case.x.transpose(turn), state, case.lengths)
    )


def as_onnx(case: OnnxCase, trace: Trace) -> dict[str, Array]:
    """Y (T, directions, B, H), Y_h and Y_c (directions, B, H) of a run."""
    steps, batch, _ = case.x.shape
    directions, _, hidden = case.weights["R"].shape
    found = {"Y": trace.output.reshape(steps, batch, directions, hidden).transpose(0, 2, 1, 3)}
    kinds = len(trace.final) // directions
    for k, name in enumerate(("Y_h", "Y_c")[:kinds]):
        found[name] = np.stack(trace.final[k::kinds])
    return found


@pytest.mark.parametrize("op_type", GATES)
@settings(max_examples=150, derandomize=True)
@given(data=st.data())
def test_a_layer_gives_what_onnx_runtime_gives(op_type: str, data: st.DataObject) -> None:
    case = data.draw(onnx_cases(op_type))
    theirs = by_runtime(op_type, case.inputs, case.attributes)
    for name, array in ours(case).items():
        close(name, array, theirs[name])


@pytest.mark.parametrize("op_type", GATES)
@pytest.mark.parametrize("activation", ["LeakyRelu", "HardSigmoid", "Elu"])
def test_the_constants_of_activations_have_the_same_defaults(op_type: str, activation: str) -> None:
    rng = np.random.default_rng(0)
    weights = {
        "W": rng.normal(size=(1, GATES[op_type] * 3, 2)),
        "R": rng.normal(size=(1, GATES[op_type] * 3, 3)),
    }
    case = OnnxCase(
        op_type,
        {name: array.astype(np.float32) for name, array in weights.items()},
        {"activations": [activation] * FUNCTIONS_OF[op_type], "hidden_size": 3},
        rng.normal(size=(2, 2, 2)).astype(np.float32),
    )
    theirs = by_runtime(op_type, case.inputs, case.attributes)
    for name, array in ours(case).items():
        close(name, array, theirs[name])


@pytest.mark.parametrize("op_type", GATES)
@settings(max_examples=50, derandomize=True)
@given(data=st.data())
def test_with_layout_1_a_layer_gives_what_onnx_evaluates(op_type: str, data: st.DataObject) -> None:
    case = data.draw(onnx_cases(op_type, plain=True))
    turned = {"X": case.inputs["X"].swapaxes(0, 1)}
    turned |= {name: case.inputs[name].swapaxes(0, 1) for name in case.inputs if name.startswith("initial")}
    theirs = by_evaluator(op_type, {**case.inputs, **turned}, {**case.attributes, "layout": 1})
    back = {"Y": (1, 2, 0, 3), "Y_h": (1, 0, 2), "Y_c": (1, 0, 2)}
    for name, array in ours(case, layout=1).items():
        close(name, array, theirs[name].transpose(back[name]).astype(np.float32))


def test_a_sequence_of_no_steps_keeps_its_state_and_gives_zeros() -> None:
    """ONNX Runtime gives zeros for its last state as well, which no sentence of ONNX asks for."""
    one = np.ones((1, 1, 1), dtype=np.float32)
    case = OnnxCase("RNN", {"W": one, "R": one}, {"hidden_size": 1}, one, (one,), [0])
    theirs = by_runtime("RNN", case.inputs, case.attributes)
    found = ours(case)
    np.testing.assert_array_equal(found["Y"], theirs["Y"])
    np.testing.assert_array_equal(found["Y_h"], one)
