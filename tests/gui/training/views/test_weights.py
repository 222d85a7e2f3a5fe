"""Weights: no number of a network is left out, and each has the colour and the words of its own."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.gui.simulator.heat import shades, signed_table
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views.weight_maps import READOUT, weight_maps
from lstm_gui.gui.training.views.weights import WeightsView
from tests.gui.training.views.conftest import Show
from tests.gui.training.views.made_up import made_up


@pytest.fixture
def view(show: Show, style: Style) -> WeightsView:
    return show(WeightsView(style), (480, 460))


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
@pytest.mark.parametrize("layers", [1, 2])
def test_every_parameter_of_every_cell_is_on_some_map(kind: Kind, layers: int) -> None:
    look = made_up(kind=kind, units=3, layers=layers)
    shown = []
    for part in look.parts:
        maps = weight_maps(look.weights, part, graph_of(kind), 3)
        shown += [one.values.ravel() for one in maps if one.block != READOUT]
    shown += [one.values.ravel() for one in maps if one.block == READOUT]
    wanted = np.concatenate([array.ravel() for array in look.weights.values()])
    np.testing.assert_array_equal(np.sort(np.concatenate(shown)), np.sort(wanted))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(units=st.integers(1, 8), inputs=st.integers(1, 8), seed=st.integers(0, 9))
def test_a_colour_is_the_weight(qapp: object, style: Style, units: int, inputs: int, seed: int) -> None:
    assert qapp
    view = WeightsView(style)
    view.resize(480, 460)
    view.show_look(made_up(units=units, inputs=inputs, outputs=2, seed=seed))
    image = view.grab().toImage()
    across, down = view.extent()
    for column in range(across):
        one, box, own = view.found(column)
        table = signed_table(style, view.role(one.block))
        for row in range(min(down, one.values.shape[0])):
            rows, columns = one.values.shape
            x, y = (
                box.left() + (own + 0.5) * box.width() / columns,
                box.top() + (row + 0.5) * box.height() / rows,
            )
            wanted = QColor.fromRgba(int(table[shades(one.values[row, [own]], -view.limit, view.limit)[0]]))
            assert image.pixelColor(round(x - 0.5), round(y - 0.5)) == wanted
            assert view.place_at(QPointF(x, y)) == (column, row)
    view.deleteLater()


def test_a_weight_is_read_by_pointer_and_keys(view: WeightsView) -> None:
    look = made_up(units=4, inputs=2)
    view.show_look(look)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.reading == (0, 0)
    first = view.looks.ordered_blocks[0]
    assert view.words(0, 0).startswith(f"W of {first}, unit 1 ← input 1: ")
    assert view.words(2, 0).startswith(f"U of {first}, unit 1 ← unit 1: ")
    assert "←" not in view.words(6, 3)
    assert not view.grab().isNull()
    tile = view.tiles[1]
    QTest.mouseMove(view, tile.maps[0][1].center().toPoint())
    assert view.reading is not None
    assert tile.block in view.words(*view.reading)
    across, _ = view.extent()
    assert "the answer, answer 1" in view.words(across - 1, 3)
    assert view.place_at(QPointF(1, 1)) is None
    assert view.step_of(0) is None


def test_another_layer_is_shown_and_reads_the_one_below(view: WeightsView) -> None:
    view.show_look(made_up(units=3, layers=2))
    view.show_part_of("1.")
    assert view.hints() == ("layer 2",)
    assert "← unit 1" in view.words(0, 0)
    assert not view.grab().isNull()


def test_many_weights_are_means_and_that_is_said(view: WeightsView) -> None:
    view.resize(300, 220)
    view.show_look(made_up(units=64, inputs=96, outputs=96))
    assert "the mean of" in view.accessibleDescription()
    assert not view.grab().isNull()


def test_the_table_has_a_row_for_each_unit_of_each_array(view: WeightsView) -> None:
    look = made_up(units=2, inputs=1)
    view.show_look(look)
    numbers = view.numbers()
    assert sum(len(row) - 3 for row in numbers.rows) == sum(array.size for array in look.weights.values())
    assert "numbers in all" in view.accessibleDescription()


def test_nothing_yet(view: WeightsView) -> None:
    assert view.extent() == (0, 0)
    assert not view.grab().isNull()
