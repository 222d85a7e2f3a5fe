"""The room "Inside": one moment of a run in every view, and what is read in one is marked in the others."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.inside.room import InsideRoom
from lstm_gui.gui.training.session import Session
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from tests.gui.simulator.conftest import Show, show
from tests.gui.training.process import InThread
from tests.gui.training.views.conftest import style
from tests.gui.training.views.made_up import made_up

__all__ = ["show", "style"]  # fixtures

PLAN = Plan(
    TaskChoice("adding", (("length", 10.0),)),
    NetworkChoice(units=2, layers=2),
    Learning(steps=10**9, batch=4, stop_when_solved=False),
)


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    assert qapp
    made = Session(PLAN, InThread)
    yield made
    made.end()
    made.deleteLater()


@pytest.fixture
def room(show: Show, session: Session, style: Style) -> InsideRoom:
    return show(InsideRoom(session, style), (1046, 800))


def test_every_view_shows_the_moment_that_the_session_looks_at(
    room: InsideRoom, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: session.look is not None)
    session.one_step()
    qtbot.waitUntil(lambda: session.look is not None and session.look.step == 1)
    for view in room.cards.views.values():
        assert view.look is session.look
        assert not view.grab().isNull()
    assert "At update 1 its answers" in room.told()
    with qtbot.waitSignal(session.restarted):
        session.set_plan(Plan(TaskChoice("adding", (("length", 20.0),)), learning=PLAN.learning))
        session.start()
    qtbot.waitUntil(lambda: room.cards.probe.look is not None and room.cards.probe.look.steps == 20)


def test_a_hidden_room_is_left_alone_and_caught_up(room: InsideRoom, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.look is not None)
    before = session.look
    room.hide()
    session.one_step()
    qtbot.waitUntil(lambda: session.history.now.last_step == 1)
    assert room.cards.weights.look is before
    room.show()
    qtbot.waitUntil(lambda: session.look is not before and room.cards.weights.look is session.look)


def test_a_step_that_is_read_is_marked_beside_it(room: InsideRoom) -> None:
    room.cards.show_look(made_up(units=4))
    room.cards.probe.read((5, 2))
    assert room.cards.prediction.reading == (5, 0)
    assert room.cards.reach.reading == (5, 0)
    assert room.cards.weights.reading is None
    room.cards.probe.read(None)
    room.cards.saturation.read((0, 1))
    assert [view.reading for view in room.cards.through_time] == [None] * 3


def test_a_layer_that_is_chosen_is_shown_everywhere(room: InsideRoom) -> None:
    room.cards.show_look(made_up(units=4, layers=2))
    room.cards.probe.parts.activated.emit(1)
    assert room.cards.saturation.part == room.cards.weights.part == "1."
    assert not room.grab().isNull()


@pytest.mark.parametrize("size", [(1046, 800), (690, 420), (2600, 1500)])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_card_lies_on_another_or_is_too_small(
    room: InsideRoom, style: Style, size: tuple[int, int], zoom: float
) -> None:
    room.resize(*size)
    room.set_style(style.scaled(zoom))
    QApplication.processEvents()
    cards = list(room.cards.views.values())
    for n, card in enumerate(cards):
        assert card.height() >= card.minimumSizeHint().height() - 1
        assert room.cards.rect().contains(card.geometry())
        assert not any(card.geometry().intersects(other.geometry()) for other in cards[:n])


def test_the_numbers_are_copied_from_a_menu(room: InsideRoom) -> None:
    room.cards.show_look(made_up())
    view = room.cards.reach
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    (copying,) = view.actions()
    copying.trigger()
    assert QGuiApplication.clipboard().text() == view.numbers().text


def test_the_tab_goes_from_view_to_view(room: InsideRoom, qtbot: QtBot) -> None:
    room.cards.show_look(made_up())
    room.activateWindow()
    room.cards.prediction.setFocus()
    qtbot.waitUntil(room.cards.prediction.hasFocus)
    seen: list[QWidget | None] = [room.cards.prediction]
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or room, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert set(room.cards.views.values()) <= set(seen)
    assert not room.grab().isNull()


def is_last(session: Session, step: int) -> bool:
    """Whether the newest checkpoint is that after so many updates."""
    return session.checkpoints.steps[-1:] == (step,)


def test_training_time_is_gone_back_in_and_gone_on_from(
    room: InsideRoom, session: Session, qtbot: QtBot
) -> None:
    for step in (1, 2, 3):
        session.one_step()
        qtbot.waitUntil(partial(is_last, session, step))
    room.scrubber.slider.setValue(1)
    qtbot.waitUntil(lambda: room.cards.reach.look is not None and room.cards.reach.look.step == 1)
    with qtbot.waitSignal(session.restarted):
        room.scrubber.resume.click()
    session.pause()
    assert room.transport.counter.text()
    room._resume()  # nothing where what is shown is now
