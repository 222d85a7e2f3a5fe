"""The operators RNN, GRU and LSTM of ONNX, one direction of them, as cells and back.

    operator   rows of W, R and B       cell
    RNN        i                        h = f(W x + R h₋ + Wb + Rb)
    GRU        z, r, h                  linear_before_reset = 0 is "reset before", 1 is "reset after"; z keeps
    LSTM       i, o, f, c; P: i, o, f   input_forget = 1 is f = 1 − i, and no row of f is read

Wb and Rb are our b and b_u. `clip` bounds what f and g are applied to, but not the c that h is applied to,
as ONNX Runtime has it.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import numpy as np

from lstm_gui.nets.activation import Activation, FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.convert.blocks import in_order
from lstm_gui.nets.convert.onnx_inputs import Inputs
from lstm_gui.nets.convert.refusal import refuse_if
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import LstmVariant
from lstm_gui.nets.rnn import Rnn

PEEPHOLES = ("i", "o", "f")
Parameters = tuple[FloatArray, FloatArray, FloatArray, FloatArray | None]  # W, U, b, b_u


@dataclass(frozen=True)
class Equations:
    """What the attributes say of the equations of one direction."""

    activations: tuple[Activation, ...]  # f, g, h, those that the operator has
    clip: float | None = None
    input_forget: int = 0  # LSTM
    linear_before_reset: int = 0  # GRU


CellT = TypeVar("CellT", bound=Cell[Any])


class Operator(ABC, Generic[CellT]):
    """An operator of ONNX."""

    name: str
    gates: tuple[str, ...]  # our names of the blocks of rows, in ONNX's order
    activations: tuple[str, ...]  # the defaults of f, g, h
    own: tuple[str, ...] = ()  # the inputs and attributes that no other operator has

    @abstractmethod
    def cell(self, inputs: Inputs, equations: Equations) -> CellT:
        """The cell of one direction."""

    @abstractmethod
    def equations(self, cell: CellT) -> Equations:
        """The equations of a cell. Raises ValueError for those that the operator cannot express."""

    def inputs(self, cell: CellT) -> Inputs:
        """The arrays of a cell; no B where it has no b_u and a b of zeros."""
        rows = {
            name: in_order(array, cell.blocks, self.gates)
            for name, array in cell.arrays.items()
            if name in ("W", "U", "b", "b_u")
        }
        Wb = rows["b"]
        Rb = rows.get("b_u", np.zeros_like(Wb))
        return Inputs(rows["W"], rows["U"], np.concatenate([Wb, Rb]) if "b_u" in rows or Wb.any() else None)

    def parameters(self, inputs: Inputs, blocks: Sequence[str]) -> Parameters:
        """W, U, b and b_u of a cell with these blocks; where there is no B, b is zero and b_u missing."""

        def ours(rows: FloatArray) -> FloatArray:
            return in_order(rows, self.gates, blocks)

        W, U = ours(inputs.W), ours(inputs.R)
        if inputs.B is None:
            return W, U, np.zeros_like(W[:, 0]), None
        Wb, Rb = np.split(inputs.B, 2)
        return W, U, ours(Wb), ours(Rb)


class RnnOperator(Operator[Rnn]):
    """RNN."""

    name, gates, activations = "RNN", ("h",), ("Tanh",)

    def cell(self, inputs: Inputs, equations: Equations) -> Rnn:
        """See `Operator.cell`."""
        (f,) = equations.activations
        return Rnn(*self.parameters(inputs, ("h",)), activation=f, clip=equations.clip)

    def equations(self, cell: Rnn) -> Equations:
        """See `Operator.equations`."""
        return Equations((cell.activation,), cell.clip)


class GruOperator(Operator[Gru]):
    """GRU."""

    name, gates, activations = "GRU", ("z", "r", "n"), ("Sigmoid", "Tanh")
    own = ("linear_before_reset",)

    def cell(self, inputs: Inputs, equations: Equations) -> Gru:
        """See `Operator.cell`."""
        f, g = equations.activations
        return Gru(
            *self.parameters(inputs, ("r", "z", "n")),
            reset_after=bool(equations.linear_before_reset),
            gate_activation=f,
            candidate_activation=g,
            clip=equations.clip,
        )

    def equations(self, cell: Gru) -> Equations:
        """See `Operator.equations`."""
        refuse_if("ONNX", {"GRU whose z writes the new": not cell.z_keeps})
        activations = cell.gate_activation, cell.candidate_activation
        return Equations(activations, cell.clip, linear_before_reset=int(cell.reset_after))


class LstmOperator(Operator[Lstm]):
    """LSTM."""

    name, gates, activations = "LSTM", ("i", "o", "f", "g"), ("Sigmoid", "Tanh", "Tanh")
    own = ("P", "input_forget")

    def cell(self, inputs: Inputs, equations: Equations) -> Lstm:
        """See `Operator.cell`."""
        f, g, h = equations.activations
        variant = LstmVariant(
            coupled=bool(equations.input_forget),
            gate_activation=f,
            candidate_activation=g,
            cell_activation=h,
            clip=equations.clip,
        )
        p = None if inputs.P is None else in_order(inputs.P, PEEPHOLES, variant.gates)
        return Lstm(*self.parameters(inputs, variant.blocks), p=p, variant=variant)

    def equations(self, cell: Lstm) -> Equations:
        """See `Operator.equations`."""
        variant = cell.variant
        refuse_if(
            "ONNX",
            {
                "LSTM without an input gate": not variant.input_gate,
                "LSTM without a forget gate": not variant.forget_gate,
                "LSTM without an output gate": not variant.output_gate,
                "full gate recurrence": cell.G is not None,
                "projection": cell.R is not None,
            },
        )
        activations = variant.gate_activation, variant.candidate_activation, variant.cell_activation
        return Equations(activations, variant.clip, input_forget=int(variant.coupled))

    def inputs(self, cell: Lstm) -> Inputs:
        """See `Operator.inputs`; with the peepholes."""
        P = None if cell.p is None else in_order(cell.p, cell.variant.gates, PEEPHOLES)
        return replace(super().inputs(cell), P=P)


OPERATORS: dict[type[Cell[Any]], Operator[Any]] = {
    Rnn: RnnOperator(),
    Gru: GruOperator(),
    Lstm: LstmOperator(),
}
