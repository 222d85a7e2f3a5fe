"""A card that the simulator grades waits for the answer; what is found caps the rating and is logged."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.attempt import Attempt
from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.rating import Rating
from tests.gui.quiz.sitting import begin, logged

Key = Qt.Key


@pytest.fixture
def deck(deck: Deck) -> Deck:
    return replace(deck, cards=tuple(replace(card, challenge="predict-decay") for card in deck.cards))


def allowed(panel: ReviewPanel) -> list[int]:
    return [int(rating) for rating, button in panel.work.ratings.buttons.items() if button.isEnabled()]


def test_it_waits_and_leads_to_the_simulator(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    assert panel.waits_for_answer
    assert panel.work.card.challenge_button.isVisible()
    assert not panel.work.card.reveal_button.isVisible()
    with qtbot.waitSignal(panel.challenge_requested):
        QTest.mouseClick(panel.work.card.challenge_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.challenge_requested):
        QTest.keyClick(panel, Key.Key_S)
    for key in (Key.Key_Space, Key.Key_Return):
        with qtbot.waitSignal(panel.answer_requested):
            QTest.keyClick(panel, key)
    assert not panel.answer_shown


@pytest.mark.parametrize(
    ("attempt", "best", "why"),
    [
        (Attempt(Rating.PERFECTLY, True), 5, "press 5"),
        (Attempt(Rating.PARTLY, True, 2), 3, "You asked for a hint: 3 is the best rating"),
        (Attempt(Rating.BARELY, False, 1), 2, "The simulator found another answer: 2 is the best rating"),
    ],
)
def test_what_is_found_caps_the_rating_and_is_logged(
    qtbot: QtBot,
    review: ReviewController,
    panel: ReviewPanel,
    folder: Path,
    attempt: Attempt,
    best: int,
    why: str,
) -> None:
    begin(qtbot, review)
    panel.take_attempt(attempt)
    assert panel.answer_shown
    assert allowed(panel) == list(range(1, best + 1))
    assert why in panel.work.ratings.buttons[Rating.PERFECTLY].toolTip()
    assert (panel.work.keys.text() == f"{why}.") == (best < 5)
    if best < 5:
        assert panel.work.keys.isVisible()
        QTest.keyClick(panel, Key.Key_5)
        QTest.mouseClick(panel.work.ratings.buttons[Rating.PERFECTLY], Qt.MouseButton.LeftButton)
        assert logged(folder) == []
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Qt.Key(Key.Key_0 + best))
    (event,) = logged(folder)
    assert (int(event.rating), event.correct, event.hints) == (best, attempt.correct, attempt.hints)
    assert panel.waits_for_answer, "the next card waits in its turn"
    assert len(allowed(panel)) in (0, 5)
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.attempt == attempt
    assert allowed(panel) == list(range(1, best + 1))


def test_giving_up_is_no_better_than_barely(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    QTest.mouseClick(panel.work.card.give_up_button, Qt.MouseButton.LeftButton)
    assert panel.answer_shown
    assert allowed(panel) == [1, 2]
    panel.take_attempt(Attempt(Rating.PERFECTLY, True))
    assert allowed(panel) == [1, 2], "an answer after it was shown does not count"
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_2)
    (event,) = logged(folder)
    assert event.correct is None


def test_a_card_whose_challenge_cannot_be_opened_is_one_like_any_other(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    panel.let_off()
    QTest.keyClick(panel, Key.Key_Space)
    assert allowed(panel) == [1, 2, 3, 4, 5]
