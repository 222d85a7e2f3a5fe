"""The list of scenes stands by topic; headings and the way to the browser are passed over by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.controls import Picker
from lstm_gui.gui.simulator.scene_picker import ScenePicker
from lstm_gui.lessons.catalogue import topics
from tests.gui.simulator.frames import STYLE

SCENES = [("remember", "Keep a bit"), ("same-input", "Same input"), ("counter", "Count"), ("mine", "Mine")]


@pytest.fixture
def picker(qtbot: QtBot) -> ScenePicker:
    made = ScenePicker(STYLE)
    qtbot.addWidget(made)
    made.offer_more()
    made.set_scenes(SCENES)
    made.set_style(STYLE)
    made.show_title("Keep a bit")
    made.show()
    return made


def test_scenes_stand_below_the_headings_of_their_topics(picker: ScenePicker) -> None:
    titles = [picker.itemText(row) for row in range(picker.count())]
    first, memory = topics()[0].title, topics()[2].title
    ways = ["Browse scenes…", "Challenges…"]
    assert titles == [*ways, first, "Keep a bit", "Same input", memory, "Count", "Mine"]
    assert picker.names() == [name for name, _ in SCENES]


def test_keys_pass_over_headings_and_do_not_leave_by_the_top(picker: ScenePicker) -> None:
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Up)
    assert picker.currentText() == "Keep a bit"
    chosen: list[str] = []
    picker.scene_chosen.connect(chosen.append)
    for _ in range(3):
        QTest.keyClick(picker, Qt.Key.Key_Down)
    assert chosen == ["same-input", "counter", "mine"]


@pytest.fixture
def _no_popup(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list opens without a window of its own, which the screen of the tests has not."""
    for name in ("showPopup", "hidePopup"):
        monkeypatch.setattr(Picker, name, lambda _: None)


@pytest.mark.usefixtures("_no_popup")
def test_the_ways_on_top_are_chosen_in_the_open_list_alone(picker: ScenePicker, qtbot: QtBot) -> None:
    model = picker.model()
    assert isinstance(model, QStandardItemModel)
    assert not any(model.item(row).isEnabled() for row in range(2))
    picker.showPopup()
    assert all(model.item(row).isEnabled() for row in range(2))
    assert not model.item(2).isEnabled()
    picker.hidePopup()
    assert not any(model.item(row).isEnabled() for row in range(2))
    with qtbot.waitSignal(picker.browse_requested):  # as Qt does when a row of the list was chosen
        picker.setCurrentIndex(0)
        picker.activated.emit(0)
    assert picker.currentText() == "Keep a bit"
    with qtbot.waitSignal(picker.challenges_requested):
        picker.activated.emit(1)


@pytest.mark.usefixtures("_no_popup")
def test_without_a_browser_the_list_begins_with_a_topic(qtbot: QtBot) -> None:
    made = ScenePicker(STYLE)
    qtbot.addWidget(made)
    made.set_scenes(SCENES)
    model = made.model()
    assert isinstance(model, QStandardItemModel)
    made.showPopup()
    assert made.itemText(0) == topics()[0].title
    assert not model.item(0).isEnabled()
    made.hidePopup()
