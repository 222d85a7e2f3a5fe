"""The head of the cell's card: how many units and inputs there are, and which of them the diagram shows."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.chip_row import Chip, ChipRow
from lstm_gui.gui.simulator.knobs.size_box import InputsBox, UnitsBox
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_text, shortened, width
from lstm_gui.gui.simulator.timeline.input_tools import HeaderButton
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.frame import CellPart
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.places import quoted
from lstm_gui.simulator.sizes import set_inputs, set_units
from lstm_gui.simulator.words import LABELS

translate = QCoreApplication.translate

_ROW = 24.0  # the height of the row of chips, in pixels at 100 %
_GAP = 8.0
_FINE = 40  # shades on either side of 0: no eye tells more on a chip


class DiagramHead(QObject):
    """Controls that lie on a card and are placed by it.

    Signals: `units_chosen(int)` and `inputs_chosen(int)`, with how many; `looked_at(int, int)`, with the unit
    and the input to show; `grown()` when the row of chips comes or goes.
    """

    units_chosen = Signal(int)
    inputs_chosen = Signal(int)
    looked_at = Signal(int, int)
    grown = Signal()

    def __init__(self, style: Style, card: QWidget) -> None:
        super().__init__(card)
        self._style, self._part = style, CellPart(1, {}, frozenset())
        self.units, self.inputs = UnitsBox(style, card), InputsBox(style, card)
        self.units.valueChanged.connect(self.units_chosen)
        self.inputs.valueChanged.connect(self.inputs_chosen)
        self.unit_chips, self.input_chips = ChipRow(style, card), ChipRow(style, card)
        self.unit_chips.setAccessibleName(translate("DiagramHead", "Unit shown"))
        self.input_chips.setAccessibleName(translate("DiagramHead", "Input shown"))
        self.unit_chips.chosen.connect(lambda unit: self.looked_at.emit(unit, self._part.seen.source))
        self.input_chips.chosen.connect(lambda source: self.looked_at.emit(self._part.seen.unit, source))
        self.more: HeaderButton | None = None
        self._words: list[tuple[QPointF, str]] = []
        self._names: list[tuple[QPointF, str]] = []
        self._end = QPointF()
        for chips in (self.unit_chips, self.input_chips):
            chips.setToolTip(chips.accessibleName())
            chips.hide()

    def hold(self, button: HeaderButton) -> None:
        """Have one button more beside the sizes."""
        self.more = button
        self.grown.emit()

    def show_part(self, part: CellPart) -> None:
        """Show the sizes and, where there are several, each unit and each input."""
        before, self._part = self._part, part
        seen = part.seen
        for box, count in ((self.units, len(seen.h)), (self.inputs, len(seen.x))):
            if box.value() != count:  # else what is being typed would be gone
                box.show_length(count)
        self.unit_chips.show_chips(_unit_chips(part, self._style), seen.unit)
        self.input_chips.show_chips(_input_chips(part, self._style), seen.source)
        if (len(before.seen.h), len(before.seen.x)) != (len(seen.h), len(seen.x)):
            self.grown.emit()
        elif (before.unit_name, before.input_name) != (part.unit_name, part.input_name):
            self._place_names()

    @property
    def still_key(self) -> tuple[object, ...]:
        """What the words beside the chips depend on."""
        part = self._part
        return len(part.seen.h), len(part.seen.x), part.unit_name, part.input_name

    @property
    def row_height(self) -> float:
        """The height of the row of chips, in pixels; 0 where there is nothing to choose."""
        return 0.0 if self._part.seen.is_alone else self._style.px(_ROW)

    def controls(self) -> list[QWidget]:
        """What the keyboard comes to, in order."""
        more = [self.more] if self.more is not None else []
        return [self.units, self.inputs, *more, self.unit_chips, self.input_chips]

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        for control in (self.units, self.inputs, self.unit_chips, self.input_chips):
            control.set_style(style)
        self.show_part(self._part)

    def place(self, after_title: float, wide: float) -> float:
        """Stand beside a title that ends there, on a card so wide; how much room that takes."""
        style = self._style
        x = after_title + style.px(12)
        for box in (self.units, self.inputs):
            box.move(round(x), round((style.header - box.height()) / 2 + style.px(1)))
            x += box.width() + style.px(6)
        if self.more is not None:
            x = self._place_more(self.more, x, wide - style.margin)
        self._place_chips(wide - 2 * style.margin)
        return x - after_title

    def paint_words(self, painter: QPainter) -> None:
        """Write what the chips are of, and what those chosen are called."""
        style = self._style
        for place, word in (*self._words, *self._names):
            put_text(painter, place.x(), place.y(), word, style.font(SMALL), style.palette.muted)

    def _place_more(self, button: HeaderButton, x: float, right: float) -> float:
        """With words, or with its sign alone, or not at all, as there is room; where it ends."""
        for wordy in (True, False):
            button.set_style(self._style, wordy=wordy)
            if x + button.width() <= right:
                break
        fits = x + button.width() <= right
        button.setVisible(fits)
        button.move(round(x), self.units.y() + (self.units.height() - button.height()) // 2)
        return x + button.width() + self._style.px(6) if fits else x

    def _place_chips(self, room: float) -> None:
        """Units, then inputs, in one row; a chip of each is as wide as of the other."""
        style, gap = self._style, self._style.px(_GAP)
        shown = [(word, row) for word, row in self._rows() if len(row.chips) > 1]
        words = sum(width(style.font(SMALL), word) + style.px(6) for word, _ in shown)
        left = room - words - gap * 2 * max(0, len(shown) - 1)
        share = left / max(1, sum(len(row.chips) for _, row in shown))
        x, top = style.margin, style.header - style.px(3)
        self._words = []
        for _, row in self._rows():
            row.setVisible(len(row.chips) > 1)
        for word, row in shown:
            self._words.append((QPointF(x, top + style.px(13.5)), word))
            x += width(style.font(SMALL), word) + style.px(6)
            wide = row.take_room(share * len(row.chips))
            row.move(round(x), round(top))
            x += wide + 2 * gap
        self._end = QPointF(x, room + style.margin)  # of the chips, and of the room there is
        self._place_names()

    def _place_names(self) -> None:
        """Behind all chips stands what the unit and the input shown are called, as far as there is room."""
        style, part = self._style, self._part
        x, right = self._end.x(), self._end.y()
        named = zip(self._rows(), (part.unit_name, part.input_name), strict=True)
        called = ", ".join(f"{word} {quoted(name)}" for (word, _), name in named if name)
        said = "" if part.seen.is_alone else shortened(called, style.font(SMALL), right - x)
        top = style.header - style.px(3)
        self._names = [(QPointF(x, top + style.px(13.5)), said)] if len(said) > 1 else []

    def _rows(self) -> Iterator[tuple[str, ChipRow]]:
        yield translate("DiagramHead", "unit"), self.unit_chips
        yield translate("DiagramHead", "input"), self.input_chips


def ring_note(name: str, part: CellPart) -> str:
    """Which of several a ring stands for, where the gates read all of them: "1 of 3"."""
    seen = part.seen
    numbers = {"x": (seen.source, len(seen.x)), "h_previous": (seen.unit, len(seen.h))}
    place, count = numbers.get(name, (0, 1))
    told = translate("DiagramHead", "{n} of {all}")
    return told.format(n=place + 1, all=count) if count > 1 else ""


def connect_head(head: DiagramHead, controller: Controller) -> None:
    """Let the head of the diagram tell a controller what a person wants."""
    head.units_chosen.connect(lambda units: resize_units(controller, units))
    head.inputs_chosen.connect(lambda inputs: resize_inputs(controller, inputs))
    head.looked_at.connect(controller.look_at)


def resize_units(controller: Controller, units: int) -> None:
    """Give the cell so many units: changes that follow each other are one undo step."""
    controller.change(set_units(controller.state, units), translated(LABELS["units"]), "units")


def resize_inputs(controller: Controller, inputs: int) -> None:
    """Let the cell read so many numbers a step."""
    controller.change(set_inputs(controller.state, inputs), translated(LABELS["sources"]), "sources")


def _unit_chips(part: CellPart, style: Style) -> list[Chip]:
    told = translate("DiagramHead", "Unit {n} of {all}: h = {value}\nCtrl+Down and Ctrl+Up show another one.")
    return _chips(part.seen.h, told, "h", style)


def _input_chips(part: CellPart, style: Style) -> list[Chip]:
    told = translate(
        "DiagramHead",
        "Input {n} of {all}: x = {value}\nCtrl+Shift+Down and Ctrl+Shift+Up show another one.",
    )
    return _chips(part.seen.x, told, "x", style)


def _chips(values: tuple[float, ...], told: str, role: str, style: Style) -> list[Chip]:
    """A chip for each of several numbers, in its colour; beyond ±1 that is the last one."""
    if len(values) < 2:
        return []
    from lstm_gui.gui.simulator.heat import shades, signed_table

    shares = np.round(np.clip(values, -1.0, 1.0) * _FINE) / _FINE
    colours = signed_table(style, role)[shades(shares, -1.0, 1.0)].tolist()
    found = []
    for n, (value, share, colour) in enumerate(zip(values, shares.tolist(), colours, strict=True), start=1):
        tip = told.format(n=n, all=len(values), value=number_text(value))
        found.append(Chip(str(n), tip, share, QColor.fromRgb(colour)))
    return found
