"""How many units the cell has, and how many inputs it reads, as small fields that are typed in or stepped."""

from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.knobs.length_box import LengthBox
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_UNITS


class UnitsBox(LengthBox):
    """From 1 to as many units as a scene can hold."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setRange(1, MAX_UNITS)
        self.setAccessibleName(self.tr("Number of units"))
        tip = self.tr(
            "How many units the cell has, 1 to {most}\n"
            "Click, type a number, Enter. Arrows step; more by Ctrl+U, fewer by Ctrl+Shift+U.\n"
            "The other units run on as before."
        )
        self.setToolTip(tip.format(most=MAX_UNITS))

    def counted(self, steps: int) -> str:
        return self.tr(" unit") if steps == 1 else self.tr(" units")

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        _fit(self, style, f"{MAX_UNITS}{self.counted(MAX_UNITS)}")


class InputsBox(LengthBox):
    """From 1 to as many inputs as a scene can hold."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setRange(1, MAX_INPUTS)
        self.setAccessibleName(self.tr("Number of inputs"))
        tip = self.tr(
            "How many numbers the cell reads at each step, 1 to {most}\n"
            "Click, type a number, Enter. Arrows step; more by Ctrl+J, fewer by Ctrl+Shift+J.\n"
            "A new input is 0 at every step."
        )
        self.setToolTip(tip.format(most=MAX_INPUTS))

    def counted(self, steps: int) -> str:
        return self.tr(" input") if steps == 1 else self.tr(" inputs")

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        _fit(self, style, f"{MAX_INPUTS}{self.counted(MAX_INPUTS)}")


def _fit(box: LengthBox, style: Style, longest: str) -> None:
    box.resize(round(width(style.font(SMALL), longest) + style.px(14)), box.height())
