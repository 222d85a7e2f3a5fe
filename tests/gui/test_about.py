"""About says what this is, and its versions can be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lstm_gui import __version__
from lstm_gui.gui.about import About
from lstm_gui.gui.palette import palette
from lstm_gui.gui.window.icons import PATHS, icon, window_icon


def test_it_names_the_version_and_the_licences_and_copies(qtbot: QtBot) -> None:
    about = About()
    qtbot.addWidget(about)
    words = " ".join(label.text() for label in about.findChildren(QLabel))
    for name in (__version__, "MIT", "LGPL", "SIL Open Font License", "numpy", "Pillow (MIT-CMU)", "pillow"):
        assert name in words
    about.copy.click()
    assert QGuiApplication.clipboard().text() == about.versions.text()


def test_every_symbol_is_drawn_in_its_ink(qtbot: QtBot) -> None:
    about = About()  # an application must be there
    qtbot.addWidget(about)
    assert not window_icon().isNull()
    colours = palette("dark")
    for name in PATHS:
        image = icon(name, colours.text, colours.muted).pixmap(24, 24).toImage()
        inked = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        assert any(colour.alpha() > 200 and colour.lightness() > 150 for colour in inked), name
