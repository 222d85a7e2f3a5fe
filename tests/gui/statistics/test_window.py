"""The window "Statistics" as a person has it: opened by a key, paged, narrowed, exported, closed."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.formats.bundled import install_bundled_decks
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Task
from lstm_gui.gui.statistics.chart_card import ChartCard
from lstm_gui.gui.statistics.page_list import DUE, PAGES
from lstm_gui.gui.statistics.reader import Reader
from lstm_gui.gui.statistics.window import StatisticsWindow
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from tests.gui.conftest import Lab, LabMaker
from tests.gui.test_accessibility import nameless

LEFT = Qt.MouseButton.LeftButton
GATES = Deck(
    "Course::Gates",
    (
        Card("gate", "What does a zebra do?", "It keeps c.", "Gates"),
        Card("kept", "Of a state?", "c", "States"),
    ),
)


@pytest.fixture
def lab(make_lab: LabMaker, tmp_path: Path) -> Lab:
    """The bundled deck, and of another a card rated three times, and one rated once."""
    folder = tmp_path / "lab"
    now = datetime.now().astimezone() - timedelta(days=20)
    with Collection.open(folder) as collection:
        install_bundled_decks(collection)
        collection.import_deck(GATES)
        given = ("gate", 0, Rating.WELL), ("gate", 4, Rating.PARTLY), ("gate", 6, Rating.BARELY)
        for uid, days, rating in (*given, ("kept", 2, Rating.PERFECTLY)):
            now += timedelta(days=days)
            memory = collection.memory(uid)
            collection.record(Scheduler(0.8).review(memory, rating, now, response_ms=3000, confidence=75)[1])
    return make_lab(folder=folder)


def opened(lab: Lab, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_T) -> StatisticsWindow:
    """The window, opened by T in the review panel."""
    lab.window.review.panel.setFocus()
    QTest.keyClick(lab.window.review.panel, key)
    found = lab.window.statistics.open_window
    assert found is not None
    qtbot.waitUntil(lambda: found.summary is not None)
    return found


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen
def test_t_opens_it_and_arrows_turn_its_pages(lab: Lab, qtbot: QtBot) -> None:
    there = opened(lab, qtbot)
    assert there.page.sum.text() == "4 ratings on 4 days; the busiest day had 1."
    assert nameless(there) == []
    seen = [there.page.chart.accessibleName()]
    for _ in range(len(PAGES) - 1):
        QTest.keyClick(there.pages, Qt.Key.Key_Down)
        seen.append(there.page.chart.accessibleName())
    assert len(set(seen)) == len(PAGES)
    QTest.keyClick(there.pages, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: there.due.story is not None)
    assert nameless(there) == []
    assert not there.isModal()
    lab.window.statistics.show_statistics()
    assert lab.window.statistics.open_window is there
    QTest.keyClick(there, Qt.Key.Key_Escape)
    assert not there.isVisible()


def test_a_deck_and_a_range_are_chosen(lab: Lab, qtbot: QtBot) -> None:
    there = opened(lab, qtbot)
    there.pages.choose("ratings")
    assert there.page.sum.text() == "4 ratings."
    names = [there.scope.decks.itemText(row).strip() for row in range(there.scope.decks.count())]
    assert names == ["All decks", "Course", "Gates", "LSTM fundamentals"]
    for row in (1, 3, 2):
        there.scope.decks.setCurrentIndex(row)
        qtbot.waitUntil(lambda: not there.busy)
        assert there.page.sum.text() == ("Nothing to count yet." if row == 3 else "4 ratings.")
    there.scope.ranges.setCurrentIndex(2)
    qtbot.waitUntil(lambda: there.summary is not None and there.summary.scope.range == "all")
    assert there.scope.deck == "Course::Gates"


def test_a_rating_counts_once_the_window_is_turned_to(lab: Lab, qtbot: QtBot) -> None:
    there = opened(lab, qtbot)
    there.pages.choose("ratings")
    panel = lab.window.review.panel
    panel.reveal()
    with qtbot.waitSignal(lab.window.review.rated):
        panel.rate(4)
    assert there.page.sum.text() == "4 ratings."
    QApplication.sendEvent(there, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: there.page.sum.text() == "5 ratings.")


def told(chart: ChartCard, where: QPointF) -> int | None:
    """The value that is told with the pointer at a place."""
    move, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(chart, QMouseEvent(move, where, where, none, none, Qt.KeyboardModifier.NoModifier))
    return chart.looked_at


def test_values_are_told_by_mouse_and_keys(lab: Lab, qtbot: QtBot) -> None:
    chart = opened(lab, qtbot).page.chart
    for page, place in (("ratings", 3), ("topics", 0), ("days", 0), ("intervals", 2)):
        window = lab.window.statistics.open_window
        assert window is not None
        window.pages.choose(page)
        chart.setFocus()
        for _ in range(place + 1):
            QTest.keyClick(chart, Qt.Key.Key_Right)
        assert chart.looked_at == place
        spot = chart.room_of(place)
        chart.clearFocus()
        found = [None, place]
        assert [told(chart, where) for where in (QPointF(2, 2), spot.center())] == found


def test_pictures_and_numbers_leave(
    lab: Lab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = opened(lab, qtbot)
    for page, name in (("days", "days.png"), ("weeks", "weeks.svg"), ("topics", "topics.csv")):
        there.pages.choose(page)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        QTest.mouseClick(there.foot.numbers if name.endswith("csv") else there.foot.picture, LEFT)
    assert QImage(str(tmp_path / "days.png")).width() > 600
    assert b"<svg" in (tmp_path / "weeks.svg").read_bytes()
    rows = list(csv.reader(io.StringIO((tmp_path / "topics.csv").read_text(encoding="utf-8"))))
    assert rows[0] == ["Topic", "Mastery", "Cards", "Rated"]
    assert ["Gates", "0.0", "1", "1"] in rows  # it failed, and waits
    there.explain("gate")
    qtbot.waitUntil(lambda: there.due.story is not None and there.due.story.card.uid == "gate")
    QTest.mouseClick(there.foot.numbers, LEFT)
    rows = list(csv.reader(io.StringIO((tmp_path / "topics.csv").read_text(encoding="utf-8"))))
    assert [row[1] for row in rows] == ["rating", "4", "3", "2"]


def test_it_follows_theme_and_zoom(lab: Lab, qtbot: QtBot) -> None:
    there = opened(lab, qtbot)
    wide = there.pages.width()
    lab.window.live.change(theme="dark", zoom=125)
    assert there.pages.width() > 1.2 * wide
    assert there.page.chart.style_now.palette.dark


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen
def test_a_due_date_is_explained_by_search_and_from_the_card(lab: Lab, qtbot: QtBot) -> None:
    there = opened(lab, qtbot)
    there.pages.choose(DUE)
    there.due.look_for("keeps gate")
    there.due.search.setText("")
    QTest.keyClicks(there.due.search, "zebra do")
    qtbot.waitUntil(lambda: there.due.list.model().rowCount() == 1)
    rows = there.due.list
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.model().index(0, 0)).center())
    qtbot.waitUntil(lambda: there.due.story is not None and there.due.story.card.uid == "gate")
    assert there.due.front.text() == "What does a zebra do?"
    assert there.due.due.text().startswith("It failed and comes back")
    steps = there.due.table.numbers.table.rows
    assert [row[1] for row in steps] == ["4", "3", "2"]
    assert {row[-1] for row in steps} == {"yes"}
    there.due.table.selectRow(1)
    assert "rated 3 (partly), 4 days after the rating before" in there.due.words.text()
    assert "falls to the 80 % aimed for" in there.due.words.text()  # not the 90 % of today
    assert "The log stored the same." in there.due.words.text()
    lab.window.activateWindow()
    lab.window.actions_by_id["explain_due_date"].trigger()
    card = lab.window.review.card
    assert card is not None
    qtbot.waitUntil(lambda: there.due.story is not None and there.due.story.card.uid == card.uid)
    assert "Never rated" in there.due.due.text()


def test_counting_can_be_stopped(lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    there = opened(lab, qtbot)
    monkeypatch.setattr("lstm_gui.gui.statistics.window._LONG", 1)
    seen: list[str] = []

    def stop() -> None:
        seen.append(there.counting.words.text())
        QTest.mouseClick(there.counting.cancel, LEFT)

    there._reader.progressed.connect(stop)
    there.count()
    qtbot.waitUntil(lambda: not there.busy and bool(seen))
    assert seen[0].endswith("of 4 ratings read")
    assert there.counting.words.text().startswith("Stopped")
    assert not there.counting.cancel.isVisible()
    assert there.page.sum.text().startswith("4 ratings")


def test_an_empty_collection_says_what_will_stand_here(make_lab: LabMaker, qtbot: QtBot) -> None:
    there = opened(make_lab(), qtbot)
    for name in PAGES:
        there.pages.choose(name)
        assert there.page.chart.is_empty
        assert there.page.picture is not None
        assert there.page.chart.accessibleDescription() == there.page.picture.nothing
        assert not there.foot.picture.isEnabled()


@pytest.fixture
def in_memory(qapp: QApplication, tmp_path: Path) -> Iterator[CollectionThread]:
    """A collection for which there is no folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    made = CollectionThread(tmp_path / "file" / "below", qapp)
    yield made
    made.close()
    made.deleteLater()


def test_a_collection_in_memory_is_read_where_it_is(in_memory: CollectionThread, qtbot: QtBot) -> None:
    reader = Reader(in_memory, "reader", in_memory)

    def count(collection: Collection, _task: Task) -> object:
        collection.import_deck(GATES)
        return len(collection.history().cards.deck)

    with qtbot.waitSignal(reader.succeeded) as found:
        reader.start(count)
    assert found.args == [2]
    reader.stop()
    reader.stop()
