"""A run is pinned from wherever one is in the window, and stands behind the curves of the Cell tab."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lstm_gui.settings import Settings
from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab, LabMaker

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BIAS = Quantity("b_f")


def pin(lab: Lab) -> None:
    """Press the keys that pin."""
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_P, KEYS)


def test_a_run_pinned_in_the_cell_tab_stands_behind_its_curves(lab: Lab) -> None:
    window, timeline = lab.window, lab.window.simulator.timeline
    plain = timeline.grab().toImage()
    pin(lab)
    controller = window.controller
    controller.flush()
    assert window.undo_state.undo_label == controller.undo_label == "pin this run"
    assert controller.state.compare.pinned is not None
    controller.flush()
    assert timeline.part is not None
    assert timeline.part.ghost is not None
    assert timeline.part.ghost.curves["c"] == timeline.part.curves["c"]
    controller.set_value(BIAS, -2.0)
    controller.flush()
    assert timeline.part.ghost.curves["c"] != timeline.part.curves["c"]
    assert timeline.grab().toImage() != plain
    window.commands.reset()
    assert controller.state.compare.pinned is not None
    window.commands.undo()
    window.commands.undo()
    window.commands.undo()
    assert controller.frame.timeline.ghost is None
    controller.flush()
    assert timeline.grab().toImage() == plain


def test_a_fifth_run_is_not_pinned_and_a_sentence_says_why(make_lab: LabMaker) -> None:
    lab = make_lab(Settings(tab="compare"))
    page = lab.window.simulator.pages.compare
    assert page is not None
    QTest.mouseClick(page.empty.buttons["biases"], Qt.MouseButton.LeftButton)
    state = lab.window.controller.state
    pin(lab)
    assert lab.window.controller.state == state
    assert "Four cells" in lab.window.toast.text()


def test_letters_written_into_a_name_are_no_shortcuts(make_lab: LabMaker) -> None:
    lab = make_lab(Settings(tab="compare"))
    window = lab.window
    pin(lab)
    page = window.simulator.pages.compare
    assert page is not None
    window.controller.flush()
    title = page.lanes.heads[1].title
    title.setFocus()
    QTest.keyClicks(title, "reads 1 +")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert window.controller.state.compare.lanes[0].title == "reads 1 +"
    assert window.controller.state.scene == window.controller.state.origin
    assert not window.visit.scene_name


def test_a_class_sees_cells_side_by_side(lab: Lab) -> None:
    lab.window.present()
    presenter = lab.window.presenter
    assert presenter is not None
    QTest.keyClick(presenter.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    page = presenter.simulator.pages.compare
    assert page is not None
    QTest.mouseClick(page.empty.buttons["families"], Qt.MouseButton.LeftButton)
    assert len(presenter.controller.state.compare.lanes) == 2
    assert lab.window.controller.state.compare.lanes == ()
    presenter.close()
