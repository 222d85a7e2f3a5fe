"""Draws recurrent operators of ONNX with any inputs and attributes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.convert.onnx_activations import FUNCTIONS

Array = NDArray[np.floating[Any]]
GATES = {"RNN": 1, "GRU": 3, "LSTM": 4}
FUNCTIONS_OF = {"RNN": 1, "GRU": 2, "LSTM": 3}  # f, g, h
flags = st.integers(0, 1)
constants = st.floats(0.125, 1, width=16)


@dataclass(frozen=True, eq=False)
class OnnxCase:
    """An operator and a run of it."""

    op_type: str
    weights: dict[str, Array]  # W, R, B, P
    attributes: dict[str, Any]
    x: Array  # (T, B, I)
    states: tuple[Array, ...] = ()  # each (directions, B, H)
    lengths: list[int] | None = None

    @property
    def inputs(self) -> dict[str, NDArray[Any]]:
        """Everything that goes into the operator, by ONNX's names."""
        given: dict[str, NDArray[Any]] = {"X": self.x, **self.weights}
        if self.lengths is not None:
            given["sequence_lens"] = np.array(self.lengths, dtype=np.int32)
        return given | dict(zip(("initial_h", "initial_c"), self.states, strict=False))


@st.composite
def onnx_cases(draw: st.DrawFn, op_type: str, *, plain: bool = False) -> OnnxCase:
    """Cases of an operator; the plain ones have only what onnx's own evaluator knows."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    steps, batch, inputs, hidden = (draw(st.integers(1, most)) for most in (6, 4, 5, 8))
    direction = draw(st.sampled_from(("forward", "reverse", "bidirectional")))
    directions = 2 if direction == "bidirectional" else 1

    def drawn(*shape: int) -> Array:
        found: Array = rng.uniform(-1, 1, size=shape).astype(np.float32)
        return found

    rows = GATES[op_type] * hidden
    weights: dict[str, Array] = {
        "W": drawn(directions, rows, inputs),
        "R": drawn(directions, rows, hidden) / 2,
    }
    weights |= {"B": drawn(directions, 2 * rows)} if draw(st.booleans()) else {}
    weights |= {"P": drawn(directions, 3 * hidden)} if op_type == "LSTM" and draw(st.booleans()) else {}
    attributes: dict[str, Any] = {"direction": direction, "hidden_size": hidden}
    if op_type == "GRU":
        attributes["linear_before_reset"] = draw(flags)
    if not plain:
        attributes |= draw(more_attributes(op_type, directions))
    states = [drawn(directions, batch, hidden) for _ in range(2 if op_type == "LSTM" else 1)]
    lengths = st.lists(st.integers(1, steps), min_size=batch, max_size=batch)
    return OnnxCase(
        op_type,
        weights,
        attributes,
        x=drawn(steps, batch, inputs),
        states=tuple(states) if draw(st.booleans()) else (),
        lengths=None if plain else draw(st.none() | lengths),
    )


@st.composite
def more_attributes(draw: st.DrawFn, op_type: str, directions: int) -> dict[str, Any]:
    """clip, input_forget and activations, each or not."""
    found: dict[str, Any] = {}
    if op_type == "LSTM":
        found["input_forget"] = draw(flags)
    if draw(st.booleans()):
        found["clip"] = draw(constants)
    if draw(st.booleans()):
        each = st.sampled_from(sorted(FUNCTIONS))
        count = directions * FUNCTIONS_OF[op_type]
        found |= draw(named([draw(each) for _ in range(count)]))
    return found


@st.composite
def named(draw: st.DrawFn, names: list[str]) -> dict[str, Any]:
    """The attributes that name activations, with a value for every constant they have."""
    counts = [len(FUNCTIONS[name].defaults) for name in names]
    alphas = [draw(constants) for count in counts if count > 0]
    betas = [draw(constants) for count in counts if count > 1]
    found: dict[str, Any] = {"activations": names}
    found |= {"activation_alpha": alphas} if alphas else {}
    return found | ({"activation_beta": betas} if betas else {})
