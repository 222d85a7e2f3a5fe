"""Names of columns and files that would act, were they read as HTML: they are shown as they are."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.training.data.columns_dialog import ColumnsDialog
from lstm_gui.gui.training.rooms import ROOMS
from lstm_gui.gui.training.session import Session
from lstm_gui.training.task_choice import OwnColumns, TaskChoice
from lstm_gui.training.tasks.usual import usual_plan
from tests.gui.conftest import Lab
from tests.gui.test_hostile_names import acting
from tests.gui.training.process import InThread

EVIL = "<b>EVIL</b>"
ROWS = tuple((float(day % 7), float(day % 5)) for day in range(80))


def in_lists(widget: QWidget) -> Iterator[str]:
    """Tips of the items of a list that would act."""
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        for row in range(min(8, model.rowCount())):
            tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
            if tip and "<b>EVIL" in tip:
                yield f"item of {type(widget).__name__}: {tip[:80]}"


def found_in(top: QWidget) -> set[str]:
    """Whatever would act in a window."""
    widgets = [top, *top.findChildren(QWidget)]
    return {story for widget in widgets for story in (*acting(widget), *in_lists(widget))}


def test_no_name_of_a_column_acts_in_any_room(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    data = OwnColumns(f"{EVIL}.csv", (EVIL, f"{EVIL} (2)"), ROWS, (EVIL,) * len(ROWS))
    plan = usual_plan(TaskChoice("own_columns", (("window", 8.0),), data))
    session = window.training._session = Session(plan, InThread, window.training)
    window.live.change(tab="train")
    qtbot.waitUntil(lambda: window.stage.page is not None)
    page = window.stage.page
    assert page is not None
    with qtbot.waitSignal(session.looked):
        session.one_step()
    qtbot.waitUntil(lambda: session.look is not None and session.look.step == 1)
    found: set[str] = set()
    for name in ROOMS:
        page.show_room(name)
        QApplication.processEvents()
        for widget in page.rooms[name].findChildren(QWidget):
            if widget.isVisible():
                QTest.mouseMove(widget, QPoint(widget.width() // 2, widget.height() // 2))
        QApplication.processEvents()
        found |= found_in(window)
    session.end()
    assert found == set()


def test_no_name_of_a_column_acts_where_it_is_chosen(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "evil.csv"
    path.write_text(f"{EVIL},{EVIL}\n" + "".join(f"{day % 7},{day % 5}\n" for day in range(40)))
    dialog = ColumnsDialog(Style(lab.window.theme.colours), lab.window)
    dialog.open()
    dialog.read(path)
    qtbot.waitUntil(dialog.agree.isEnabled)
    found = found_in(dialog)
    dialog.reject()
    assert found == set()
