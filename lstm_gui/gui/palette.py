"""One colour, ink and line style for each quantity, light and dark, read from resources/palette.json."""

import json
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from lstm_gui.resource import read_text


@dataclass(frozen=True)
class Role:
    """How one quantity is drawn: `graphic` for lines and areas, `ink` for text."""

    name: str  # x, f, i, g, o, c or h
    label: str  # "forget gate"
    graphic: QColor
    ink: QColor
    dashes: tuple[float, ...]  # in pixels, empty for a solid line
    extra_width: float

    def pen(self, width: float) -> QPen:
        """A pen in this role's colour and line style; `width` in pixels before the role's own extra."""
        wide = width + self.extra_width
        pen = QPen(self.graphic, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if self.dashes:
            pen.setDashPattern([dash / wide for dash in self.dashes])  # Qt counts dashes in pen widths
        return pen


@dataclass(frozen=True)
class Palette:
    """The colours of one theme."""

    dark: bool
    roles: dict[str, Role]
    window: QColor
    panel: QColor
    border: QColor
    text: QColor
    muted: QColor
    accent: QColor

    def role(self, name: str) -> Role:
        """The role called x, f, i, g, o, c or h."""
        return self.roles[name]


@cache
def palette(theme: str) -> Palette:
    """The palette of theme "light" or "dark"."""
    data = json.loads(read_text("palette.json"))[theme]
    roles = {name: _role(name, entry) for name, entry in data["roles"].items()}
    surface = {name: QColor(value) for name, value in data["surface"].items()}
    return Palette(dark=theme == "dark", roles=roles, **surface)


def _role(name: str, entry: dict[str, str]) -> Role:
    line = entry["line"]
    dashes = tuple(float(word) for word in line.split() if word.isdigit())
    extra = 1.0 if "width +1" in line else 0.0
    return Role(name, entry["names"], QColor(entry["graphic"]), QColor(entry["ink"]), dashes, extra)
