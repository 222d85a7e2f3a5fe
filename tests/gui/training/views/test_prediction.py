"""What a network answers: every line and every colour is the number of the look, and can be read."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.heat import gate_table, shades
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views.chances_face import ChancesFace, chance_text, given_to_right, right_ones
from lstm_gui.gui.training.views.numbers_face import NumbersFace
from lstm_gui.gui.training.views.prediction import PredictionView
from lstm_gui.training.tasks.forecasting.ahead import Ahead
from tests.gui.training.views.conftest import Curve, Show
from tests.gui.training.views.made_up import made_up

SIZE = (620, 360)


@pytest.fixture
def view(show: Show, style: Style) -> PredictionView:
    return show(PredictionView(style), SIZE)


def test_nothing_yet_says_what_will_stand_there(view: PredictionView) -> None:
    view.show_look(None)
    assert "Press Start" in view.accessibleDescription()
    assert not view.grab().isNull()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.mouseMove(view, QPoint(200, 100))
    view.copy()
    assert view.reading is None


# Numbers


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(outputs=st.integers(1, 6), steps=st.integers(2, 60), seed=st.integers(0, 99))
def test_the_lines_are_the_answers_and_the_truth(
    style: Style, drawn: list[Curve], outputs: int, steps: int, seed: int
) -> None:
    view = PredictionView(style)
    view.resize(*SIZE)
    look = made_up(outputs=outputs, steps=steps, seed=seed)
    view.show_look(look)
    drawn.clear()
    view.grab()
    face = view.face
    assert isinstance(face, NumbersFace)
    assert face.rows
    for output, _, axes in face.rows:
        asked = look.target[look.counts > 0, output]
        assert axes.low <= asked.min()
        assert axes.high >= asked.max()
        wanted = axes.places(look.y[:, output].tolist())
        assert any(len(places) == steps and np.allclose(places, wanted) for places in drawn)
    view.deleteLater()


def test_a_truth_that_counts_once_is_a_ring_and_is_read(view: PredictionView) -> None:
    look = made_up(steps=9)
    counts = np.zeros(9, np.float32)
    counts[-1] = 1
    view.show_look(replace(look, counts=counts, output_names=("sum",)))
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_End)
    assert view.reading == (8, 0)
    words = view.words(8, 0)
    assert "sum" in words
    assert f"right is {look.target[8, 0]:g}" in words
    assert "nothing is asked here" in view.words(0, 0)
    assert "off by" in view.accessibleDescription()


def test_an_answer_that_is_off_stands_where_it_is_and_a_wild_one_at_the_edge(view: PredictionView) -> None:
    look = replace(made_up(steps=3), counts=np.array([0, 0, 1], np.float32), target=np.full((3, 1), 0.5))
    for said, inside in ((1.1, True), (-0.2, True), (50.0, False)):
        view.show_look(replace(look, y=np.array([[0.1], [0.2], [said]])))
        face = view.face
        assert isinstance(face, NumbersFace)
        _, _, axes = face.rows[0]
        assert (axes.low <= said <= axes.high) == inside
        assert axes.low <= 0.5 <= axes.high


def test_a_forecast_runs_free_from_a_marked_step_with_its_error_below(
    view: PredictionView, drawn: list[Curve]
) -> None:
    look = made_up(steps=40)
    free = np.linspace(0, 1, 10)[:, np.newaxis]
    error = np.linspace(0.1, 0.9, 10)
    ahead = Ahead(20, free, free, free, error, error / 2, 7)
    view.show_look(replace(look, ahead=ahead, step_names=tuple(str(1900 + n) for n in range(40))))
    view.grab()
    face = view.face
    assert isinstance(face, NumbersFace)
    assert face.errors is not None
    _, _, axes = face.rows[0]
    wanted = np.column_stack([[axes.x(21 + n) for n in range(10)], [axes.y(v) for v in free[:, 0]]])
    assert any(places.shape == wanted.shape and np.allclose(places, wanted) for places in drawn)
    _, below = face.errors
    assert any(np.allclose(places, below.places(error.tolist())) for places in drawn if len(places) == 10)
    told = "running free on its own answers, by 0.9 after 10 steps"
    for own, unit in (
        (False, "(RMSE, in the scale of the loss)"),
        (True, "(RMSE, in the series’ own units)"),
    ):
        view.show_look(replace(look, ahead=replace(ahead, own_units=own)))
        view.grab()
        assert f"{told} {unit}" in view.accessibleDescription()
    view.show_look(replace(look, ahead=ahead, step_names=tuple(str(1900 + n) for n in range(40))))
    assert "t = 21 (1920)" in view.words(20, 0)


def test_a_forecast_that_runs_away_is_drawn_at_the_edge(view: PredictionView) -> None:
    free = np.array([[1.0], [np.inf], [np.nan]])
    error = np.array([0.1, np.inf, np.inf])
    view.show_look(replace(made_up(steps=12), ahead=Ahead(6, free, free, free, error, np.full(3, 0.1), 1)))
    assert not view.grab().isNull()
    assert "∞" in view.accessibleDescription()


def test_more_answers_than_there_is_room_for_come_by_the_arrows(view: PredictionView) -> None:
    view.show_look(made_up(outputs=9))
    face = view.face
    assert isinstance(face, NumbersFace)
    assert face.first == 0
    assert "of 9" in view.accessibleDescription()
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.reading == (0, 8)
    assert face.rows[-1][0] == 8


def test_pointing_reads_a_step_and_leaving_ends_it(view: PredictionView, qtbot: QtBot) -> None:
    view.show_look(made_up())
    face = view.face
    assert isinstance(face, NumbersFace)
    _, frame, axes = face.rows[0]
    with qtbot.waitSignal(view.step_read) as told:
        QTest.mouseMove(view, QPointF(axes.x(5), frame.center().y()).toPoint())
    assert told.args == [4]
    assert view.reading == (4, 0)
    QTest.mouseMove(view, QPoint(2, 2))
    assert view.reading is None


def test_the_numbers_are_copied_as_a_table(view: PredictionView) -> None:
    look = made_up(outputs=2)
    view.show_look(replace(look, output_names=("a", "b")))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == look.steps + 1
    assert lines[0].split("\t")[1] == "a: answer"
    for line, said, counted in zip(lines[1:], look.y, look.counts, strict=True):
        cells = line.split("\t")
        assert float(cells[1]) == pytest.approx(said[0], rel=1e-4)
        assert (cells[2] == "") == (counted == 0)


# Probabilities


def colour_at(view: PredictionView, where: QPointF) -> QColor:
    return view.grab().toImage().pixelColor(where.toPoint())


@pytest.mark.parametrize("answers", ["classes", "bits"])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(outputs=st.integers(2, 6), steps=st.integers(2, 12), seed=st.integers(0, 99))
def test_a_colour_is_the_probability(
    qapp: object, style: Style, answers: str, outputs: int, steps: int, seed: int
) -> None:
    assert qapp
    look = made_up(answers, outputs=outputs, steps=steps, seed=seed)
    look = replace(look, counts=np.ones(steps, np.float32))
    view = PredictionView(style)
    view.resize(*SIZE)
    view.show_look(look)
    face = view.face
    assert isinstance(face, ChancesFace)
    assert face.shown == tuple(range(outputs))
    image, table = view.grab().toImage(), gate_table(style, "o")
    each = face.frame.height() / outputs
    for t in range(steps):
        for n in range(outputs):
            corner = QPointF(face.axes.x(t + 0.62), face.frame.top() + (n + 0.12) * each)
            seen = image.pixelColor(corner.toPoint())
            wanted = QColor.fromRgba(int(table[shades(look.y[t, [n]], 0, 1)[0]]))
            assert abs(seen.red() - wanted.red()) + abs(seen.blue() - wanted.blue()) <= 4
    view.deleteLater()


def test_what_is_right_is_ringed_and_read(view: PredictionView) -> None:
    look = made_up("classes", outputs=3, steps=6)
    names = ("A", " ", "C")
    view.show_look(replace(look, output_names=names, step_names=("x", "\n", "z", "x", "y", "z")))
    asked = int(np.flatnonzero(look.counts)[0])
    right = int(look.target[asked])
    words = view.words(asked, 0)
    assert f"right: {names[right].replace(' ', '␣')}" in words
    assert f"p(A) = {look.y[asked, 0]:.2f}" in words
    assert right_ones(look)[asked].tolist() == [n == right for n in range(3)]
    assert not right_ones(look)[look.counts == 0].any()
    np.testing.assert_array_equal(given_to_right(look, look.y)[asked], look.y[asked, right])
    assert not view.grab().isNull()
    rows = view.numbers().rows
    assert rows[1][0] == "↵"
    assert len(rows) == 6


def test_bits_are_as_sure_as_the_least_of_them() -> None:
    look = replace(
        made_up("bits", outputs=2, steps=1), y=np.array([[0.9, 0.4]]), target=np.array([[1.0, 0.0]])
    )
    assert given_to_right(look, look.y)[0] == pytest.approx(0.6)


def test_of_many_classes_the_right_and_the_likeliest_are_shown(view: PredictionView) -> None:
    look = made_up("classes", outputs=96, steps=400)
    few = np.where(np.arange(400) % 2, 17, 71)
    view.show_look(replace(look, target=few))
    face = view.face
    assert isinstance(face, ChancesFace)
    assert len(face.shown) < 96
    assert {17, 71} <= set(face.shown)
    assert "of 96" in view.accessibleDescription()
    before = face.shown
    view.show_look(replace(look, target=few, step=101, y=look.y + 1e-4))
    assert face.shown == before
    QTest.mouseMove(view, face.frame.center().toPoint())
    assert view.reading is not None
    assert face.upper is not None
    QTest.mouseMove(view, face.upper[0].center().toPoint())
    assert view.reading[1] == 0
    assert face.place_at(QPointF(3, 3)) is None
    assert not view.grab().isNull()


def test_probabilities_near_the_ends_are_told_as_such() -> None:
    assert [chance_text(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0.00",
        "<0.01",
        "0.50",
        ">0.99",
        "1.00",
    ]


def test_a_run_of_another_kind_takes_the_place(view: PredictionView) -> None:
    view.show_look(made_up("classes", outputs=4))
    view.read((3, 3))
    view.show_look(made_up(outputs=1))
    assert view.reading is None
    assert isinstance(view.face, NumbersFace)
    assert not view.grab().isNull()


def test_an_earlier_answer_is_named_beside_the_title(view: PredictionView) -> None:
    look = made_up()
    for step in (1, 10, 30):
        view.show_look(replace(look, step=step))
    assert view.hints() == ("faint: update 10",)
    assert not view.grab().isNull()
    view.show_look(replace(made_up("bits", outputs=2), step=1))
    view.show_look(replace(made_up("bits", outputs=2), step=9))
    assert view.hints()
    assert not view.grab().isNull()


def test_the_keys_that_read_are_kept_from_the_window(view: PredictionView) -> None:
    """Arrows move a checkpoint elsewhere; here they go from number to number."""

    def kept(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    control = Qt.KeyboardModifier.ControlModifier
    assert not kept(Qt.Key.Key_Right)
    view.show_look(made_up())
    assert kept(Qt.Key.Key_Right)
    assert kept(Qt.Key.Key_C, control)
    assert not kept(Qt.Key.Key_Right, control)
    assert not kept(Qt.Key.Key_Space)
    assert not kept(Qt.Key.Key_Escape)
    view.read((1, 0))
    assert kept(Qt.Key.Key_Escape)


def test_updates_are_said_in_digits_of_the_persons_country(view: PredictionView) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    try:
        view.show_look(made_up(step=3425))
        assert "update 3,425" in view.accessibleDescription()
    finally:
        QLocale.setDefault(before)
