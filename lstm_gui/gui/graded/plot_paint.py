"""Paints a run of which something is hidden, the prediction over it, and in the end the truth behind it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.strokes import draw_curve, draw_dots
from lstm_gui.gui.simulator.style import SMALL, TITLE, Style, mixed
from lstm_gui.gui.simulator.text import put_centred, put_text
from lstm_gui.gui.simulator.timeline.layout import Extent, TimelineLayout, timeline_layout
from lstm_gui.gui.simulator.timeline.paint import paint_still_timeline, paint_x
from lstm_gui.gui.simulator.timeline.words import row_names
from lstm_gui.lessons.challenge import Predict
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.graded.sketch import Sketch
from lstm_gui.simulator.number_text import number_text

translate = QCoreApplication.translate

_LINE, _YOURS = 1.9, 2.2
_DASHES = [3.0, 2.2]
_BELOW_MARK = 12.0  # px at 100 %: the line of the keyboard begins below the "?"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person may see of the run."""

    part: TimelinePart
    name: str  # what is asked for
    first: int  # the steps asked for
    last: int
    hidden: frozenset[str]  # from the first step asked for on: what is asked for, and the states
    is_revealed: bool = False

    @classmethod
    def of(cls, card: Predict, part: TimelinePart) -> "Shown":
        """All but what is asked for and what would give it away: from there on every state, and h."""
        graph = looks_of(part.kind).graph
        return cls(part, card.name, card.first, card.last, frozenset({card.name, "h", *graph.carried}))

    @property
    def row(self) -> str:
        """The row in which it is drawn."""
        rows = looks_of(self.part.kind).curves
        return next((row for row, names in rows.items() if self.name in names), "states")

    def revealed(self) -> "Shown":
        """With nothing hidden."""
        return replace(self, is_revealed=True)

    def until(self, name: str) -> int:
        """The last step at which a curve is seen."""
        steps = len(self.part.curves["x"])
        return self.first - 1 if name in self.hidden and not self.is_revealed else steps


def plot_layout(card: QRectF, style: Style, shown: Shown) -> TimelineLayout:
    """Where the rows stand."""
    part = shown.part
    steps, limits, extent = (
        len(part.curves["x"]),
        (part.x_limit, part.c_limit),
        Extent(scale=part.scale_limit),
    )
    return timeline_layout(card, style, steps, *limits, None, part.kind, extent)


def paint_plot(
    painter: QPainter, card: QRectF, style: Style, shown: Shown, sketch: Sketch, *, focused: bool
) -> None:
    """Paint all of it."""
    looks, part, place = looks_of(shown.part.kind), shown.part, plot_layout(card, style, shown)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(card, style.palette.window)
    paint_card(painter, card, style, _title(shown), _hints(shown, sketch))
    paint_still_timeline(painter, place, style, row_names(looks), looks)
    axes = place.axes[shown.row]
    _asked_steps(painter, axes, place.frames[shown.row], style, shown, empty=not sketch.answer)
    paint_x(painter, place.axes["x"], part, style, None)
    for row in looks.curves:
        _curves(painter, place.axes[row], row, style, shown, looks)
    if shown.is_revealed:
        _errors(painter, axes, style, sketch, shown)
    _prediction(painter, axes, style, sketch, focused=focused and not shown.is_revealed)


def _title(shown: Shown) -> str:
    name = looks_of(shown.part.kind).graph.symbol(shown.name)
    if shown.is_revealed:
        return translate("Graded", "{name} as it is, and as you predicted it").format(name=name)
    return translate("Graded", "Predict {name}").format(name=name)


def _hints(shown: Shown, sketch: Sketch) -> tuple[str, ...]:
    if shown.is_revealed:
        return (
            translate("Graded", "dashed with diamonds: yours · dotted: how far away"),
            translate("Graded", "dashed with diamonds: yours"),
        )
    if sketch.first == sketch.last:
        return (translate("Graded", "drag the marker"),)
    return (
        translate("Graded", "drag to draw it from t = {first} to t = {last}").format(
            first=sketch.first, last=sketch.last
        ),
        translate("Graded", "drag to draw it"),
    )


