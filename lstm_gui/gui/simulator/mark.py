"""How a quantity stands to the one that is pointed at: itself, a cause, an effect, or neither."""

from enum import Enum

from PySide6.QtGui import QColor

from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.quantity import Quantity


class Mark(Enum):
    """What the eye is told about a quantity."""

    PLAIN = "plain"  # nothing is pointed at
    FOCUS = "focus"
    CAUSE = "cause"  # an unbroken halo
    EFFECT = "effect"  # a dotted halo
    DIMMED = "dimmed"


def mark_of(highlight: Highlight | None, quantity: Quantity) -> Mark:
    """The mark of `quantity` under `highlight`."""
    if highlight is None:
        return Mark.PLAIN
    if quantity == highlight.focus:
        return Mark.FOCUS
    if quantity in highlight.causes:
        return Mark.CAUSE
    return Mark.EFFECT if quantity in highlight.effects else Mark.DIMMED


def inked(style: Style, colour: QColor, mark: Mark) -> QColor:
    """`colour` as it is drawn under a mark."""
    return style.dimmed(colour) if mark is Mark.DIMMED else colour
