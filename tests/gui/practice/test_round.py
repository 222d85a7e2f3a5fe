"""Rounds of practice as a person does them: by keys, clicks and drags; every answer is in the log."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.choice_area import LETTERS
from lstm_gui.gui.practice.dialog import PracticeDialog
from lstm_gui.gui.practice.report import document_of, pdf_of
from lstm_gui.gui.quiz.press import Press
from lstm_gui.quiz.practice.question import Kind, Mode, Question
from lstm_gui.quiz.rating import Rating
from lstm_gui.settings import Settings
from tests.gui.practice.conftest import DECK, FACTS, Begin, practised

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def test_everything_that_takes_the_keyboard_has_a_name_and_a_tip(
    dialog: PracticeDialog, begin: Begin
) -> None:
    begin(Mode.MATCHING, 4)
    pages = (dialog.setup, dialog.round, dialog.summary)
    parts = [part for part in dialog.findChildren(QWidget) if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
    own = [part for part in parts if part not in pages and part.objectName() != "qt_spinbox_lineedit"]
    assert len(own) > 20
    shown = [part for part in own if part.isVisibleTo(dialog) or isinstance(part, Press)]
    assert not [part for part in shown if not part.accessibleName() or not part.toolTip()]
    assert all(page.accessibleName() for page in pages)


def asked(dialog: PracticeDialog) -> Question:
    question = dialog.round._question
    assert question is not None
    return question


def send_move(widget: QWidget, where: QPoint) -> None:
    """Move the pointer with its button held, which QTest's own move does not say."""
    at = QPointF(where)
    none = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), LEFT, LEFT, none)
    QApplication.sendEvent(widget, move)


def press(dialog: PracticeDialog, key: Key) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    QTest.keyClick(focused if focused is not None else dialog.round, key)


def test_typed_answers_are_checked_explained_and_logged(
    dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path
) -> None:
    begin(Mode.TYPED, 2)
    page = dialog.round
    assert page.go.text() == "I do not know (Enter)"
    fact = next(fact for fact in FACTS if fact in asked(dialog).card.back)
    QTest.keyClicks(page.typed, f"it {fact} B memory b")
    assert page.go.text() == "Check (Enter)"
    press(dialog, Key.Key_Return)
    assert page.verdict.words.text() == "✓ Right"
    assert page.card.why.text.startswith("Why it matters: Because")
    wanted: list[str] = []
    dialog.scene_wanted.connect(wanted.append)
    press(dialog, Key.Key_S)
    assert wanted == ["remember"]
    press(dialog, Key.Key_Space)
    QTest.keyClicks(page.typed, "it eats <b>bread")
    press(dialog, Key.Key_Enter)
    assert page.verdict.words.text().startswith("✗ Not quite")
    assert "missing:" in page.verdict.difference.accessibleName()
    assert "<b>bread" not in page.verdict.difference.text()  # escaped
    press(dialog, Key.Key_Return)
    assert dialog.summary.title.text() == "1 of 2 right (50 %)"
    assert len(dialog.summary.answers.rows) == 1
    press(dialog, Key.Key_Return)  # again those
    assert (asked(dialog).kind, page.place.text()) == (Kind.TYPED, "1 of 1")
    press(dialog, Key.Key_Return)
    assert page.verdict.words.text() == "✗ Not answered"
    press(dialog, Key.Key_Space)
    events = practised(collection, folder)
    assert [(event.correct, event.rating) for event in events] == [
        (True, Rating.WELL),
        (False, Rating.NOT_AT_ALL),
        (False, Rating.NOT_AT_ALL),
    ]
    assert {event.mode for event in events} == {"practice"}


