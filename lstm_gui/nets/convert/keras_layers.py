"""Keras's SimpleRNN, LSTM and GRU as cells and back.

    layer       columns                 cell
    SimpleRNN   one block               h = φ(x kernel + h₋ recurrent_kernel + bias), φ = `activation`
    LSTM        i, f, c, o              φ is that of the candidate and that of c on its way to h
    GRU         z, r, h; z keeps        `reset_after`: bias has two rows, our b and our b_u; else it has one

Elsewhere bias is our b, and what our b_u adds to it.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from lstm_gui.nets.activation import SIGMOID, TANH, Activation, FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.convert.blocks import in_order
from lstm_gui.nets.convert.refusal import refuse_if
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import LstmVariant
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.shapes import check_shape


@dataclass(frozen=True, eq=False)
class Weights:
    """The arrays of a layer."""

    kernel: FloatArray  # (I, gates·H)
    recurrent_kernel: FloatArray  # (H, gates·H)
    bias: FloatArray | None = None  # (gates·H,), or (2, gates·H) in a GRU with reset_after

    def check(self, gates: int, rows_of_bias: tuple[int, ...]) -> None:
        """Raise ValueError naming the array that does not fit."""
        check_shape("recurrent_kernel", self.recurrent_kernel, ("hidden", f"{gates}·hidden"))
        hidden = len(self.recurrent_kernel)
        check_shape("recurrent_kernel", self.recurrent_kernel, (hidden, gates * hidden))
        check_shape("kernel", self.kernel, ("inputs", gates * hidden))
        if self.bias is not None:
            check_shape("bias", self.bias, (*rows_of_bias, gates * hidden))


@dataclass(frozen=True)
class Options:
    """What changes the equations of a layer."""

    activation: Activation = TANH
    recurrent_activation: Activation = SIGMOID  # LSTM, GRU
    reset_after: bool = True  # GRU


CellT = TypeVar("CellT", bound=Cell[Any])
Parameters = tuple[FloatArray, FloatArray, FloatArray, FloatArray | None]  # W, U, b, b_u


class KerasLayer(ABC, Generic[CellT]):
    """A recurrent layer of Keras."""

    name: str
    gates: tuple[str, ...]  # our names of the blocks of columns, in Keras's order
    blocks: tuple[str, ...]  # the same in our order
    options: tuple[str, ...]  # the fields of `Options` that the layer has

    @abstractmethod
    def cell(self, weights: Weights, options: Options) -> CellT:
        """The cell of these weights."""

    @abstractmethod
    def written(self, cell: CellT) -> Options:
        """The options of a cell. Raises ValueError for equations that the layer cannot express."""

    def weights(self, cell: CellT) -> Weights:
        """The arrays of a cell; no bias where it has no b_u and a b of zeros."""
        b, b_u = cell.b, cell.arrays.get("b_u")
        bias = None if b_u is None and not b.any() else self.bias(cell)
        kernel, recurrent_kernel = (self.columns(cell.arrays[name]) for name in ("W", "U"))
        return Weights(kernel, recurrent_kernel, bias)

    def bias(self, cell: CellT) -> FloatArray:
        """All biases of a cell in one row."""
        return self.columns(cell.input_bias)

    def columns(self, rows: FloatArray) -> FloatArray:
        """Our rows (gates·H, …) as Keras's columns (…, gates·H)."""
        return np.ascontiguousarray(in_order(rows, self.blocks, self.gates).T)

    def rows(self, columns: FloatArray) -> FloatArray:
        """Keras's columns (…, gates·H) as our rows (gates·H, …)."""
        return np.ascontiguousarray(in_order(columns.T, self.gates, self.blocks))

    def parameters(self, weights: Weights) -> Parameters:
        """W, U, b and b_u of a cell; without a bias b is zero."""
        W, U = self.rows(weights.kernel), self.rows(weights.recurrent_kernel)
        if weights.bias is None:
            return W, U, np.zeros_like(W[:, 0]), None
        if weights.bias.ndim == 1:
            return W, U, self.rows(weights.bias), None
        b, b_u = map(self.rows, weights.bias)
        return W, U, b, b_u


class SimpleRnn(KerasLayer[Rnn]):
    """SimpleRNN."""

    name, gates, blocks, options = "SimpleRNN", ("h",), ("h",), ("activation",)

    def cell(self, weights: Weights, options: Options) -> Rnn:
        """See `KerasLayer.cell`."""
        weights.check(1, ())
        return Rnn(*self.parameters(weights), options.activation)

    def written(self, cell: Rnn) -> Options:
        """See `KerasLayer.written`."""
        refuse_if("Keras", {"clip": cell.clip is not None})
        return Options(cell.activation)


class LstmLayer(KerasLayer[Lstm]):
    """LSTM."""

    name, gates, blocks = "LSTM", ("i", "f", "g", "o"), ("i", "f", "g", "o")
    options = ("activation", "recurrent_activation")

    def cell(self, weights: Weights, options: Options) -> Lstm:
        """See `KerasLayer.cell`."""
        weights.check(4, ())
        return Lstm(*self.parameters(weights), variant=self.variant(options))

    def written(self, cell: Lstm) -> Options:
        """See `KerasLayer.written`."""
        options = Options(cell.variant.candidate_activation, cell.variant.gate_activation)
        refuse_if(
            "Keras",
            {
                "peepholes": cell.p is not None,
                "full gate recurrence": cell.G is not None,
                "projection": cell.R is not None,
                "LSTM of this variant": cell.variant != self.variant(options),
            },
        )
        return options

    @staticmethod
    def variant(options: Options) -> LstmVariant:
        """The only variant that Keras has."""
        return LstmVariant(
            gate_activation=options.recurrent_activation,
            candidate_activation=options.activation,
            cell_activation=options.activation,
        )


class GruLayer(KerasLayer[Gru]):
    """GRU."""

    name, gates, blocks = "GRU", ("z", "r", "n"), ("r", "z", "n")
    options = ("activation", "recurrent_activation", "reset_after")

    def cell(self, weights: Weights, options: Options) -> Gru:
        """See `KerasLayer.cell`."""
        weights.check(3, (2,) if options.reset_after else ())
        return Gru(
            *self.parameters(weights),
            reset_after=options.reset_after,
            gate_activation=options.recurrent_activation,
            candidate_activation=options.activation,
        )

    def written(self, cell: Gru) -> Options:
        """See `KerasLayer.written`."""
        refuse_if("Keras", {"clip": cell.clip is not None, "GRU whose z writes the new": not cell.z_keeps})
        return Options(cell.candidate_activation, cell.gate_activation, cell.reset_after)

    def bias(self, cell: Gru) -> FloatArray:
        """Both biases of a cell, each a row, where r is applied after; else their sum."""
        if not cell.reset_after:
            return super().bias(cell)
        b_u = np.zeros_like(cell.b) if cell.b_u is None else cell.b_u
        return np.stack([self.columns(cell.b), self.columns(b_u)])


LAYERS: dict[type[Cell[Any]], KerasLayer[Any]] = {Rnn: SimpleRnn(), Lstm: LstmLayer(), Gru: GruLayer()}
