"""Applies one activation to each block of pre-activations, in as few calls as the blocks allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np

from lstm_gui.nets.activation import SIGMOID, TANH, Activation, FloatArray


@dataclass(frozen=True)
class Block:
    """A block of columns: where its pre-activations stand, where its activations go, and what is applied."""

    z: slice
    a: slice
    activation: Activation

    @property
    def is_tanh(self) -> bool:
        """Whether it is a tanh or, σ(z) = ½ tanh(z/2) + ½, a tanh in disguise."""
        return self.activation in (SIGMOID, TANH)

    @property
    def shift(self) -> int:
        """How far its activations stand from its pre-activations; neighbours share it."""
        return int(self.a.start - self.z.start)


class Squash:
    """The activations of some blocks, made ready once for a cell."""

    def __init__(self, blocks: Sequence[Block], dtype: np.dtype[Any], clip: float | None = None) -> None:
        """Blocks that follow each other are given in order. `clip` bounds every |z| before it is squashed."""
        self.clip = clip
        runs = [list(run) for _, run in groupby(blocks, key=lambda block: (block.is_tanh, block.shift))]
        self._tanh = [_TanhRun(run, dtype) for run in runs if run[0].is_tanh]
        self._others = [block for run in runs if not run[0].is_tanh for block in run]
        self._blocks = blocks

    def __call__(self, z: FloatArray, a: FloatArray) -> None:
        """Write the activations of z (B, rows) into a (B, columns)."""
        if self.clip is not None:
            for block in self._blocks:
                z[:, block.z].clip(-self.clip, self.clip, out=z[:, block.z])
        for run in self._tanh:
            run(z, a)
        for block in self._others:
            a[:, block.a] = block.activation.value(z[:, block.z])

    def slope(self, block: Block, z: FloatArray, a: FloatArray) -> FloatArray:
        """da/dz of one block, from z (T, B, rows) and a (T, B, columns) of a run; 0 where z is clipped."""
        z, a = z[..., block.z], a[..., block.a]
        slope = block.activation.slope(z, a)
        if self.clip is not None:
            slope = np.where(np.abs(z) < self.clip, slope, 0).astype(z.dtype)
        return slope


class _TanhRun:
    """Neighbouring blocks as one k·tanh(k z) + s, with k = ½, s = ½ for σ and k = 1, s = 0 for tanh."""

    def __init__(self, blocks: Sequence[Block], dtype: np.dtype[Any]) -> None:
        self.z = slice(blocks[0].z.start, blocks[-1].z.stop)
        self.a = slice(blocks[0].a.start, blocks[-1].a.stop)
        logistic = np.concatenate(
            [np.full(block.z.stop - block.z.start, block.activation == SIGMOID) for block in blocks]
        )
        self.k = np.where(logistic, 0.5, 1.0).astype(dtype)
        self.s = np.where(logistic, 0.5, 0.0).astype(dtype)

    def __call__(self, z: FloatArray, a: FloatArray) -> None:
        out = a[:, self.a]
        np.multiply(z[:, self.z], self.k, out=out)
        np.tanh(out, out=out)
        out *= self.k
        out += self.s
