"""How a quantity stands to the one that is pointed at: itself, a cause, an effect, or neither."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor

from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Dawn(Highlight):
    """A highlight whose effects are not lit yet: they stay as they were and do not step back first."""

    later: frozenset[Quantity] = frozenset()


def before_effects(highlight: Highlight) -> Dawn:
    """The first moment of a highlight: the quantity and its causes."""
    return Dawn(
        focus=highlight.focus,
        causes=highlight.causes,
        effects=frozenset(),
        sentence=highlight.sentence,
        kind=highlight.kind,
        made=highlight.made,
        later=highlight.effects,
    )


def lit(highlight: Highlight) -> frozenset[Quantity]:
    """Everything that does not step back."""
    later = highlight.later if isinstance(highlight, Dawn) else frozenset()
    return frozenset((highlight.focus, *highlight.causes, *highlight.effects, *later))


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
    if quantity in highlight.effects:
        return Mark.EFFECT
    return Mark.PLAIN if isinstance(highlight, Dawn) and quantity in highlight.later else Mark.DIMMED


def inked(style: Style, colour: QColor, mark: Mark) -> QColor:
    """`colour` as it is drawn under a mark."""
    return style.dimmed(colour) if mark is Mark.DIMMED else colour
