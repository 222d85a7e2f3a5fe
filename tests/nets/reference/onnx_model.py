"""Models of one recurrent operator, built with onnx, and run by ONNX Runtime or onnx's own evaluator."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

Array = NDArray[Any]
OPSET, IR_VERSION = 14, 8  # the first opset with layout; a format that every runtime reads
INPUTS = ("X", "W", "R", "B", "sequence_lens", "initial_h")
OF_LSTM = ("initial_c", "P")
OUTPUTS = {"RNN": ("Y", "Y_h"), "GRU": ("Y", "Y_h"), "LSTM": ("Y", "Y_h", "Y_c")}


def by_runtime(op_type: str, inputs: Mapping[str, Array], attributes: Mapping[str, Any]) -> dict[str, Array]:
    """What ONNX Runtime gives on one thread: Y (T, directions, B, H), Y_h and, of an LSTM, Y_c."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = the_model(op_type, inputs, attributes).SerializeToString()
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return named(op_type, session.run(None, dict(inputs)))


def by_evaluator(
    op_type: str, inputs: Mapping[str, Array], attributes: Mapping[str, Any]
) -> dict[str, Array]:
    """What onnx's reference evaluator gives."""
    evaluator = ReferenceEvaluator(the_model(op_type, inputs, attributes))
    return named(op_type, evaluator.run(None, dict(inputs)))


def the_model(op_type: str, inputs: Mapping[str, Array], attributes: Mapping[str, Any]) -> Any:
    """A model whose only node is the operator."""
    known = INPUTS + (OF_LSTM if op_type == "LSTM" else ())
    node = helper.make_node(
        op_type, [name if name in inputs else "" for name in known], OUTPUTS[op_type], **attributes
    )
    given = [
        helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(array.dtype), array.shape)
        for name, array in inputs.items()
    ]
    results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in OUTPUTS[op_type]]
    graph = helper.make_graph([node], op_type, given, results)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)


def named(op_type: str, results: Sequence[Any]) -> dict[str, Array]:
    """Results by their names."""
    return {name: np.asarray(result) for name, result in zip(OUTPUTS[op_type], results, strict=True)}
