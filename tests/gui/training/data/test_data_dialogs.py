"""A person's own table and text: shown first, chosen by keys and mouse, refused in words, broken off."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.plain_tip import plain_tip
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.style import Style as PanelStyle
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.training.data.choose import choose_data, show_data
from lstm_gui.gui.training.data.columns_dialog import ColumnsDialog
from lstm_gui.gui.training.data.dialog import DataDialog
from lstm_gui.gui.training.data.text_dialog import TextDialog
from lstm_gui.training.task_choice import OwnColumns, OwnText
from lstm_gui.training.tasks.catalogue import BY_NAME

ROWS = [f"2001-01-{day:02},{day},{day * day % 7 if day != 9 else ''},wet,1" for day in range(1, 31)]
WEATHER = "date,wind,rain,word,still\n" + "\n".join(ROWS)
TEXT = "The cat sat on the mat. " * 20

Maker = Callable[..., Any]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Maker]:
    made: list[DataDialog] = []

    def making(kind: Callable[..., DataDialog], **how: Any) -> DataDialog:
        made.append(kind(Style(palette("light")), **how))
        qtbot.addWidget(made[-1])
        made[-1].show()
        return made[-1]

    yield making
    for dialog in made:
        dialog.reject()


def read(dialog: Any, qtbot: QtBot, folder: Path, content: str | bytes, name: str = "weather.csv") -> None:
    """Let it read a file, until it knows what would be taken or why nothing is."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    dialog.read(path)
    qtbot.waitUntil(lambda: dialog.busy.isHidden() and bool(dialog.sentence.text()))


def taken(dialog: Any, qtbot: QtBot) -> Any:
    """What is taken when the person agrees."""
    qtbot.waitUntil(dialog.agree.isEnabled)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    return chosen.args[0]


