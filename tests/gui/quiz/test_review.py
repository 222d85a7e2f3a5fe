"""A review session: nothing is shown that is not saved, nothing pressed is lost or counted twice."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.quiz.outlook import Session
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from tests.gui.quiz.conftest import Clock
from tests.gui.quiz.sitting import answer, begin, logged

Key = Qt.Key


def test_a_session_from_the_first_card_to_the_end(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    assert panel.header.place.text() == "card 1 of 3 today"
    shown: list[object] = [panel.card]
    review.card_shown.connect(shown.append)
    for _ in range(3):
        answer(qtbot, review, panel)
    assert len(set(shown)) == 4
    assert shown[-1] is None
    assert panel.rest.isVisible()
    assert panel.rest.title.text() == "Done for today"
    assert panel.rest.learnt.text() == "3 cards reviewed · 100 % recalled"
    assert panel.rest.back.text() == "The next card is due tomorrow."
    assert panel.header.place.text() == "all 3 cards of today are done"


def test_a_rating_is_on_disk_before_the_next_card_is_shown(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    first = panel.card
    assert first is not None
    found: list[list[ReviewEvent]] = []
    review.card_shown.connect(lambda _card: found.append(logged(folder)))
    answer(qtbot, review, panel, Key.Key_5)
    assert [(event.uid, event.rating) for event in found[0]] == [(first.uid, Rating.PERFECTLY)]


def test_the_intervals_shown_are_the_ones_that_follow(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    button = panel.work.ratings.buttons[Rating.WELL]
    name = button.accessibleName()
    answer(qtbot, review, panel, Key.Key_4)
    event = logged(folder)[0]
    days = event.after.due_day - event.study_day
    assert name == f"4 Well, comes back in {days} days"


def test_the_time_from_question_to_rating_is_kept(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, clock: Clock, folder: Path
) -> None:
    begin(qtbot, review)
    clock.wait(seconds=7.25)
    answer(qtbot, review, panel)
    clock.wait(seconds=1.5)
    answer(qtbot, review, panel)
    assert [event.response_ms for event in logged(folder)] == [7250, 1500]


def test_a_failed_card_comes_back(qtbot: QtBot, review: ReviewController, panel: ReviewPanel) -> None:
    begin(qtbot, review)
    failed = panel.card
    answer(qtbot, review, panel, Key.Key_1)
    assert panel.header.place.text() == "card 1 of 3 today"
    answer(qtbot, review, panel)
    answer(qtbot, review, panel)
    assert panel.card == failed
    answer(qtbot, review, panel)
    assert panel.rest.learnt.text() == "3 cards reviewed · 67 % recalled"


def test_pressing_twice_rates_once(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.card_shown):
        for _ in range(5):
            QTest.keyClick(panel, Key.Key_4)
    assert not panel.answer_shown
    assert len(logged(folder)) == 1


def test_what_is_pressed_while_saving_is_done_when_the_next_card_is_there(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    first = panel.card
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(panel.revealed):
        QTest.keyClick(panel, Key.Key_4)
        QTest.keyClick(panel, Key.Key_Space)  # for the next card
        QTest.keyClick(panel, Key.Key_4)  # of which nothing has been seen
    assert panel.card != first
    assert panel.answer_shown
    assert len(logged(folder)) == 1


def test_new_rules_leave_the_card_in_its_place(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, clock: Clock, folder: Path
) -> None:
    begin(qtbot, review)
    first = panel.card
    QTest.keyClick(panel, Key.Key_Space)
    clock.wait(seconds=2)
    with qtbot.waitSignal(review.card_shown):
        review.set_session(Session("LSTM fundamentals", new_per_day=5, scheduler=Scheduler(0.8)))
    assert panel.card == first
    assert panel.answer_shown
    assert panel.header.counts.text() == "0 due · 5 new"
    clock.wait(seconds=1)
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_4)
    assert [event.response_ms for event in logged(folder)] == [3000]


def test_another_deck_brings_its_first_card(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path, clock: Clock
) -> None:
    with Collection.open(folder) as collection:
        collection.import_deck(Deck("Other", (Card("other", "Other?", "Yes."),)), clock())
    begin(qtbot, review)
    with qtbot.waitSignal(review.card_shown):
        review.set_session(Session("Other"))
    assert panel.card is not None
    assert panel.card.uid == "other"
    assert panel.header.deck.text() == "Other"
    with qtbot.waitSignal(review.card_shown):
        review.set_session(Session(None))
    assert panel.header.deck.text() == "All decks"


def test_a_card_on_screen_keeps_its_place_when_the_collection_changes(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    first = panel.card
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.card_shown):
        review.refresh()
    assert panel.card == first
    assert panel.answer_shown


def test_mastery_and_decks_are_counted_after_a_moment(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    with qtbot.waitSignal(review.decks_known):
        review.refresh()
    assert panel.header.mastery.text() == "mastery 0 %"
    answer(qtbot, review, panel, Key.Key_5)
    with qtbot.waitSignal(review.decks_known) as caught:
        pass
    assert caught.args is not None
    assert caught.args[0][0].name == "LSTM fundamentals"
    assert panel.header.mastery.text() == "mastery 17 %"


def test_ratings_are_never_written_on_the_gui_thread(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    record = Collection.record

    def recording(collection: Collection, event: ReviewEvent) -> None:
        threads.add(threading.get_ident())
        record(collection, event)

    monkeypatch.setattr(Collection, "record", recording)
    begin(qtbot, review)
    answer(qtbot, review, panel)
    answer(qtbot, review, panel)
    assert len(threads) == 1
    assert threading.get_ident() not in threads
