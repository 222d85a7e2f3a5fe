"""What the timeline shows: its rows as plots, which steps are in view, and the tools beside its title."""

from dataclasses import astuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.input_tools import InputTools
from lstm_gui.gui.simulator.length_box import LengthBox
from lstm_gui.gui.simulator.plots import PlotStack
from lstm_gui.gui.simulator.style import SMALL, TITLE, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.gui.simulator.time_view import TimeView
from lstm_gui.gui.simulator.timeline_layout import ROWS, TimelineLayout, timeline_layout
from lstm_gui.gui.simulator.timeline_paint import paint_cursor, paint_curves, paint_still_timeline, paint_x
from lstm_gui.simulator.frame import Highlight, TimelinePart

_GAP = 8.0  # pixels at 100 % between the tools beside the title


class TimelineCanvas(Canvas):
    """Shows a TimelinePart. Signals: those of Canvas and of its tools, and `length_chosen(int)`."""

    length_chosen = Signal(int)
    seed_requested = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: TimelinePart | None = None
        self.time_view = TimeView.whole(1)
        self._place: TimelineLayout | None = None
        self._beside = 0.0
        self.plots = PlotStack([self._draw_x, self._draw_gates, self._draw_states], self)
        self.length = LengthBox(style, self)
        self.length.valueChanged.connect(self.length_chosen)
        self.tools = InputTools(style, self)
        self.tools.seed_requested.connect(self.seed_requested)

    # What is shown

    def show_part(self, part: TimelinePart) -> None:
        """Show the curves and the cursor; a step that was turned to comes into view."""
        turned = self.part is None or part.step != self.part.step
        retooled = self.part is None or part.seeded != self.part.seeded
        self.part = part
        view = self.time_view.of_length(self._steps())
        self.time_view = view.holding(part.step) if turned else view
        self.tools.set_seeded(part.seeded)
        if self._place is None or retooled or self._ranges() != self._placed_for:
            self._arrange()
        self.length.show_length(self._steps())
        self.plots.repaint_curves()

    def show_highlight(self, highlight: Highlight | None) -> None:
        """Light what is pointed at, its causes and its effects."""
        self.highlight = highlight
        self.plots.repaint_curves()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.length.set_style(style)
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
        return self._ranges(), self._beside

    def paint_still(self, painter: QPainter) -> None:
        hints = timeline_hints() if self.time_view.is_whole else view_words(self.time_view)
        paint_card(painter, self.rect().toRectF(), self.style_now, timeline_title(), hints, self._beside)
        if self._place is not None:
            looks = self.looks
            paint_still_timeline(painter, self._place, self.style_now, row_names(looks), looks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _steps(self) -> int:
        return len(self.part.curves["x"]) if self.part else 1

    @property
    def looks(self) -> CellLooks:
        """How the cell that is shown is shown."""
        return looks_of(self.part.kind if self.part else LSTM)

    def _ranges(self) -> tuple[int, float, float, tuple[int, int], Kind]:
        part, (first, last, _) = self.part, astuple(self.time_view)
        limits = (part.x_limit, part.c_limit) if part else (1.0, 1.0)
        return self._steps(), *limits, (first, last), self.looks.graph.kind

    def _arrange(self) -> None:
        self._placed_for = self._ranges()
        self._place = self._laid_out()
        self.plots.setGeometry(self.rect())
        self.plots.set_axes([self._place.axes.get(row) for row in ROWS])
        self._place_tools()
        self.update()

    def _laid_out(self) -> TimelineLayout:
        """Where the rows stand."""
        return timeline_layout(self.rect().toRectF(), self.style_now, *self._placed_for)

    def _place_tools(self) -> None:
        """The tools stand in a row beside the title."""
        style = self.style_now
        left = style.margin + width(style.font(TITLE), timeline_title()) + style.px(12)
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

    def _draw_x(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None:
            paint_x(painter, axes, self.part, self.style_now, self.highlight, self._focused_step())

    def _draw_gates(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None and "gates" in self.looks.curves:
            paint_curves(painter, axes, "gates", self.part, self.style_now, self.highlight)

    def _draw_states(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None and self._place is not None:
            paint_curves(painter, axes, "states", self.part, self.style_now, self.highlight)
            paint_cursor(painter, self._place, self.part.step, self.style_now)


def timeline_title() -> str:
    """The title of the card."""
    return QCoreApplication.translate("TimelineView", "Through time")


def timeline_hints() -> tuple[str, ...]:
    """What may stand beside the title, the longest first."""
    return (
        QCoreApplication.translate("TimelineView", "drag the dots, Shift + drag draws · click to move t"),
        QCoreApplication.translate("TimelineView", "drag the dots · click to move t"),
        QCoreApplication.translate("TimelineView", "drag the dots"),
    )


def view_words(view: TimeView) -> tuple[str, ...]:
    """Which steps are in view and how to see others, the longest first."""
    words = {"first": view.first, "last": view.last, "steps": view.steps}
    return (
        QCoreApplication.translate(
            "TimelineView", "steps {first}–{last} of {steps} · Alt + ← → moves, Alt + 0 shows all"
        ).format(**words),
        QCoreApplication.translate(
            "TimelineView", "steps {first}–{last} of {steps} · Alt + 0 shows all"
        ).format(**words),
        QCoreApplication.translate("TimelineView", "steps {first}–{last} of {steps}").format(**words),
    )


def row_names(looks: CellLooks) -> dict[str, str]:
    """What the rows are called."""
    return {
        "x": QCoreApplication.translate("TimelineView", "x"),
        "gates": QCoreApplication.translate("TimelineView", "gates"),
        "states": ", ".join(looks.symbols[name][0] for name in looks.graph.signed),
    }
