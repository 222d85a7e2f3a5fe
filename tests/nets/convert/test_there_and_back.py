"""Every cell goes to every tool and comes back, to the bit, or is refused in a sentence."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.stacked import Stacked
from tests.nets.cells import CELLS, assert_same, assert_same_state, both_precisions, problem, readable
from tests.nets.convert.tools import TOOLS, Tool, assert_same_arguments, assert_same_layer
from tests.nets.xlstm_cells import drawn_slstm

KEEPING = [name for name in CELLS if name.startswith("GRU: reset") and "z keeps" in name]
PLAIN = ["LSTM: plain", "LSTM: two biases", "LSTM: NP", "RNN: tanh", "RNN: tanh, two biases", "RNN: relu"]
EXPRESSED = {
    "PyTorch": {*PLAIN, "LSTM: projection", *(name for name in KEEPING if "after" in name)},
    "ONNX": {
        *PLAIN,
        *KEEPING,
        *(f"LSTM: {name}" for name in ("peepholes", "NIAF", "NOAF", "CIFG", "clipped")),
        "RNN: clipped",
        "GRU: clipped",
    },
    "Keras": {*PLAIN, *KEEPING},
}
every_tool = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
seeds = st.integers(0, 2**32 - 1)


@every_tool
@pytest.mark.parametrize("kind", CELLS)
@settings(max_examples=5)
@given(seed=seeds, single=st.booleans())
def test_a_cell_comes_back_or_is_refused(tool: Tool, kind: str, seed: int, single: bool) -> None:
    cell, x, state = problem(kind, seed, 2, 3, 4, 2, np.float32 if single else np.float64)
    if kind not in EXPRESSED[tool.name]:
        with pytest.raises(
            ValueError, match=rf"^{tool.name} has no .*(cannot be expressed|wanted one of)[^.]*$"
        ):
            tool.written(cell)
        return
    back: Any = tool.there_and_back(cell)
    trace, other = readable(cell, x, state), readable(back, x, state)
    assert_same(trace, other)
    assert_same_state(trace.final, other.final)
    if lost := cell.arrays.keys() - back.arrays.keys():
        assert (tool.name, lost) == ("Keras", {"b_u"})  # where there is room for one bias, it is the sum
    else:
        assert_same_layer(cell, back)
    name, arguments = tool.written(back)
    assert_same_arguments(arguments, tool.written(tool.read(name, arguments))[1])


@every_tool
@both_precisions
@pytest.mark.parametrize("kind", ["RNN: relu", "LSTM: two biases", "GRU: reset after, z keeps, two biases"])
def test_layers_of_two_directions_come_back(tool: Tool, kind: str, dtype: type) -> None:
    layer = Bidirectional(*(problem(kind, seed, 2, 3, 1, 1, dtype)[0] for seed in (1, 2)))
    back = tool.there_and_back(layer)
    if tool.name == "Keras":
        assert_same_arguments(tool.written(layer)[1], tool.written(back)[1])
    else:
        assert_same_layer(layer, back)


@pytest.mark.parametrize("tool", TOOLS[1:], ids=lambda tool: tool.name)
def test_layers_that_run_backwards_come_back(tool: Tool) -> None:
    layer = Reversed(problem("LSTM: plain", 1, 2, 3, 1, 1)[0])
    assert_same_layer(layer, tool.there_and_back(layer))


@every_tool
@pytest.mark.parametrize(
    "layer",
    [
        drawn_slstm(True, np.random.default_rng(1), 2, 3),
        Bidirectional(problem("RNN: tanh", 1, 2, 3, 1, 1)[0], problem("LSTM: plain", 1, 2, 3, 1, 1)[0]),
        Reversed(Reversed(problem("RNN: tanh", 1, 2, 3, 1, 1)[0])),
        Stacked((problem("RNN: tanh", 1, 2, 3, 1, 1)[0], problem("LSTM: plain", 1, 3, 3, 1, 1)[0])),
        BatchFirst(Stacked((problem("RNN: tanh", 1, 2, 3, 1, 1)[0],))),
    ],
    ids=["sLSTM", "of two kinds", "backwards twice", "stack of two kinds", "batch first stack"],
)
def test_a_layer_that_no_tool_has_is_refused(tool: Tool, layer: Layer[Any]) -> None:
    with pytest.raises(ValueError, match=rf"^{tool.name} has no [^.]*cannot be expressed in it$"):
        tool.written(layer)


@every_tool
def test_a_cell_without_biases_comes_back_without_them(tool: Tool) -> None:
    cell = problem("LSTM: plain", 1, 2, 3, 1, 1)[0]
    cell = cell.with_arrays({"b": np.zeros_like(cell.b)})
    _, arguments = tool.written(cell)
    assert not [name for name in arguments if name == "B" or name.startswith("bias")]
    assert tool.there_and_back(cell).arrays.keys() == cell.arrays.keys()
