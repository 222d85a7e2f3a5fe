"""The sheet of keys holds what the tables hold."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from lstm_gui.gui.actions.table import TABLE
from lstm_gui.gui.presenter.keys import PRESENTER_KEYS
from lstm_gui.gui.shortcut_sheet import (
    COLUMNS,
    LEAST,
    KeyCaps,
    ShortcutSheet,
    columns_of,
    sections,
    sheet_for,
)
from lstm_gui.settings import Settings
from tests.gui.conftest import Lab, LabMaker


def test_every_action_with_a_key_stands_on_the_sheet() -> None:
    words = [text for _, lines in sections() for _, text in lines]
    for row in TABLE:
        title = "Rate it" if row.handler == "rate" else row.title
        found = [text for text in words if re.match(rf"(.*, )?{re.escape(title)}($| \(|,)", text)]
        assert bool(found) == bool(row.keys), row.id
    for key in PRESENTER_KEYS:
        same = {(row.handler, row.argument) for row in TABLE if row.keys == key.keys}
        assert key.title in words if key.text else (key.handler, key.argument) in same


def test_what_the_hand_does_without_an_action_stands_there_too() -> None:
    told = {keys for _, lines in sections() for keys, _ in lines}
    assert {("Shift+Drag",), ("Ctrl+Wheel",), ("Enter", "Backspace")} <= told


def test_the_sheet_shows_every_line_with_its_caps(qtbot: QtBot) -> None:
    sheet = ShortcutSheet()
    qtbot.addWidget(sheet)
    lines = [line for _, found in sections() for line in found]
    assert len(sheet.findChildren(KeyCaps)) == len(lines)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {text for _, text in lines} <= shown
    caps = sorted(sheet.findChildren(KeyCaps), key=KeyCaps.accessibleName)
    for each, keys in zip(caps, sorted((keys for keys, _ in lines), key=", ".join), strict=True):
        assert each.accessibleName() == ", ".join(keys)
        assert each.sizeHint().width() >= 22 * len(keys)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_column_has_to_be_scrolled_to(make_lab: LabMaker, theme: str) -> None:
    lab = make_lab(Settings(theme=theme, zoom=200))
    lab.window.actions_by_id["keys"].trigger()
    sheet = lab.window.findChild(ShortcutSheet)
    assert isinstance(sheet, ShortcutSheet)
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    left = sheet.size() - area.viewport().size()
    sheet.reject()
    room = QSize(1280, 680) - left  # what a screen of 1280×720 leaves
    whole = sheet_for(room.width())
    whole.setParent(sheet)
    assert len(whole.findChildren(QGridLayout)) == COLUMNS
    assert whole.sizeHint().height() <= room.height()


@pytest.mark.parametrize("width", [1300, 900, 600])
def test_a_narrow_screen_has_fewer_columns_and_every_line(qtbot: QtBot, width: int) -> None:
    """As one of 1280 pixels that are enlarged twofold."""
    sheet = sheet_for(width)
    qtbot.addWidget(sheet)
    assert sheet.sizeHint().width() <= width
    assert len(sheet.findChildren(KeyCaps)) == sum(len(lines) for _, lines in sections())


def test_f1_opens_and_closes_it(lab: Lab, qtbot: QtBot) -> None:
    lab.window.actions_by_id["keys"].trigger()
    sheet = lab.window.findChild(ShortcutSheet)
    assert isinstance(sheet, ShortcutSheet)
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.finished):
        sheet.reject()


def test_the_columns_hold_every_line_in_order_and_are_about_as_high_as_each_other() -> None:
    made = sections()
    columns = columns_of(made)
    flat = [line for column in columns for _, lines in column for line in lines]
    assert flat == [line for _, lines in made for line in lines]
    assert len(columns) == COLUMNS
    heights = [sum(len(lines) + 2 for _, lines in column) for column in columns]
    assert max(heights) - min(heights) < 10
    whole = {heading: len(lines) for heading, lines in made}
    for heading, lines in (part for column in columns for part in column):
        assert len(lines) >= min(LEAST, whole[heading])
