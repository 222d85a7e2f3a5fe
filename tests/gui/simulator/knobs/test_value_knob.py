"""A knob is dragged, typed, stepped and turned by real events, and tells what was wanted."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.knobs.bubble import Bubble
from lstm_gui.gui.simulator.knobs.knob_face import ring_face
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.quantity import Quantity

X = Quantity("x", 3)
LEFT = Qt.MouseButton.LeftButton


class Heard:
    """What a knob told, in order."""

    def __init__(self, knob: ValueKnob) -> None:
        self.told: list[object] = []
        knob.edit_began.connect(lambda quantity: self.told.append(("began", quantity)))
        knob.edited.connect(lambda _, value: self.told.append(round(value, 6)))
        knob.edit_ended.connect(lambda: self.told.append("ended"))
        knob.reset_requested.connect(lambda quantity: self.told.append(("reset", quantity)))
        knob.release_requested.connect(lambda quantity: self.told.append(("release", quantity)))

    @property
    def values(self) -> list[float]:
        """The values alone."""
        return [one for one in self.told if isinstance(one, float)]


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """What the knob stands on."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def knob(ground: QWidget, qtbot: QtBot) -> ValueKnob:
    """A knob that shows 0.5, with the keyboard on it."""
    made = ValueKnob(X, Limits(-3.0, 3.0, 0.05, 2), ring_face, Style(palette("light")), ground)
    made.setGeometry(20, 20, 66, 66)
    made.show_value(0.5)
    ground.resize(120, 120)
    with qtbot.waitExposed(ground):
        ground.show()
    made.setFocus()
    return made


def press(knob: ValueKnob, key: Qt.Key) -> None:
    QTest.keyClick(knob, key)


def test_a_drag_is_one_edit(knob: ValueKnob) -> None:
    heard = Heard(knob)
    middle = knob.rect().center()
    QTest.mousePress(knob, LEFT, pos=middle)
    for up in (10, 20, 40):
        QTest.mouseMove(knob, middle - QPoint(0, up))
    QTest.mouseRelease(knob, LEFT, pos=middle - QPoint(0, 40))
    assert heard.told[0] == ("began", X)
    assert heard.told[-1] == "ended"
    assert heard.values == sorted(heard.values)
    assert heard.values[-1] > 1.0
    assert heard.told.count("ended") == 1


def test_a_click_without_a_drag_edits_nothing(knob: ValueKnob) -> None:
    heard = Heard(knob)
    QTest.mouseClick(knob, LEFT)
    assert heard.told == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Up, 0.55),
        (Qt.Key.Key_Down, 0.45),
        (Qt.Key.Key_PageUp, 1.0),
        (Qt.Key.Key_PageDown, 0.0),
        (Qt.Key.Key_Home, -3.0),
        (Qt.Key.Key_End, 3.0),
    ],
)
def test_keys_step(knob: ValueKnob, key: Qt.Key, value: float) -> None:
    heard = Heard(knob)
    press(knob, key)
    assert heard.told == [("began", X), value, "ended"]


@pytest.mark.parametrize(("typed", "value"), [("1.25", 1.25), ("-0,75", -0.75), ("2", 2.0)])
def test_typing_takes_effect_on_return(knob: ValueKnob, typed: str, value: float) -> None:
    heard = Heard(knob)
    QTest.keyClicks(knob, typed)
    assert heard.told == []
    press(knob, Qt.Key.Key_Return)
    assert heard.told == [("began", X), value, "ended"]
    assert not knob.lineEdit().isVisible()


def test_escape_forgets_what_was_typed(knob: ValueKnob) -> None:
    heard = Heard(knob)
    QTest.keyClicks(knob, "2.5")
    press(knob, Qt.Key.Key_Escape)
    assert heard.told == []
    assert knob.value() == 0.5


