"""Paints a chart: the axes and their names on the card, the values over them."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.text import Align, lines, put_text, shortened, width
from lstm_gui.gui.statistics.chart import Chart, Kind

WEEKDAYS = 7
_LEVELS = 4  # of a square in the calendar
_LYING_LABEL = 0.36  # of the width
_BETWEEN = 1.9  # squares, between two blocks of weeks
_WIDEST_BAR, _TALLEST_BAR = 54.0, 22.0  # px at 100 %


def axes_of(chart: Chart, card: QRectF, style: Style) -> Axes:
    """Where the values stand on a card."""
    margin, header = style.margin, style.header
    left = max((width(style.font(SMALL), words) for _, words in chart.ticks), default=0.0) + style.px(8)
    if chart.kind is Kind.LYING:
        left = _label_room(chart, card, style) + style.px(8)
    below = style.px(40)
    box = card.adjusted(margin + left, header + style.px(20), -margin - style.px(6), -margin - below)
    if chart.kind is Kind.DAYS:
        return _calendar_axes(chart, box)
    return Axes(box, max(1, len(chart.values)), 0.0, chart.top)


def _calendar_axes(chart: Chart, box: QRectF) -> Axes:
    """The weeks in as many blocks below each other as make the squares largest."""
    weeks = -(-len(chart.values) // WEEKDAYS)

    def side(blocks: int) -> float:
        down = blocks * (WEEKDAYS + _BETWEEN) - _BETWEEN
        return min(box.width() / -(-weeks // blocks), box.height() / down)

    blocks = max(range(1, 5), key=side)
    columns, length = -(-weeks // blocks), side(blocks)
    down = length * (blocks * (WEEKDAYS + _BETWEEN) - _BETWEEN)
    return Axes(QRectF(box.left(), box.top(), length * columns, down), columns, 0.0, float(WEEKDAYS))


def paint_axes(painter: QPainter, chart: Chart, axes: Axes, style: Style) -> None:
    """The lines that guide the eye, with what they stand for."""
    font, ink, box = style.font(SMALL), style.palette.muted, axes.box
    put_text(painter, box.left(), box.top() - style.px(9), chart.upwards, font, ink)
    bottom = box.bottom() + style.px(15)
    put_text(painter, box.right(), bottom + style.px(17), chart.across, font, ink, Align.RIGHT)
    if chart.kind is Kind.LYING:
        _paint_lying_axes(painter, chart, axes, style)
        return
    if chart.kind is Kind.DAYS:
        _paint_calendar_axes(painter, chart, axes, style)
        return
    for value, words in chart.ticks:
        y = axes.y(value)
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        put_text(painter, box.left() - style.px(7), y + style.px(4), words, font, ink, Align.RIGHT)
    for place, words in _thinned(chart, axes, style):
        put_text(painter, axes.x(place + 1), bottom, words, font, ink, Align.CENTRE)


def paint_values(painter: QPainter, chart: Chart, axes: Axes, style: Style) -> None:
    """The values."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if chart.kind is Kind.DAYS:
        _paint_days(painter, chart, axes, style)
    elif chart.kind is Kind.POINTS:
        _paint_points(painter, chart, axes, style)
    else:
        for place, value in enumerate(chart.values):
            if value:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(_fill(chart, place, style))
                painter.drawRoundedRect(_bar(chart, axes, place, value, style), style.px(2), style.px(2))
    _paint_expected(painter, chart, axes, style)


def paint_nothing(painter: QPainter, card: QRectF, words: str, style: Style) -> None:
    """What will stand there, in the middle of the card."""
    font = style.font(TEXT)
    found = lines(words, font, min(style.px(420), card.width() - style.px(60)), 6)
    y = card.center().y() - style.px(9) * (len(found) - 1)
    for line in found:
        put_text(painter, card.center().x(), y, line, font, style.palette.muted, Align.CENTRE)
        y += style.px(18)


def place_at(chart: Chart, axes: Axes, where: QPointF) -> int | None:
    """The place that a point of the card belongs to."""
    box = axes.box
    if not box.adjusted(-2, -2, 2, 2).contains(where):
        return None
    if chart.kind is Kind.LYING:
        place = int((where.y() - box.top()) / box.height() * len(chart.values))
    elif chart.kind is Kind.DAYS:
        return _day_at(chart, axes, where)
    else:
        place = axes.step(where.x()) - 1
    return place if 0 <= place < len(chart.values) else None


def _day_at(chart: Chart, axes: Axes, where: QPointF) -> int | None:
    squares = (place for place in range(len(chart.values)) if _square(axes, place, 1.0).contains(where))
    return next(squares, None)


def spot_of(chart: Chart, axes: Axes, place: int) -> QRectF:
    """The room of a place, to be framed while it is looked at."""
    box = axes.box
    if chart.kind is Kind.LYING:
        high = box.height() / len(chart.values)
        return QRectF(box.left(), box.top() + place * high, box.width(), high)
    if chart.kind is Kind.DAYS:
        return _square(axes, place, 1.0)
    return QRectF(axes.x(place + 1) - axes.apart / 2, box.top(), axes.apart, box.height())


def _fill(chart: Chart, place: int, style: Style) -> QBrush:
    palette = style.palette
    if place in chart.apart:
        return QBrush(palette.role("c").graphic, Qt.BrushStyle.BDiagPattern)
    return QBrush(mixed(palette.accent, palette.panel, 0.25))


