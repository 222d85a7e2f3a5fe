"""How large and in which colours the simulator draws: the palette, the zoom, and the fonts that follow."""

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QGuiApplication

from lstm_gui.gui.palette import Palette

TITLE = 13.0  # card titles, in pixels at 100 %
TEXT = 12.0
SMALL = 11.0
TINY = 10.0


@dataclass(frozen=True, eq=False)
class Style:
    """The palette and the zoom (1.0 is 100 %) that a view draws with."""

    palette: Palette
    zoom: float = 1.0
    dense: bool = False  # the room is low for its zoom: what is around the numbers gives way

    def px(self, length: float) -> float:
        """A length given in pixels at 100 %, at this zoom."""
        return length * self.zoom

    def font(self, size: float = TEXT, *, bold: bool = False) -> QFont:
        """The application's font, `size` in pixels at 100 %."""
        return _font(QGuiApplication.font().family(), max(6, round(size * self.zoom)), bold)

    def scaled(self, factor: float) -> "Style":
        """The same colours, drawn larger by `factor`."""
        return replace(self, zoom=self.zoom * factor)

    @property
    def margin(self) -> float:
        """From a card's edge to what stands in it, in pixels."""
        return self.px(10.0 if self.dense else 16.0)

    @property
    def header(self) -> float:
        """The height of a card's title, in pixels."""
        return self.px(26.0 if self.dense else 34.0)

    @property
    def well(self) -> QColor:
        """The ground of a plot or a field, a shade off the card."""
        return mixed(self.palette.panel, self.palette.window, 0.55)

    @property
    def faint(self) -> QColor:
        """Lines that only guide the eye."""
        return mixed(self.palette.border, self.palette.muted, 0.28)

    def dimmed(self, colour: QColor) -> QColor:
        """`colour` stepped back, for what has no part in what is pointed at."""
        return mixed(colour, self.palette.panel, 0.38)


@lru_cache(maxsize=256)
def _font(family: str, pixels: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)  # digits of one width: a number does not shiver while it changes
    return font


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """`colour` with `share` (0 to 1) of `other` in it."""
    return _mixed(colour.rgba(), other.rgba(), round(share, 3))


@lru_cache(maxsize=2048)
def _mixed(one: int, two: int, share: float) -> QColor:
    first, second = QColor.fromRgba(one), QColor.fromRgba(two)
    kept = 1.0 - share
    return QColor(
        round(first.red() * kept + second.red() * share),
        round(first.green() * kept + second.green() * share),
        round(first.blue() * kept + second.blue() * share),
    )
