"""Paints the timeline: frames and axes that stand still, and curves, dots and the cursor that live."""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lstm_gui.gui.simulator.axes import Axes, Places
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.mark import Mark, inked, lit
from lstm_gui.gui.simulator.stop_sign import finite_steps, paint_stop
from lstm_gui.gui.simulator.strokes import draw_curve, draw_dot, draw_dots
from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_centred, put_text, shortened, width
from lstm_gui.gui.simulator.timeline.layout import TimelineLayout, curves_in
from lstm_gui.simulator.direction import BACK, read_at
from lstm_gui.simulator.frame import Highlight, TimelinePart
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity

_LINE = 1.9
_BOTH_ENDS = 12.0  # pixels of an axis at 100 %, from which its ends are written
_NAMED = 24.0  # from which the names of the steps stand inside its row
_LEAST_DOT = 2.4  # of a radius, in pixels at 100 %: denser dots are left out, their stems stay


def paint_still_timeline(
    painter: QPainter,
    place: TimelineLayout,
    style: Style,
    names: Mapping[str, str],
    looks: CellLooks,
    living: str = "",
) -> None:
    """Draw the frames, the zero lines, the ends of the axes, the names and the numbers of the steps.

    Heat maps are drawn by `bands.py`; the ends of a row whose axis lives are left out.
    """
    for row, frame in place.frames.items():
        if row in place.maps:
            continue
        axes = place.axes[row]
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.setBrush(style.well)
        painter.drawRoundedRect(frame, style.px(6), style.px(6))
        zero = axes.y(0.0) if axes.low < 0 else axes.y(0.5)
        painter.drawLine(QPointF(frame.left() + 1, zero), QPointF(frame.right() - 1, zero))
        if row != living:
            paint_ends(painter, axes, frame, style)
        _row_name(painter, frame, style, names[row])
        _legend(painter, row, frame, style, looks)
    _step_numbers(painter, place, style)


def _row_name(painter: QPainter, frame: QRectF, style: Style, name: str) -> None:
    right, font = frame.left() - style.px(26), style.font(SMALL)
    room = right - style.px(4)
    close = name.replace(", ", " ")  # many quantities stand closer
    text = shortened(name if width(font, name) <= room else close, font, room)
    put_text(painter, right, frame.center().y() + style.px(4), text, font, style.palette.muted, Align.RIGHT)


def paint_ends(painter: QPainter, axes: Axes, frame: QRectF, style: Style) -> None:
    """Draw the numbers at the ends of an axis, where there is room."""
    font = style.font(TINY)
    for value in (axes.low, axes.high) if axes.box.height() >= style.px(_BOTH_ENDS) else ():
        right, y = frame.left() - style.px(6), axes.y(value) + style.px(3.5)
        put_text(painter, right, y, end_text(value), font, style.palette.muted, Align.RIGHT)


def end_text(value: float) -> str:
    """The end of an axis, with the decimals it needs, two at most."""
    return number_text(value, next((n for n in (0, 1) if round(value, n) == value), 2))


def _legend(painter: QPainter, row: str, frame: QRectF, style: Style, looks: CellLooks) -> None:
    """The names of the curves below each other at the right, each with a piece of its line."""
    names = tuple(reversed(looks.curves.get(curves_in(row), ())))
    apart = min(style.px(19), frame.height() / max(1, len(names)))
    size = min(15.0, apart / style.zoom)
    y = frame.center().y() - apart * (len(names) - 1) / 2
    for name in names:
        role, symbol = style.palette.role(looks.roles[name]), (looks.symbols[name][0], "")
        right = frame.right() - style.px(11)
        put_symbol(painter, style, right, y + style.px(4), symbol, size, role.ink, Align.RIGHT)
        painter.setPen(role.pen(style.px(_LINE)))
        painter.drawLine(QPointF(right - style.px(35), y), QPointF(right - style.px(14), y))
        y += apart


def _step_numbers(painter: QPainter, place: TimelineLayout, style: Style) -> None:
    axes = place.axes[place.lowest]
    baseline = place.frames[place.lowest].bottom() + style.px(16)
    for step in numbered_steps(axes, style):
        text, font = str(step), style.font(TINY)
        put_text(painter, axes.x(step), baseline, text, font, style.palette.muted, Align.CENTRE)


