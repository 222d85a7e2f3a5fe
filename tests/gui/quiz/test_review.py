"""A review session: nothing is shown that is not saved, nothing pressed is lost or counted twice."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.operations.rate import Rated
from lstm_gui.gui.operations.undo import Undone
from lstm_gui.gui.quiz import review as review_module
from lstm_gui.gui.quiz.outlook import Session
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed, CollectionError, NotSaved
from tests.gui.quiz.conftest import Clock

Key = Qt.Key


def begin(qtbot: QtBot, review: ReviewController) -> None:
    """Wait for the first card."""
    with qtbot.waitSignal(review.card_shown):
        review.refresh()


def answer(qtbot: QtBot, review: ReviewController, panel: ReviewPanel, key: Key = Key.Key_4) -> None:
    """Reveal and rate by the keys, and wait for the next card."""
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, key)


def logged(folder: Path) -> list[ReviewEvent]:
    """What another reader finds on disk."""
    with Collection.open(folder, read_only=True) as collection:
        return list(collection.events())


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


def test_an_undo_pressed_while_saving_takes_that_rating_back(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    first = panel.card
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.changed, check_params_cb=lambda result: isinstance(result, Undone)):
        QTest.keyClick(panel, Key.Key_2)
        QTest.keyClick(panel, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(review.card_shown):
        pass
    assert panel.card == first
    assert logged(folder) == []


def test_undo_brings_the_card_back_with_its_answer(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    first = panel.card
    answer(qtbot, review, panel)
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.work.undo, Qt.MouseButton.LeftButton)
    assert panel.card == first
    assert panel.answer_shown
    assert not panel.work.undo.isEnabled()
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_3)
    assert [event.rating for event in logged(folder)] == [Rating.PARTLY]


def test_undo_after_a_restart_shows_the_question(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path, clock: Clock
) -> None:
    with Collection.open(folder) as collection:
        queued = collection.next_card(None, clock(), new_per_day=3)
        assert queued is not None
        session = Session()
        collection.record(session.scheduler.review(queued.memory, Rating.WELL, clock())[1])
    begin(qtbot, review)
    with qtbot.waitSignal(review.card_shown):
        panel.undo()
    assert panel.card == queued.card
    assert not panel.answer_shown


def test_the_last_rating_of_the_day_can_be_taken_back_from_the_end(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    for _ in range(3):
        answer(qtbot, review, panel)
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.rest.undo, Qt.MouseButton.LeftButton)
    assert panel.card is not None
    assert panel.header.place.text() == "card 3 of 3 today"


def test_undo_with_nothing_to_take_back_does_nothing(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    first = panel.card
    with qtbot.waitSignal(review.changed) as caught:
        QTest.keyClick(panel, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [Undone(None)]
    assert panel.card == first
    QTest.keyClick(panel, Key.Key_Space)
    assert panel.answer_shown


def test_when_it_cannot_be_saved_the_card_stays_and_can_be_tried_again(
    qtbot: QtBot,
    review: ReviewController,
    panel: ReviewPanel,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(qtbot, review)
    first = panel.card
    assert first is not None
    full = [True]
    record = Collection.record

    def record_if_room(collection: Collection, event: ReviewEvent) -> None:
        if full[0]:
            raise NotSaved("The disk is full; free some space.")
        record(collection, event)

    monkeypatch.setattr(Collection, "record", record_if_room)
    QTest.keyClick(panel, Key.Key_Space)
    QTest.keyClick(panel, Key.Key_2)
    qtbot.waitUntil(panel.banner.isVisible)
    assert panel.banner.words.text() == "The disk is full; free some space."
    assert panel.card == first
    assert panel.answer_shown
    assert panel.work.ratings.isEnabled()
    QTest.mouseClick(panel.banner.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.banner.isVisible)  # still full
    full[0] = False
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.banner.retry, Qt.MouseButton.LeftButton)
    assert not panel.banner.isVisible()
    assert [(event.uid, event.rating) for event in logged(folder)] == [(first.uid, 2)]


def test_when_the_next_card_cannot_be_read_it_is_looked_for_again(
    qtbot: QtBot,
    review: ReviewController,
    panel: ReviewPanel,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(qtbot, review)
    first = panel.card
    QTest.keyClick(panel, Key.Key_Space)
    with monkeypatch.context() as patch:

        def unreadable(*_arguments: object, **_options: object) -> None:
            raise CollectionError("The collection could not be read.")

        patch.setattr(Collection, "next_card", unreadable)
        QTest.keyClick(panel, Key.Key_4)
        qtbot.waitUntil(panel.banner.isVisible)
        QTest.keyClick(panel, Key.Key_4)  # the card is answered
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.banner.retry, Qt.MouseButton.LeftButton)
    assert panel.card != first
    assert not panel.answer_shown
    assert not panel.banner.isVisible()
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


def test_an_error_of_ours_is_not_swallowed(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, review)

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(review_module, "rate", broken)
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.captureExceptions() as caught:
        QTest.keyClick(panel, Key.Key_4)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert panel.answer_shown


def test_a_card_changed_elsewhere_is_looked_at_again(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, review)

    def changed(_collection: Collection, _event: ReviewEvent, _deck: str) -> Rated:
        raise Changed("This card has changed since it was shown.")

    monkeypatch.setattr(review_module, "rate", changed)
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_4)
    assert panel.banner.isVisible()
    assert not panel.banner.retry.isVisible()
    assert not panel.answer_shown


def test_nothing_due_says_when_the_next_card_is(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    review.set_session(Session("LSTM fundamentals", new_per_day=0))
    with qtbot.waitSignal(review.card_shown):
        pass
    assert panel.rest.title.text() == "Nothing is due."
    assert panel.rest.back.text() == "The next card is due tomorrow."
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


def test_a_card_on_screen_is_not_taken_away_when_another_falls_due(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    for _ in range(3):
        answer(qtbot, review, panel)
    waiting = [timer for timer in review.findChildren(QTimer) if timer.objectName() == "look again"]
    assert waiting[0].isActive()
    with qtbot.waitSignal(review.card_shown):
        review.undo()
    assert panel.card is not None
    assert not waiting[0].isActive()


def test_the_answer_of_a_card_that_was_not_asked_is_never_shown(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, review)
    panel.reveal()

    def fails(*_arguments: object) -> None:
        raise CollectionError("The disk is gone.")

    with monkeypatch.context() as broken:
        broken.setattr(review_module, "look_at", fails)
        review.refresh()  # the card is to keep its place, its answer shown
        qtbot.waitUntil(panel.banner.isVisible)
    with qtbot.waitSignal(review.card_shown):
        review.learn_more(1)
    assert not panel.answer_shown
