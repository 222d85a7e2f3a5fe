"""The page that explains a program: all its words, at any size, open beside the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lstm_gui.gui.explanation import Explanation
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.program import load_program, program_names
from lstm_gui.lessons.written_sum import written_sums
from lstm_gui.settings import Settings
from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab, LabMaker


def page_of(lab: Lab) -> Explanation:
    """The page that the menu opens."""
    lab.window.actions_by_id["explain"].trigger()
    page = lab.window.findChild(Explanation)
    assert isinstance(page, Explanation)
    return page


def words_on(page: Explanation) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


@pytest.mark.parametrize("name", program_names())
def test_all_words_and_sums_of_a_program_stand_on_its_page(name: str, qtbot: QtBot) -> None:
    scene, program = load(name), load_program(name)
    page = Explanation(scene, program)
    qtbot.addWidget(page)
    words = words_on(page)
    sums = [each.text for each in written_sums(scene, program)]
    for text in (scene.title, program.function, program.answer, *program.explanation, *sums):
        assert text in words


@pytest.mark.parametrize("zoom", [100, 150, 300])
@pytest.mark.parametrize("name", ["edge-detector", "embedded-reber"])
def test_the_page_scrolls_one_way_and_cuts_nothing(name: str, zoom: int, qtbot: QtBot) -> None:
    page = Explanation(load(name), load_program(name), zoom / 100)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    shown = page.area.viewport().width()
    assert page.area.horizontalScrollBar().maximum() == 0
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.x() + label.width() <= shown


def test_it_is_opened_from_the_menu_and_left_with_esc(lab: Lab, qtbot: QtBot) -> None:
    lab.window.files.open_named("edge-detector")
    page = page_of(lab)
    assert page.isVisible()
    assert not page.isModal()
    with qtbot.waitSignal(page.finished):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_the_cell_can_be_moved_while_it_is_read(lab: Lab) -> None:
    lab.window.files.open_named("toggle")
    page = page_of(lab)
    lab.window.controller.set_value(Quantity("b_f"), 0.0)
    assert page.isVisible()
    page.reject()
    again = page_of(lab)  # the words are of the scene as it was opened
    assert load("toggle").title in words_on(again)
    again.reject()


def test_a_scene_without_one_says_where_those_with_one_are_and_moves_nothing(lab: Lab) -> None:
    lab.window.actions_by_id["explain"].trigger()
    assert "Programs built by hand" in lab.window.toast.text()
    assert not lab.window.banner.isVisible()
    assert lab.window.findChild(Explanation) is None


def test_its_type_grows_with_the_window_s(make_lab: LabMaker) -> None:
    lab = make_lab(Settings(zoom=200, scene="counter"))
    page = page_of(lab)
    title = page.findChildren(QLabel)[0]
    assert title.font().pointSizeF() == 27
    page.reject()
