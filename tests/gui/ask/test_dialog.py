"""Asking about what the simulator shows: it proposes the words, keeps one's own, and says what is missing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.ask.dialog import AskDialog, Question
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.graded.grade import right_answer
from lstm_gui.simulator.state import SimState


def made(qtbot: QtBot, scene: str, theme: str = "light") -> AskDialog:
    """The dialog on a bundled scene."""
    decks, topics = ["Gates", "Mine"], ["The gates"]
    dialog = AskDialog(SimState.of(load(scene)), decks, topics, "Mine", Style(palette(theme)))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot) -> AskDialog:
    return made(qtbot, "decay")


def test_it_proposes_a_question_about_the_step_that_is_shown(dialog: AskDialog) -> None:
    step = load("decay").step
    assert dialog.fields.words.text() == f"What is c at t = {step}?"
    assert dialog.question is not None
    asked = dialog.question.asked
    assert (asked.name, asked.first, asked.last, dialog.question.deck) == ("c", step, step, "Mine")
    assert f"c = {right_answer(asked)[0]:.2f} at t = {step}" in dialog.sentence.text()


def test_the_words_follow_the_choice_until_one_writes_ones_own(dialog: AskDialog) -> None:
    dialog.fields.first.setFocus()
    dialog.fields.first.setValue(3)
    QTest.keyClick(dialog.fields.last, Qt.Key.Key_Up)
    assert dialog.fields.words.text() == "How does c run from t = 3 to t = 4?"
    dialog.fields.words.selectAll()
    QTest.keyClicks(dialog.fields.words, "How much is left?")
    QTest.keyClick(dialog.fields.last, Qt.Key.Key_Up)
    assert dialog.fields.words.text() == "How much is left?"
    assert dialog.question is not None
    assert (dialog.question.asked.first, dialog.question.asked.last) == (3, 5)


def test_another_first_step_takes_the_last_one_with_it(dialog: AskDialog) -> None:
    dialog.fields.first.setValue(3)
    assert dialog.fields.last.value() == 3
    dialog.fields.last.setValue(5)
    dialog.fields.first.setValue(6)
    assert dialog.fields.last.value() == 8
    dialog.fields.first.setValue(12)
    assert dialog.fields.last.value() == 12


def test_what_is_missing_is_said_and_nothing_is_made(dialog: AskDialog, qtbot: QtBot) -> None:
    dialog.fields.words.selectAll()
    QTest.keyClick(dialog.fields.words, Qt.Key.Key_Delete)
    assert dialog.sentence.text() == "Write a question."
    assert not dialog.agree.isEnabled()
    with qtbot.assertNotEmitted(dialog.asked):
        QTest.keyClick(dialog.fields.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.fields.words, "And now?")
    dialog.fields.deck.setCurrentText(" ")
    assert dialog.sentence.text() == "Name the deck that the card goes to."


def test_ctrl_enter_makes_the_card_from_any_field(dialog: AskDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.fields.hints, "Nine tenths are left.")
    QTest.keyClick(dialog.fields.hints, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.fields.hints, "Five times.")
    QTest.keyClicks(dialog.fields.why, "Because f is 0.9.")
    QTest.keyClicks(dialog.fields.tags, "own, decay,, own")
    with qtbot.waitSignal(dialog.asked) as told:
        QTest.keyClick(dialog.fields.why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (question,) = told.args
    assert isinstance(question, Question)
    assert question.asked.asked.hints == ("Nine tenths are left.", "Five times.")
    assert question.asked.asked.why == "Because f is 0.9."
    assert question.tags == ("own", "decay")
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.accept()  # once is enough
    dialog.refuse("The disk is full; free some space.")
    assert dialog.isVisible()
    assert dialog.sentence.text() == "The disk is full; free some space."
    with qtbot.waitSignal(dialog.asked):
        dialog.agree.click()
    dialog.added()
    assert not dialog.isVisible()


def test_a_scene_in_both_directions_is_refused_in_words(qtbot: QtBot) -> None:
    dialog = made(qtbot, "the-future-decides")
    assert "both directions" in dialog.sentence.text()
    assert dialog.question is None


def test_a_cell_of_several_units_asks_of_which(qtbot: QtBot) -> None:
    dialog = made(qtbot, "two-facts-two-units", "dark")
    dialog.fields.unit.setCurrentIndex(1)
    assert "of unit 2 at" in dialog.fields.words.text()
    assert dialog.question is not None
    assert dialog.question.asked.unit == 1


def test_every_field_has_a_name_and_a_tooltip(dialog: AskDialog) -> None:
    fields = (
        dialog.fields.what,
        dialog.fields.unit,
        dialog.fields.first,
        dialog.fields.last,
        dialog.fields.words,
        dialog.fields.why,
        dialog.fields.hints,
    )
    shown = [
        field
        for field in (*fields, dialog.fields.topic, dialog.fields.deck, dialog.fields.tags)
        if field.isVisible()
    ]
    assert len(shown) == 9
    assert all(field.accessibleName() and field.toolTip() for field in shown)
