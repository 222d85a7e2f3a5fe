"""Norms keep the whole range of the floats, and call infinite what is not finite."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.diagnostics.norm import norm, spectral_norm, spectral_radius


@given(st.integers(0, 2**32 - 1), st.integers(1, 5), st.integers(0, 4))
def test_they_are_numpys_where_nothing_is_extreme(seed: int, size: int, count: int) -> None:
    matrices = np.random.default_rng(seed).normal(size=(count, size, size))
    np.testing.assert_allclose(norm(matrices), np.linalg.norm(matrices, axis=2), rtol=1e-12)
    np.testing.assert_allclose(spectral_norm(matrices), [np.linalg.norm(m, 2) for m in matrices], rtol=1e-12)
    radii = [max(abs(np.linalg.eigvals(m))) for m in matrices]
    np.testing.assert_allclose(spectral_radius(matrices), radii, rtol=1e-12)


@pytest.mark.parametrize("scale", [1e-320, 1e-300, 1e-170, 1.0, 1e170, 1e300])
def test_they_scale_with_what_they_measure(scale: float) -> None:
    np.testing.assert_allclose(norm(scale * np.array([3.0, 4.0])), 5 * scale, rtol=1e-3)
    matrix = scale * np.array([[[0.0, 2.0], [2.0, 0.0]]])
    np.testing.assert_allclose(spectral_norm(matrix), 2 * scale, rtol=1e-3)
    np.testing.assert_allclose(spectral_radius(matrix), 2 * scale, rtol=1e-3)


def test_zero_is_zero_and_what_is_not_finite_infinite() -> None:
    assert norm(np.zeros(3)) == 0
    assert norm(np.zeros(0)) == 0
    broken = np.array([[[np.inf, 0], [0, 1]], [[0, np.nan], [0, 1]], [[0, 0], [0, 0]]])
    np.testing.assert_array_equal(norm(broken), [[np.inf, 1], [np.inf, 1], [0, 0]])
    np.testing.assert_array_equal(spectral_norm(broken), [np.inf, np.inf, 0])
    np.testing.assert_array_equal(spectral_radius(broken), [np.inf, np.inf, 0])


def test_what_is_finite_but_has_a_norm_beyond_the_floats_is_infinite() -> None:
    assert norm(np.full(4, 1.7e308)) == np.inf
    assert spectral_norm(np.full((1, 4, 4), 1.7e308)) == np.inf


def test_single_precision_is_measured_in_double() -> None:
    assert norm(np.full(4, 3e38, dtype=np.float32)) == pytest.approx(6e38)