def numbered_steps(axes: Axes, style: Style) -> list[int]:
    """The steps in view whose numbers stand below the rows, as many as there is room for."""
    every, apart = 1, axes.apart
    while every < 128 and apart * every < style.px(26):
        every *= 2
    first = -(-axes.first_step // every) * every
    return [*([1] if axes.first_step == 1 < every else []), *range(first, axes.last_step + 1, every)]


def paint_x(
    painter: QPainter,
    axes: Axes,
    part: TimelinePart,
    style: Style,
    highlight: Highlight | None,
    focused: int = 0,
    source: int | None = None,
) -> None:
    """Draw an input as dots on stems: the one that is chosen, or `source`, counted from 0.

    `focused` is the step that the keyboard is on, or 0.
    """
    source = part.source if source is None else source
    role, values = style.palette.role("x"), part.input(source)
    marks = _marks_by_step(highlight, "x", part.unit, source)
    quiet = Mark.DIMMED if highlight is not None else Mark.PLAIN
    radius = min(style.px(5.5), 0.42 * axes.apart, 0.2 * axes.box.height())
    colours = {mark: inked(style, role.graphic, mark) for mark in Mark}
    places, zero = axes.places(values).tolist(), axes.y(0.0)
    in_view = places[axes.shown]
    painter.setPen(QPen(colours[quiet], min(style.px(1.6), 0.6 * axes.apart)))
    painter.drawLines([QLineF(x, zero, x, y) for x, y in in_view])
    if radius >= style.px(_LEAST_DOT):
        draw_dots(painter, in_view, radius, colours[quiet], style.px(2.0), style.palette.panel)
    radius = max(radius, style.px(_LEAST_DOT))  # of those that are drawn however many there are
    if source == part.source:
        _step_names(painter, axes, part, style)
    now = colours[marks.get(part.step, quiet)]
    if axes.shows(part.step):
        draw_dot(painter, QPointF(*places[part.step - 1]), radius, now, style.px(2.0), now)
    for step, mark in marks.items():
        if step <= len(places) and axes.shows(step):
            where, ground = QPointF(*places[step - 1]), now if step == part.step else style.palette.panel
            draw_dot(painter, where, radius, colours[mark], style.px(2.0), ground)
            _ring(painter, where, radius + style.px(3.5), mark, colours[mark], style)
    if focused and axes.shows(focused):
        painter.setPen(QPen(style.palette.accent, style.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(
            axes.point(focused, values[focused - 1]), radius + style.px(4), radius + style.px(4)
        )


def _step_names(painter: QPainter, axes: Axes, part: TimelinePart, style: Style) -> None:
    """What the steps are called, each across the zero line from its dot; none where they do not fit."""
    font = style.font(TINY)
    if not part.labels or axes.box.height() < style.px(_NAMED):
        return
    if max(width(font, name) for name in part.labels) > axes.apart:
        return
    zero, values = axes.y(0.0), part.curves["x"]
    asked = {one.step for one in part.asked if one.value is None}  # their answers stand at the foot
    for step in range(axes.first_step, axes.last_step + 1):
        value, name = values[step - 1], part.labels[step - 1]
        above = style.px(4 if value < 0 else 9)  # a dot at 0 stands on the line
        baseline = zero + style.px(11) if value > 0 else zero - above
        if value > 0 and step in asked:
            put_text(painter, axes.x(step) + style.px(4), zero - style.px(3), name, font, style.palette.text)
        else:
            put_text(painter, axes.x(step), baseline, name, font, style.palette.text, Align.CENTRE)


def paint_curves(
    painter: QPainter, axes: Axes, row: str, part: TimelinePart, style: Style, highlight: Highlight | None
) -> None:
    """Draw the lines of a row, and rings where they pass what is pointed at."""
    if part.ghost is not None:
        from lstm_gui.gui.simulator.timeline.ghost import paint_ghost

        paint_ghost(painter, axes, row, part.ghost, style)
    looks, back = looks_of(part.kind), part.direction == BACK
    lit = _lit_names(highlight, looks, back=back)
    focused = highlight is not None and highlight.focus.backward == back
    pointed = looks.curve_of[highlight.focus.name] if highlight is not None and focused else ""
    for name in looks.curves[row]:
        role, values = style.palette.role(looks.roles[name]), part.curves[name]
        mark = Mark.DIMMED if highlight is not None and name not in lit else Mark.PLAIN
        pen = role.pen(style.px(_LINE + (0.8 if name == pointed else 0.0)))
        pen.setColor(inked(style, role.graphic, mark))
        places = axes.places(values)
        steps = finite_steps(values, backwards=back) if not looks.graph.bounded else slice(0, len(values))
        if len(values[steps]) < len(values):
            paint_stop(painter, axes, steps.start if back else steps.stop + 1, style)
        _draw_in_view(painter, axes, places, pen, steps)
        _points_on_curve(painter, axes, places, name, part, style, highlight, pen.color())
    if row == "states":
        _held_by_hand(painter, axes, part.overridden, style, looks)


def _draw_in_view(painter: QPainter, axes: Axes, places: Places, pen: QPen, steps: slice) -> None:
    """Draw what is in view of those steps of a curve, up to where its lines leave the box."""
    if axes.is_whole:
        draw_curve(painter, places[steps], pen)
        return
    seen = axes.beside
    painter.save()
    painter.setClipRect(axes.box.adjusted(0, -pen.widthF(), 0, pen.widthF()))
    draw_curve(painter, places[max(seen.start, steps.start) : min(seen.stop, steps.stop)], pen)
    painter.restore()


def _points_on_curve(
    painter: QPainter,
    axes: Axes,
    places: Places,
    name: str,
    part: TimelinePart,
    style: Style,
    highlight: Highlight | None,
    colour: QColor,
) -> None:
    if axes.shows(part.step) and isfinite(part.curves[name][part.step - 1]):
        draw_dot(painter, QPointF(*places[part.step - 1]), style.px(3.6), style.well, style.px(1), colour)
    back = part.direction == BACK
    for at, found in _marks_by_step(highlight, name, part.unit, part.source, back=back).items():
        if at <= len(places) and axes.shows(at):
            _ring(painter, QPointF(*places[at - 1]), style.px(7), found, colour, style)


def _ring(painter: QPainter, where: QPointF, radius: float, mark: Mark, colour: QColor, style: Style) -> None:
    if mark not in (Mark.FOCUS, Mark.CAUSE, Mark.EFFECT):
        return
    line = Qt.PenStyle.DotLine if mark is Mark.EFFECT else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, style.px(2.4 if mark is Mark.FOCUS else 1.4), line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(where, radius, radius)


def _held_by_hand(
    painter: QPainter, axes: Axes, overridden: Iterable[Quantity], style: Style, looks: CellLooks
) -> None:
    """A small diamond at the foot of the row, on the way into the step whose state was put in by hand."""
    arm = style.px(4.5)
    for quantity in overridden:
        if not axes.shows(quantity.step):
            continue
        between = (quantity.step + read_at(quantity)) / 2
        where = QPointF(axes.x(between), axes.box.bottom() + style.px(3))
        painter.setPen(QPen(style.well, style.px(1)))
        painter.setBrush(style.palette.role(looks.roles[quantity.name]).graphic)
        corners = (QPointF(0, -arm), QPointF(arm, 0), QPointF(0, arm), QPointF(-arm, 0))
        painter.drawPolygon(QPolygonF([where + corner for corner in corners]))


def paint_cursor(
    painter: QPainter, place: TimelineLayout, step: int, style: Style, labels: Sequence[str] = ()
) -> None:
    """Draw the line at the step shown, and its tag, where that step is in view; a step may have a name."""
    axes, accent = place.axes[place.lowest], style.palette.accent
    if not axes.shows(step):
        return
    x = axes.x(step)
    top, bottom = place.highest.top(), place.frames[place.lowest].bottom()
    font = style.font(SMALL, bold=True)
    name = labels[step - 1] if labels else ""
    words = f"t = {step} · {name}" if name else f"t = {step}"
    wide = width(font, words) + style.px(12) if name else style.px(44)
    tag = QRectF(0, 0, wide, style.px(17))
    tag.moveCenter(QPointF(x, bottom + style.px(12)))
    painter.setPen(QPen(accent, style.px(1.5)))
    painter.drawLine(QPointF(x, top), QPointF(x, tag.top()))
    _clear_numbers(painter, axes, tag, style)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
    ink = style.palette.panel if not style.palette.dark else mixed(style.palette.window, accent, 0.0)
    put_centred(painter, tag.center().x(), tag.center().y(), words, font, ink)


def _clear_numbers(painter: QPainter, axes: Axes, tag: QRectF, style: Style) -> None:
    """Take away the numbers that the cursor's tag would cut: a 16 must not read as a 6."""
    font, reach = style.font(TINY), style.px(20)
    first, last = axes.step(tag.left() - reach), axes.step(tag.right() + reach)
    for step in (step for step in numbered_steps(axes, style) if first <= step <= last):
        half = width(font, str(step)) / 2 + style.px(1)
        box = QRectF(axes.x(step) - half, tag.top(), 2 * half, tag.height())
        if box.intersects(tag):
            painter.fillRect(box, style.palette.panel)


def _marks_by_step(
    highlight: Highlight | None, curve: str, unit: int, source: int, *, back: bool = False
) -> dict[int, Mark]:
    """The marks of the points of a curve of a unit, or of an input.

    None when a weight is pointed at, which touches every step.
    """
    if highlight is None or not highlight.focus.step:
        return {}
    place = source if curve == "x" else unit
    found: dict[int, Mark] = {}
    for quantities, mark in (
        (highlight.effects, Mark.EFFECT),
        (highlight.causes, Mark.CAUSE),
        ((highlight.focus,), Mark.FOCUS),
    ):
        for quantity in quantities:
            if quantity.backward != back:
                continue
            name, step = _curve_point(quantity)
            if name == curve and step >= 1 and (quantity.source if name == "x" else quantity.unit) == place:
                found[step] = mark
    return found


def _curve_point(quantity: Quantity) -> tuple[str, int]:
    """The curve a quantity lies on and where: what a step reads as h₋ is h of the step before."""
    if quantity.state:
        return quantity.state, read_at(quantity)
    return quantity.name.removeprefix("z_"), quantity.step


def _lit_names(highlight: Highlight | None, looks: CellLooks, *, back: bool) -> set[str]:
    """The curves of a direction with a part in what is pointed at."""
    if highlight is None:
        return set()
    return {looks.curve_of[quantity.name] for quantity in lit(highlight) if quantity.backward == back}
