"""Preferences tell what was chosen, at once and in range."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.preferences import ABOUT, Preferences
from lstm_gui.gui.theme import form_style
from lstm_gui.settings import Settings, rules
from tests.gui.conftest import Lab

SCENES = [("forget", "Forget"), ("toggle", "Toggle"), ("counter", "Counter")]


@pytest.fixture
def dialog(qtbot: QtBot) -> Preferences:
    made = Preferences(Settings(class_scenes=("counter", "gone")), SCENES, palette("light"))
    qtbot.addWidget(made)
    return made


def test_what_is_said_of_each_setting_can_be_translated(dialog: Preferences) -> None:
    fields = (
        "retention",
        "new_per_day",
        "reviews_per_day",
        "theme",
        "zoom",
        "motion",
        "confidence",
        "scenes",
    )
    assert tuple(getattr(dialog, field).toolTip() for field in fields) == ABOUT
    assert set(ABOUT) <= {rule.about for rule in rules().values()}


def test_each_control_tells_its_setting(dialog: Preferences) -> None:
    told: list[Settings] = []
    dialog.chosen.connect(told.append)
    dialog.retention.setValue(85)
    dialog.new_per_day.setValue(20)
    dialog.reviews_per_day.setValue(0)
    assert dialog.reviews_per_day.text() == "all that are due"
    dialog.reviews_per_day.setValue(60)
    dialog.zoom.setValue(150)
    dialog.theme.setCurrentIndex(2)
    dialog.motion.click()
    dialog.confidence.click()
    last = told[-1]
    assert last.retention == pytest.approx(0.85)
    assert (last.new_per_day, last.reviews_per_day) == (20, 60)
    assert (last.zoom, last.theme, last.motion) == (150, "dark", False)
    assert last.ask_confidence


def test_the_scenes_for_class_keep_their_order(dialog: Preferences) -> None:
    told: list[Settings] = []
    dialog.chosen.connect(told.append)
    assert [dialog.scenes.item(row).text() for row in range(3)] == ["Counter", "Forget", "Toggle"]
    dialog.scenes.item(2).setCheckState(Qt.CheckState.Checked)
    assert told[-1].class_scenes == ("counter", "toggle")


def test_a_number_out_of_range_cannot_be_typed(dialog: Preferences) -> None:
    dialog.zoom.selectAll()
    QTest.keyClicks(dialog.zoom, "999")
    QTest.keyClick(dialog.zoom, Qt.Key.Key_Tab)
    assert dialog.zoom.value() <= 300


def test_every_control_has_a_name_and_a_tooltip(dialog: Preferences) -> None:
    controls: list[QWidget] = [*dialog.findChildren(QSpinBox), *dialog.findChildren(QComboBox)]
    for control in (*controls, dialog.motion, dialog.confidence, dialog.scenes):
        assert control.accessibleName()
        assert control.toolTip()


def test_what_is_chosen_holds_at_once_in_the_window(lab: Lab) -> None:
    lab.window.actions_by_id["preferences"].trigger()
    dialog = lab.window.findChild(Preferences)
    assert isinstance(dialog, Preferences)
    dialog.theme.setCurrentIndex(2)
    dialog.new_per_day.setValue(3)
    assert lab.window.theme.colours is palette("dark")
    assert form_style(palette("dark")) in dialog.styleSheet()
    assert lab.window.live.now.new_per_day == 3
    dialog.reject()


def test_the_class_menu_leads_to_the_list_of_scenes(lab: Lab) -> None:
    lab.window.actions_by_id["class_scenes"].trigger()
    dialog = lab.window.findChild(Preferences)
    assert isinstance(dialog, Preferences)
    assert dialog.focusWidget() is dialog.scenes
    dialog.reject()
