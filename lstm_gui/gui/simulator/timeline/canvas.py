"""What the timeline shows: its rows as plots, which steps are in view, and the tools beside its title."""

from dataclasses import astuple
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.knobs.length_box import LengthBox
from lstm_gui.gui.simulator.plots import PlotStack
from lstm_gui.gui.simulator.style import SMALL, TITLE, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.gui.simulator.timeline.input_tools import InputTools
from lstm_gui.gui.simulator.timeline.layout import (
    BACK_ROWS,
    RANGE_BAR,
    ROWS,
    Extent,
    TimelineLayout,
    curves_in,
    timeline_layout,
)
from lstm_gui.gui.simulator.timeline.paint import paint_cursor, paint_curves, paint_still_timeline, paint_x
from lstm_gui.gui.simulator.timeline.range_bar import RangeBar
from lstm_gui.gui.simulator.timeline.time_view import TimeView
from lstm_gui.gui.simulator.timeline.words import (
    input_name,
    row_names,
    timeline_hints,
    timeline_title,
    view_words,
)
from lstm_gui.simulator.direction import AHEAD, BACK
from lstm_gui.simulator.frame import Highlight, TimelinePart
from lstm_gui.simulator.unit_runs import UnitRuns

if TYPE_CHECKING:  # heat maps and targets are imported when there are some
    from lstm_gui.gui.simulator.timeline.bands import Bands

BAR_BEYOND = 64  # steps: of more, the bar below shows which are in view
_GAP = 8.0  # pixels at 100 % between the tools beside the title


