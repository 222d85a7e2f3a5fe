"""The Train tab in the window: its keys, its undo, what goes on behind another tab, class, the end."""

import multiprocessing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.training.compare.desk import Desk
from lstm_gui.gui.training.first_plan import first_plan, to_remember
from lstm_gui.gui.training.learn import LearnRoom
from lstm_gui.gui.training.limits.desk import LimitsDesk
from lstm_gui.gui.training.run_words import story
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.undo import Place
from lstm_gui.settings import Settings
from lstm_gui.settings import load as load_settings
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import OwnText, TaskChoice
from tests.gui.conftest import Lab, LabMaker

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST = first_plan()
ENDLESS = replace(FIRST, learning=replace(FIRST.learning, steps=10**9, stop_when_solved=False))


def press(lab: Lab, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(lab.window.windowHandle(), key, modifier)


def shown(session: Session) -> int | None:
    """Which update is looked at, asked anew."""
    return session.shown_step


def runs(session: Session) -> bool:
    """Whether it learns, asked anew."""
    return session.running


def test_keys_and_undo_work_here_as_in_the_simulator(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    press(lab, Key.Key_4, CONTROL)
    session, step = window.training.session, window.controller.state.scene.step
    qtbot.waitUntil(lambda: session.begun_now is not None)
    window.stage.training_place.setFocus()
    assert window.places.place is Place.TRAINING
    for done in (1, 2):
        press(lab, Key.Key_Right)
        qtbot.waitUntil(lambda done=done: done in session.checkpoints.steps)  # type: ignore[misc]
    press(lab, Key.Key_Left)
    assert shown(session) == 1
    press(lab, Key.Key_Home)
    assert shown(session) == 0
    press(lab, Key.Key_End)
    assert shown(session) is None
    press(lab, Key.Key_Space)
    assert runs(session)
    press(lab, Key.Key_Space)
    assert not runs(session)
    press(lab, Key.Key_R)
    assert len(session.history.now) == 0
    assert window.controller.state.scene.step == step
    window.actions_by_id["train_seed"].trigger()
    assert session.plan.seed == 1
    assert "seed" in window.actions_by_id["undo"].text()
    press(lab, Key.Key_Z, CONTROL)
    assert session.plan.seed == 0
    press(lab, Key.Key_Y, CONTROL)
    assert session.plan.seed == 1


def test_space_still_starts_after_a_turn_to_another_room(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    press(lab, Key.Key_4, CONTROL)
    qtbot.waitUntil(lambda: window.stage.page is not None)
    page, session = window.stage.page, window.training.session
    assert page is not None
    qtbot.waitUntil(lambda: session.begun_now is not None)
    room = page.rooms["learn"]
    assert isinstance(room, LearnRoom)
    room.head.tasks.setFocus()
    QTest.mouseClick(page.switch.buttons["cost"], Qt.MouseButton.LeftButton)
    press(lab, Key.Key_Space)
    assert runs(session)
    press(lab, Key.Key_Space)
    assert not runs(session)


@pytest.mark.parametrize(("name", "kind"), [("compare", Desk), ("limits", LimitsDesk)])
def test_space_runs_what_the_room_shows(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, kind: type[Desk | LimitsDesk]
) -> None:
    window = lab.window
    begun: list[object] = []
    monkeypatch.setattr(kind, "start", lambda desk: begun.append(desk))
    press(lab, Key.Key_4, CONTROL)
    qtbot.waitUntil(lambda: window.stage.page is not None)
    page, session = window.stage.page, window.training.session
    assert page is not None
    QTest.mouseClick(page.switch.buttons[name], Qt.MouseButton.LeftButton)
    press(lab, Key.Key_Space)
    desk = session.findChild(kind)
    assert begun == [desk]
    assert not runs(session)
    monkeypatch.setattr(desk, "running", True)
    with qtbot.waitSignal(desk.running_changed):
        press(lab, Key.Key_Space)
    assert begun == [desk], "once it runs, it is given up"


def test_data_that_is_not_kept_is_said_to_be_chosen_again(make_lab: LabMaker, qtbot: QtBot) -> None:
    plan = Plan(TaskChoice("own_text", data=OwnText("diary.txt", "a secret")))
    window = make_lab(Settings(training=to_remember(plan), tab="train")).window
    session = window.training.session
    qtbot.waitUntil(lambda: session.begun_now is not None)
    assert "“diary.txt” is not kept here: choose it again" in story(session)
    session.new_seed()
    assert "diary" not in story(session)


def test_a_class_sees_the_room_that_its_teacher_was_in(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    press(lab, Key.Key_4, CONTROL)
    qtbot.waitUntil(lambda: window.stage.page is not None)
    assert window.stage.page is not None
    window.stage.page.show_room("compare")
    window.present()
    presenter = window.presenter
    assert presenter is not None
    qtbot.waitUntil(lambda: presenter.stage.page is not None)  # it comes after the first paint
    assert presenter.stage.page is not None
    assert presenter.stage.page.room == "compare"


def test_it_goes_on_while_another_tab_is_shown_and_ends_with_the_window(
    make_lab: LabMaker, qtbot: QtBot
) -> None:
    lab = make_lab(Settings(training=to_remember(ENDLESS)))
    window = lab.window
    window.actions_by_id["train_play"].trigger()  # turns to the tab first
    session = window.training.session
    assert window.stage.tab == "train"
    qtbot.waitUntil(lambda: len(session.history.now) > 0)
    assert "learns" in window.bar.tabs.accessibleDescription()
    press(lab, Key.Key_1, CONTROL)
    window.bar.tabs.grab()
    window.actions_by_id["train_seed"].trigger()
    press(lab, Key.Key_1, CONTROL)
    with qtbot.waitSignal(session.updated):
        assert window.simulator.isVisible()
    assert runs(session)
    window.present()
    assert window.presenter is not None
    assert "scene" in window.presenter.strip.place
    window.presenter.show_tab("train")
    assert window.presenter.strip.place == ""
    stage = window.presenter.stage
    qtbot.waitUntil(lambda: stage.page is not None)  # it comes after the first paint
    room = stage.page
    assert room is not None
    assert isinstance(room.rooms["learn"], LearnRoom)
    assert room.session is session
    window.presenter.play()
    assert not runs(session)
    window.presenter.step_by(-1)
    window.presenter.first_step()
    window.presenter.last_step()
    window.presenter.reset()
    assert len(session.history.now) == 0
    window.presenter.undo()
    assert session.plan.seed == 0
    window.presenter.redo()
    window.presenter.close()
    session.start()
    lab.close()
    assert not [child for child in multiprocessing.active_children() if child.name == "lstm-lab-training"]
    assert '"seed": 1' in load_settings(lab.folder)[0].training


def test_the_plan_is_there_again(make_lab: LabMaker, lab: Lab) -> None:
    lab.window.actions_by_id["tab_train"].trigger()
    lab.window.actions_by_id["train_seed"].trigger()
    plan = lab.window.training.session.plan
    lab.close()
    again = make_lab(Settings(training=load_settings(lab.folder)[0].training, tab="train"))
    assert again.window.training.session.plan == plan
