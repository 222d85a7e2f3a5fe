"""Mathematical symbols such as c with a lowered t−1, in the face the formulas of the cards are set in.

The face is the mathematical font that ziamath ships, so that a symbol looks the same on a card and in the
cell, whatever fonts the machine has. Subscripts are the same letters, smaller and lower.
"""

from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter

from lstm_gui.gui.simulator.stamp import put_stamp
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.text import Align, put_text, width

_SUBSCRIPT = 0.68  # of the size of the letter
_DROP = 0.22
_SLANT = 0.3  # how far a slanted letter may reach beyond its width
_BOLD_CAPITAL_A, _BOLD_SMALL_A = 0x1D468, 0x1D482  # bold italic letters of the mathematical alphabet


@lru_cache(maxsize=1)
def _mathematical_family() -> str:
    """The family of the font that ziamath ships, or "" where it is not to be had."""
    package = find_spec("ziamath")  # located, not imported: importing costs a tenth of a second
    if package is None or package.origin is None:
        return ""
    number = QFontDatabase.addApplicationFont(
        str(Path(package.origin).parent / "fonts" / "STIXTwoMath-Regular.ttf")
    )
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""


@lru_cache(maxsize=128)
def _symbol_font(family: str, pixels: float) -> QFont:
    font = QFont(family or QGuiApplication.font().family())
    font.setPixelSize(max(6, round(pixels)))
    if not family:
        font.setItalic(True)
        font.setBold(True)
    return font


def _letters(text: str, mathematical: bool) -> str:
    """The text with single Latin letters turned into mathematical italics, where the font has them."""
    if not mathematical or len(text) > 3:
        return text
    return "".join(_italic(letter) for letter in text)


def _italic(letter: str) -> str:
    if "a" <= letter <= "z":
        return chr(_BOLD_SMALL_A + ord(letter) - ord("a"))
    if "A" <= letter <= "Z":
        return chr(_BOLD_CAPITAL_A + ord(letter) - ord("A"))
    return letter


@lru_cache(maxsize=512)
def symbol_width(style: Style, letter: str, subscript: str, size: float) -> float:
    """How wide the symbol stands, in pixels; `size` in pixels at 100 %."""
    family = _mathematical_family()
    pixels = style.px(size)
    wide = width(_symbol_font(family, pixels), _letters(letter, bool(family)))
    return wide + width(_symbol_font(family, pixels * _SUBSCRIPT), _letters(subscript, bool(family)))


def put_symbol(
    painter: QPainter,
    style: Style,
    x: float,
    baseline: float,
    symbol: tuple[str, str],
    size: float,
    colour: QColor,
    align: Align = Align.LEFT,
) -> float:
    """Draw a letter and its subscript, and return their width; `size` in pixels at 100 %."""
    wide = symbol_width(style, *symbol, size)
    pixels = style.px(size)
    air = _SLANT * pixels
    left = x - wide * align.value - air
    box = QRectF(left, baseline - pixels, wide + 2 * air, 1.4 * pixels)
    put_stamp(painter, box, style, (symbol, size, colour.rgba()), partial(_draw, symbol, pixels, colour))
    return wide


def _draw(symbol: tuple[str, str], pixels: float, colour: QColor, painter: QPainter, box: QRectF) -> None:
    family = _mathematical_family()
    letter, subscript = (_letters(part, bool(family)) for part in symbol)
    large, small = _symbol_font(family, pixels), _symbol_font(family, pixels * _SUBSCRIPT)
    left, baseline = box.left() + _SLANT * pixels, box.top() + pixels
    wide = put_text(painter, left, baseline, letter, large, colour)
    if subscript:
        put_text(painter, left + wide, baseline + pixels * _DROP, subscript, small, colour)
