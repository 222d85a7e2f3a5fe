"""Gates and states of one sequence while a network learns: curves of few units, heat maps of many."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.views.look_view import LookView, Numbers
from lstm_gui.gui.training.views.part_words import part_words
from lstm_gui.gui.training.views.plot_paint import paint_cursor, short_number, step_words
from lstm_gui.gui.training.views.probe_layout import ProbeLayout, probe_layout
from lstm_gui.gui.training.views.probe_paint import paint_probe, paint_probe_ground
from lstm_gui.gui.training.views.scales import Scales
from lstm_gui.training.look import Look

translate = QCoreApplication.translate

FEW = 3  # units: so many are shown as curves beside each other


class ProbeView(LookView):
    """Shows gates and states of a Look.

    Signals: those of LookView, and `part_chosen(str)`, the layer and direction to be shown.
    """

    part_chosen = Signal(str)
    least = QSize(360, 240)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        self.scales = Scales()
        self.place: ProbeLayout | None = None
        self.part = ""  # the layer and direction shown: one of Look.parts
        self.unit: int | None = None  # the unit shown alone; None for all
        super().__init__(style, parent)
        self.parts = self._picker(style, translate("TrainingViews", "Layer and direction shown"))
        self.units = self._picker(style, translate("TrainingViews", "Unit shown"))
        self.parts.activated.connect(lambda n: self.show_part_of(self.parts.itemData(n)))
        self.units.activated.connect(lambda n: self.show_unit(self.units.itemData(n)))
        self._dress(style)

    def title(self) -> str:
        return translate("TrainingViews", "Inside, on the same sequence")

    # What is shown

    @property
    def looks(self) -> CellLooks:
        """How the kind of cell is shown."""
        return looks_of(self.look.kind if self.look is not None else LSTM)

    @property
    def count(self) -> int:
        """How many units a layer has."""
        return units_of(self.look, self.part) if self.look is not None else 0

    @property
    def curves_of(self) -> tuple[int, ...]:
        """The units whose curves are shown; none where there are heat maps of all."""
        if self.unit is not None:
            return (self.unit,)
        return tuple(range(self.count)) if self.count <= FEW else ()

    def show_look(self, look: Look | None) -> None:
        """Show its gates and states."""
        if look is not None:
            self.part = known_part(self.part, look)
            if self.unit is not None and self.unit >= units_of(look, self.part):
                self.unit = None
        else:
            self.scales = Scales()  # another run may have other sizes
        self.scales.begin()
        before, self.look = self.look, look
        if look is not None and (before is None or _sizes(before) != _sizes(look)):
            self._fill_pickers(look)
        super().show_look(look)

    def show_part_of(self, part: str) -> None:
        """Show another layer or direction."""
        self.part = part
        self.show_look(self.look)
        self.part_chosen.emit(part)

    def show_unit(self, unit: int | None) -> None:
        """Show the curves of one unit, or all units."""
        self.unit = unit
        with QSignalBlocker(self.units):
            self.units.setCurrentIndex(0 if unit is None else unit + 1)
        self.show_look(self.look)

    def arrange(self) -> None:
        self.place = None
        if self.look is not None:
            body = self.body()
            self.place = probe_layout(
                body, self.style_now, self.look, self.part, self.looks, self.curves_of, self.scales
            )
        self._place_pickers()
        self.update()

    # Drawing

    def still_key(self) -> object:
        if self.place is None or self.look is None:
            return None
        return (
            self.place.key,
            self.look.kind,
            self.look.step_names[:1],
            frozenset(self.scales.changed),
            self.beside(),
        )

    def beside(self) -> float:
        shown = [picker.width() for picker in (self.parts, self.units) if picker.isVisibleTo(self)]
        return sum(shown) + self.style_now.px(8) * len(shown)

    def paint_still(self, painter: QPainter) -> None:
        super().paint_still(painter)
        if self.place is not None and self.look is not None:
            paint_probe_ground(painter, self.place, self.style_now, self.look, self.looks, self.scales)

    def paint_look(self, painter: QPainter) -> None:
        if self.place is None or self.look is None:
            return
        paint_probe(painter, self.place, self.style_now, self.look, self.looks)
        if self.reading is not None:
            for row in self.place.rows:
                paint_cursor(painter, row.axes, row.frame, self.reading[0], self.style_now)

    # What is read

    def extent(self) -> tuple[int, int]:
        return (self.look.steps, max(1, self.count)) if self.look is not None else (0, 0)

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        if self.place is None:
            return None
        for row in self.place.rows:
            if row.frame.contains(where):
                unit = row.unit_at(where.y()) if row.unit is None else row.unit
                if unit is None:  # a row of inputs, which belong to no unit
                    unit = self.reading[1] if self.reading is not None else 0
                return row.axes.step(where.x()) - 1, min(unit, max(0, self.count - 1))
        return None

    def words(self, across: int, down: int) -> str:
        look = self.look
        assert look is not None
        unit = self.unit if self.unit is not None else down
        said = []
        for name in (*self.looks.graph.gates, *self.looks.graph.signed):
            array = look.quantities[f"{self.part}{name}"]
            number = float(array[across, min(unit, array.shape[1] - 1)])
            said.append(f"{self.looks.symbols[name][0]} {short_number(number, 1.0)}")
        names = look.input_names or ("x",)
        read = [
            f"{names[n] if n < len(names) else n + 1} {short_number(float(value), 1.0)}"
            for n, value in enumerate(look.x[across])
            if value
        ]
        who = translate("TrainingViews", "unit {n}").format(n=unit + 1)
        parts = [step_words(across, look.step_names), who, ", ".join(said)]
        if read and not look.step_names:
            parts.append(translate("TrainingViews", "reads {inputs}").format(inputs=", ".join(read[:4])))
        return " · ".join(parts)

    def sentence(self) -> str:
        look = self.look
        assert look is not None
        many = self.count
        if self.unit is not None:
            told = translate("TrainingViews", "Unit {shown} of {all} at update {step}.")
        elif self.curves_of:
            told = translate("TrainingViews", "Gates and states at update {step}.")
        else:
            told = translate("TrainingViews", "All {all} units at update {step}, one in each line.")
        shared = self.place.grouped if self.place is not None else 1
        if shared > 1:
            told = translate(
                "TrainingViews", "All {all} units at update {step}: each line is the mean of {n}."
            )
        words = [told.format(shown=(self.unit or 0) + 1, all=many, step=count_words(look.step), n=shared)]
        if len(look.parts) > 1:
            words.append(translate("TrainingViews", "Shown: {part}.").format(part=part_words(self.part)))
        return " ".join(words)

    def numbers(self) -> Numbers:
        look = self.look
        assert look is not None
        names = [*self.looks.graph.gates, *self.looks.graph.signed]
        arrays = [(name, look.quantities[f"{self.part}{name}"]) for name in names]
        head = [translate("TrainingViews", "step")]
        for name, array in arrays:
            head += [f"{self.looks.symbols[name][0]} {n + 1}" for n in range(array.shape[1])]
        rows = []
        for t in range(look.steps):
            step = look.step_names[t] if t < len(look.step_names) else str(t + 1)
            rows.append((step, *(f"{float(value):.6g}" for _, array in arrays for value in array[t])))
        return Numbers(tuple(head), tuple(rows))

    # The pickers

    def set_style(self, style: Style) -> None:
        self._dress(style)
        super().set_style(style)

    def _picker(self, style: Style, name: str) -> Picker:
        picker = Picker(style, self)
        picker.setAccessibleName(name)
        picker.setToolTip(name)
        picker.hide()
        return picker

    def _dress(self, style: Style) -> None:
        for picker in (self.parts, self.units):
            picker.set_style(style)
            set_popup_colours(picker, style)
            picker.setFont(style.font(SMALL))
            picker.setFixedHeight(round(style.header - style.px(8)))

    def _fill_pickers(self, look: Look) -> None:
        with QSignalBlocker(self.parts), QSignalBlocker(self.units):
            self.parts.clear()
            for part in look.parts:
                self.parts.addItem(part_words(part), part)
            self.parts.setCurrentIndex(look.parts.index(self.part))
            self.units.clear()
            self.units.addItem(translate("TrainingViews", "all units"), None)
            for n in range(units_of(look, self.part)):
                self.units.addItem(translate("TrainingViews", "unit {n}").format(n=n + 1), n)
            self.units.setCurrentIndex(0 if self.unit is None else self.unit + 1)
        self.parts.setVisible(len(look.parts) > 1)
        self.units.setVisible(units_of(look, self.part) > 1)

    def _place_pickers(self) -> None:
        style, right = self.style_now, self.width() - self.style_now.margin
        for picker in (self.units, self.parts):
            if picker.count() and not picker.isHidden():
                widest = max((picker.itemText(n) for n in range(picker.count())), key=len)
                picker.setFixedWidth(picker.wide_for(widest))
                right -= picker.width()
                picker.move(round(right), round(style.px(4)))
                right -= style.px(8)


def known_part(part: str, look: Look) -> str:
    """A layer and direction of a look: the one wanted, or the first."""
    return part if part in look.parts else look.parts[0]


def units_of(look: Look, part: str) -> int:
    """How many units a layer and direction of a look has."""
    own = (array for name, array in look.quantities.items() if name.startswith(part))
    return max((int(np.shape(array)[1]) for array in own), default=0)


def _sizes(look: Look) -> tuple[object, ...]:
    """What the pickers depend on."""
    return look.kind, look.parts, units_of(look, look.parts[0])