def _asked_steps(
    painter: QPainter, axes: Axes, frame: QRectF, style: Style, shown: Shown, *, empty: bool
) -> None:
    """A tinted band over the steps asked for."""
    left, right = axes.x(shown.first - 0.5), axes.x(shown.last + 0.5)
    band = QRectF(left, frame.top() + 1, right - left, frame.height() - 2)
    painter.fillRect(band, mixed(style.well, style.palette.accent, 0.13))
    painter.setPen(QPen(mixed(style.well, style.palette.accent, 0.5), style.px(1), Qt.PenStyle.DotLine))
    for x in (left, right):
        painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()))
    if empty and not shown.is_revealed:
        font, ink = style.font(TITLE, bold=True), style.palette.accent
        put_centred(painter, band.center().x(), band.top() + style.px(14), "?", font, ink)


def _curves(painter: QPainter, axes: Axes, row: str, style: Style, shown: Shown, looks: CellLooks) -> None:
    names = looks.curves[row]
    if row == shown.row and shown.name not in names:
        names = (*names, shown.name)  # a number on the way to something, which else has no curve
    for name in names:
        role, until = style.palette.role(looks.roles[name]), shown.until(name)
        places = axes.places(shown.part.curves[name])[:until]
        draw_curve(painter, places, role.pen(style.px(_LINE)))
        if len(places):
            draw_dots(painter, places[-1:].tolist(), style.px(3), style.well, style.px(1), role.graphic)


def _errors(painter: QPainter, axes: Axes, style: Style, sketch: Sketch, shown: Shown) -> None:
    """From each number of theirs to the one that it is."""
    painter.setPen(QPen(style.palette.text, style.px(1.2), Qt.PenStyle.DotLine))
    right = shown.part.curves[shown.name]
    for step, value in enumerate(sketch.values, sketch.first):
        if value is not None:
            painter.drawLine(axes.point(step, value), axes.point(step, right[step - 1]))


def _prediction(painter: QPainter, axes: Axes, style: Style, sketch: Sketch, *, focused: bool) -> None:
    """Theirs: dashed, in the ink of text, a diamond at each step, which no other line has."""
    given = {step: value for step, value in enumerate(sketch.values, sketch.first) if value is not None}
    pen = QPen(style.palette.text, style.px(_YOURS))
    pen.setDashPattern(_DASHES)
    for step, value in given.items():
        if step + 1 in given:
            ends = axes.places([0.0] * (step - 1) + [value, given[step + 1]])[step - 1 :]
            draw_curve(painter, ends, pen)
    for step, value in given.items():
        _diamond(painter, axes.point(step, value), style.px(5.5), style)
    if focused:
        _focus(painter, axes, style, sketch)


def _diamond(painter: QPainter, where: QPointF, arm: float, style: Style) -> None:
    painter.setPen(QPen(style.palette.text, style.px(1.8)))
    painter.setBrush(style.palette.panel)
    corners = (QPointF(0, -arm), QPointF(arm, 0), QPointF(0, arm), QPointF(-arm, 0))
    painter.drawPolygon(QPolygonF([where + corner for corner in corners]))


def _focus(painter: QPainter, axes: Axes, style: Style, sketch: Sketch) -> None:
    """The step that the keyboard is on, with its number."""
    value = sketch.at(sketch.step)
    x = axes.x(sketch.step)
    painter.setPen(QPen(style.palette.accent, style.px(1.6)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    top = axes.box.top() + (style.px(_BELOW_MARK) if not sketch.answer else 0.0)
    painter.drawLine(QPointF(x, top), QPointF(x, axes.box.bottom()))
    if value is not None:
        where = axes.point(sketch.step, value)
        painter.drawEllipse(where, style.px(9), style.px(9))
        put_text(
            painter,
            where.x() + style.px(13),
            where.y() + style.px(4),
            number_text(value),
            style.font(SMALL, bold=True),
            style.palette.text,
        )
