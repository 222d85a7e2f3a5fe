"""The browser lists, searches and opens scenes by mouse and by keys, and paints pictures meanwhile."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.scenes.browser import SceneBrowser
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.catalogue import load, scene_names, topics
from lstm_gui.lessons.scene_search import listed
from lstm_gui.settings import Settings
from tests.gui.conftest import LabMaker

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def browser(qtbot: QtBot) -> SceneBrowser:
    made = SceneBrowser(listed(), palette("light"), 100)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def shown(browser: SceneBrowser) -> list[str]:
    model = browser.cards.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def type_in(browser: SceneBrowser, text: str) -> None:
    browser.search.setFocus()
    QTest.keyClicks(browser.search, text)


def choose_topic(browser: SceneBrowser, row: int) -> None:
    rect = browser.topics.visualRect(browser.topics.model().index(row, 0))
    QTest.mouseClick(browser.topics.viewport(), LEFT, pos=rect.center())


def test_every_scene_is_listed_in_the_order_of_teaching(browser: SceneBrowser) -> None:
    assert len(scene_names()) >= 40
    assert shown(browser) == [load(name).title for name in scene_names()]
    assert browser.count.text() == f"{len(scene_names())} scenes"


@pytest.mark.parametrize("row", range(1, len(topics()) + 1))
def test_a_topic_shows_its_scenes_alone(browser: SceneBrowser, row: int) -> None:
    choose_topic(browser, row)
    assert shown(browser) == [load(name).title for name in topics()[row - 1].scenes]


def test_a_search_narrows_as_one_types_and_counts_by_topic(browser: SceneBrowser) -> None:
    choose_topic(browser, 2)
    type_in(browser, "GRU z")
    wanted = [row for row in listed() if row.has("gru z")]
    assert shown(browser) == [row.scene.title for row in wanted]  # of every topic
    counts = {
        browser.topics.model().index(row, 0).data(): row for row in range(browser.topics.model().rowCount())
    }
    choose_topic(browser, counts["Variations"])
    assert shown(browser) == [row.scene.title for row in wanted if row.topic == "Variations"]
    browser.search.clear()
    assert len(shown(browser)) == len(topics()[7].scenes)


def test_nothing_found_is_said(browser: SceneBrowser) -> None:
    type_in(browser, "zebra")
    assert shown(browser) == []
    assert browser.count.text() == "0 scenes"
    assert "zebra" in browser.cards.nothing
    QTest.keyClick(browser.search, Qt.Key.Key_Return)
    assert browser.isVisible()
    choose_topic(browser, 3)
    assert topics()[2].title in browser.cards.nothing


def test_arrows_lead_to_the_cards_and_enter_opens(browser: SceneBrowser, qtbot: QtBot) -> None:
    QTest.keyClick(browser.search, Qt.Key.Key_Down)
    assert browser.cards.hasFocus()
    first = browser.cards.current_name
    QTest.keyClick(browser.cards, Qt.Key.Key_Down)
    second = browser.cards.current_name
    assert first != second
    with qtbot.waitSignal(browser.wanted) as wanted:
        QTest.keyClick(browser.cards, Qt.Key.Key_Return)
    assert wanted.args == [second]
    assert not browser.isVisible()


def test_enter_in_the_search_opens_what_is_marked(browser: SceneBrowser, qtbot: QtBot) -> None:
    type_in(browser, "embedded")
    with qtbot.waitSignal(browser.wanted) as wanted:
        QTest.keyClick(browser.search, Qt.Key.Key_Enter)
    assert wanted.args == ["embedded-reber"]


def test_letters_typed_on_a_card_are_for_the_search(browser: SceneBrowser) -> None:
    browser.cards.setFocus()
    QTest.keyClicks(browser.cards, "p")
    QTest.keyClicks(browser.search, "arity")
    assert browser.search.text() == "parity"
    assert "Even or odd" in shown(browser)


def test_a_click_opens_once_and_esc_opens_nothing(browser: SceneBrowser) -> None:
    asked: list[str] = []
    browser.wanted.connect(asked.append)
    QTest.keyClick(browser.search, Qt.Key.Key_Escape)
    assert not browser.isVisible()
    browser.show()
    rect = browser.cards.visualRect(browser.cards.model().index(1, 0))
    QTest.mouseDClick(browser.cards.viewport(), LEFT, pos=rect.center())
    QTest.mouseClick(browser.cards.viewport(), LEFT, pos=rect.center() + QPoint(1, 1))
    assert asked == ["same-input"]


def test_the_marked_scene_stays_marked_while_it_is_listed(browser: SceneBrowser) -> None:
    browser.begin_at("gru-reset")
    assert browser.cards.current_name == "gru-reset"
    type_in(browser, "gru")
    assert browser.cards.current_name == "gru-reset"
    type_in(browser, " toggle")
    browser.search.clear()
    assert browser.cards.current_name == "remember"
    browser.begin_at("/some/file.json")
    assert browser.cards.current_name == "remember"


def test_pictures_come_for_what_is_in_sight_and_for_no_other(browser: SceneBrowser, qtbot: QtBot) -> None:
    pictures = browser.cards.thumbnails
    qtbot.waitUntil(lambda: pictures.rest and pictures.kept > 0)
    assert pictures.kept < len(scene_names()) / 2
    assert pictures.image("remember", load("remember")) is not None
    before = pictures.image("remember", load("remember"))
    browser.set_palette(palette("dark"))
    qtbot.waitUntil(lambda: pictures.rest and pictures.image("remember", load("remember")) is not None)
    after = pictures.image("remember", load("remember"))
    assert before is not None
    assert after is not None
    assert before != after
    browser.set_style(Style(palette("dark"), 1.5))
    qtbot.waitUntil(lambda: pictures.rest and pictures.kept > 0)
    assert pictures.size.width() > 1.4 * before.width()


def test_who_cannot_see_a_card_hears_it(browser: SceneBrowser) -> None:
    index = browser.cards.model().index(scene_names().index("ring"), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "A 1 goes round eight units, RNN with ReLU × 8"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == load("ring").caption
    assert index.data(Qt.ItemDataRole.ToolTipRole) == load("ring").caption
    topic = browser.topics.model().index(1, 0)
    assert (
        topic.data(Qt.ItemDataRole.AccessibleTextRole) == f"What an LSTM is, {len(topics()[0].scenes)} scenes"
    )


def test_a_scene_is_opened_from_the_window_and_undo_brings_back_what_was_there(
    make_lab: LabMaker,
) -> None:
    window = make_lab(Settings(scene="decay")).window
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(SceneBrowser)
    assert dialog.cards.current_name == "decay"
    before = window.controller.state
    type_in(dialog, "chrono")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert window.controller.state.origin == load("chrono-bias")
    window.commands.undo()
    assert window.controller.state == before


def test_the_list_in_the_bar_leads_to_the_browser(make_lab: LabMaker) -> None:
    window = make_lab().window
    window.simulator.transport.scenes.browse_requested.emit()
    (dialog,) = window.findChildren(SceneBrowser)
    dialog.reject()


def test_everything_has_a_name_and_a_tip(browser: SceneBrowser) -> None:
    for part in (browser.search, browser.topics, browser.cards):
        assert part.accessibleName()
        assert part.toolTip()


def test_a_start_loads_nothing_of_it() -> None:
    source = "import sys, lstm_gui.gui.main_window; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert not [
        name for name in loaded if name.startswith(("lstm_gui.gui.scenes", "lstm_gui.lessons.scene_search"))
    ]
