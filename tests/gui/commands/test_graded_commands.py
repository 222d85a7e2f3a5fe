"""Graded cards from a card under review and from files; whatever is wrong with one, nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui import resource
from lstm_gui.gui.graded.answer_run import AnswerRun
from lstm_gui.quiz.attempt import GIVEN_UP, Attempt
from lstm_gui.quiz.card import CHALLENGE_ENDING, Card, Deck, Medium, medium_name
from lstm_gui.quiz.rating import Rating
from lstm_gui.settings import Settings
from lstm_gui.simulator.graded.grade import right_answer
from lstm_gui.store.collection import Collection
from tests.gui.conftest import Lab, LabMaker

PREDICT = resource.read_text("challenges/predict-decay.json").encode()
Make = Callable[[Card, bytes], Lab]


@pytest.fixture
def reviewed(make_lab: LabMaker, tmp_path: Path) -> Make:
    """A window that reviews one card, and a medium that came with it."""

    def make(card: Card, content: bytes) -> Lab:
        folder = tmp_path / "own"
        folder.mkdir()
        medium = Medium(medium_name(content, CHALLENGE_ENDING), content)
        other = Card("other", "Next?", "Yes.")
        with Collection.open(folder) as collection:
            collection.import_deck(Deck("Own", (card, other), media=(medium,)))
        return make_lab(Settings(deck="Own"), folder)

    return make


def test_a_card_is_answered_in_the_simulator_and_rated(reviewed: Make, qtbot: QtBot) -> None:
    name = medium_name(PREDICT, CHALLENGE_ENDING)
    window = reviewed(Card("asked", "What is c?", "0.59", challenge=name), PREDICT).window
    panel = window.review.panel
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_S)
    qtbot.waitUntil(lambda: window.graded.run is not None)
    run = window.graded.run
    assert isinstance(run, AnswerRun)
    QTest.mouseClick(run.strip.hint, Qt.MouseButton.LeftButton)
    QTest.keyClick(run.strip, Qt.Key.Key_Escape)
    assert panel.waits_for_answer, "leaving is not giving up"
    assert panel.given_up.hints == 1
    QTest.mouseClick(panel.work.card.challenge_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.graded.run is not None)
    run = window.graded.run
    assert isinstance(run, AnswerRun)
    assert run.hints == 1, "a hint that was seen cannot be unseen"
    run.task.field.edit.setFocus()
    QTest.keyClicks(run.task.field.edit, f"{right_answer(run.card)[0]:.2f}")  # type: ignore[arg-type]
    QTest.keyClick(run.task.field.edit, Qt.Key.Key_Return)
    assert panel.answer_shown
    assert panel.attempt == Attempt(Rating.PARTLY, True, 1)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3)
    qtbot.waitUntil(lambda: panel.card is not None and panel.card.uid == "other")
    qtbot.waitUntil(lambda: window.graded.run is None)
    assert window.simulator.diagram.isVisible()


def test_a_card_that_comes_back_at_once_is_asked_anew_and_its_answer_does_not_stay_on_screen(
    reviewed: Make, qtbot: QtBot
) -> None:
    name = medium_name(PREDICT, CHALLENGE_ENDING)
    window = reviewed(Card("asked", "What is c?", "0.59", challenge=name), PREDICT).window
    panel = window.review.panel
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_S)
    qtbot.waitUntil(lambda: window.graded.run is not None)
    run = window.graded.run
    assert isinstance(run, AnswerRun)
    QTest.mouseClick(run.strip.hint, Qt.MouseButton.LeftButton)
    QTest.mouseClick(run.strip.give_up, Qt.MouseButton.LeftButton)
    assert panel.answer_shown
    assert panel.card is not None
    panel.show_card(panel.card, {})
    with qtbot.waitSignal(run.left):
        window.review.changed.emit()
    assert panel.given_up == GIVEN_UP, "what was tried the last time is in the log, and not in this try"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_S)
    qtbot.waitUntil(lambda: window.graded.run is not None)
    assert window.graded.run is not None
    assert window.graded.run.hints == 0


@pytest.mark.parametrize("challenge", ["no-such-card", "f" * 32 + CHALLENGE_ENDING])
def test_a_challenge_that_is_not_there_is_told_and_the_card_can_be_rated(
    reviewed: Make, qtbot: QtBot, challenge: str
) -> None:
    window = reviewed(Card("asked", "What is c?", "0.59", challenge=challenge), PREDICT).window
    panel = window.review.panel
    with qtbot.waitSignal(window.errors.told):
        panel.show_scene()
    QTest.keyClick(panel, Qt.Key.Key_Space)
    assert panel.answer_shown
    assert all(button.isEnabled() for button in panel.work.ratings.buttons.values())


def test_a_file_of_one_is_opened_as_any_other(lab: Lab, tmp_path: Path, qtbot: QtBot) -> None:
    window, path = lab.window, tmp_path / "mine.json"
    path.write_bytes(PREDICT)
    own = window.controller.state
    window.files.open_file(path)
    assert isinstance(window.graded.run, AnswerRun)
    assert window.live.now.recent_files[0] == str(path)
    path.write_bytes(PREDICT.replace(b'"first": 5', b'"first": 500'))
    with qtbot.waitSignal(window.errors.told) as told:
        window.files.open_file(path)
    assert "first should be" in told.args[0].sentence
    window.graded.leave()
    window.graded.leave()
    assert window.controller.state == own
    with qtbot.waitSignal(window.errors.told):
        window.files.open_file(tmp_path / "gone.json")


def test_showing_the_scene_of_a_card_comes_back_to_one_s_own_state(lab: Lab) -> None:
    window = lab.window
    own = window.controller.state
    window.graded.begin_named("a-quarter-left")
    window.commands.visit_scene("counter")
    assert window.graded.run is None
    assert window.controller.bounds is None
    window.commands.visit_scene("")
    assert window.controller.state == own