class TimelineCanvas(Canvas):
    """Shows a TimelinePart. Signals: those of Canvas and of its tools, `length_chosen(int)` and
    `all_units_changed(bool)`, when heat maps of every unit come in place of the curves, or go.
    """

    length_chosen = Signal(int)
    all_units_changed = Signal(bool)
    seed_requested = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: TimelinePart | None = None
        self.time_view = TimeView.whole(1)
        self.all_units = (
            False  # whether heat maps of every unit stand in place of the curves, where it has several
        )
        self._bands: Bands | None = None
        self._whole: TimelinePart | None = None  # of both directions, where there are two
        self._has_both = False  # whether there are plots for a second cell
        self._place: TimelineLayout | None = None
        self._beside = 0.0
        self.plots = PlotStack([self._draw_x, self._draw_gates, self._draw_states, self._draw_scales], self)
        self.length = LengthBox(style, self)
        self.length.valueChanged.connect(self.length_chosen)
        self.tools = InputTools(style, self)
        self.tools.seed_requested.connect(self.seed_requested)
        self.tools.all_units_chosen.connect(self.show_all_units)
        self.bar = RangeBar(style, self)
        self.bar.chosen.connect(self._look_at)
        self.bar.hide()

    # What is shown

    def show_part(self, part: TimelinePart) -> None:
        """Show the curves and the cursor; a step that was turned to comes into view."""
        turned = self.part is None or part.step != self.part.step
        self._whole = part
        if self.all_units and part.backward is not None and part.looks_back:
            part = part.backward  # of two cells, the heat maps are those of the one looked at
        retooled = self.part is None or _tools(part) != _tools(self.part)
        self.part = part
        if part.backward is not None and not self._has_both:
            self._add_back_rows()
        view = self.time_view.of_length(self._steps())
        self.time_view = view.holding(part.step) if turned else view
        self.tools.set_seeded(part.seeded)
        self.tools.set_units(part.units)
        if self._place is None or retooled or self._ranges() != self._placed_for:
            self._arrange()
        self.length.show_length(self._steps())
        self.bar.show_step(part.step)
        self.plots.repaint_curves()

    def show_all_units(self, on: bool) -> None:
        """Show heat maps of every unit, or the curves of one, where the cell has several units."""
        if on != self.all_units:
            self.all_units = on
            self.tools.set_all_units(on)
            if self._whole is not None:
                self.show_part(self._whole)
            self._arrange()
            self.plots.repaint_curves()
            self.all_units_changed.emit(on)

    def show_highlight(self, highlight: Highlight | None) -> None:
        """Light what is pointed at, its causes and its effects."""
        self.highlight = highlight
        self.plots.repaint_curves()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.length.set_style(style)
        self.bar.set_style(style)
        self._arrange()

    # Time in view

    def zoom_time(self, way: int, about: int = 0) -> None:
        """Show fewer steps (`way` > 0) or more, about a step, or about the one shown."""
        view = self.time_view
        if not about and self.part is not None:
            about = self.part.step if view.first <= self.part.step <= view.last else view.first
        self._look_at(view.zoomed(way, about))

    def pan_time(self, way: int) -> None:
        """Show later steps (`way` > 0) or earlier ones."""
        self._look_at(self.time_view.paged(way))

    def whole_time(self) -> None:
        """Show all steps."""
        self._look_at(TimeView.whole(self._steps()))

    def _look_at(self, view: TimeView) -> None:
        if view != self.time_view:
            self.time_view = view
            self._arrange()
            self.plots.repaint_curves()
            announce(self, view_words(view)[-1])

    # Drawing

    def still_key(self) -> object:
        limits = tuple(self.part.runs.limits.items()) if self.part and self.part.runs else ()
        return self._ranges(), self._beside, limits, self._title(), self.part.names if self.part else None

    def paint_still(self, painter: QPainter) -> None:
        bands = self.extent.units > 1
        hints = timeline_hints(bands=bands) if self.time_view.is_whole else view_words(self.time_view)
        paint_card(painter, self.rect().toRectF(), self.style_now, self._title(), hints, self._beside)
        if self._place is not None:
            looks, names = self.looks, {**self._row_names(), **self._input_names()}
            paint_still_timeline(painter, self._place, self.style_now, names, looks)
            if self._place.maps and self.part and self.part.runs:
                from lstm_gui.gui.simulator.timeline.bands import paint_still_bands

                paint_still_bands(painter, self._place, self.style_now, looks, self.part.runs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _steps(self) -> int:
        return len(self.part.curves["x"]) if self.part else 1

    @property
    def looks(self) -> CellLooks:
        """How the cell that is shown is shown."""
        return looks_of(self.part.kind if self.part else LSTM)

    @property
    def extent(self) -> Extent:
        """How much there is to show besides the curves of one unit that reads one input."""
        bar = not self.time_view.is_whole or self._steps() > BAR_BEYOND
        both = self.part is not None and self.part.backward is not None
        if self.part is None or self.part.runs is None:
            return Extent(bar=bar, both=both, scale=self.part.scale_limit if self.part else 1.0)
        runs = self.part.runs
        units, scale = runs.units if self.all_units else 1, self.part.scale_limit
        return Extent(runs.inputs, self.part.source, units, bar, both, scale)

    def _ranges(self) -> tuple[int, float, float, tuple[int, int], Kind, Extent]:
        part, (first, last, _) = self.part, astuple(self.time_view)
        limits = (part.x_limit, part.c_limit) if part else (1.0, 1.0)
        return self._steps(), *limits, (first, last), self.looks.graph.kind, self.extent

    def _title(self) -> str:
        """The title of the card; of two directions, heat maps are of one, whose arrow stands before it."""
        which = self.part.direction if self.part is not None and self.extent.units > 1 else ""
        return f"{which} {timeline_title()}".strip()

    def _row_names(self) -> dict[str, str]:
        """What the rows of curves are called, with the arrow of their direction where there are two."""
        names = row_names(self.looks)
        if not self.extent.both:
            return names
        curves = [row for row in ROWS[1:] if row in names]
        ahead = {row: f"{AHEAD} {names[row]}" for row in curves}
        return {**names, **ahead, **{f"{BACK}{row}": f"{BACK} {names[row]}" for row in curves}}

    def _input_names(self) -> dict[str, str]:
        """What the rows of several inputs are called."""
        if self.part is None or self.extent.inputs == 1:
            return {}
        rows, names = self.extent.input_rows, self.part.names
        return {row: names.of_input(n) or input_name(n) for row, n in rows.items()}

    def _arrange(self) -> None:
        self._placed_for = self._ranges()
        self._place = self._laid_out()
        self.plots.setGeometry(self.rect())
        rows = (*ROWS, *BACK_ROWS) if self._has_both else ROWS
        self.plots.set_axes([self._place.axes.get(row) for row in rows])
        self._place_tools()
        self._place_bar(self._place)
        self.update()

    def _place_bar(self, place: TimelineLayout) -> None:
        """The bar of the steps in view stands below their numbers."""
        style, axes = self.style_now, next(iter(place.axes.values()))
        top = self.height() - style.px(RANGE_BAR + 3)
        self.bar.setGeometry(QRectF(axes.box.left(), top, axes.box.width(), style.px(RANGE_BAR)).toRect())
        self.bar.show_view(self.time_view)
        self.bar.setVisible(self.extent.bar)

    def _laid_out(self) -> TimelineLayout:
        """Where the rows stand."""
        return timeline_layout(self.rect().toRectF(), self.style_now, *self._placed_for)

    def _place_tools(self) -> None:
        """The tools stand in a row beside the title."""
        style = self.style_now
        left = style.margin + width(style.font(TITLE), self._title()) + style.px(12)
        after = left + self.length.width() + style.px(_GAP)
        across = self.tools.lay_out(style, self.width() - after - style.margin - self._room_for_view())
        for tool, x in ((self.length, left), (self.tools, after)):
            tool.move(round(x), round((style.header - tool.height()) / 2 + style.px(1)))
        self._beside = after + across - left + style.px(12)

    def _room_for_view(self) -> float:
        """How much room the words need that say which steps are in view: they come before those of tools."""
        if self.time_view.is_whole:
            return 0.0
        style = self.style_now
        return width(style.font(SMALL), view_words(self.time_view)[-1]) + style.px(30)

    def _focused_step(self) -> int:
        """The step that the keyboard is on, or 0."""
        return 0

    @property
    def _light(self) -> Highlight | None:
        """What is pointed at, where it is of the cell that is drawn: what was hidden draws the one before."""
        light = self.highlight
        return light if light is None or self.part is None or light.kind == self.part.kind else None

    def _draw_x(self, painter: QPainter, axes: Axes) -> None:
        part, place = self.part, self._place
        if part is None or place is None:
            return
        for row, source in place.extent.input_rows.items():
            if row != "x" and row in place.axes:
                paint_x(painter, place.axes[row], part, self.style_now, self._light, source=source)
        bands = self._bands_of(part.runs) if place.maps and part.runs is not None else None
        if bands is not None:
            bands.paint(painter, place, part, self._light)
        paint_x(painter, axes, part, self.style_now, self._light, self._focused_step())
        if part.asked:
            from lstm_gui.gui.simulator.timeline.targets import paint_targets_in_x

            paint_targets_in_x(painter, place, part.asked, self.style_now)
        if place.extent.units > 1:
            paint_cursor(painter, place, part.step, self.style_now, part.labels)
        if bands is not None:
            bands.paint_marks(painter, place, part, self._light)

    def _bands_of(self, runs: UnitRuns) -> "Bands":
        """The heat maps of the run shown."""
        from lstm_gui.gui.simulator.timeline.bands import Bands

        if self._bands is None or not self._bands.belong_to(runs, self.style_now):
            self._bands = Bands(runs, self.style_now, self.looks)
        return self._bands

    def _draw_gates(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None and "gates" in self.looks.curves:
            paint_curves(painter, axes, "gates", self.part, self.style_now, self._light)

    def _draw_states(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None and self._place is not None:
            paint_curves(painter, axes, "states", self.part, self.style_now, self._light)
            if self.part.asked:
                from lstm_gui.gui.simulator.timeline.targets import paint_targets_of_h

                paint_targets_of_h(painter, self._place, self.part.asked, self.style_now)
            if not self._place.extent.both:
                paint_cursor(painter, self._place, self.part.step, self.style_now, self.part.labels)

    def _draw_scales(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None and "scales" in self.looks.curves:
            paint_curves(painter, axes, "scales", self.part, self.style_now, self._light)

    def _add_back_rows(self) -> None:
        """Make the plots of the cell that reads from the end, once there is one."""
        self._has_both = True
        for row in BACK_ROWS:
            self.plots.add(partial(self._draw_back, row))
        self._arrange()

    def _draw_back(self, row: str, painter: QPainter, axes: Axes) -> None:
        part, place = self.part, self._place
        if part is None or part.backward is None or place is None or row not in place.axes:
            return
        paint_curves(painter, axes, curves_in(row), part.backward, self.style_now, self._light)
        if row == place.lowest:
            paint_cursor(painter, place, part.step, self.style_now, part.labels)


def _tools(part: TimelinePart) -> tuple[bool, bool, str]:
    """Which tools stand beside the title, and after which arrow."""
    return part.seeded, part.units > 1, part.direction
