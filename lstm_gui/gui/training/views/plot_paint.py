"""What the views of a Look draw alike: the ground of a plot, the ends of its axis, the names of the steps."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes, Places
from lstm_gui.gui.simulator.strokes import draw_curve, is_page
from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.text import Align, put_text, shortened, width
from lstm_gui.nets.activation import FloatArray
from lstm_gui.plain_text import VISIBLE
from lstm_gui.simulator.number_text import MINUS, number_text

translate = QCoreApplication.translate

_LEAST_ROW = 1.5  # pixels of a row or a column of a heat map; of more numbers, the mean of some is shown
_LONG = 5000.0  # pixels of a line through a field, from which it is drawn thin and plain


def paint_ground(painter: QPainter, frame: QRectF, style: Style) -> None:
    """The rounded field of a plot."""
    painter.setPen(QPen(style.palette.border, style.px(1)))
    painter.setBrush(style.well)
    painter.drawRoundedRect(frame, style.px(5), style.px(5))


def paint_ends(painter: QPainter, axes: Axes, frame: QRectF, style: Style, *, changed: bool = False) -> None:
    """The numbers at the ends of an axis, and its zero; bold and lit in the moment in which they changed."""
    font = style.font(TINY, bold=changed)
    ink = style.palette.accent if changed else style.palette.muted
    if axes.low < 0 < axes.high:
        painter.setPen(QPen(style.faint, style.px(1)))
        painter.drawLine(QPointF(frame.left() + 1, axes.y(0)), QPointF(frame.right() - 1, axes.y(0)))
    x = frame.left() - style.px(5)
    put_text(painter, x, axes.y(axes.high) + style.px(6), end_text(axes.high, axes), font, ink, Align.RIGHT)
    if axes.box.height() >= style.px(20):
        put_text(painter, x, axes.y(axes.low) + style.px(2), end_text(axes.low, axes), font, ink, Align.RIGHT)


def end_text(value: float, axes: Axes) -> str:
    """A number at the end of an axis, with as many digits as the length of the axis asks for."""
    return short_number(value, axes.high - axes.low)


def draw_line(painter: QPainter, places: Places, pen: QPen) -> None:
    """Draw a polyline; one that goes up and down so often that it is a band is drawn thin and plain.

    Measured at 1440 × 900: 400 numbers of noise take 10 ms dashed and smooth, 0.4 ms thin and plain, and no
    dash can be told from another there.
    """
    along = np.diff(places, axis=0)
    if len(places) < 2 or is_page(painter) or np.hypot(along[:, 0], along[:, 1]).sum() <= _LONG:
        draw_curve(painter, places, pen)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(pen.color(), 0))
    painter.drawPolyline([QPointF(x, y) for x, y in places.tolist()])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def curves(painter: QPainter, places: NDArray[np.float64], drawn: NDArray[np.bool_], pen: QPen) -> None:
    """A line through those places that count, broken where others lie between."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], drawn.astype(np.int8), [0]))))
    for first, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        draw_line(painter, places[first:stop], pen)


def put_apart(
    painter: QPainter,
    entries: list[tuple[float, str, QColor]],
    frame: QRectF,
    style: Style,
    room: float = 58.0,
) -> None:
    """Names at the right of a frame, each at its height or as near as there is room, given at 100 %."""
    font, high = style.font(SMALL), style.px(12)
    entries = sorted(entries, key=lambda entry: entry[0])
    top = frame.top() + style.px(4)
    spare = max(top, frame.bottom() - high * (len(entries) - 1) - style.px(2))
    y = top
    for n, (wanted, text, ink) in enumerate(entries):
        y = min(max(wanted, y), spare + n * high)
        shown = shortened(text, font, style.px(room))
        put_text(painter, frame.right() + style.px(6), y + style.px(4), shown, font, ink)
        y += high


def axes_key(axes: Axes) -> tuple[object, ...]:
    """What of axes is seen."""
    return axes.box.getRect(), axes.steps, axes.low, axes.high


def short_number(value: float, scale: float) -> str:
    """A number with so many digits that a hundredth of `scale` shows."""
    if not np.isfinite(value) or not np.isfinite(scale):
        return number_text(value)
    if not 1e-4 <= scale < 1e7 or abs(value) >= 1e9:
        return f"{value:.3g}".replace("-", MINUS)
    decimals = max(0, min(6, 2 - int(np.floor(np.log10(scale)))))
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS) if text != "-0" else "0"


