"""Sizes of vectors and matrices over the whole range of the floats: none is squared that would underflow."""

from collections.abc import Callable

import numpy as np

from lstm_gui.nets.activation import FloatArray


def norm(vectors: FloatArray) -> FloatArray:
    """The 2-norms (…,) of vectors (…, n) as float64; infinite where a number is not finite."""
    wide = np.abs(vectors.astype(np.float64))
    largest = wide.max(axis=-1, initial=0)
    scale = np.where((largest > 0) & np.isfinite(largest), largest, 1)
    with np.errstate(over="ignore", invalid="ignore"):  # what is too large for a float is to be infinite
        found = scale * np.sqrt(np.square(wide / scale[..., np.newaxis]).sum(axis=-1))
    return np.where(np.isfinite(largest), found, np.inf)


def spectral_norm(matrices: FloatArray) -> FloatArray:
    """The 2-norms (N,) of matrices (N, m, n), their largest singular values; infinite as above."""
    return _of_finite(matrices, lambda finite: np.linalg.svd(finite, compute_uv=False).max(axis=-1))


def spectral_radius(matrices: FloatArray) -> FloatArray:
    """The largest absolute eigenvalues (N,) of matrices (N, n, n); infinite as above."""
    return _of_finite(matrices, lambda finite: np.abs(np.linalg.eigvals(finite)).max(axis=-1))


def _of_finite(matrices: FloatArray, measure: Callable[[FloatArray], FloatArray]) -> FloatArray:
    """What `measure` says of those that are finite, as float64, and infinity of the others."""
    finite = np.isfinite(matrices).all(axis=(1, 2))
    found = np.full(len(matrices), np.inf)
    with np.errstate(over="ignore", invalid="ignore"):  # as in `norm`
        found[finite] = measure(matrices[finite].astype(np.float64))
    return found
