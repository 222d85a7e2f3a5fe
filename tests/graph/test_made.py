"""A kind as a layer: of the sizes asked for, and the same arrays as a scene's cell of that kind has."""

import numpy as np
import pytest

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.graph.made import layer_from, zero_layer
from lstm_gui.lessons.scene import zero_cell
from lstm_gui.simulator.layer import layer_of


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_a_layer_of_zeros_has_the_arrays_of_a_cell_of_that_kind(kind: Kind) -> None:
    layer, cell = zero_layer(kind, 3, 4, np.float32), layer_of(zero_cell(kind, 3, 4))
    shapes = {name: array.shape for name, array in layer.arrays.items()}
    assert shapes == {name: array.shape for name, array in cell.arrays.items()}
    assert layer.dtype == np.float32
    assert not any(array.any() for array in layer.arrays.values())


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_a_layer_made_of_its_own_arrays_runs_alike(kind: Kind) -> None:
    rng = np.random.default_rng(0)
    layer = zero_layer(kind, 2, 3)
    layer = layer.with_vector(rng.normal(size=layer.count))
    x = rng.normal(size=(4, 2, 2))
    assert np.array_equal(layer_from(kind, layer.arrays).forward(x).output, layer.forward(x).output)
