"""The GRU's way back: what saturated and clipped gates let through, and where its biases part."""

import numpy as np
import pytest

from tests.nets.cells import GRU_VARIANTS, both_precisions, drawn, drawn_gru

conventions = pytest.mark.parametrize("name", [name for name in GRU_VARIANTS if name.startswith("reset")])


@conventions
@both_precisions
@pytest.mark.parametrize("far", [-1e4, 1e4])
def test_saturated_gates_let_no_gradient_through_and_nothing_breaks(
    name: str, far: float, dtype: type
) -> None:
    rng = np.random.default_rng(0)
    cell = drawn_gru(name, rng, 2, 3, dtype)
    cell.b[:] = far
    h_0, d_last = drawn(rng, dtype, 2, 2, 3)
    trace = cell.forward(drawn(rng, dtype, 5, 2, 2), h_0)
    gradients = cell.backward(trace, np.zeros_like(trace.h), (d_last,))
    np.testing.assert_array_equal(gradients.vector, 0)
    np.testing.assert_array_equal(gradients.x, 0)
    np.testing.assert_array_equal(gradients.state[0], d_last if (far > 0) == cell.z_keeps else 0)


@pytest.mark.parametrize("reset_after", [True, False])
def test_the_two_biases_part_where_the_reset_gate_stands_between_them(reset_after: bool) -> None:
    rng = np.random.default_rng(0)
    place = "after" if reset_after else "before"
    cell = drawn_gru(f"reset {place}, z keeps, two biases", rng, 2, 3)
    trace = cell.forward(rng.normal(size=(4, 2, 2)))
    found = cell.backward(trace, np.ones((4, 2, 3)))
    n = cell.rows("n")
    np.testing.assert_allclose(found["b"][:6], found["b_u"][:6], 1e-12)
    assert bool(np.allclose(found["b"][n], found["b_u"][n])) != reset_after


def test_where_z_is_clipped_it_has_no_gradient() -> None:
    rng = np.random.default_rng(0)
    cell = drawn_gru("clipped", rng, 2, 3)
    trace = cell.forward(rng.normal(size=(5, 2, 2)), rng.normal(size=(2, 3)))
    d_z = cell.unwind(trace, np.ones((5, 2, 3)), (np.ones((2, 3)),)).d_z
    clipped = np.abs(trace.z) == 1
    assert clipped.any()
    np.testing.assert_array_equal(d_z[clipped], 0)
    reached = ~clipped
    reached[..., cell.rows("r")] &= ~clipped[..., cell.rows("n")]  # r acts through n alone
    np.testing.assert_array_equal(d_z != 0, reached)