def paint_steps(
    painter: QPainter,
    axes: Axes,
    baseline: float,
    style: Style,
    names: Sequence[str] = (),
    unit: str = "t",
) -> None:
    """The names of the steps, or their numbers, as many as stand apart; after numbers, what they count."""
    font, ink = style.font(TINY), style.palette.muted
    letters = bool(names) and all(len(name) == 1 for name in names)
    if letters and _widest(names, font) + style.px(1) > axes.apart:
        names = ()  # every other letter of a text would be no text
    texts = [names[n] if n < len(names) else str(n + 1) for n in range(axes.steps)]
    widest = _widest(texts[:: max(1, len(texts) // 64)], font)
    every = _every((widest + style.px(1 if letters and names else 8)) / max(0.05, axes.apart))
    places = range(0, axes.steps, every) if names else range(every - 1, axes.steps, every)
    first = () if names or every == 1 or axes.apart * (every - 1) < widest + style.px(8) else (0,)
    for n in (*first, *places):
        put_text(painter, axes.x(n + 1), baseline, shown_symbol(texts[n]), font, ink, Align.CENTRE)
    if not names and unit:
        x = max(axes.box.right() + style.px(8), axes.x(axes.steps) + widest / 2 + style.px(6))
        put_text(painter, x, baseline, unit, font, ink, Align.LEFT)


def _widest(texts: Sequence[str], font: QFont) -> float:
    return max((width(font, shown_symbol(text)) for text in texts), default=0.0)


def _every(needed: float) -> int:
    """The least of 1, 2, 5, 10, 20 … that is no smaller."""
    every, factors = 1, (2, 2.5, 2)
    k = 0
    while every < needed:
        every = round(every * factors[k % 3])
        k += 1
    return every


def shown_symbol(text: str) -> str:
    """The name of a step as it can be seen: a blank, a tab and a line's end have signs of their own."""
    return VISIBLE.get(text, text)


def paint_name(painter: QPainter, frame: QRectF, text: str, style: Style, ink: QColor) -> None:
    """The name of a row, in the corner of its field; a curve that passes behind it leaves it readable."""
    shown = shortened(text, style.font(SMALL), frame.width() - style.px(12))
    ground = QColor(style.well)
    ground.setAlphaF(0.8)
    wide = width(style.font(SMALL), shown) + style.px(4)
    painter.fillRect(
        QRectF(frame.left() + style.px(4), frame.top() + style.px(3), wide, style.px(12)), ground
    )
    put_text(painter, frame.left() + style.px(6), frame.top() + style.px(13), shown, style.font(SMALL), ink)


def paint_cursor(painter: QPainter, axes: Axes, frame: QRectF, step: int, style: Style) -> None:
    """A line at the step that is read, from 0."""
    painter.setPen(QPen(style.palette.accent, style.px(1.3)))
    x = axes.x(step + 1)
    painter.drawLine(QPointF(x, frame.top() + 1), QPointF(x, frame.bottom() - 1))


class Crossings:
    """Which lines (N, 2) pass through a rectangle, asked for many of them between two places across."""

    def __init__(self, lines: Sequence[FloatArray], left: float, right: float) -> None:
        across = np.arange(np.floor(left), right + 1)
        self._left, heights = int(across[0]), [np.full(len(across), np.inf)]
        for places in lines:
            known = places[np.isfinite(places[:, 1])]
            if len(known):
                heights.append(np.interp(across, known[:, 0], known[:, 1], left=np.inf, right=np.inf))
        self._heights = np.array(heights)  # (lines, pixels)

    def over(self, rect: QRectF, air: float) -> int:
        """How many pixels across a rectangle, and so much above and below it, have a line in them."""
        first = max(0, int(rect.left()) - self._left)
        ys = self._heights[:, first : int(rect.right()) - self._left + 1]
        return int(np.count_nonzero((ys >= rect.top() - air) & (ys <= rect.bottom() + air)))


def crossed(rect: QRectF, lines: Sequence[FloatArray], air: float) -> int:
    """How many pixels across one rectangle have a line in them."""
    return Crossings(lines, rect.left(), rect.right()).over(rect, air)


def clear_place(frame: QRectF, y: float, size: QSizeF, lines: Sequence[FloatArray], air: float) -> QRectF:
    """Where words on a level line at y, just above or below it, have the fewest other lines in them."""
    room, lines_in = frame.width() - size.width() - 6 * air, Crossings(lines, frame.left(), frame.right())
    found: list[tuple[int, int, QRectF]] = []
    for part in range(4):
        for top in (y - size.height() - air, y + air):
            rect = QRectF(QPointF(frame.left() + 3 * air + room * part / 4, top), size)
            if frame.contains(rect):
                found.append((lines_in.over(rect, air), len(found), rect))
    return min(found)[2] if found else QRectF(QPointF(frame.left() + 3 * air, y - size.height() - air), size)


def strongest(values: FloatArray, high: float) -> FloatArray:
    """A heat map (rows, columns) of so many pixels, where of rows too many the largest number is shown."""
    down = max(1, int(np.ceil(len(values) * _LEAST_ROW / max(high, 1.0))))
    found: FloatArray = np.maximum.reduceat(values, np.arange(0, len(values), down), axis=0)
    return found


def grouped(values: FloatArray, wide: float, high: float) -> tuple[FloatArray, int, int]:
    """A heat map (rows, columns) for a field of so many pixels, and of how many each is the mean."""
    rows, columns = values.shape
    down = max(1, int(np.ceil(rows * _LEAST_ROW / max(high, 1.0))))
    across = max(1, int(np.ceil(columns / max(wide, 1.0))))
    if down > 1:
        values = np.add.reduceat(values, np.arange(0, rows, down), axis=0)
        values = values / np.minimum(down, rows - np.arange(0, rows, down))[:, np.newaxis]
    if across > 1:
        values = np.add.reduceat(values, np.arange(0, columns, across), axis=1)
        values = values / np.minimum(across, columns - np.arange(0, columns, across))
    return values, down, across


def step_words(step: int, names: Sequence[str] = ()) -> str:
    """What a step is called: "t = 12", "t = 12 (1957)"; `step` from 0."""
    if step < len(names):
        return translate("TrainingViews", "t = {t} ({name})").format(
            t=step + 1, name=shown_symbol(names[step])
        )
    return translate("TrainingViews", "t = {t}").format(t=step + 1)


def dotted(colour: QColor, wide: float) -> QPen:
    """A pen of dots."""
    pen = QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.5, 2.5])
    return pen
