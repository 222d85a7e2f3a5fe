"""A column of a file: shown first, chosen by mouse or keys, refused by row and column, broken off at will."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.inputs.column_dialog import ColumnDialog

WIND = "day;place;speed\n1;Bonn;2,5\n2;Bonn;-1,5\n3;Bonn;0,5\n4;Bonn;n/a\n"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ColumnDialog]:
    made = ColumnDialog(Style(palette("light")))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def read(dialog: ColumnDialog, qtbot: QtBot, folder: Path, text: str) -> None:
    """Let it read a file, to its end."""
    path = folder / "wind.csv"
    path.write_text(text)
    dialog.read(path)
    qtbot.waitUntil(dialog.busy.isHidden)


def test_the_first_column_of_numbers_is_offered(dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path) -> None:
    read(dialog, qtbot, tmp_path, WIND)
    assert dialog.title.text() == "wind.csv: 4 rows, 3 columns"
    assert dialog.column.currentText() == "day"
    assert dialog.sentence.text() == "4 steps, from 1.00 to 4.00."
    assert dialog.column.hasFocus()
    assert dialog.agree.text() == "Read 4 steps"


def test_text_in_a_column_is_refused_by_row_and_column(
    dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    read(dialog, qtbot, tmp_path, WIND)
    QTest.keyClick(dialog.column, Qt.Key.Key_Down)
    assert "“Bonn” in row 2, column “place” is no number" in dialog.sentence.text()
    assert not dialog.agree.isEnabled()
    QTest.keyClick(dialog.column, Qt.Key.Key_Down)
    assert "“n/a” in row 5, column “speed” is no number" in dialog.sentence.text()


def test_a_cell_chooses_its_column_and_values_are_scaled(
    dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    read(dialog, qtbot, tmp_path, WIND.rpartition("4;")[0])
    dialog.cells.setFocus()
    for _ in range(2):
        QTest.keyClick(dialog.cells, Qt.Key.Key_Right)
    assert dialog.column.currentText() == "speed"
    assert dialog.values == (2.5, -1.5, 0.5)
    dialog.scaling.setCurrentIndex(1)
    assert dialog.values == pytest.approx((1.0, -1.0, 0.0))
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert chosen.args == [pytest.approx((1.0, -1.0, 0.0))]


def test_it_begins_in_the_row_chosen(dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path) -> None:
    read(dialog, qtbot, tmp_path, "v\n" + "\n".join(map(str, range(1000))))
    assert dialog.values == tuple(range(256))
    dialog.first.setValue(900)
    assert dialog.values == tuple(range(898, 1000))
    assert dialog.cells.currentIndex().row() == 898
    model = dialog.cells.model()
    tinted = [
        row
        for row in range(model.rowCount())
        if model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    ]
    assert tinted == list(range(898, 1000))
    assert model.headerData(898, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) == "900"


def test_a_file_that_is_no_table_is_refused(dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path) -> None:
    read(dialog, qtbot, tmp_path, "")
    assert dialog.title.text() == "Nothing was read"
    assert "wind.csv is empty" in dialog.sentence.text()
    assert not dialog.agree.isVisible()
    assert not dialog.cells.isVisible()


def test_a_million_rows_show_progress_and_are_broken_off(
    dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "long.csv"
    path.write_text("v\n" + "1\n" * 1_000_000)
    shown: list[bool] = []

    def leave(_: object) -> None:  # at the first sign of progress, however soon the rest of it would come
        if not shown:
            shown.append(dialog.busy.isVisible() and dialog.busy.value() > 0)
            QTest.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)

    dialog.reading.progressed.connect(leave)
    dialog.read(path)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [True]
    assert not dialog.isVisible()
    assert dialog.table is None


def test_of_very_many_rows_the_first_can_be_chosen(
    dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    read(dialog, qtbot, tmp_path, "v\n" + "1\n" * 30_000)
    count, kept = (QLocale().toString(number) for number in (30_000, 10_000))
    assert dialog.title.text() == (
        f"wind.csv: {count} rows, 1 column; the first {kept} rows can be chosen from"
    )
    assert dialog.first.maximum() == 10_001


def test_a_column_beyond_the_list_is_chosen_in_the_table(
    dialog: ColumnDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    row = ";".join(str(n) for n in range(80))
    read(dialog, qtbot, tmp_path, f"{row}\n{row}\n")
    dialog.cells.setCurrentIndex(dialog.cells.model().index(1, 75))
    assert dialog.values == (75.0, 75.0)
    assert dialog.column.currentIndex() == -1


def test_every_control_has_a_name_and_a_tip(dialog: ColumnDialog) -> None:
    for control in (dialog.cells, dialog.column, dialog.first, dialog.scaling):
        assert control.accessibleName()
        assert control.toolTip()
