"""Saturation: the bars are the shares, with their numbers."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views.saturation import SaturationView
from lstm_gui.nets.diagnostics.saturation import Saturation
from tests.gui.training.views.conftest import Show
from tests.gui.training.views.made_up import made_up


@pytest.fixture
def view(show: Show, style: Style) -> SaturationView:
    return show(SaturationView(style), (420, 260))


def test_a_bar_is_as_long_as_its_share(view: SaturationView, style: Style) -> None:
    found = {"f": Saturation(np.array([0.0, 0.2]), np.array([0.4, 0.6]))}
    view.show_look(replace(made_up(), saturation=found))
    track, image = view.row(0), view.grab().toImage()
    ink = style.palette.role("f").graphic
    filled = [
        image.pixelColor(round(x), round(track.center().y())) == ink
        for x in np.linspace(track.left() + 2, track.right() - 2, 101)
    ]
    assert sum(filled[50:]) == pytest.approx(50, abs=2)
    assert not any(filled[15:48])
    assert "low end in 10 %" in view.words(0, 0)
    assert "high end in 50 %" in view.words(0, 0)
    assert "unit 2: 80 %" in view.words(0, 0)
    assert "f is the most saturated: 60 %" in view.accessibleDescription()


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_every_cell_shows_what_it_squashes(view: SaturationView, kind: Kind) -> None:
    look = made_up(kind=kind, units=3)
    view.show_look(look)
    assert {name for name, _ in view.rows} == set(look.saturation)
    assert not view.grab().isNull()
    assert len(view.numbers().rows) == 3 * len(view.rows)


def test_what_the_xlstm_calls_f_and_what_has_long_names(view: SaturationView) -> None:
    one = Saturation(np.array([0.1]), np.array([0.1]))
    view.show_look(replace(made_up(kind=Kind.of("slstm"), units=1), saturation={"f": one}))
    assert "f is" in view.words(0, 0)
    assert "unit" not in view.words(0, 0).removesuffix("units")[60:]
    view.show_look(replace(made_up(units=1), saturation={"tanh_c": one}))
    assert "tanh c is" in view.words(0, 0)
    assert not view.grab().isNull()


def test_another_layer_is_shown(view: SaturationView) -> None:
    look = made_up(layers=2)
    view.show_look(look)
    view.show_part_of("1.")
    assert view.hints() == ("layer 2",)
    assert view.rows[0][1] is look.saturation[f"1.{view.rows[0][0]}"]


def test_a_row_is_read_by_pointer_and_keys(view: SaturationView) -> None:
    view.show_look(made_up())
    QTest.mouseMove(view, view.row(2).center().toPoint())
    assert view.reading == (0, 2)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.reading == (0, 1)
    assert not view.grab().isNull()
    assert view.step_of(0) is None
    assert view.place_at(QPointF(3, 3)) is None
    view.mark_step(0)
    assert view.reading is None


def test_a_cell_without_ends_says_so(view: SaturationView) -> None:
    view.show_look(replace(made_up(), saturation={}))
    assert "no function with an end" in view.accessibleDescription()
    assert not view.grab().isNull()