@pytest.mark.parametrize("mode", [Mode.TYPED, Mode.CHOICE, Mode.CRAM])
def test_how_sure_one_is_is_asked_before_the_answer_and_logged(
    dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path, mode: Mode
) -> None:
    dialog.take_settings(Settings(ask_confidence=True))
    begin(mode, 2)
    page = dialog.round
    assert page.confidence.isVisible()
    assert page.confidence.asked.text() == "How sure are you? (Alt+1–5)"
    QTest.keyClick(dialog, Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert not page.typed.text()
    assert page.confidence.asked.text() == "You were 80 % sure"
    if mode is Mode.CRAM:
        press(dialog, Key.Key_Space)
        QTest.keyClick(dialog, Key.Key_1, Qt.KeyboardModifier.AltModifier)  # too late
        assert page.confidence.value == 80
        press(dialog, Key.Key_2)
    else:
        press(dialog, Key.Key_A if mode is Mode.CHOICE else Key.Key_Return)
        assert page.confidence.asked.text() == "You were 80 % sure"  # beside the result
        press(dialog, Key.Key_Space)
    assert page.confidence.value is None
    if mode is Mode.CRAM:
        press(dialog, Key.Key_Space)
        press(dialog, Key.Key_4)
    else:
        press(dialog, Key.Key_A if mode is Mode.CHOICE else Key.Key_Return)
    assert [event.confidence for event in practised(collection, folder)] == [80, None]


def test_a_person_may_say_that_they_meant_the_same(
    dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path
) -> None:
    begin(Mode.TYPED, 1)
    press(dialog, Key.Key_X)  # a letter of the answer, and no more than that
    press(dialog, Key.Key_C)
    assert dialog.round.typed.text().lower() == "xc"
    press(dialog, Key.Key_Return)
    assert dialog.round.verdict.overrule.isVisible()
    press(dialog, Key.Key_C)
    assert dialog.round.verdict.words.text() == "✓ Counted as right"
    assert not dialog.round.verdict.overrule.isVisible()
    press(dialog, Key.Key_C)  # once is enough
    press(dialog, Key.Key_Space)
    assert dialog.summary.title.text() == "1 of 1 right (100 %)"
    events = practised(collection, folder)
    assert [(event.correct, event.rating) for event in events] == [
        (False, Rating.NOT_AT_ALL),
        (None, Rating.WELL),
    ]


def test_choices_by_letter_number_and_click(
    dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path
) -> None:
    begin(Mode.CHOICE, 3)
    for way in ("letter", "number", "click"):
        question = asked(dialog)
        place = question.options.index(question.card.back)
        assert len(question.options) == 4
        button = dialog.round.choice.buttons[place]
        if way == "click":
            QTest.mouseClick(button, LEFT)
        else:
            press(dialog, Key(Key.Key_A + place) if way == "letter" else Key(Key.Key_1 + place))
        assert dialog.round.verdict.words.text() == "✓ Right"
        assert not any(each.isVisible() for each in dialog.round.choice.buttons)  # the card shows it
        press(dialog, Key.Key_1)  # too late
        press(dialog, Key.Key_Space)
    assert dialog.summary.title.text() == "3 of 3 right (100 %)"
    assert dialog.summary.below.text() == "Nothing was missed."
    press(dialog, Key.Key_Space)
    begin(Mode.CHOICE, 1)
    question = asked(dialog)
    wrong = next(place for place, text in enumerate(question.options) if text != question.card.back)
    press(dialog, Key(Key.Key_A + wrong))
    assert dialog.round.verdict.words.text() == "✗ Not quite"
    assert [each.isVisible() for each in dialog.round.choice.buttons].index(True) == wrong
    press(dialog, Key.Key_Escape)
    press(dialog, Key.Key_Space)
    assert dialog.setup.isVisible()
    assert len(practised(collection, folder)) == 4


def test_pairs_by_keys_clicks_and_a_drag(
    qtbot: QtBot, dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path
) -> None:
    begin(Mode.MATCHING, 4)
    question, board = asked(dialog), dialog.round.matching
    right = [question.options.index(card.back) for card in question.cards]
    qtbot.waitUntil(lambda: board.answers[3].y() > board.answers[2].y() > board.answers[1].y() > 0)
    assert not dialog.round.go.isEnabled()
    press(dialog, Key.Key_Return)  # not yet
    assert not dialog.round.done
    press(dialog, Key.Key_1)
    press(dialog, Key(Key.Key_A + right[1]))  # wrong, and mended below
    press(dialog, Key.Key_2)
    press(dialog, Key(Key.Key_A + right[1]))
    QTest.mouseClick(board.questions[0], LEFT)
    QTest.mouseClick(board.answers[right[0]], LEFT)
    for taken, target in (
        (board.questions[2], board.answers[right[2]]),
        (board.answers[right[3]], board.questions[3]),
    ):
        where = taken.mapFromGlobal(target.mapToGlobal(target.rect().center()))
        QTest.mousePress(taken, LEFT)
        send_move(taken, where)
        assert target._aimed_at
        QTest.mouseRelease(taken, LEFT, pos=where)
        assert not target._aimed_at
    assert board.pairs == dict(enumerate(right))
    assert board.questions[0].note.text() == f"→ {LETTERS[right[0]]}"
    press(dialog, Key.Key_Return)
    assert dialog.round.verdict.words.text() == "4 of 4 pairs are right"
    assert all(row.why.text for row in dialog.round.pairs.rows)
    press(dialog, Key.Key_Space)
    assert [event.correct for event in practised(collection, folder)] == [True] * 4


def test_gaps_are_filled(dialog: PracticeDialog, begin: Begin) -> None:
    begin(Mode.CLOZE, 1)
    question = asked(dialog)
    assert "[…]" in dialog.round.card.question.text
    QTest.keyClicks(dialog.round.typed, question.hidden.upper())
    press(dialog, Key.Key_Return)
    assert dialog.round.verdict.words.text() == "✓ Right"
    assert dialog.round.card.answer.text == question.card.back


def test_a_cram_asks_the_weakest_first_and_moves_no_schedule(
    dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path, shelf: FormulaShelf
) -> None:
    begin(Mode.CRAM, 8)
    press(dialog, Key.Key_3)  # not before the answer is shown
    order = []
    for place in range(8):
        order.append(asked(dialog).card.uid)
        assert not dialog.round.card.challenge_button.isVisible()
        press(dialog, Key.Key_Space)
        assert dialog.round.card.revealed
        if place % 2:
            press(dialog, Key.Key_2)
        else:
            dialog.round.ratings.buttons[Rating.WELL].click()
    assert set(order[-2:]) == {"card-5", "card-2"}  # rated today; the others are new
    assert dialog.summary.title.text() == "4 of 8 right (50 %)"
    assert not any(row.given.isVisible() for row in dialog.summary.answers.rows)  # nothing was typed
    assert dialog._result is not None
    assert document_of(dialog._result, shelf).toPlainText().count("✗ not recalled") == 4
    events = practised(collection, folder)
    assert [event.rating for event in events] == [Rating.WELL, Rating.BARELY] * 4
    assert {(event.mode, event.correct) for event in events} == {("cram", None)}


def test_a_test_says_nothing_until_its_end_and_can_be_printed(
    dialog: PracticeDialog, begin: Begin, shelf: FormulaShelf
) -> None:
    dialog.take_settings(Settings(ask_confidence=True))
    begin(Mode.TEST, 4, seed=3)
    kinds = []
    for place in range(4):
        if place:  # the first is answered without a word of it
            QTest.keyClick(dialog, Key.Key_3, Qt.KeyboardModifier.AltModifier)
        assert dialog.round.place.text() == f"{place + 1} of 4"
        kinds.append(asked(dialog).kind)
        if asked(dialog).kind is Kind.CHOICE:
            press(dialog, Key.Key_A)
        else:
            QTest.keyClicks(dialog.round.typed, "memory")
            press(dialog, Key.Key_Return)
        assert not dialog.round.verdict.isVisible()
    assert set(kinds) == {Kind.CHOICE, Kind.CLOZE}
    assert len(dialog.summary.answers.rows) == 4
    saved: list[object] = []
    dialog.save_wanted.connect(saved.append)
    dialog.print_wanted.connect(saved.append)
    QTest.keyClick(dialog.summary, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.summary, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    result = dialog._result
    assert saved == [result, result]
    assert result is not None
    text = document_of(result, shelf).toPlainText()
    assert f"{DECK} · " in text
    assert "seed 3" in text
    assert text.count("You: ") == 4
    assert text.count("You were 60 % sure") == 3
    assert [row.sure.text() for row in dialog.summary.answers.rows] == ["", *3 * ["You were 60 % sure"]]
    assert "<b>memory</b>" in text  # as text, not as markup
    assert pdf_of(result, shelf).startswith(b"%PDF")


@pytest.mark.parametrize("answers", [0, 1])
def test_esc_ends_a_round_with_what_was_answered(dialog: PracticeDialog, begin: Begin, answers: int) -> None:
    begin(Mode.CHOICE, 3)
    for _ in range(answers):
        press(dialog, Key.Key_A)
    press(dialog, Key.Key_Escape)
    assert dialog.summary.isVisible() == bool(answers)
    assert dialog.setup.isVisible() == (not answers)
    press(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_closing_in_the_middle_loses_no_answer(
    dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path
) -> None:
    begin(Mode.CHOICE, 3)
    press(dialog, Key.Key_A)
    dialog.close()
    assert len(practised(collection, folder)) == 1


def test_topics_narrow_a_round_and_a_number_chooses_the_mode(qtbot: QtBot, dialog: PracticeDialog) -> None:
    page = dialog.setup
    QTest.keyClick(page, Key.Key_2)
    page.topics.item(1).setCheckState(Qt.CheckState.Checked)
    assert page._all_topics.text() == "4 cards of one topic."
    with qtbot.waitSignal(dialog.session.asked):
        QTest.keyClick(page, Key.Key_Return)
    assert asked(dialog).kind is Kind.CHOICE
    assert asked(dialog).card.topic == "Uses"
    with qtbot.waitSignal(dialog.session.topics_known):
        page.deck.setCurrentIndex(0)
    assert page.wish.deck is None
