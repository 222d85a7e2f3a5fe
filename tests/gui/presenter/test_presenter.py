"""In class: large, on a state of its own, and nothing of it stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.presenter.keys import PRESENTER_KEYS
from lstm_gui.gui.presenter.last_action import LastAction, spelled
from lstm_gui.gui.presenter.presenter import Presenter, fitting_zoom
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.lessons.catalogue import load
from lstm_gui.settings import Settings
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_step, set_value
from lstm_gui.store.collection import Collection
from tests.gui.conftest import Lab, LabMaker

BIAS = Quantity("b_f")


def present(lab: Lab, qtbot: QtBot) -> Presenter:
    """Press F5."""
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_F5)
    presenter = lab.window.presenter
    assert presenter is not None
    qtbot.waitActive(presenter)
    return presenter


def press(presenter: Presenter, key: Qt.Key) -> None:
    """Press a key through the native window."""
    QTest.keyClick(presenter.windowHandle(), key)


def click(presenter: Presenter, widget: QWidget) -> None:
    """Click on a widget through the native window."""
    place = widget.mapTo(presenter, QPoint(widget.width() // 2, widget.height() // 2))
    QTest.mouseClick(presenter.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def test_a_class_sees_the_heat_maps_that_one_looked_at(lab: Lab, qtbot: QtBot) -> None:
    lab.window.commands.change_units(2)
    lab.window.simulator.timeline.show_all_units(True)
    presenter = present(lab, qtbot)
    assert presenter.simulator.timeline.all_units
    presenter.simulator.timeline.show_all_units(False)
    press(presenter, Qt.Key.Key_Escape)
    assert lab.window.simulator.timeline.all_units


def test_esc_comes_back_to_exactly_where_one_was(lab: Lab, qtbot: QtBot) -> None:
    lab.window.controller.set_value(BIAS, 0.25)
    state, card = lab.window.controller.state, lab.window.review.panel.card
    presenter = present(lab, qtbot)
    assert presenter.isFullScreen()
    assert presenter.controller.state == state
    presenter.controller.set_value(BIAS, 3.0)
    press(presenter, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(presenter.left):
        press(presenter, Qt.Key.Key_Escape)
    assert lab.window.presenter is None
    assert lab.window.controller.state == state
    assert lab.window.review.panel.card == card
    assert QGuiApplication.overrideCursor() is None


def test_nothing_reaches_the_schedule(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    press(presenter, Qt.Key.Key_Q)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_4, Qt.Key.Key_5):
        press(presenter, key)
    assert not presenter.question.answer_shown
    presenter.close()
    lab.close()
    with Collection.open(lab.folder) as collection:
        assert list(collection.events()) == []


def test_q_shows_the_question_without_its_answer(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    assert presenter.question.isHidden() or not presenter.question.isVisible()
    press(presenter, Qt.Key.Key_Q)
    assert presenter.question.isVisible()
    assert presenter.question.card == lab.window.review.panel.card
    shown = [button for button in presenter.question.findChildren(QAbstractButton) if button.isVisible()]
    assert shown == []
    press(presenter, Qt.Key.Key_Q)
    assert not presenter.question.isVisible()


def test_page_keys_step_through_the_chosen_scenes_even_from_a_knob(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab(Settings(class_scenes=("toggle", "forget", "counter")))
    presenter = present(lab, qtbot)
    press(presenter, Qt.Key.Key_PageDown)
    assert presenter.controller.state.scene == load("toggle")
    click(presenter, presenter.simulator.diagram.knobs["x"])
    presenter.controller.set_value(BIAS, 0.25)
    press(presenter, Qt.Key.Key_PageDown)
    assert presenter.controller.state.scene == load("forget")
    assert "2" in presenter.strip.place
    press(presenter, Qt.Key.Key_PageUp)
    assert presenter.controller.state.origin == load("toggle")
    assert presenter.controller.state.scene.cell.gate("f").b[0] == pytest.approx(0.25)
    for _ in range(5):
        press(presenter, Qt.Key.Key_PageDown)
    assert presenter.controller.state.scene == load("counter")


def test_all_bundled_scenes_are_stepped_through_when_none_is_chosen(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    seen = []
    press(presenter, Qt.Key.Key_PageUp)
    for _ in shown_scenes():
        press(presenter, Qt.Key.Key_PageUp)
    for _ in shown_scenes():
        seen.append(presenter.controller.state.origin)
        press(presenter, Qt.Key.Key_PageDown)
    assert seen == [load(name) for name, _ in shown_scenes()]


def test_b_blanks_the_screen_and_any_way_on_shows_it_again(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    press(presenter, Qt.Key.Key_B)
    assert presenter.blank.isVisible()
    assert presenter.grab().toImage().pixelColor(200, 200).lightness() == 0
    press(presenter, Qt.Key.Key_Escape)
    assert not presenter.blank.isVisible()
    press(presenter, Qt.Key.Key_B)
    press(presenter, Qt.Key.Key_PageDown)
    assert not presenter.blank.isVisible()


def test_the_last_action_is_spelled_out(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    presenter.controller.set_value(BIAS, 0.25)
    qtbot.waitUntil(lambda: presenter.strip.action == "forget bias b_f   4.00 → 0.25")
    press(presenter, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: presenter.strip.action == "t = 6")


def test_a_ring_follows_the_pointer(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.pixmap().width() >= 64
    presenter.close()


def test_the_window_closes_with_its_presentation_and_the_theme_reaches_it(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    lab.window.commands.choose_theme("dark")
    assert presenter.palette().window().color() == palette("dark").window
    with qtbot.waitSignal(presenter.left):
        lab.window.close()


def test_a_chosen_scene_that_is_gone_is_told_and_changes_nothing(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab(Settings(class_scenes=("/nowhere/gone.json",)))
    presenter = present(lab, qtbot)
    before = presenter.controller.state
    press(presenter, Qt.Key.Key_PageDown)
    assert presenter.controller.state == before
    assert "gone.json" in presenter.strip.action


def test_time_is_zoomed_and_panned_by_the_keys_of_the_window(lab: Lab, qtbot: QtBot) -> None:
    presenter = present(lab, qtbot)
    presenter.controller.set_length(200)
    presenter.controller.set_step(1)
    presenter.controller.flush()
    timeline, alt = presenter.simulator.timeline, Qt.KeyboardModifier.AltModifier
    for key, first, last in (
        (Qt.Key.Key_Plus, 1, 133),
        (Qt.Key.Key_Right, 67, 199),
        (Qt.Key.Key_Left, 1, 133),
        (Qt.Key.Key_Minus, 1, 200),
        (Qt.Key.Key_Plus, 1, 133),
        (Qt.Key.Key_0, 1, 200),
    ):
        QTest.keyClick(presenter.windowHandle(), key, alt)
        assert (timeline.time_view.first, timeline.time_view.last) == (first, last)


def test_every_key_of_the_table_has_a_method() -> None:
    for row in PRESENTER_KEYS:
        assert callable(getattr(Presenter, row.handler)), row.handler


@pytest.mark.parametrize(
    ("width", "height", "zoom"),
    [(1024, 600, 100), (1280, 720, 100), (1920, 1080, 175), (3840, 2160, 300), (9999, 9999, 300)],
)
def test_a_larger_screen_shows_everything_larger(width: int, height: int, zoom: int) -> None:
    assert fitting_zoom(width, height) == zoom


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (2560, 1440)])
@pytest.mark.parametrize("question", [False, True])
def test_nothing_has_to_be_scrolled_at_the_enlargement_of_the_screen(
    lab: Lab, qtbot: QtBot, size: tuple[int, int], question: bool
) -> None:
    presenter = present(lab, qtbot)
    presenter.showNormal()
    presenter.zoom = fitting_zoom(*size)
    presenter.zoom_by(0)
    presenter.resize(*size)
    if question:
        presenter.toggle_question()
    qtbot.waitUntil(lambda: (presenter.width(), presenter.height()) == size)
    bars = presenter.findChildren(QScrollBar)
    qtbot.waitUntil(lambda: not any(bar.isVisible() for bar in bars))
    presenter.close()


def test_one_drag_is_told_from_where_it_began_and_the_next_from_there() -> None:
    state = SimState.of(load("remember"))
    action = LastAction()
    assert action.follow(state.scene, 0.0) == ""
    for step, value in enumerate((3.0, 2.0, 1.0)):
        state = set_value(state, BIAS, value)
        action.follow(state.scene, 0.1 * step)
    assert action.words == "forget bias b_f   4.00 → 1.00"
    state = set_value(state, BIAS, 0.5)
    assert action.follow(state.scene, 9.0) == "forget bias b_f   1.00 → 0.50"
    state = set_value(state, Quantity("b_o"), -1.0)
    assert action.follow(state.scene, 9.1) == "output bias b_o   0.50 → −1.00"


def test_what_was_done_is_spelled_for_every_kind_of_change() -> None:
    state = SimState.of(load("remember"))
    scene = state.scene
    assert spelled(scene, scene) == ""
    assert spelled(scene, set_step(state, 7).scene) == "t = 7"
    assert spelled(scene, load("toggle")) == load("toggle").title
    assert spelled(scene, set_value(state, Quantity("x", 3), 0.5).scene).startswith("input x at t = 3   ")
    override = set_value(state, Quantity("c_previous", 4), 0.5).scene
    assert spelled(scene, override) == "c into t = 4   computed → 0.50"
    start = set_value(state, Quantity("c_previous", 1), 0.5).scene
    assert spelled(scene, start) == "c at the start   0.00 → 0.50"
    assert spelled(scene, replace(scene, inputs=scene.inputs[:-1])).endswith("11 steps")
    both = set_value(set_value(state, BIAS, 0.5), Quantity("b_o"), 1.0).scene
    assert spelled(scene, both).startswith("2 numbers: ")


def test_a_class_turns_to_the_gradients_and_back(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab(Settings(tab="gradients"))
    presenter = present(lab, qtbot)
    page = presenter.simulator.pages.gradients
    assert page is not None
    assert page.isVisible()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(presenter.windowHandle(), Qt.Key.Key_1, control)
    assert presenter.simulator.diagram.isVisible()
    QTest.keyClick(presenter.windowHandle(), Qt.Key.Key_3, control)
    assert page.isVisible()
    QTest.mouseClick(page.dials.presets["gradients-exploding"], Qt.MouseButton.LeftButton)
    assert presenter.controller.state.origin == load("gradients-exploding")
    assert lab.window.live.now.tab == "gradients"
    presenter.close()
