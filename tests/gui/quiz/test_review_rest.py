"""What a review session shows when no card is left, and learning more than the limit of the day."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.quiz.outlook import Session
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from tests.gui.quiz.conftest import Clock
from tests.gui.quiz.sitting import answer, begin, logged
from tests.store.nested import set_for
from tests.store.study import rate

Key = Qt.Key


def test_nothing_due_says_when_the_next_card_is(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    review.set_session(Session("LSTM fundamentals", new_per_day=0))
    with qtbot.waitSignal(review.card_shown):
        pass
    assert panel.rest.title.text() == "Nothing is due."
    assert panel.rest.back.text() == "No card is scheduled."  # nor will one be on any day, at that limit
    assert panel.rest.waiting.text() == "6 new cards wait; the limit is set to 0 a day."
    assert panel.rest.more.text() == "Learn 5 new cards"
    assert panel.header.place.text() == "nothing due today"


def test_more_new_cards_can_be_learnt_today(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    for _ in range(3):
        answer(qtbot, review, panel)
    assert panel.rest.more.text() == "Learn 3 new cards"
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.rest.more, Qt.MouseButton.LeftButton)
    assert panel.card is not None
    assert panel.header.counts.text() == "0 due · 3 new"
    for _ in range(3):
        answer(qtbot, review, panel)
    assert not panel.rest.more.isVisible()


def test_a_deck_whose_new_cards_wait_for_the_limit_of_all_says_so(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path, clock: Clock
) -> None:
    with Collection.open(folder) as collection:
        fresh = tuple(Card(f"other-{number}", "Other?", "Yes.") for number in range(9))
        collection.import_deck(Deck("Other", fresh), clock())
    begin(qtbot, review)
    for _ in range(3):
        answer(qtbot, review, panel)
    with qtbot.waitSignal(review.card_shown):
        review.set_session(Session("Other", new_per_day=3))
    assert panel.rest.waiting.isVisible()
    assert panel.rest.waiting.text() == "9 new cards wait; today's limit of 3 is used."


def test_a_deck_with_a_limit_of_its_own_stops_there_and_goes_on_when_asked(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    with Collection.open(folder) as collection:
        set_for(collection, "LSTM fundamentals", new_per_day=1)
    begin(qtbot, review)
    answer(qtbot, review, panel)
    assert panel.rest.waiting.text() == "5 new cards wait; today's limit of 1 in “LSTM fundamentals” is used."
    with qtbot.waitSignal(review.card_shown):
        panel.more_requested.emit(5)
    assert panel.header.counts.text() == "0 due · 5 new"


def test_a_card_is_rated_by_the_rules_of_its_deck(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path, clock: Clock
) -> None:
    exam = study_day(clock()) + 9
    with Collection.open(folder) as collection:
        set_for(collection, "LSTM fundamentals", retention=0.7, exam_day=exam)
    begin(qtbot, review)
    answer(qtbot, review, panel, Key.Key_5)
    (event,) = logged(folder)
    scheduler = Scheduler(0.7, exam)
    assert event.after.due_day == scheduler.review(event.before, event.rating, event.at)[0].due_day < exam
    assert scheduler.cut(event) is not None


def test_the_limit_holds_again_on_the_next_day(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, clock: Clock
) -> None:
    review.set_session(Session("LSTM fundamentals", new_per_day=1))
    with qtbot.waitSignal(review.card_shown):
        pass
    answer(qtbot, review, panel)
    with qtbot.waitSignal(review.card_shown):
        panel.more_requested.emit(1)
    answer(qtbot, review, panel)
    clock.wait(days=1)
    begin(qtbot, review)
    assert panel.header.counts.text() == "0 due · 1 new"
    assert panel.header.place.text() == "card 1 of 1 today"


def test_after_days_away_so_many_reviews_come_and_the_rest_waits(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path, clock: Clock
) -> None:
    with Collection.open(folder) as collection:
        for number in range(1, 7):
            rate(collection, f"card-{number}", now=clock())
    clock.wait(days=30)
    with qtbot.waitSignal(review.card_shown):
        review.set_session(Session("LSTM fundamentals", reviews_per_day=2))
    assert panel.header.counts.text() == "2 of 6 due · 0 new"
    assert panel.header.counts.toolTip().startswith("Catching up: 4 cards wait")
    assert panel.header.place.text() == "card 1 of 2 today"
    for _ in range(2):
        answer(qtbot, review, panel)
    assert panel.rest.behind.text() == "4 more reviews wait: caught up in 2 days."
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.rest.go_on, Qt.MouseButton.LeftButton)
    assert panel.header.counts.text() == "4 due · 0 new"
    with qtbot.waitSignal(review.card_shown):
        review.undo()
    assert panel.header.counts.text() == "5 due · 0 new"
    clock.wait(days=1)
    answer(qtbot, review, panel)
    assert panel.header.counts.text() == "1 of 4 due · 0 new"
