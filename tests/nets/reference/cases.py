"""What is compared with PyTorch: modules of all kinds, forms and sizes, and the golden selection of them."""

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
GOLDEN = Path(__file__).with_name("golden.npz")
MODES = ("RNN_TANH", "RNN_RELU", "LSTM", "GRU")


@dataclass(frozen=True)
class Case:
    """One module, and the sizes of one run of it."""

    mode: str  # one of MODES
    single: bool  # float32, else float64
    layers: int = 1
    bidirectional: bool = False
    bias: bool = True
    proj_size: int = 0
    lengths: tuple[int, ...] | None = None  # (B,), each from 1
    inputs: int = 2
    hidden: int = 3
    steps: int = 8  # enough for a kernel
    batch: int = 2

    @property
    def name(self) -> str:
        """A name in the golden file."""
        words = {
            "layers": self.layers > 1,
            "bidirectional": self.bidirectional,
            "unbiased": not self.bias,
            "projected": self.proj_size > 0,
            "packed": self.lengths is not None,
        }
        precision = "float32" if self.single else "float64"
        return "-".join([self.mode, *(word for word, holds in words.items() if holds), precision])

    @property
    def rng(self) -> np.random.Generator:
        """Draws what the golden file has for this case."""
        return np.random.default_rng(zlib.crc32(self.name.encode()))

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64."""
        return np.dtype(np.float32 if self.single else np.float64)

    @property
    def states(self) -> tuple[str, ...]:
        """What the module carries."""
        return ("h", "c") if self.mode == "LSTM" else ("h",)


FORMS: tuple[dict[str, Any], ...] = (
    {},
    {"bidirectional": True, "lengths": (8, 4)},
    {"layers": 2, "bias": False, "lengths": (3, 8)},
)
PROJECTED: tuple[dict[str, Any], ...] = (
    {},
    {"layers": 2, "bidirectional": True, "lengths": (8, 1)},
)
GOLDEN_CASES = [
    *(Case(mode, single, **form) for mode in MODES for form in FORMS for single in (True, False)),
    *(Case("LSTM", single, proj_size=2, **form) for form in PROJECTED for single in (True, False)),
]
