"""The tabs: chosen by mouse, keys and menu, remembered, and made when they are first shown."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.undo import Place
from lstm_gui.settings import TABS, Settings
from lstm_gui.settings import load as load_settings
from tests.gui.conftest import Lab, LabMaker

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(lab: Lab) -> tuple[str, str, bool, bool]:
    """The tab lit, the page told, and whether the cell and the gradients are visible."""
    window, page = lab.window, lab.window.simulator.pages.gradients
    lit = TABS[window.bar.tabs.currentIndex()]
    visible = page is not None and page.isVisible()
    return lit, window.simulator.tab, window.simulator.diagram.isVisible(), visible


CELL, GRADIENTS = ("cell", "cell", True, False), ("gradients", "gradients", False, True)
COMPARE = ("compare", "compare", False, False)


def test_keys_turn_to_a_tab_which_is_made_then(lab: Lab) -> None:
    window = lab.window
    assert window.simulator.pages.gradients is None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3, CONTROL)
    assert shown(lab) == GRADIENTS
    assert window.actions_by_id["tab_gradients"].isChecked()
    assert window.places.place is Place.SIMULATOR
    page = window.simulator.pages.gradients
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1, CONTROL)
    assert shown(lab) == CELL
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3, CONTROL)
    assert window.simulator.pages.gradients is page


def test_a_click_turns_to_a_tab(lab: Lab) -> None:
    tabs = lab.window.bar.tabs
    for name, expected in (("gradients", GRADIENTS), ("compare", COMPARE), ("cell", CELL)):
        middle = tabs.mapTo(lab.window, tabs.tabRect(TABS.index(name)).center())
        QTest.mouseClick(lab.window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
        assert shown(lab) == expected


def test_arrows_turn_to_the_next_tab_and_move_no_step(lab: Lab) -> None:
    step = lab.window.controller.state.scene.step
    lab.window.bar.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    for key, expected in (
        (Qt.Key.Key_Right, COMPARE),
        (Qt.Key.Key_Right, GRADIENTS),
        (Qt.Key.Key_Left, COMPARE),
    ):
        QTest.keyClick(lab.window.windowHandle(), key)
        assert shown(lab) == expected
    assert lab.window.controller.state.scene.step == step


def test_the_menu_turns_to_a_tab(lab: Lab) -> None:
    lab.window.actions_by_id["tab_gradients"].trigger()
    assert shown(lab) == GRADIENTS
    lab.window.actions_by_id["tab_gradients"].trigger()
    assert shown(lab) == GRADIENTS


def test_the_tab_is_remembered(make_lab: LabMaker) -> None:
    lab = make_lab(Settings(tab="gradients"))
    assert shown(lab) == GRADIENTS
    lab.window.actions_by_id["tab_cell"].trigger()
    lab.window.live.save_now()
    assert load_settings(lab.folder)[0].tab == "cell"


def test_the_keyboard_stays_in_the_simulator_when_its_place_is_hidden(lab: Lab) -> None:
    window = lab.window
    window.simulator.weights.knobs["b_f"].setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3, CONTROL)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.simulator.isAncestorOf(focused)
    assert focused.isVisible()


def test_a_start_at_the_cell_loads_nothing_of_the_other_tabs() -> None:
    source = "import sys, lstm_gui.gui.main_window; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    pages = ("lstm_gui.gui.simulator.gradients", "lstm_gui.gui.simulator.compare")
    assert not {name for name in loaded if name.startswith(pages)}
    assert not loaded & {"lstm_gui.simulator.gradients.resolve", "lstm_gui.simulator.compare.resolve"}


def test_tabs_say_what_they_are(lab: Lab) -> None:
    tabs = lab.window.bar.tabs
    assert tabs.accessibleName()
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Cell", "Compare", "Gradients", "Train"]
    assert "Ctrl+2" in tabs.tabToolTip(1)
    assert "Ctrl+3" in tabs.tabToolTip(2)
    assert "Ctrl+4" in tabs.tabToolTip(3)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_the_smallest_window_nothing_of_the_bar_overlaps(make_lab: LabMaker, theme: str) -> None:
    lab = make_lab(Settings(theme=theme))
    bar = lab.window.bar
    lab.window.resize(960, 600)
    lab.window.visit.toggle("forget", "")
    lab.window.refresh_undo()
    QApplication.processEvents()
    parts = (bar.menu_bar, bar.tabs, bar.back, bar.present)
    lefts = [part.mapTo(bar, QPoint(0, 0)).x() for part in parts]
    rights = [left + part.width() for left, part in zip(lefts, parts, strict=True)]
    assert bar.back.isVisible()
    assert all(right <= left for right, left in zip(rights, lefts[1:], strict=False))
    assert rights[-1] <= bar.width()
    assert bar.menu_bar.width() >= bar.menu_bar.sizeHint().width()
    assert bar.tabs.width() >= bar.tabs.minimumSizeHint().width()


def test_training_takes_the_whole_place_beside_the_cards_and_is_made_then(lab: Lab) -> None:
    window = lab.window
    assert not window.stage.training_place.findChildren(QWidget)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_4, CONTROL)
    assert window.stage.page is not None
    assert window.stage.page.isVisible()
    assert not window.simulator.isVisible()
    assert window.places.place is Place.TRAINING
    assert window.live.now.tab == "train"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_2, CONTROL)
    assert shown(lab) == COMPARE
    assert not window.stage.page.isVisible()


def test_a_scene_that_is_opened_while_training_is_shown_turns_to_the_cell(lab: Lab) -> None:
    lab.window.actions_by_id["tab_train"].trigger()
    lab.window.files.open_named("forget")
    assert shown(lab) == CELL
