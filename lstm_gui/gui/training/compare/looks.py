"""How a setting is drawn: by its place, with a colour and a line style of its own.

The four pairs are those of the palette, which were chosen to be told apart by everybody; here they stand for
settings and not for quantities, and each line carries its name.
"""

from PySide6.QtGui import QPen

from lstm_gui.gui.palette import Palette, Role

_ROLES = ("o", "c", "i", "g")


def role_at(palette: Palette, place: int) -> Role:
    """The colours of the setting at a place, from 0."""
    return palette.role(_ROLES[place])


def pen_at(palette: Palette, place: int, width: float) -> QPen:
    """The line of the setting at a place, from 0."""
    return role_at(palette, place).pen(width)
