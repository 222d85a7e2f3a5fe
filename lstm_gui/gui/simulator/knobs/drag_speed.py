"""How far a number moves when a hand drags it up or down."""

from PySide6.QtCore import QPointF, Qt

from lstm_gui.simulator.limits import Limits

DRAG_STARTS = 3.0  # pixels: less is a click
_FULL_DRAG = 220.0  # pixels from the lower limit to the upper
_WIDEST_DRAG = 8.0  # a range wider than this drags as if it were this wide, so that it can be aimed
_FINE = 10  # times slower with Shift


def is_click(pressed: QPointF, released: QPointF) -> bool:
    """Whether a hand let go where it pressed."""
    return (released - pressed).manhattanLength() < DRAG_STARTS


def drag_speed(limits: Limits, modifiers: Qt.KeyboardModifier) -> float:
    """What one pixel upwards adds."""
    speed = min(limits.high - limits.low, _WIDEST_DRAG) / _FULL_DRAG
    return speed / _FINE if modifiers & Qt.KeyboardModifier.ShiftModifier else speed
