"""Paints gates and states of a probe: names and scales that stand still, curves and heat maps that live."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lstm_gui.gui.simulator.cell_looks import CellLooks
from lstm_gui.gui.simulator.heat import Table, gate_table, heat_image, scale_image, signed_table
from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text, shortened
from lstm_gui.gui.training.views.plot_paint import (
    draw_line,
    grouped,
    paint_ends,
    paint_ground,
    paint_name,
    paint_steps,
    short_number,
    strongest,
)
from lstm_gui.gui.training.views.probe_layout import NAME_HIGH, ProbeLayout, ProbeRow
from lstm_gui.gui.training.views.scales import Scales
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.look import Look

translate = QCoreApplication.translate

_PATTERNS = ((), (4.0, 2.0), (1.0, 2.0))  # of the lines of inputs, in widths of the line
_BOTH_ENDS = 22.0  # pixels at 100 %, from which both ends of a scale are written


def paint_probe_ground(
    painter: QPainter, place: ProbeLayout, style: Style, look: Look, looks: CellLooks, scales: Scales
) -> None:
    """Draw the fields, their names, the ends of their axes and the scales of the heat maps."""
    columns = {row.unit for row in place.rows}
    for row in place.rows:
        paint_ground(painter, row.frame, style)
        changed = bool(scales.changed & {f"{place.part}{one}" for one in _names(row)})
        if row.labelled:
            _name(painter, row, style, looks)
            if not row.lines:
                paint_ends(painter, row.axes, row.frame, style, changed=changed)
        if row.lines:
            _scale(painter, row, style, looks, changed=changed)
        elif row.name in looks.curves:
            _legend(painter, row, style, looks)
        if row.name == "states" and len(columns) > 1 and row.unit is not None:
            words = translate("TrainingViews", "unit {n}").format(n=row.unit + 1)
            paint_name(painter, row.frame, words, style, style.palette.text)
        if row.name == "x" and not row.lines and len(columns) == 1:
            _input_names(painter, row, style, look, place.legend)
    for bottom in {row.unit: row for row in place.rows}.values():
        paint_steps(painter, bottom.axes, bottom.frame.bottom() + style.px(13), style, look.step_names)


def paint_probe(painter: QPainter, place: ProbeLayout, style: Style, look: Look, looks: CellLooks) -> None:
    """Draw the numbers."""
    for row in place.rows:
        painter.save()
        painter.setClipRect(row.frame.adjusted(1, 1, -1, -1))
        if row.lines:
            values = look.x if row.name == "x" else look.quantities[f"{place.part}{row.name}"]
            _heat(painter, row, values, map_table(style, looks, row))
        elif row.name == "x":
            for n in range(look.x.shape[1]):
                draw_line(painter, row.axes.places(look.x[:, n].tolist()), input_pen(style, n))
        else:
            for name in row.curves:
                array = look.quantities[f"{place.part}{name}"]
                values = array[:, min(row.unit or 0, array.shape[1] - 1)]
                pen = style.palette.role(looks.roles[name]).pen(style.px(1.7))
                draw_line(painter, row.axes.places(values.tolist()), pen)
        painter.restore()


def input_pen(style: Style, n: int) -> QPen:
    """The line of one of few inputs."""
    pen = QPen(style.palette.role("x").graphic, style.px(1.6), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if _PATTERNS[n % len(_PATTERNS)]:
        pen.setDashPattern(list(_PATTERNS[n % len(_PATTERNS)]))
    return pen


def map_table(style: Style, looks: CellLooks, row: ProbeRow) -> Table:
    """The colours of a heat map: around zero, unless nothing is below it."""
    make = signed_table if row.axes.low < 0 else gate_table
    return make(style, looks.roles[row.name])


def _heat(painter: QPainter, row: ProbeRow, numbers: FloatArray, table: Table) -> None:
    numbers = numbers.T
    if row.name == "x" and row.axes.low == 0:  # one in many, as a letter is: a mean would hide it
        numbers = strongest(numbers, row.frame.height())
    values, _, across = grouped(numbers, row.frame.width(), row.frame.height())
    image = heat_image(values, row.axes.low, row.axes.high, table)
    left, right = row.axes.x(0.5), row.axes.x(0.5 + values.shape[1] * across)
    painter.drawImage(QRectF(left, row.frame.top(), right - left, row.frame.height()), image)


def _names(row: ProbeRow) -> Sequence[str]:
    return row.curves or (row.name,)


def _name(painter: QPainter, row: ProbeRow, style: Style, looks: CellLooks) -> None:
    middle = row.frame.center().y() + style.px(4)
    right = row.frame.left() - style.px(30)
    if row.name in ("gates", "states", "scales"):
        ink = style.palette.muted
        words = {
            "gates": translate("TrainingViews", "gates"),
            "states": ", ".join(looks.symbols[one][0] for one in reversed(row.curves)),
            "scales": ", ".join(looks.symbols[one][0] for one in reversed(row.curves)),
        }[row.name]
        text = shortened(words, style.font(SMALL), style.px(34))
        put_text(painter, right + style.px(6), middle, text, style.font(SMALL), ink, Align.RIGHT)
        return
    role = looks.roles[row.name]
    size = min(15.0, max(9.0, row.frame.height() / style.zoom))
    ink = style.palette.role(role).ink
    put_symbol(painter, style, right, middle, (looks.symbols[row.name][0], ""), size, ink, Align.RIGHT)
    if row.lines > 1 and row.frame.height() >= style.px(_BOTH_ENDS):
        _counted(painter, row, style)


def _counted(painter: QPainter, row: ProbeRow, style: Style) -> None:
    """The numbers of the first and the last line."""
    font, ink, x = style.font(TINY), style.palette.muted, row.frame.left() - style.px(5)
    put_text(painter, x, row.frame.top() + style.px(9), "1", font, ink, Align.RIGHT)
    put_text(painter, x, row.frame.bottom() - style.px(1), str(row.lines), font, ink, Align.RIGHT)


def _scale(painter: QPainter, row: ProbeRow, style: Style, looks: CellLooks, *, changed: bool) -> None:
    """The colours of a heat map from its lowest to its highest number."""
    frame = row.frame
    bar = QRectF(frame.right() + style.px(6), frame.top(), style.px(7), frame.height())
    painter.drawImage(bar, scale_image(map_table(style, looks, row)))
    painter.setPen(QPen(style.faint, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    low = row.axes.low
    font = style.font(TINY, bold=changed)
    ink: QColor = style.palette.accent if changed else style.palette.muted
    left, high_text = bar.right() + style.px(4), short_number(row.axes.high, 1.0)
    if frame.height() >= style.px(_BOTH_ENDS):
        put_text(painter, left, bar.top() + style.px(8), high_text, font, ink)
        put_text(painter, left, bar.bottom() - style.px(0.5), short_number(low, 1.0), font, ink)
    else:
        both = f"±{high_text}" if low else f"0–{high_text}"
        put_text(painter, left, bar.center().y() + style.px(3.5), both, font, ink)


def _legend(painter: QPainter, row: ProbeRow, style: Style, looks: CellLooks) -> None:
    """The letter of each curve with a piece of its line, right of its field."""
    names, high = tuple(reversed(row.curves)), style.px(14)
    top = row.frame.center().y() - high * (len(names) - 1) / 2
    beside = high * len(names) > row.frame.height() + style.px(4)
    x = row.frame.right() + style.px(5)
    for n, name in enumerate(names):
        role = style.palette.role(looks.roles[name])
        y = row.frame.center().y() if beside else top + n * high
        left = x + (n * style.px(13) if beside else 0)
        if not beside:
            line = np.array([(left, y), (left + style.px(20), y)])
            draw_line(painter, line, role.pen(style.px(1.7)))
            left += style.px(23)
        put_symbol(painter, style, left, y + style.px(4), (looks.symbols[name][0], ""), 14, role.ink)


def _input_names(painter: QPainter, row: ProbeRow, style: Style, look: Look, wide: float) -> None:
    names = look.input_names
    if look.x.shape[1] == 1 and not names:
        return
    font, role, count = style.font(TINY), style.palette.role("x"), look.x.shape[1]
    high = min(style.px(12), row.frame.height() / count)
    beside = count > 1 and high < style.px(NAME_HIGH) - 0.01  # too low for names below each other
    wide = wide / count if beside else wide
    dash = style.px(6 if beside else 12)
    for n in range(count):
        y = row.frame.center().y() + (0 if beside else (n - (count - 1) / 2) * high)
        x = row.frame.right() + style.px(4) + (n * wide if beside else 0)
        draw_line(painter, np.array([(x, y), (x + dash, y)]), input_pen(style, n))
        words = names[n] if n < len(names) else str(n + 1)
        left = x + dash + style.px(1 if beside else 3)
        text = shortened(words, font, x + wide - left)
        put_text(painter, left, y + style.px(3.5), text, font, role.ink)