def test_the_columns_that_can_be_learnt_from_are_ticked(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(ColumnsDialog)
    read(dialog, qtbot, tmp_path, WEATHER)
    assert dialog.title.text() == "weather.csv: 30 rows, 5 columns"
    assert [dialog.list.item(row).text() for row in range(5)] == [
        "date – dates",
        "wind – numbers",
        "rain – numbers, 1 gap",
        "word – text",
        "still – the same in every row",
    ]
    assert dialog.places == (1, 2)
    assert not dialog.list.item(3).flags() & Qt.ItemFlag.ItemIsEnabled
    assert dialog.list.hasFocus()
    qtbot.waitUntil(dialog.agree.isEnabled)
    assert dialog.sentence.text().startswith(
        "wind, rain in 30 rows. Gaps in “rain” are put on the straight line"
    )
    found = taken(dialog, qtbot)
    assert isinstance(found, OwnColumns)
    assert (found.name, found.columns, len(found.rows)) == ("weather.csv", ("wind", "rain"), 30)
    assert found.rows[8] == (9.0, 1.5)  # between 1 and 2, as 64 % 7 and 100 % 7 are
    assert found.steps[0] == "2001-01-01"


def test_a_long_name_is_told_whole_where_there_is_no_room(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(ColumnsDialog)
    name = "Langkurzzeitgedächtnisverarbeitungswert"
    read(dialog, qtbot, tmp_path, f"{name},b\n" + "".join(f"{row},{row % 7}\n" for row in range(30)))
    assert dialog.list.item(0).toolTip() == plain_tip(f"{name} – numbers")
    assert not dialog.list.horizontalScrollBar().isVisible()
    for view in (dialog.list, dialog.cells):
        assert isinstance(view.verticalScrollBar(), SlimBar)


def test_a_column_is_left_out_by_the_space_key_and_rows_with_gaps_too(
    make: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make(ColumnsDialog)
    read(dialog, qtbot, tmp_path, WEATHER)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.places == (2,)
    tinted = [
        column
        for column in range(5)
        if dialog.cells.model().index(0, column).data(Qt.ItemDataRole.BackgroundRole) is not None
    ]
    assert tinted == [2]
    dialog.gaps.setFocus()
    QTest.keyClick(dialog.gaps, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Rows with a gap are left out" in dialog.sentence.text())
    assert len(taken(dialog, qtbot).rows) == 29


def test_without_a_column_nothing_is_taken(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(ColumnsDialog)
    read(dialog, qtbot, tmp_path, WEATHER)
    for row in dialog.places:
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.sentence.text() == "Tick a column of numbers; text and dates cannot be learnt from."
    assert not dialog.agree.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_of_one_column_the_one_ticked_last_is_it(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(ColumnsDialog, single=True)
    read(dialog, qtbot, tmp_path, WEATHER)
    assert dialog.places == (1,)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.places == (2,)
    assert taken(dialog, qtbot).columns == ("rain",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        (b"PK\x03\x04zip", "export it as CSV"),
        (b"a\0b", "is not a text file"),
    ],
)
def test_what_is_no_table_is_refused(
    make: Maker, qtbot: QtBot, tmp_path: Path, content: str | bytes, words: str
) -> None:
    dialog = make(ColumnsDialog)
    read(dialog, qtbot, tmp_path, content)
    assert dialog.title.text() == "Nothing was read"
    assert words in dialog.sentence.text()
    assert not dialog.agree.isVisible()
    assert dialog.leave.hasFocus()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("word\n" + "dry\n" * 30, "Tick a column of numbers"),
        ("v\n" + "\n".join(map(str, range(5))), "a forecast needs 20 at least"),
        ("v\n" + "3\n" * 30, "Tick a column of numbers"),
        ("v\n" + "1\n2\n" * 20 + "1e300\n", "is beyond ±10¹⁵"),
    ],
)
def test_what_cannot_be_learnt_from_is_said_beside_the_table(
    make: Maker, qtbot: QtBot, tmp_path: Path, content: str, words: str
) -> None:
    dialog = make(ColumnsDialog)
    read(dialog, qtbot, tmp_path, content)
    qtbot.waitUntil(lambda: words in dialog.sentence.text())
    assert dialog.cells.isVisible()
    assert not dialog.agree.isEnabled()


def test_a_million_rows_are_broken_off(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("v\n" + "1\n" * 1_000_000)
    dialog = make(ColumnsDialog)
    with qtbot.waitSignal(dialog.reading.ended):
        dialog.reading.progressed.connect(lambda _: dialog.reject())
        dialog.read(path)
    assert dialog.table is None


def test_a_text_is_shown_as_it_will_be_read(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(TextDialog)
    read(dialog, qtbot, tmp_path, f"\ufeff{TEXT}\u202e", "cat.txt")
    assert dialog.title.text() == "cat.txt"
    assert dialog.beginning.toPlainText() == TEXT
    assert dialog.sentence.text().startswith("480 characters, 12 different ones, read as UTF-8.")
    assert "that nobody can see were left out" in dialog.sentence.text()
    assert dialog.agree.hasFocus()
    assert taken(dialog, qtbot) == OwnText("cat.txt", TEXT)


def test_of_a_long_text_the_first_characters_are_taken(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(TextDialog)
    read(dialog, qtbot, tmp_path, "ab " * 400_000, "long.txt")
    assert "the first are taken" in dialog.sentence.text()
    assert len(taken(dialog, qtbot).text) == 1_000_000


@pytest.mark.parametrize("content", [b"", b"   \n", b"short", b"%PDF-1.7", bytes(range(256)) * 9])
def test_what_is_no_text_is_refused(make: Maker, qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    dialog = make(TextDialog)
    read(dialog, qtbot, tmp_path, content, "cat.txt")
    assert dialog.sentence.text().startswith("cat.txt")
    assert dialog.taken is None
    assert not dialog.agree.isVisible()


def test_a_name_that_is_markup_stays_words(make: Maker, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(TextDialog)
    read(dialog, qtbot, tmp_path, TEXT, "<b>cat<img src=x>.txt")
    assert dialog.title.text() == "<b>cat<img src=x>.txt"
    assert dialog.title.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("task", "kind", "single"),
    [
        ("own_column", ColumnsDialog, True),
        ("own_columns", ColumnsDialog, False),
        ("own_text", TextDialog, False),
    ],
)
def test_each_task_asks_for_what_it_wants(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: str, kind: type, single: bool
) -> None:
    parent, path = QWidget(), tmp_path / "mine.csv"
    qtbot.addWidget(parent)
    parent.show()
    path.write_text(WEATHER)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog = choose_data(BY_NAME[task], parent, PanelStyle(palette("dark"), 1.5))
    assert dialog is not None
    assert type(dialog) is kind
    assert getattr(dialog, "single", False) is single
    qtbot.waitUntil(dialog.agree.isEnabled)
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))  # type: ignore[no-untyped-call]


def test_nothing_is_shown_where_no_file_was_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert choose_data(BY_NAME["own_text"], parent, PanelStyle(palette("light"))) is None


def test_a_file_that_is_gone_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = show_data(BY_NAME["own_text"], tmp_path / "gone.txt", parent, PanelStyle(palette("light")))
    qtbot.waitUntil(lambda: bool(dialog.sentence.text()))
    assert "is not there" in dialog.sentence.text()
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))  # type: ignore[no-untyped-call]
