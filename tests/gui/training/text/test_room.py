"""The room: one button leads to a text, and what the process answers is shown, also while it learns."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training import plan_changes
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.text.room import TextRoom
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.text_lab.reading import MOST
from tests.gui.training.process import InThread
from tests.gui.training.text.readings import LIGHT, OWN

SMALL = Plan(OWN, NetworkChoice(units=4), Learning(steps=10**9, batch=4, validate_every=10**8))
MakeRoom = Callable[[Plan], TextRoom]


@pytest.fixture
def make_room(qtbot: QtBot) -> Iterator[MakeRoom]:
    sessions: list[Session] = []

    def make(plan: Plan) -> TextRoom:
        sessions.append(Session(plan, InThread))
        room = TextRoom(sessions[-1], LIGHT)
        qtbot.addWidget(room)
        room.resize(900, 700)
        room.show()
        return room

    yield make
    for session in sessions:
        session.end()
        session.deleteLater()


def read(qtbot: QtBot, room: TextRoom, quantity: str = "h", text: str = "") -> None:
    """Wait until a reading of that kind is shown."""

    def shown() -> bool:
        found = room.reading
        return found is not None and found.quantity == quantity and found.text.startswith(text)

    qtbot.waitUntil(shown)


def test_a_text_is_shown_before_anything_is_learnt(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    assert room.reading is not None
    assert room.sheet.paper.text == room.reading.text
    assert room.followers.following == room.reading.following
    assert room.expected.rows
    room.sheet.paper.move_to(5)
    assert room.told() == room.accessibleDescription()


def test_a_unit_is_picked_from_the_list_or_the_ranking(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    QTest.keyClick(room.bar.units, Qt.Key.Key_Down)
    assert room.sheet.unit == 1
    room.followers.unit_chosen.emit(3)
    assert (room.sheet.unit, room.bar.unit) == (3, 3)
    QTest.keyClick(room.bar.quantities, Qt.Key.Key_Down)
    read(qtbot, room, "c")
    assert room.sheet.title == "Unit 4 · c · cell state"


def test_ones_own_sentence_is_read(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    QTest.keyClicks(room.own, "To the cell")
    read(qtbot, room, text="To the cell")
    room.own.clear()
    read(qtbot, room, text="The gate")


def test_any_text_may_be_pasted_and_the_beginning_of_a_long_one_is_read(
    qtbot: QtBot, make_room: MakeRoom
) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    strange = "a\u202eb\ud83d \U0001f600 <b>&amp;\t"
    room.own.setPlainText(strange + "x" * 6000)
    read(qtbot, room, text="a\u202eb")
    assert room.reading is not None
    assert len(room.reading.text) == MOST
    assert room.reading.cut
    assert "only the beginning" in room.bar.accessibleDescription()
    room.grab()


def test_it_follows_the_training_and_any_checkpoint(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    QTest.mouseClick(room.bar.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.reading is not None and room.reading.step > 0)
    assert room.bar.run.accessibleName() == "Wait"
    QTest.mouseClick(room.bar.run, Qt.MouseButton.LeftButton)
    assert not room.session.running
    qtbot.waitUntil(lambda: not room.asking.waiting)
    room.session.show_checkpoint(0)
    qtbot.waitUntil(lambda: room.reading is not None and room.reading.step == 0)


def test_it_writes_the_same_for_the_same_seed(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    card = room.writing
    card.length.setValue(40)
    written = []
    for _ in range(2):
        card.page.clear()
        QTest.mouseClick(card.write, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: card.page.toPlainText() != "")
        written.append(card.page.toPlainText())
    assert written[0] == written[1]
    assert written[0].startswith(card.prompt.text())


def test_what_cannot_be_done_is_said_where_it_was_asked(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    room.writing.temperature.setMaximum(99)
    room.writing.temperature.setValue(99)
    QTest.mouseClick(room.writing.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no temperature" in room.writing.page.toPlainText())
    qtbot.waitUntil(lambda: not room.asking.waiting)
    both = replace(SMALL, network=NetworkChoice(units=3, bidirectional=True))
    room.session.set_plan(both)
    qtbot.waitUntil(lambda: "both directions" in room.bar.accessibleDescription())


def test_a_task_of_another_kind_has_one_button_that_leads_here(
    qtbot: QtBot, make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        plan_changes, "usual_plan", lambda choice, seed: replace(SMALL, task=choice, seed=seed)
    )
    room = make_room(Plan(TaskChoice("adding"), seed=3))
    assert room.invitation.isVisible()
    assert not room.area.isVisible()
    assert room.told() == "No text is read yet."
    room.show_unit(2)
    room.asking.ask()
    QTest.mouseClick(room.writing.write, Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.invitation.button, Qt.MouseButton.LeftButton)
    assert room.session.running
    assert room.session.plan.seed == 3
    assert room.area.isVisible()
    read(qtbot, room)
    room.session.pause()
    before = room.reading
    room.session.undo()
    assert room.invitation.isVisible()
    qtbot.waitUntil(lambda: not room.asking.waiting)
    assert room.reading is before


def test_a_narrow_room_has_its_cards_one_below_the_other(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    room.resize(600, 480)
    qtbot.waitUntil(lambda: room.expected.y() > room.sheet.geometry().bottom())
    room.set_style(Style(palette("dark"), 1.5))
    room.resize(1600, 900)
    qtbot.waitUntil(lambda: room.expected.x() > room.sheet.geometry().right())


def test_a_lost_process_leaves_nothing_waiting(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    room.asking.waiting = True
    room.session.failed.emit("The process ended.")
    assert not room.asking.waiting


def test_what_stands_in_an_empty_field_can_be_read_in_every_style(qtbot: QtBot, make_room: MakeRoom) -> None:
    room = make_room(SMALL)
    read(qtbot, room)
    for theme in ("dark", "light"):
        room.set_style(Style(palette(theme), 1.25))
        room.grab()
        for field in (room.own, room.writing.prompt, room.writing.page):
            ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
            assert ink == palette(theme).muted
