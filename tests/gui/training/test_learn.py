"""The room "Learn": one click starts, nothing is locked, one goes back in training time."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMenu, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.compare.desk import desk_of
from lstm_gui.gui.training.fields import SettingField
from lstm_gui.gui.training.learn import Column, LearnRoom
from lstm_gui.gui.training.session import Session
from lstm_gui.nets.optimisers import Sgd
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan, with_rate
from lstm_gui.training.presets.catalogue import PRESETS
from lstm_gui.training.task_choice import TaskChoice
from tests.gui.training.process import InThread

SMALL = Plan(
    TaskChoice("adding", (("length", 10.0),)),
    NetworkChoice(units=2),
    Learning(steps=900_000, batch=4, validate_every=5, stop_when_solved=False),
)
LEFT = Qt.MouseButton.LeftButton
MakeRoom = Callable[..., LearnRoom]


@pytest.fixture
def make_room(qtbot: QtBot) -> Iterator[MakeRoom]:
    made: list[LearnRoom] = []

    def make(plan: Plan = SMALL) -> LearnRoom:
        room = LearnRoom(Session(plan, InThread), Style(palette("light")))
        made.append(room)
        qtbot.addWidget(room)
        room.resize(1040, 820)
        with qtbot.waitSignal(room.session.looked):
            room.show()
        return room

    yield make
    for room in made:
        room.session.end()
        room.session.deleteLater()


def field(room: LearnRoom, words: str) -> SettingField:
    head = room.head
    return next(one for one in (*head.options, *head.network, *head.learning) if one.setting.words == words)


def shown(session: Session) -> int | None:
    """Which update is looked at, asked anew."""
    return session.shown_step


def one_update(qtbot: QtBot, room: LearnRoom, count: int = 1) -> None:
    for _ in range(count):
        step = room.session.history.now.last_step + 1
        QTest.mouseClick(room.head.transport.one, LEFT)
        qtbot.waitUntil(lambda step=step: step in room.session.checkpoints.steps)  # type: ignore[misc]


def test_one_click_on_start_leads_to_curves_and_answers(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room()
    assert room.head.transport.play.text() == "Start"
    QTest.mouseClick(room.head.transport.play, LEFT)
    qtbot.waitUntil(lambda: len(room.losses.picture.curve.validated) > 0)
    assert room.losses.picture.baseline is not None
    qtbot.waitUntil(lambda: "baseline" in room.losses.accessibleDescription())
    assert room.head.transport.play.text() == "Pause"
    QTest.mouseClick(room.head.transport.play, LEFT)
    qtbot.waitUntil(lambda: room.head.transport.play.text() == "Go on")
    assert room.answers.look is not None
    assert room.probe.look is room.answers.look


def test_every_field_changes_the_plan_and_shows_what_is_planned(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room()
    head, session = room.head, room.session
    QTest.mouseClick(head.fold, LEFT)
    for one in (*head.options, *head.network, *head.learning):
        control, before = one.control, session.plan
        if isinstance(control, QComboBox):
            control.setCurrentIndex((control.currentIndex() + 1) % control.count())
            control.activated.emit(control.currentIndex())
        elif isinstance(control, QCheckBox):
            control.toggle()
        else:
            control.setFocus()
            QTest.keyClick(control, Qt.Key.Key_Up)
        assert session.plan != before, one.setting.words
        assert one.setting.get(session.plan) != one.setting.get(before)
        assert one.setting.words in session.changes.undo_label
        session.undo()
        assert session.plan == before
        one.show_plan(before)
    for name in ("gru", "rnn"):
        QTest.mouseClick(head.cells.buttons[name], LEFT)
        assert session.plan.network.kind.family == name
    qtbot.waitUntil(lambda: session.begun_now is not None)


def test_a_change_while_it_learns_is_marked_with_words(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room()
    one_update(qtbot, room)
    box = field(room, "batch").control
    assert isinstance(box, QSpinBox)
    box.setValue(9)
    assert [mark.step for mark in room.session.history.marks] == [1]
    qtbot.waitUntil(lambda: len(room.losses.picture.marks) == 1)
    room.losses.grab()
    room.session.undo()
    assert box.value() == 4
    room.session.redo()
    assert box.value() == 9


def test_another_task_brings_its_own_options_and_plan(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room()
    one_update(qtbot, room)
    room.head.tasks.task_chosen.emit("associative_recall")
    assert [one.setting.words for one in room.head.options] == ["facts"]
    assert room.head.tasks.currentData() == "associative_recall"
    assert room.session.history.ghosts == []
    with qtbot.waitSignal(room.session.begun):
        room.session.undo()
    assert [one.setting.words for one in room.head.options] == ["length"]


def test_every_preset_is_a_plan_that_can_be_taken_and_taken_back(
    qtbot: QtBot, make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # there is no screen to open it on
    room = make_room()
    QTest.mouseClick(room.head.presets, LEFT)
    menu = room.head.preset_menu
    assert menu is not None
    below = [found for found in menu.findChildren(QMenu) if found is not menu]
    assert [found.title() for found in below] == [preset.title for preset in PRESETS]
    for preset, found in zip(PRESETS, below, strict=True):
        assert found.menuAction().toolTip() == preset.claim
        *actions, _, together = found.actions()
        assert together.text() == "Compare them"
        for setting, action in zip(preset.settings, actions, strict=True):
            action.trigger()
            assert room.session.plan == replace(setting.plan, seed=0)
            assert preset.title in room.session.changes.undo_label
            room.session.undo()
        with qtbot.waitSignal(room.room_wanted, check_params_cb=lambda name: name == "compare"):
            together.trigger()
        assert desk_of(room.session).preset is preset
    assert room.session.plan == SMALL


def test_training_time_goes_back_by_chart_slider_and_buttons(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room()
    one_update(qtbot, room, 12)
    chart, scrubber, session = room.losses, room.scrubber, room.session
    qtbot.waitUntil(lambda: chart.picture.curve.last_step == 12 and scrubber.slider.maximum() > 11)
    axes = chart.axes
    with qtbot.waitSignal(session.looked, check_params_cb=lambda look: look.step == 5):
        QTest.mouseClick(chart, LEFT, pos=QPoint(round(axes.x(5)), round(axes.box.center().y())))
    qtbot.waitUntil(lambda: chart.picture.shown == 5)
    assert "Update 5" in chart.accessibleDescription()
    scrubber.slider.setFocus()
    with qtbot.waitSignal(session.looked, check_params_cb=lambda look: look.step == 6):
        QTest.keyClick(scrubber.slider, Qt.Key.Key_Right)
    with qtbot.waitSignal(session.looked, check_params_cb=lambda look: look.step == 0):
        QTest.keyClick(scrubber.slider, Qt.Key.Key_Home)
    QTest.keyClick(scrubber.slider, Qt.Key.Key_End)
    assert shown(session) is None
    QTest.mouseClick(scrubber.best, LEFT)
    assert shown(session) is not None
    qtbot.waitUntil(scrubber.now.isEnabled)
    QTest.mouseClick(scrubber.now, LEFT)
    assert shown(session) is None
    session.show_checkpoint(5)
    qtbot.waitUntil(scrubber.resume.isEnabled)
    with qtbot.waitSignal(session.updated):
        QTest.mouseClick(scrubber.resume, LEFT)
    assert session.history.ghosts[-1].curve.steps.tolist() == [6, 7, 8, 9, 10, 11, 12]


def test_a_run_that_diverges_says_so_and_goes_on_with_one_click(qtbot: QtBot, make_room: MakeRoom) -> None:
    wild = replace(SMALL.learning, optimiser=Sgd(1e9), clipping="none")
    room = make_room(replace(SMALL, learning=wild))
    with qtbot.waitSignal(room.session.ended) as told:
        room.session.start()
    assert told.args[0].why == "diverged"
    qtbot.waitUntil(room.remedies.isVisible)
    assert room.losses.accessibleDescription().startswith("Diverged: at update")
    QTest.mouseClick(room.remedies.last, LEFT)
    assert room.session.shown_step == 0  # later ones are of finite numbers, but ruined
    with qtbot.waitSignal(room.session.begun):
        QTest.mouseClick(room.remedies.shorter, LEFT)
    assert room.session.plan.learning.optimiser.rate == pytest.approx(1e8)
    room.session.pause()
    assert "shorter" in room.session.changes.undo_label
    with qtbot.waitSignal(room.session.begun):
        room.remedies.clip.click()
    assert room.session.plan.learning.clipping == "norm"


def test_after_a_rate_of_100_it_goes_on_from_what_was_good_as_it_learnt_until_then(
    qtbot: QtBot, make_room: MakeRoom
) -> None:
    room = make_room(replace(SMALL, learning=replace(SMALL.learning, optimiser=Sgd(0.1), clipping="none")))
    session = room.session
    for _ in range(12):
        with qtbot.waitSignal(session.updated):
            session.one_step()
    last = session.history.now.last_step
    session.change(with_rate(session.plan, 1e9), "try a huge rate")
    with qtbot.waitSignal(session.ended):
        session.start()
    assert session.ended_now is not None
    assert session.ended_now.why == "diverged"
    qtbot.waitUntil(room.remedies.isVisible)
    QTest.mouseClick(room.remedies.last, LEFT)
    assert session.shown_step is not None
    assert session.shown_step <= last
    with qtbot.waitSignal(session.begun):
        QTest.mouseClick(room.remedies.shorter, LEFT)
    session.pause()
    assert session.plan.learning.optimiser.rate == 0.1
    assert session.history.marks == []  # it learns as it did there


def test_what_ended_goes_on_when_it_is_asked_to(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(replace(SMALL, learning=replace(SMALL.learning, steps=10)))
    with qtbot.waitSignal(room.session.ended):
        room.session.start()
    qtbot.waitUntil(lambda: "All updates are done" in room.losses.accessibleDescription())
    with qtbot.waitSignal(room.session.ended):
        QTest.mouseClick(room.head.transport.play, LEFT)
    assert room.session.plan.learning.steps == 20
    assert room.session.history.now.last_step == 20


def test_the_chart_has_another_axis_and_its_numbers_as_a_table(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room()
    one_update(qtbot, room, 5)
    chart = room.losses
    qtbot.waitUntil(lambda: chart.picture.curve.last_step == 5)
    assert chart.axes.low > 0
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_L)
    assert chart.axes.low == 0
    QTest.mouseClick(room.scrubber.axis, LEFT)
    assert chart.axes.low > 0
    QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert len(rows) == 6
    assert {len(row) for row in rows} == {5}
    assert float(rows[5][2]) == chart.picture.curve.validation_losses[0]
    QTest.mouseMove(chart, QPoint(round(chart.axes.x(3)), round(chart.axes.box.center().y())))
    chart.grab()


def test_losses_answers_and_gates_are_seen_at_once_from_the_first_sight_on(make_room: MakeRoom) -> None:
    room = make_room()
    column = room.findChild(Column)
    assert column is not None
    assert column.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("zoom", "width"), [(1.0, 560), (1.5, 1040), (3.0, 1040), (2.0, 3000)])
def test_everything_has_its_room_at_every_size(make_room: MakeRoom, zoom: float, width: int) -> None:
    room = make_room()
    QTest.mouseClick(room.head.fold, LEFT)
    room.resize(width, 560)
    room.set_style(Style(palette("dark"), zoom))
    QApplication.processEvents()
    parts: tuple[QWidget, ...] = (room.head, room.losses, room.scrubber, room.answers, room.probe)
    assert room.head.height() >= room.head.heightForWidth(room.head.width())
    for part in parts[1:]:
        assert part.height() >= part.minimumSizeHint().height(), type(part).__name__
    for one in (room.head.tasks, room.head.transport, room.head.fold):
        assert one.height() >= one.sizeHint().height()
    for number, part in enumerate(parts):
        for other in parts[number + 1 :]:
            assert not part.geometry().intersects(other.geometry())
    room.grab()


def test_every_control_has_a_name_and_says_what_it_does(make_room: MakeRoom) -> None:
    room = make_room()
    head, transport, scrubber = room.head, room.head.transport, room.scrubber
    fields = [one.control for one in (*head.options, *head.network, *head.learning)]
    buttons = (transport.play, transport.one, transport.stop, transport.seed, head.fold, head.tasks)
    for control in (
        *fields,
        *buttons,
        scrubber.slider,
        scrubber.best,
        scrubber.now,
        scrubber.resume,
        scrubber.axis,
    ):
        assert control.accessibleName()
        assert control.toolTip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