def _bar(chart: Chart, axes: Axes, place: int, value: float, style: Style) -> QRectF:
    box = axes.box
    if chart.kind is Kind.LYING:
        room = box.height() / len(chart.values)
        high = min(0.66 * room, style.px(_TALLEST_BAR))
        wide = box.width() * min(1.0, value / chart.top)
        return QRectF(box.left(), box.top() + (place + 0.5) * room - high / 2, wide, high)
    wide = max(1.0, min(0.72 * axes.apart, style.px(_WIDEST_BAR)))
    y = axes.y(value)
    return QRectF(axes.x(place + 1) - wide / 2, y, wide, box.bottom() - y)


def _paint_points(painter: QPainter, chart: Chart, axes: Axes, style: Style) -> None:
    ink = style.palette.accent
    whisker = QPen(mixed(ink, style.palette.panel, 0.55), max(1.0, style.px(1.2)))
    before: QPointF | None = None
    for place, value in enumerate(chart.values):
        if value is None:
            continue
        here = axes.point(place + 1, value)
        bounds = chart.bounds[place] if chart.bounds else None
        if bounds is not None:
            painter.setPen(whisker)
            painter.drawLine(axes.point(place + 1, bounds[0]), axes.point(place + 1, bounds[1]))
        if before is not None:
            painter.setPen(QPen(ink, style.px(1.4)))
            painter.drawLine(before, here)
        before = here
    radius = min(style.px(3.6), max(style.px(1.6), axes.apart / 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for place, value in enumerate(chart.values):
        if value is not None:
            painter.drawEllipse(axes.point(place + 1, value), radius, radius)


def _paint_expected(painter: QPainter, chart: Chart, axes: Axes, style: Style) -> None:
    """A short line where a value was to be expected."""
    painter.setPen(QPen(style.palette.role("c").graphic, style.px(2.2)))
    half = min(axes.apart * 0.36, style.px(24))
    for place, value in enumerate(chart.expected):
        if value is not None:
            x, y = axes.x(place + 1), axes.y(value)
            painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))


def _paint_days(painter: QPainter, chart: Chart, axes: Axes, style: Style) -> None:
    """The more ratings, the larger and the stronger a square."""
    palette, most = style.palette, max((value or 0.0 for value in chart.values), default=0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, value in enumerate(chart.values):
        painter.setBrush(style.well)
        painter.drawRect(_square(axes, place, 0.86))
        if value:
            level = min(_LEVELS, 1 + int(_LEVELS * value / most * 0.9999))
            painter.setBrush(mixed(palette.panel, palette.accent, (0.4, 0.6, 0.8, 1.0)[level - 1]))
            painter.drawRect(_square(axes, place, (0.38, 0.54, 0.7, 0.86)[level - 1]))


def _square(axes: Axes, place: int, share: float) -> QRectF:
    side = axes.box.width() / axes.steps
    week, weekday = divmod(place, WEEKDAYS)
    block, column = divmod(week, axes.steps)
    aside = side * (1 - share) / 2
    left = axes.box.left() + column * side + aside
    top = axes.box.top() + (block * (WEEKDAYS + _BETWEEN) + weekday) * side + aside
    return QRectF(left, top, side * share, side * share)


def _paint_calendar_axes(painter: QPainter, chart: Chart, axes: Axes, style: Style) -> None:
    """Months below the weeks they begin in, weekdays beside each block."""
    font, ink = style.font(SMALL), style.palette.muted
    for first in range(0, len(chart.labels), axes.steps):
        for value, words in chart.ticks:
            y = _square(axes, first * WEEKDAYS + int(value), 1.0).center().y() + style.px(4)
            put_text(painter, axes.box.left() - style.px(7), y, words, font, ink, Align.RIGHT)
    free = (0.0, 0.0)  # where the last one stands: its line, and its end
    for week, words in enumerate(chart.labels):
        foot = _square(axes, week * WEEKDAYS + WEEKDAYS - 1, 1.0)
        if words and (foot.top() > free[0] or foot.left() > free[1]):
            put_text(painter, foot.left(), foot.bottom() + style.px(13), words, font, ink)
            free = foot.top(), foot.left() + width(font, words) + style.px(8)


def _thinned(chart: Chart, axes: Axes, style: Style) -> Iterator[tuple[int, str]]:
    """The labels that have room beside each other, from the left."""
    font, free = style.font(SMALL), float("-inf")
    alone = all(width(font, words) < axes.apart * 0.94 for words in chart.labels if words)
    for place, words in enumerate(chart.labels):
        half, middle = width(font, words) / 2, axes.x(place + 1)
        if words and (alone or middle - half > free):
            yield place, words
            free = middle + half + style.px(10)


def _label_room(chart: Chart, card: QRectF, style: Style) -> float:
    widest = max((width(style.font(SMALL), words) for words in chart.labels), default=0.0)
    return min(widest, card.width() * _LYING_LABEL)


def _paint_lying_axes(painter: QPainter, chart: Chart, axes: Axes, style: Style) -> None:
    font, ink, box = style.font(SMALL), style.palette.muted, axes.box
    for value, words in chart.ticks:
        x = box.left() + box.width() * value / chart.top
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        put_text(painter, x, box.bottom() + style.px(15), words, font, ink, Align.CENTRE)
    room = box.height() / max(1, len(chart.labels))
    for row, words in enumerate(chart.labels):
        y = box.top() + (row + 0.5) * room + style.px(4)
        cut = shortened(words, font, box.left() - style.margin - style.px(8))
        put_text(painter, box.left() - style.px(8), y, cut, font, _text(style), Align.RIGHT)


def _text(style: Style) -> QColor:
    return style.palette.text
