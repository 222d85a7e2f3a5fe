"""A knob for a number that is no quantity of the cell: the clipping limit, the window, the loss's target."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.knobs.knob_face import KnobLook, field_face
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.gradients.edit import FORGET_BIAS, LENGTH, RECURRENT
from lstm_gui.simulator.gradients.settings import NUMBERS
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity

LIMITS = {"forget_bias": FORGET_BIAS, "recurrent": RECURRENT, "length": LENGTH, **NUMBERS}
ROLES = {"forget_bias": "f", "recurrent": "g", "length": "x", "target": "h", "clip": "c", "window": "x"}
OFF_AT_ZERO = ("clip", "window")


@dataclass(frozen=True, slots=True, order=True)
class DialName(Quantity):
    """The address of one of LIMITS, for a knob."""

    def __post_init__(self) -> None:
        if self.name not in LIMITS:
            raise ValueError(f"no dial is called {self.name!r}")

    @property
    def role(self) -> str:
        """The palette role that colours it."""
        return ROLES[self.name]


class Dial(ValueKnob):
    """A knob drawn as a field of a table; at 0 it may read "off"."""

    def __init__(self, name: str, words: str, tip: str, style: Style, parent: QWidget | None = None) -> None:
        limits = LIMITS[name]
        super().__init__(DialName(name), limits, field_face, style, parent)
        self.plus = limits.low < 0
        if name in OFF_AT_ZERO:
            self.setSpecialValueText(QCoreApplication.translate("Gradients", "off"))
        self.setAccessibleName(words)
        self.setToolTip(_tip(tip, limits))

    def look(self) -> KnobLook:
        """How the dial stands now: "off" in place of 0, whole numbers without decimals."""
        look = super().look()
        off = self.specialValueText() if self.shown == 0 else ""
        text = off or number_text(self.shown, self.limits.decimals, plus=self.plus)
        if not self.isEnabled():
            text = "–"
        return KnobLook(
            look.style, look.role, text, look.mark, look.focused, look.hovered, look.typing, look.overridden
        )


def _tip(words: str, limits: Limits) -> str:
    told = QCoreApplication.translate(
        "Gradients",
        "{words}\n{low} … {high} in steps of {step}\n"
        "Drag up or down (Shift for fine), or type. Arrows, PgUp/PgDn ×10, Home/End. Double-click resets.",
    )
    numbers = (number_text(number, limits.decimals) for number in (limits.low, limits.high, limits.step))
    low, high, step = numbers
    return told.format(words=words, low=low, high=high, step=step)
