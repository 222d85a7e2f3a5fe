"""How far gradients reach: the sentence is the number of the look, and every line can be read."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views import plot_paint
from lstm_gui.gui.training.views.reach import ReachView
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.look import Look
from lstm_gui.training.look_inside import Reach
from tests.gui.training.views.conftest import Curve, Show
from tests.gui.training.views.made_up import made_up


@pytest.fixture
def view(show: Show, style: Style) -> ReachView:
    return show(ReachView(style), (560, 280))


def reaching(norms: FloatArray) -> Look:
    """A look whose memory gets these norms."""
    look = made_up(steps=len(norms))
    return replace(look, reach=Reach(len(norms) - 1, {"h": norms / 2, "c": norms}))


FALLING = 10.0 ** np.linspace(-6, 0, 31)  # a fifth of a power each step: under a hundredth after 11


def test_the_sentence_is_the_distance(view: ReachView) -> None:
    look = reaching(FALLING)
    view.show_look(look)
    assert look.reach is not None
    distance = look.reach.distance("c")
    assert f"t = 31 reaches {distance} steps back (1 %)" in view.accessibleDescription()
    cases = {
        "reaches all the way": np.linspace(0.5, 1, 31),
        "could hardly be better": np.zeros(31),
        "explodes": np.full(31, np.inf),
    }
    for words, norms in cases.items():
        view.show_look(reaching(norms))
        assert words in view.accessibleDescription()
        assert not view.grab().isNull()


def test_the_line_is_the_norms_on_an_axis_of_powers(view: ReachView, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Curve] = []
    monkeypatch.setattr(plot_paint, "draw_line", lambda _painter, places, _pen: found.append(places))
    view.show_look(reaching(FALLING))
    view.grab()
    assert view.place is not None
    _, axes = view.place
    assert (axes.low, axes.high) == (-7, 0)
    wanted = axes.places(np.log10(FALLING).tolist())
    assert any(np.allclose(places, wanted) for places in found if len(places) == 31)


def test_the_axis_changes_in_whole_powers_and_has_a_floor_that_is_said(view: ReachView) -> None:
    view.show_look(reaching(10.0 ** np.linspace(-30, 0, 31)))
    assert "less than 10⁻¹²" in view.hints()[0]
    changes = []
    for low, high in ((-30, 0), (-9, -1), (-3, 2)):
        view.show_look(reaching(10.0 ** np.linspace(low, high, 31)))
        changes.append(view.changed)
        assert not view.grab().isNull()
    assert changes == [False, False, True]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_every_cell_has_its_memory_first(view: ReachView, kind: Kind) -> None:
    view.show_look(made_up(kind=kind))
    memory = {"mlstm": "C", "lstm": "c", "slstm": "c"}.get(kind.family, "h")
    assert view.lines[0].name == memory
    assert not view.grab().isNull()


def test_of_several_layers_each_is_named_with_its_distance(view: ReachView) -> None:
    look = made_up(layers=2, both=True, steps=21)
    view.show_look(look)
    told = view.accessibleDescription()
    assert look.reach is not None
    for part, words in (("0.forward.", "→ layer 1"), ("1.backward.", "← layer 2")):
        distance = look.reach.distance(f"{part}c")
        assert f"{words} {'all the way' if distance is None else distance}" in told
    assert "t + 10" in view.words(20, 3)
    assert "at t itself:" in view.words(10, 0)
    view.show_look(
        replace(look, reach=Reach(10, {name: norms * np.inf for name, norms in look.reach.norms.items()}))
    )
    assert "explodes" in view.accessibleDescription()
    assert not view.grab().isNull()


def test_a_step_is_read_by_pointer_and_keys(view: ReachView) -> None:
    view.show_look(reaching(FALLING))
    assert view.place is not None
    frame, axes = view.place
    QTest.mouseMove(view, QPointF(axes.x(21), axes.y(np.log10(FALLING[20]))).toPoint())
    assert view.reading == (20, 0)
    assert "at t − 10: norm 0.01 · 1 % of that at t" in view.words(20, 0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.reading == (20, 1)
    assert not view.grab().isNull()
    assert view.place_at(QPointF(frame.left() - 9, frame.top())) is None
    view.show_look(reaching(np.zeros(31)))
    assert "norm 0" in view.words(3, 0)
    assert view.place_at(frame.center()) is not None


def test_the_table_has_every_step(view: ReachView) -> None:
    view.show_look(reaching(FALLING))
    numbers = view.numbers()
    assert [row[0] for row in numbers.rows] == [str(n - 30) for n in range(31)]
    assert [float(row[1]) for row in numbers.rows] == pytest.approx(FALLING.tolist(), rel=1e-4)


def test_a_look_without_gradients_is_told_so(view: ReachView) -> None:
    view.show_look(replace(made_up(), reach=None))
    assert not view.grab().isNull()
    assert view.extent() == (0, 0)
    assert view.hints() == ()


def test_one_step_is_told_as_one(view: ReachView) -> None:
    view.show_look(reaching(np.array([1e-9, 1e-9, 1e-3, 1.0])))
    assert "reaches one step back" in view.accessibleDescription()
