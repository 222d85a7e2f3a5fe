"""The inputs W, R, B and P of ONNX's recurrent operators, for one direction or two."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Self

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.shapes import check_shape


@dataclass(frozen=True, eq=False)
class Inputs:
    """The weights of an operator, or, without the first axis, those of one direction of it."""

    W: FloatArray  # (directions, gates·H, I)
    R: FloatArray  # (directions, gates·H, H)
    B: FloatArray | None = None  # (directions, 2·gates·H): Wb, then Rb
    P: FloatArray | None = None  # (directions, 3H)

    def check(self, directions: int, gates: int) -> None:
        """Raise ValueError naming the array that does not fit."""
        check_shape("R", self.R, (directions, f"{gates}·hidden", "hidden"))
        hidden = self.R.shape[2]
        check_shape("R", self.R, (directions, gates * hidden, hidden))
        check_shape("W", self.W, (directions, gates * hidden, "inputs"))
        if self.B is not None:
            check_shape("B", self.B, (directions, 2 * gates * hidden))
        if self.P is not None:
            check_shape("P", self.P, (directions, 3 * hidden))

    @property
    def directions(self) -> list[Self]:
        """The directions one by one, their arrays without the first axis."""
        return [
            type(self)(**{name: array[k] for name, array in self.arrays.items()}) for k in range(len(self.W))
        ]

    @classmethod
    def stacked(cls, directions: Sequence["Inputs"]) -> Self:
        """The inputs of which these are the directions; zeros where only one of two has an array."""
        arrays = [one.arrays for one in directions]
        present = {name: array for one in arrays for name, array in one.items()}
        return cls(
            **{
                name: np.stack([one.get(name, np.zeros_like(some)) for one in arrays])
                for name, some in present.items()
            }
        )

    @property
    def arrays(self) -> dict[str, FloatArray]:
        """The arrays by name, those that are there."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: array for name, array in values.items() if array is not None}
