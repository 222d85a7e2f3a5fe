"""Paints every unit at once: a heat map through time for each gate and state, its scale and its marks."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.heat import Table, gate_table, heat_image, scale_image, signed_table
from lstm_gui.gui.simulator.mark import Mark, lit
from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_centred, put_text, width
from lstm_gui.gui.simulator.timeline.layout import TimelineLayout, map_quantity
from lstm_gui.simulator.direction import BACK, read_at
from lstm_gui.simulator.frame import Highlight, TimelinePart
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.unit_runs import UnitRuns

_FRAMED_FROM = 4.0  # pixels of a row at 100 %, from which the row of the unit shown is framed
_SCALE_FROM = 24.0  # of a band, from which both ends of its scale are written
_STEPPED_BACK = 0.45  # opacity of what has no part in what is pointed at


class Bands:
    """The images of a run's heat maps, kept until the run or the style is another."""

    def __init__(self, runs: UnitRuns, style: Style, looks: CellLooks) -> None:
        self._runs, self._style, self._looks = runs, style, looks
        self._images: dict[str, QImage] = {}

    def belong_to(self, runs: UnitRuns | None, style: Style) -> bool:
        """Whether they show this run in this style."""
        return self._runs is runs and self._style is style

    def image(self, row: str) -> QImage:
        """A pixel for each number: a column for each step, a row for each unit or input."""
        if row not in self._images:
            name = map_quantity(row)
            table = map_table(self._style, self._looks, name)
            self._images[row] = heat_image(self._runs.arrays[name].T, *map_range(self._runs, name), table)
        return self._images[row]

    def paint(
        self, painter: QPainter, place: TimelineLayout, part: TimelinePart, highlight: Highlight | None
    ) -> None:
        """Draw the numbers of every unit as colours, and mark the unit shown."""
        parts = _lit(highlight)
        for row in place.maps:
            painter.setOpacity(1.0 if parts is None or map_quantity(row) in parts else _STEPPED_BACK)
            _numbers(painter, place, row, self)
        painter.setOpacity(1.0)
        for row in place.maps:
            _shown_row(painter, place, row, part.source if row == "inputs" else part.unit, self._style)

    def paint_marks(
        self, painter: QPainter, place: TimelineLayout, part: TimelinePart, highlight: Highlight | None
    ) -> None:
        """Outline what is pointed at, its causes and its effects, and say the number."""
        if highlight is None or not highlight.focus.step:
            return
        for box, mark in _outlined(highlight, place, part):
            _outline(painter, box, mark, self._style)
        spot = _spot_of(highlight.focus, place, part)
        if spot is not None:
            row, n, step = spot
            at = Quantity("x", step, source=n) if row == "inputs" else Quantity(row, step, n)
            _outline(painter, place.cell(*spot), Mark.FOCUS, self._style)
            _tag(painter, place, place.cell(*spot), cell_words(part, at), self._style)


def map_range(runs: UnitRuns, name: str) -> tuple[float, float]:
    """The numbers at the ends of a scale."""
    limit = runs.limits.get(name)
    return (0.0, 1.0) if limit is None else (-limit, limit)


def map_table(style: Style, looks: CellLooks, name: str) -> Table:
    """The colours of a scale."""
    make = gate_table if name in looks.graph.gates else signed_table
    return make(style, looks.roles[name])


# What stands still


def paint_still_bands(
    painter: QPainter, place: TimelineLayout, style: Style, looks: CellLooks, runs: UnitRuns
) -> None:
    """Draw the frames of the heat maps, their names and their scales."""
    for row in place.maps:
        frame, name = place.frames[row], map_quantity(row)
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.setBrush(style.well)
        painter.drawRoundedRect(frame, style.px(4), style.px(4))
        _name(painter, frame, style, looks, name)
        _counted(painter, frame, place.maps[row], style)
        box = place.axes[row].box
        bar = QRectF(box.right() + style.px(12), box.top(), style.px(8), box.height())
        image = scale_image(map_table(style, looks, name))
        _scale(painter, bar, style, image, map_range(runs, name))