def turn(knob: ValueKnob) -> None:
    """One notch of the wheel, away from the person."""
    middle = QPointF(knob.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(knob.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(knob, wheel)


def test_a_turn_of_the_wheel_is_one_edit_however_many_notches(qtbot: QtBot, knob: ValueKnob) -> None:
    heard = Heard(knob)
    for _ in range(3):
        turn(knob)
    assert heard.told == [("began", X), 0.55, 0.6, 0.65]
    qtbot.waitUntil(lambda: heard.told[-1] == "ended")
    turn(knob)
    assert heard.told[-2:] == [("began", X), 0.7]


def test_a_drag_after_the_wheel_is_another_edit(knob: ValueKnob) -> None:
    heard = Heard(knob)
    turn(knob)
    QTest.mousePress(knob, LEFT)
    assert heard.told == [("began", X), 0.55, "ended"]


def test_a_double_click_resets(knob: ValueKnob) -> None:
    heard = Heard(knob)
    QTest.mouseDClick(knob, LEFT)
    assert ("reset", X) in heard.told
    assert heard.values == []


@pytest.mark.parametrize("overridden", [True, False])
def test_delete_lets_go_only_of_what_is_held(knob: ValueKnob, overridden: bool) -> None:
    knob.show_value(0.5, overridden=overridden)
    heard = Heard(knob)
    press(knob, Qt.Key.Key_Delete)
    assert heard.told == ([("release", X)] if overridden else [])


def test_showing_a_value_tells_nothing_and_is_exact(knob: ValueKnob) -> None:
    heard = Heard(knob)
    knob.show_value(12.3456)
    assert heard.told == []
    assert knob.shown == 12.3456
    assert knob.value() == pytest.approx(12.35)


def test_moving_to_another_step_ends_the_edit(knob: ValueKnob) -> None:
    heard = Heard(knob)
    QTest.keyPress(knob, Qt.Key.Key_Up)
    knob.set_quantity(Quantity("x", 4))
    assert heard.told == [("began", X), 0.55, "ended"]


def test_focus_points_at_the_quantity(knob: ValueKnob, qtbot: QtBot) -> None:
    knob.clearFocus()
    with qtbot.waitSignal(knob.pointed_at) as pointed:
        knob.setFocus()
    assert pointed.args == [X]
    with qtbot.waitSignal(knob.pointed_at) as pointed:
        knob.clearFocus()
    assert pointed.args == [None]


def test_a_screen_reader_finds_a_spin_box(knob: ValueKnob) -> None:
    knob.setAccessibleName("input x at t = 3")
    reader = QAccessible.queryAccessibleInterface(knob)
    assert reader is not None
    assert reader.role() == QAccessible.Role.SpinBox
    assert reader.text(QAccessible.Text.Name) == "input x at t = 3"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12.5", 3.0), ("99", 3.0), ("1e999", 3.0), ("-7", -3.0), ("-1e400", -3.0)],
)
@pytest.mark.parametrize("leave", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_number_out_of_range_becomes_the_limit_and_that_is_said(
    ground: QWidget, knob: ValueKnob, typed: str, value: float, leave: Qt.Key
) -> None:
    QLineEdit(ground).show()  # somewhere for Tab to go
    heard = Heard(knob)
    QTest.keyClicks(knob, typed)
    assert knob.lineEdit().text() == typed  # no key is swallowed
    press(knob, leave)
    assert heard.values == [value]
    said = ground.findChild(Bubble)
    assert said is not None
    assert said.isVisible()
    assert said.words == "limits −3 … 3"
    said.hide_now()


@pytest.mark.parametrize("typed", ["1.2.3", "-", "1,234.5", "+-2", "2 3", "1e"])
def test_what_is_no_number_leaves_the_value_as_it_was(ground: QWidget, knob: ValueKnob, typed: str) -> None:
    heard = Heard(knob)
    QTest.keyClicks(knob, typed)
    press(knob, Qt.Key.Key_Return)
    assert heard.told == []
    assert knob.value() == 0.5
    assert not knob.typing
    assert ground.findChild(Bubble) is None


def test_a_click_elsewhere_takes_the_number_over(ground: QWidget, knob: ValueKnob) -> None:
    heard = Heard(knob)
    QTest.keyClicks(knob, "1.5")
    QTest.mouseClick(ground, LEFT, pos=QPoint(2, 2))
    assert heard.values == [1.5]
    assert not knob.typing
    assert not knob.hasFocus()


def test_letters_may_be_typed_once_the_editor_is_open_and_restore_the_value(knob: ValueKnob) -> None:
    press(knob, Qt.Key.Key_F2)
    QTest.keyClicks(knob, "nan")
    assert knob.lineEdit().text() == "nan"
    press(knob, Qt.Key.Key_Return)
    assert knob.value() == 0.5


def test_one_number_is_pasted_into_a_knob(knob: ValueKnob) -> None:
    heard = Heard(knob)
    QGuiApplication.clipboard().setText(" −1,25\n")
    QTest.keyClick(knob, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert knob.typing
    QTest.keyClick(knob, Qt.Key.Key_Return)
    assert heard.values == [-1.25]


def test_several_numbers_are_left_to_the_window(knob: ValueKnob) -> None:
    QGuiApplication.clipboard().setText("1 2 3")
    QTest.keyClick(knob, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not knob.typing
