"""The kinds of cells are chosen by mouse and by keys, and the picker shows what the scene has."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import EVERY_KIND, LSTM, Kind
from lstm_gui.gui.shown_kinds import BY_NAME, FIRST, NAME_OF
from lstm_gui.gui.simulator.cell_picker import CellPicker
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE

GRU, RELU = Kind.of("gru"), Kind.of("rnn", activation="relu")


@pytest.fixture
def picker(show: Show) -> CellPicker:
    """The picker, of an LSTM."""
    made = show(CellPicker(STYLE), (400, 30))
    made.set_style(STYLE)
    return made


def checked(picker: CellPicker) -> list[str]:
    return [name for name, button in picker.buttons.items() if button.isChecked()]


def test_all_kinds_are_offered() -> None:
    assert set(NAME_OF) == set(EVERY_KIND)


@pytest.mark.parametrize("name", FIRST)
def test_a_click_asks_for_a_kind(picker: CellPicker, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(picker.cell_chosen) as chosen:
        QTest.mouseClick(picker.buttons[name], Qt.MouseButton.LeftButton)
    assert chosen.args == [name]
    assert checked(picker) == ["lstm"]  # until the scene has another


def test_it_shows_the_kind_that_there_is(picker: CellPicker) -> None:
    picker.show_kind(GRU)
    assert checked(picker) == ["gru"]
    assert not picker.more.isChecked()
    picker.show_kind(RELU)
    assert checked(picker) == []
    assert picker.more.isChecked()
    assert picker.more.accessibleName() == "Kind of cell: RNN with ReLU"
    assert picker.actions_by_name["relu"].isChecked()


def test_the_menu_has_every_kind(picker: CellPicker, qtbot: QtBot) -> None:
    assert picker.actions_by_name.keys() == BY_NAME.keys()
    for name, action in picker.actions_by_name.items():
        with qtbot.waitSignal(picker.cell_chosen) as chosen:
            action.trigger()
        assert chosen.args == [name]
        assert picker.actions_by_name["lstm"].isChecked()


def test_the_menu_opens_by_a_key(picker: CellPicker, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(picker.menu, "popup", opened.append)
    picker.more.setFocus()
    QTest.keyClick(picker.more, Qt.Key.Key_Space)
    assert opened == [picker.more.mapToGlobal(QPoint(0, picker.more.height()))]


def test_where_room_is_short_the_menu_is_called_after_the_cell(picker: CellPicker) -> None:
    whole = picker.width()
    picker.set_narrow(True)
    assert picker.width() < whole / 2
    assert picker.more.text() == "LSTM ▾"
    assert not any(button.isVisible() for button in picker.buttons.values())
    picker.show_kind(GRU)
    assert picker.more.text() == "GRU ▾"
    picker.show_kind(LSTM)
    picker.set_narrow(False)
    assert picker.width() == whole


def test_it_wears_the_style_given(picker: CellPicker) -> None:
    before = picker.width()
    picker.set_style(STYLE.scaled(1.5))
    assert picker.width() > 1.3 * before
    assert not picker.grab().isNull()