def _name(painter: QPainter, frame: QRectF, style: Style, looks: CellLooks, name: str) -> None:
    size = min(16.0, max(10.0, frame.height() / style.zoom))
    ink = style.palette.role(looks.roles[name]).ink
    symbol = (looks.symbols[name][0], "")
    right, baseline = frame.left() - style.px(28), frame.center().y() + style.px(size * 0.3)
    put_symbol(painter, style, right, baseline, symbol, size, ink, Align.RIGHT)


def _counted(painter: QPainter, frame: QRectF, rows: int, style: Style) -> None:
    """The numbers of the first and the last row."""
    if frame.height() < style.px(_SCALE_FROM):
        return
    font, ink = style.font(TINY), style.palette.muted
    for text, y in (("1", frame.top() + style.px(9)), (str(rows), frame.bottom() - style.px(2))):
        put_text(painter, frame.left() - style.px(10), y, text, font, ink, Align.RIGHT)


def _scale(painter: QPainter, bar: QRectF, style: Style, image: QImage, ends: tuple[float, float]) -> None:
    """The colours of the numbers from the lower end to the upper one, and what they stand for."""
    painter.drawImage(bar, image)
    painter.setPen(QPen(style.faint, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    low, high = (_end(end) for end in ends)
    font, ink, left = style.font(TINY), style.palette.muted, bar.right() + style.px(4)
    if bar.height() >= style.px(_SCALE_FROM - 4):
        put_text(painter, left, bar.top() + style.px(7.5), high, font, ink)
        put_text(painter, left, bar.bottom() - style.px(0.5), low, font, ink)
    else:
        both = f"±{high}" if ends[0] else f"{low}–{high}"
        put_text(painter, left, bar.center().y() + style.px(3.5), both, font, ink)


def _end(value: float) -> str:
    return number_text(value, 0 if value == int(value) else 1)


# What lives


def cell_words(part: TimelinePart, quantity: Quantity) -> str:
    """What a cell of a heat map says: unit, step, number."""
    assert part.runs is not None
    names, symbol = part.names, looks_of(part.kind).symbols[quantity.name][0]
    if quantity.name == "x":
        place, called = quantity.source, names.of_input(quantity.source)
        who = QCoreApplication.translate("TimelineView", "input {n}")
    else:
        place, called = quantity.unit, names.of_unit(quantity.unit)
        who = QCoreApplication.translate("TimelineView", "unit {n}")
    number = float(part.runs.arrays[quantity.name][quantity.step - 1, place])
    return QCoreApplication.translate("TimelineView", "{who} · t = {t} · {symbol} = {number}").format(
        who=called or who.format(n=place + 1), t=quantity.step, symbol=symbol, number=number_text(number)
    )


def _lit(highlight: Highlight | None) -> set[str] | None:
    """The heat maps with a part in what is pointed at; None where nothing is."""
    if highlight is None:
        return None
    looks = looks_of(highlight.kind)
    return {looks.curve_of[quantity.name] for quantity in lit(highlight)}


def _numbers(painter: QPainter, place: TimelineLayout, row: str, bands: Bands) -> None:
    axes = place.axes[row]
    image = bands.image(row)
    left, right = axes.x(axes.first_step - 0.5), axes.x(axes.last_step + 0.5)
    target = QRectF(left, axes.box.top(), right - left, axes.box.height())
    columns = axes.last_step - axes.first_step + 1
    painter.drawImage(target, image, QRectF(axes.first_step - 1, 0, columns, image.height()))


def _shown_row(painter: QPainter, place: TimelineLayout, row: str, chosen: int, style: Style) -> None:
    """Frame the row of the unit shown, and point at it."""
    axes = place.axes[row]
    first = place.cell(row, chosen, axes.first_step)
    box = QRectF(first.left(), first.top(), axes.x(axes.last_step + 0.5) - first.left(), first.height())
    if box.height() >= style.px(_FRAMED_FROM):
        painter.setPen(QPen(style.palette.text, style.px(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.palette.accent)
    tip, arm = QPointF(place.frames[row].left() - style.px(1), box.center().y()), style.px(4)
    corners = (QPointF(0, 0), QPointF(-1.4 * arm, -arm), QPointF(-1.4 * arm, arm))
    painter.drawPolygon(QPolygonF([tip + corner for corner in corners]))


def _outlined(
    highlight: Highlight, place: TimelineLayout, part: TimelinePart
) -> Iterator[tuple[QRectF, Mark]]:
    """The boxes around the effects and the causes in view; units next to each other share one."""
    for quantities, mark in ((highlight.effects, Mark.EFFECT), (highlight.causes, Mark.CAUSE)):
        columns: dict[tuple[str, int], set[int]] = {}
        for quantity in quantities:
            spot = _spot_of(quantity, place, part)
            if spot is not None:
                row, n, step = spot
                columns.setdefault((row, step), set()).add(n)
        for (row, step), units in columns.items():
            for first, last in _stretches(units):
                yield place.cell(row, first, step).united(place.cell(row, last, step)), mark


def _stretches(numbers: set[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each stretch without a gap."""
    for first in sorted(number for number in numbers if number - 1 not in numbers):
        yield first, next(n for n in count(first) if n + 1 not in numbers)


def _spot_of(quantity: Quantity, place: TimelineLayout, part: TimelinePart) -> tuple[str, int, int] | None:
    """The row, the unit or input, and the step of the cell in view that a quantity lies on, or None.

    What a step reads as h₋ is h of the step before.
    """
    name, step, n = quantity.name, quantity.step, quantity.unit
    if name == "x":
        name, n = "inputs", quantity.source
    elif quantity.backward != (part.direction == BACK):
        return None
    elif quantity.state:
        name, step = quantity.state, read_at(quantity)
    row = name.removeprefix("z_")
    shown = row in place.maps and step >= 1 and place.axes[row].shows(step)
    return (row, n, step) if shown else None


def _outline(painter: QPainter, cell: QRectF, mark: Mark, style: Style) -> None:
    line = Qt.PenStyle.DotLine if mark is Mark.EFFECT else Qt.PenStyle.SolidLine
    focused = mark is Mark.FOCUS
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = _grown(cell, style.px(7.0 if focused else 4.0))
    painter.setPen(QPen(style.palette.panel, style.px(4.0 if focused else 3.0)))
    painter.drawRect(box)
    painter.setPen(QPen(style.palette.text, style.px(2.0 if focused else 1.2), line))
    painter.drawRect(box)


def _grown(cell: QRectF, least: float) -> QRectF:
    """A cell's box, or one around it that can be seen."""
    across, down = (max(0.0, least - side) / 2 for side in (cell.width(), cell.height()))
    return cell.adjusted(-across, -down, across, down)


def _tag(painter: QPainter, place: TimelineLayout, cell: QRectF, words: str, style: Style) -> None:
    """Words beside a cell, above it or where there is no room, below."""
    font, plots = style.font(SMALL, bold=True), place.plots
    box = QRectF(0, 0, width(font, words) + style.px(14), style.px(19))
    box.moveCenter(QPointF(cell.center().x(), cell.top() - style.px(15)))
    if box.top() < plots.top():
        box.moveTop(cell.bottom() + style.px(6))
    box.moveLeft(max(plots.left(), min(box.left(), plots.right() - box.width())))
    painter.setPen(QPen(style.palette.accent, style.px(1.2)))
    painter.setBrush(mixed(style.palette.panel, style.palette.accent, 0.1))
    painter.drawRoundedRect(box, style.px(5), style.px(5))
    put_centred(painter, box.center().x(), box.center().y(), words, font, style.palette.text)
