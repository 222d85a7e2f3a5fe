"""Probabilities that are answered, of classes or of bits: a heat map with what is right marked in it.

Above it, how much was given to what is right; beside it, bars of the step that is read.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.heat import gate_table, heat_image
from lstm_gui.gui.simulator.strokes import draw_dots
from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.text import Align, put_text, shortened
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.views.face import Face
from lstm_gui.gui.training.views.ghosts import Ghost
from lstm_gui.gui.training.views.look_view import Numbers
from lstm_gui.gui.training.views.plot_paint import (
    axes_key,
    curves,
    dotted,
    grouped,
    paint_cursor,
    paint_ends,
    paint_ground,
    paint_steps,
    put_apart,
    shown_symbol,
    step_words,
)
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.look import Look

translate = QCoreApplication.translate

_LABELS, _BARS, _FOOT = 56.0, 96.0, 17.0  # pixels at 100 %
_RIGHT, _GAP = 0.26, 6.0  # of the height: how much was given to what is right
_LEAST_ROW, _TALLEST_ROW = 12.5, 34.0
_FIGURES = 37.0  # right of the bars
_MARKED = 4.0  # of a column, from which what is right is marked with a ring


class ChancesFace(Face):
    """One row for each output that there is room for; the likeliest and the right ones where there is not."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self.shown: tuple[int, ...] = ()  # the outputs, from above
        self.upper: tuple[QRectF, Axes] | None = None
        self.frame = QRectF()
        self.axes = Axes(QRectF(0, 0, 1, 1), 1, 0.0, 1.0)

    # Where all stands

    def arrange(self, body: QRectF, style: Style, look: Look, ghost: Ghost | None) -> None:
        super().arrange(body, style, look, ghost)
        left, wide = body.left() + style.px(_LABELS), body.width() - style.px(_LABELS + _BARS)
        high = body.height() - style.px(_FOOT)
        top = max(style.px(26), high * _RIGHT)
        room = high - top - style.px(_GAP)
        outputs = look.y.shape[1]
        fit = max(1, min(outputs, int(room // style.px(_LEAST_ROW))))
        self.shown = _chosen(look, fit, self.shown)
        each = min(room / len(self.shown), style.px(_TALLEST_ROW))
        top += room - each * len(self.shown)
        upper = QRectF(body.left() + style.px(_LABELS), body.top(), max(40.0, wide), top)
        self.upper = upper, Axes(upper.adjusted(0, style.px(5), 0, -style.px(3)), look.steps, 0.0, 1.0)
        self.frame = QRectF(left, upper.bottom() + style.px(_GAP), max(40.0, wide), each * len(self.shown))
        self.axes = Axes(self.frame, look.steps, 0.0, 1.0)

    def key(self) -> object:
        names = self.look.output_names, self.look.step_names[:1]
        return axes_key(self.axes), self.shown, names, self.look.answers

    def _row(self, n: int) -> QRectF:
        each = self.frame.height() / len(self.shown)
        return QRectF(self.frame.left(), self.frame.top() + n * each, self.frame.width(), each)

    # Drawing

    def paint_still(self, painter: QPainter) -> None:
        style = self.style
        assert self.upper is not None
        frame, axes = self.upper
        paint_ground(painter, frame, style)
        paint_ends(painter, axes, frame, style)
        paint_ground(painter, self.frame, style)
        font, ink = style.font(SMALL), style.palette.text
        for n, output in enumerate(self.shown):
            y = self._row(n).center().y() + style.px(4)
            text = shortened(self.name(output), font, style.px(_LABELS - 10))
            put_text(painter, self.frame.left() - style.px(6), y, text, font, ink, Align.RIGHT)
        baseline = self.frame.bottom() + style.px(13)
        paint_steps(painter, self.axes, baseline, style, self.look.step_names)

    def paint(self, painter: QPainter, reading: tuple[int, int] | None) -> None:
        self._paint_right(painter)
        self._paint_heat(painter)
        self._paint_marks(painter)
        step = reading[0] if reading is not None else self._usual_step()
        self._paint_bars(painter, step)
        if reading is not None:
            assert self.upper is not None
            paint_cursor(painter, self.upper[1], self.upper[0], step, self.style)
            paint_cursor(painter, self.axes, self.frame, step, self.style)

    def _paint_right(self, painter: QPainter) -> None:
        """The probability given to what is right, where something is asked; that of earlier faintly."""
        assert self.upper is not None
        style, (frame, axes) = self.style, self.upper
        counts = self.look.counts > 0
        if self.ghost is not None:
            places = axes.places(given_to_right(self.look, self.ghost.y).tolist())
            curves(
                painter, places, counts, dotted(mixed(style.palette.accent, style.well, 0.45), style.px(1.4))
            )
        places = axes.places(given_to_right(self.look, self.look.y).tolist())
        curves(painter, places, counts, QPen(style.palette.accent, style.px(1.9)))
        alone = counts & ~np.roll(counts, 1) & ~np.roll(counts, -1)
        accent = style.palette.accent
        draw_dots(painter, places[alone].tolist(), style.px(3), accent, 1.0, accent)
        last = int(np.flatnonzero(counts)[-1]) if counts.any() else 0
        given = float(given_to_right(self.look, self.look.y)[last])
        entries = [(axes.y(given), translate("TrainingViews", "to what is right"), accent)]
        if self.look.answers == "classes":
            entries.append(self._paint_chance(painter, frame, axes))
        put_apart(painter, entries, frame, style, _BARS - 4)

    def _paint_chance(self, painter: QPainter, frame: QRectF, axes: Axes) -> tuple[float, str, QColor]:
        """A line at what guessing gives; its height, name and ink."""
        style, outputs = self.style, self.look.y.shape[1]
        y = axes.y(1 / outputs)
        painter.setPen(QPen(style.palette.muted, style.px(1), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))
        return y, translate("TrainingViews", "by chance 1/{n}").format(n=outputs), style.palette.muted

    def _paint_heat(self, painter: QPainter) -> None:
        style = self.style
        numbers = self.look.y[:, list(self.shown)].T
        values, _, across = grouped(numbers, self.frame.width(), 1e9)
        image = heat_image(values, 0.0, 1.0, gate_table(style, "o"))
        left, right = self.axes.x(0.5), self.axes.x(0.5 + values.shape[1] * across)
        painter.save()
        painter.setClipRect(self.frame.adjusted(1, 1, -1, -1))
        painter.drawImage(QRectF(left, self.frame.top(), right - left, self.frame.height()), image)
        asked = self.look.counts > 0
        if not asked.all():  # where nothing is asked, its answers step back
            shade = mixed(style.well, style.palette.panel, 0.5)
            shade.setAlphaF(0.72)
            edges = np.flatnonzero(np.diff(np.concatenate(([0], (~asked).astype(np.int8), [0]))))
            for first, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
                box = QRectF(self.axes.x(first + 0.5), self.frame.top(), 0, self.frame.height())
                box.setRight(self.axes.x(stop + 0.5))
                painter.fillRect(box, shade)
        painter.restore()

    def _paint_marks(self, painter: QPainter) -> None:
        """A ring on what is right."""
        style, apart = self.style, self.axes.apart
        radius = min(style.px(4.2), apart * 0.42, self._row(0).height() * 0.4)
        places = []
        right = right_ones(self.look)
        for n, output in enumerate(self.shown):
            y = self._row(n).center().y()
            places += [(self.axes.x(t + 1), y) for t in np.flatnonzero(right[:, output]).tolist()]
        edge = style.palette.text
        if apart >= style.px(_MARKED):
            draw_dots(painter, places, radius, edge, style.px(1.3), style.palette.panel)
        else:  # too close for rings: a mark as wide as the step
            high = min(style.px(2.5), self._row(0).height() / 2)
            for x, y in places:
                painter.fillRect(QRectF(x - max(0.5, apart / 2), y - high / 2, max(1.0, apart), high), edge)

    def _paint_bars(self, painter: QPainter, step: int) -> None:
        """The probabilities of one step, in figures and as bars."""
        style, left = self.style, self.frame.right() + style_gap(self.style)
        room = self.body.right() - left - style.px(_FIGURES)
        right = right_ones(self.look)[step]
        font, accent = style.font(TINY), style.palette.role("o").graphic
        for n, output in enumerate(self.shown):
            row, share = self._row(n), float(self.look.y[step, output])
            high = min(style.px(9), row.height() * 0.7)
            box = QRectF(left, row.center().y() - high / 2, max(0.0, min(1.0, share)) * room, high)
            painter.fillRect(QRectF(left, box.top(), room, high), style.well)
            painter.fillRect(box, accent)
            if right[output]:
                painter.setPen(QPen(style.palette.text, style.px(1.3)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(left, box.top(), room, high))
            y, ink = row.center().y() + style.px(3.5), style.palette.text
            put_text(painter, self.body.right(), y, chance_text(share), font, ink, Align.RIGHT)

    def _usual_step(self) -> int:
        """The step whose bars stand there while none is read: the last at which something is asked."""
        asked = np.flatnonzero(self.look.counts > 0)
        return int(asked[-1]) if asked.size else self.look.steps - 1

    # What is read

    def name(self, output: int) -> str:
        """What an output is called."""
        names = self.look.output_names
        return shown_symbol(names[output]) if output < len(names) else str(output + 1)

    def extent(self) -> tuple[int, int]:
        return self.look.steps, len(self.shown)

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        assert self.upper is not None
        step = self.axes.step(where.x()) - 1
        if self.upper[0].contains(where):
            return step, 0
        if not self.frame.contains(where):
            return None
        each = self.frame.height() / len(self.shown)
        return step, min(len(self.shown) - 1, int((where.y() - self.frame.top()) / each))

    def words(self, across: int, down: int) -> str:
        look, output = self.look, self.shown[min(down, len(self.shown) - 1)]
        said = translate("TrainingViews", "p({name}) = {share}")
        parts = [step_words(across, look.step_names)]
        parts.append(said.format(name=self.name(output), share=chance_text(float(look.y[across, output]))))
        if look.counts[across] > 0:
            right = [self.name(one) for one in np.flatnonzero(right_ones(look)[across]).tolist()]
            listed = ", ".join(right) or translate("TrainingViews", "none")
            parts.append(translate("TrainingViews", "right: {names}").format(names=listed))
        else:
            parts.append(translate("TrainingViews", "nothing is asked here"))
        best = int(np.nanargmax(look.y[across])) if np.isfinite(look.y[across]).any() else output
        likeliest = translate("TrainingViews", "likeliest: {name} {share}")
        parts.append(likeliest.format(name=self.name(best), share=chance_text(float(look.y[across, best]))))
        return " · ".join(parts)

    def sentence(self) -> str:
        look = self.look
        counts = look.counts > 0
        given = given_to_right(look, look.y)[counts]
        given = given[np.isfinite(given)]
        mean = float(given.mean()) if given.size else 0.0
        if look.answers == "classes":
            told = translate("TrainingViews", "At update {step} it gives what is right {share} on average.")
        else:
            told = translate(
                "TrainingViews",
                "At update {step} it gives what is right {share} on average, where it is least sure.",
            )
        words = [told.format(step=count_words(look.step), share=chance_text(mean))]
        words.append(translate("TrainingViews", "A ring marks what is right."))
        if len(self.shown) < look.y.shape[1]:
            more = translate("TrainingViews", "{n} of {all} are shown: the right and the likeliest.")
            words.append(more.format(n=len(self.shown), all=look.y.shape[1]))
        return " ".join(words)

    def numbers(self) -> Numbers:
        look = self.look
        names = [self.name(output) for output in range(look.y.shape[1])]
        head = (translate("TrainingViews", "step"), translate("TrainingViews", "right"), *names)
        right, rows = right_ones(look), []
        for t in range(look.steps):
            marked = " ".join(names[one] for one in np.flatnonzero(right[t]).tolist())
            step = look.step_names[t] if t < len(look.step_names) else str(t + 1)
            rows.append((shown_symbol(step), marked, *(f"{float(share):.6g}" for share in look.y[t])))
        return Numbers(head, tuple(rows))


def right_ones(look: Look) -> NDArray[np.bool_]:
    """Which outputs are right at each step (T, K); none where nothing is asked."""
    if look.answers == "classes":
        found = np.arange(look.y.shape[1]) == look.target[:, np.newaxis]
    else:
        found = look.target > 0.5
    marked: NDArray[np.bool_] = found & (look.counts > 0)[:, np.newaxis]
    return marked


def given_to_right(look: Look, y: FloatArray) -> FloatArray:
    """The probability (T,) that answers y gave to the right class; of bits, to the one least sure."""
    if look.answers == "classes":
        places = np.clip(look.target.astype(np.intp), 0, y.shape[1] - 1)
        return np.take_along_axis(y, places[:, np.newaxis], axis=1)[:, 0]
    right: FloatArray = np.where(look.target > 0.5, y, 1 - y).min(axis=1)
    return right


def _chosen(look: Look, fit: int, before: tuple[int, ...]) -> tuple[int, ...]:
    """Which outputs are shown: all, or as many as fit, those before if they are still among the best."""
    outputs = look.y.shape[1]
    if fit >= outputs:
        return tuple(range(outputs))
    right = right_ones(look).sum(axis=0)
    weight = right * 1e3 + look.y.mean(axis=0)
    if len(before) == fit and max(before) < outputs:
        weight[list(before)] += 0.05  # no row comes and goes for a trifle
    return tuple(sorted(np.argsort(-weight, kind="stable")[:fit].tolist()))


def chance_text(share: float) -> str:
    """A probability as it is read: "0.93", "<0.01"."""
    if 0 < share < 0.005:
        return "<0.01"
    if 0.995 < share < 1:
        return ">0.99"
    return f"{share:.2f}"


def style_gap(style: Style) -> float:
    """What lies between the heat map and the bars, in pixels."""
    return style.px(8)
