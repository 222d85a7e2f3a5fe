"""The names and tooltips of the knobs, translated."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.words import name_of


def spoken_name(quantity: Quantity, kind: Kind = LSTM) -> str:
    """What a screen reader says for a quantity, for example "forget bias b_f"."""
    return name_of(quantity, translated, kind)


def limit_words(low: float, high: float) -> str:
    """What is said to who typed a number out of range."""
    told = QCoreApplication.translate("ValueKnob", "limits {low} … {high}")
    decimals = 0 if round(low) == low and round(high) == high else 2
    return told.format(low=number_text(low, decimals), high=number_text(high, decimals))


def knob_tip(quantity: Quantity, limits: Limits, kind: Kind = LSTM) -> str:
    """What can be done with a knob, and how far it goes."""
    told = QCoreApplication.translate(
        "ValueKnob",
        "{name}\n{low} … {high} in steps of {step}\n"
        "Drag up or down (Shift for fine), or type. Arrows, PgUp/PgDn ×10, Home/End. Double-click resets.",
    )
    low, high = number_text(limits.low), number_text(limits.high)
    return told.format(name=spoken_name(quantity, kind), low=low, high=high, step=number_text(limits.step))
