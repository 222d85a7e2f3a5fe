"""A word over the foot of the window that goes by itself and stands in nobody's way."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.window.toast import ABOVE_FOOT, Toast


def made(qtbot: QtBot) -> tuple[QWidget, Toast]:
    """A window with a toast."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    toast = Toast(palette("light"), window)
    toast.set_palette(palette("dark"))
    window.show()
    return window, toast


def test_it_stands_in_the_middle_of_the_foot_of_any_size(qtbot: QtBot) -> None:
    window, toast = made(qtbot)
    toast.say("Saved as mine.json")
    for width in (600, 900):
        window.resize(width, 400)
        assert abs(toast.geometry().center().x() - width // 2) <= 1
        assert toast.geometry().bottom() == 399 - ABOVE_FOOT


def test_it_goes_by_itself(qtbot: QtBot) -> None:
    _, toast = made(qtbot)
    toast._gone.setInterval(10)
    toast.say("Saved")
    assert toast.isVisible()
    qtbot.waitUntil(toast.isHidden)


def test_clicks_go_through_it(qtbot: QtBot) -> None:
    window, toast = made(qtbot)
    toast.say("Saved as mine.json")
    assert window.childAt(toast.geometry().center()) is None


def test_it_follows_the_zoom_and_stays_within_the_window(qtbot: QtBot) -> None:
    window, toast = made(qtbot)
    toast.say("The card is deleted.", "Undo (Ctrl+Z)")
    high, small = toast.height(), toast.offer.font().pixelSize()
    toast.set_zoom(150)
    toast.say("The card is deleted.", "Undo (Ctrl+Z)")
    assert toast.height() > high
    assert toast.offer.font().pixelSize() > small
    toast.say("In this challenge only these knobs can be moved. " * 4)
    assert window.rect().contains(toast.geometry())
    assert toast.height() > 2 * toast.fontMetrics().lineSpacing()
