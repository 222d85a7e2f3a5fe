"""Themes switch live and stay readable."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.theme import CHOICES, Theme, mix, qt_palette

pytestmark = pytest.mark.usefixtures("qapp")
PAIRS = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
]


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of WCAG 2: 1 … 21."""
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette()
    made = Theme(qapp, "light")
    yield made
    made.deleteLater()
    qapp.setPalette(before)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids=lambda role: role.name)
def test_texts_keep_the_contrast_of_wcag_aa(
    name: str, ink: QPalette.ColorRole, ground: QPalette.ColorRole
) -> None:
    made = qt_palette(palette(name))
    assert contrast(made.color(ink), made.color(ground)) >= 4.5


def test_switching_is_live_and_says_so_once(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed) as changed:
        theme.choose("dark")
    assert changed.args == [palette("dark")]
    assert qapp.palette().color(QPalette.ColorRole.Window) == palette("dark").window
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_without_a_hint_of_the_system_the_light_theme_is_taken(theme: Theme) -> None:
    theme.choose("dark")
    theme.choose("system")
    assert theme.colours is palette("light")
    assert theme.choice == "system"


def test_an_unknown_theme_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="no theme"):
        theme.choose("purple")
    assert theme.choice in CHOICES


def test_mixing_starts_and_ends_at_the_colours() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert mix(black, white, 0) == black
    assert mix(black, white, 1) == white
