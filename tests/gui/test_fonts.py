"""The typeface ships, is small, and has its licence beside it."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from lstm_gui.gui.fonts import FAMILY, STYLES, register_fonts, ui_font
from lstm_gui.resource import resource_path

pytestmark = pytest.mark.usefixtures("qapp")
SIGNS = "σ×·−→←≤≥±…–—₀₁₂½°"  # signs that texts may rely on


def test_every_style_loads() -> None:
    assert register_fonts() == []
    assert FAMILY in QFontDatabase.families()
    assert QFontInfo(ui_font()).family() == FAMILY
    assert len(QFontDatabase.styles(FAMILY)) >= len(STYLES)


def test_the_fonts_are_small_and_licensed() -> None:
    folder = resource_path("fonts")
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 2_000_000
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")


def test_the_signs_we_write_are_in_the_typeface() -> None:
    font = QRawFont(str(resource_path(f"fonts/{FAMILY}-Regular.otf")), 12)
    assert [sign for sign in SIGNS if not font.supportsCharacter(ord(sign))] == []


def test_weights_differ() -> None:
    register_fonts()
    assert QFontInfo(ui_font(weight=QFont.Weight.Bold)).weight() == QFont.Weight.Bold
