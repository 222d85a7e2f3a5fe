"""Numbers that are answered, against those that are right: a row for each, and the errors of running free."""

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.strokes import draw_dots
from lstm_gui.gui.simulator.style import SMALL, Style, mixed
from lstm_gui.gui.simulator.text import put_text, shortened
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.views.face import Face
from lstm_gui.gui.training.views.free_numbers import errors_name, free_words, with_free
from lstm_gui.gui.training.views.ghosts import Ghost
from lstm_gui.gui.training.views.look_view import Numbers
from lstm_gui.gui.training.views.plot_paint import (
    axes_key,
    curves,
    dotted,
    draw_line,
    paint_cursor,
    paint_ends,
    paint_ground,
    paint_name,
    paint_steps,
    put_apart,
    short_number,
    step_words,
)
from lstm_gui.gui.training.views.scales import Scales, largest
from lstm_gui.training.look import Look

translate = QCoreApplication.translate

_LABELS, _LEGEND, _FOOT = 38.0, 62.0, 17.0  # pixels at 100 %
_LEAST_ROW, _GAP, _AIR = 52.0, 6.0, 7.0
_MOST_ROWS = 4
_WILD = 3.0  # times the range of the truth: an answer farther off than that is drawn at the edge
_NAMED = 15.0  # above the field of the errors, for its name
_NEAR = 7.0  # of the line after which it runs free, to take hold of it
_ERRORS = 0.36  # of the height: the error of running free by distance


class NumbersFace(Face):
    """Answers, what is right, and where there is a forecast, what the network says when it runs free."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self.scales = Scales()
        self.first = 0  # of the outputs shown
        self.rows: list[tuple[int, QRectF, Axes]] = []
        self.errors: tuple[QRectF, Axes] | None = None

    # Where all stands

    def arrange(self, body: QRectF, style: Style, look: Look, ghost: Ghost | None) -> None:
        super().arrange(body, style, look, ghost)
        self.scales.begin()
        outputs = look.y.shape[1]
        high = body.height() - style.px(_FOOT)
        lower = high * _ERRORS if look.ahead is not None and high > style.px(2.7 * _LEAST_ROW) else 0.0
        upper = high - lower
        count = max(1, min(outputs, _MOST_ROWS, int(upper // style.px(_LEAST_ROW))))
        self.first = max(0, min(self.first, outputs - count))
        self.rows = [self._row(body, upper / count, n, self.first + n, style, look) for n in range(count)]
        self.errors = self._error_row(body, upper, lower, style, look) if lower else None

    def _row(
        self, body: QRectF, high: float, n: int, output: int, style: Style, look: Look
    ) -> tuple[int, QRectF, Axes]:
        left, wide = body.left() + style.px(_LABELS), body.width() - style.px(_LABELS + _LEGEND)
        frame = QRectF(left, body.top() + n * high, max(40.0, wide), max(20.0, high - style.px(_GAP)))
        low, top = self.scales.ends(f"output {output}", *_range(look, output))
        box = frame.adjusted(style.px(2), style.px(_AIR), -style.px(2), -style.px(_AIR))
        return output, frame, Axes(box, look.steps, low, top)

    def _error_row(
        self, body: QRectF, upper: float, lower: float, style: Style, look: Look
    ) -> tuple[QRectF, Axes]:
        assert look.ahead is not None
        left, wide = body.left() + style.px(_LABELS), body.width() - style.px(_LABELS + _LEGEND)
        top = body.top() + upper + style.px(_FOOT + _NAMED)
        frame = QRectF(left, top, max(40.0, wide), max(16.0, lower - style.px(_FOOT + _NAMED + 2)))
        ahead = look.ahead
        unit = (float(np.ptp(look.target)) or 1.0) if ahead.own_units else 1.0
        most = min(largest(ahead.error, ahead.one_step_error), 1e6 * unit)
        most = self.scales.limit("errors", most, least=1e-3 * unit)
        box = frame.adjusted(style.px(2), style.px(_AIR), -style.px(2), -style.px(2))
        return frame, Axes(box, max(1, len(ahead.error)), 0.0, most)

    def key(self) -> object:
        """What stands still while this is the same."""
        rows = tuple((output, *axes_key(axes)) for output, _, axes in self.rows)
        errors = axes_key(self.errors[1]) if self.errors else None
        return rows, errors, frozenset(self.scales.changed), self.look.step_names[:1], self.look.output_names

    # Drawing

    def paint_still(self, painter: QPainter) -> None:
        style = self.style
        for output, frame, axes in self.rows:
            paint_ground(painter, frame, style)
            paint_ends(painter, axes, frame, style, changed=f"output {output}" in self.scales.changed)
        _, frame, axes = self.rows[-1]
        paint_steps(painter, axes, frame.bottom() + style.px(13), style, self.look.step_names)
        if self.errors is not None:
            frame, axes = self.errors
            paint_ground(painter, frame, style)
            paint_ends(painter, axes, frame, style, changed="errors" in self.scales.changed)
            assert self.look.ahead is not None
            told = shortened(errors_name(self.look.ahead), style.font(SMALL), frame.width())
            y = frame.top() - style.px(4)
            put_text(painter, frame.left(), y, told, style.font(SMALL), style.palette.muted)
            paint_steps(painter, axes, frame.bottom() + style.px(13), style, unit="")

    def paint(self, painter: QPainter, reading: tuple[int, int] | None) -> None:
        for output, frame, axes in self.rows:
            self._paint_row(painter, output, axes)
            paint_name(painter, frame, self.name(output), self.style, self.style.palette.muted)
            self._paint_grip(painter, output, axes)
            self._legend(painter, output, frame, axes)
            if reading is not None:
                paint_cursor(painter, axes, frame, reading[0], self.style)
        if self.errors is not None:
            self._paint_errors(painter, *self.errors)

    def _paint_row(self, painter: QPainter, output: int, axes: Axes) -> None:
        style, look = self.style, self.look
        counts = look.counts > 0
        painter.save()
        room = style.px(_AIR)
        painter.setClipRect(axes.box.adjusted(-room, -room, room, room))  # a ring at the end of an axis too
        if self.ghost is not None:
            places = axes.places(self.ghost.y[:, output].tolist())
            draw_line(painter, places, dotted(mixed(style.palette.accent, style.well, 0.45), style.px(1.4)))
        truth = axes.places(look.target[:, output].astype(float).tolist())
        answer = axes.places(look.y[:, output].astype(float).tolist())
        ink, accent = style.palette.text, style.palette.accent
        curves(painter, truth, counts, QPen(mixed(ink, style.well, 0.25), style.px(1.4)))
        faint = mixed(accent, style.well, 0.62)
        draw_line(painter, answer, QPen(faint, style.px(1.2)))
        curves(painter, answer, counts, QPen(accent, style.px(2.0)))
        alone = counts & ~np.roll(counts, 1) & ~np.roll(counts, -1)
        draw_dots(painter, truth[alone].tolist(), style.px(4.2), ink, style.px(1.6), style.well)
        draw_dots(painter, answer[alone].tolist(), style.px(2.4), accent, 1.0, accent)
        self._paint_free(painter, output, axes)
        painter.restore()

    def _paint_free(self, painter: QPainter, output: int, axes: Axes) -> None:
        """What the network says when it reads its own answers, from a marked step on."""
        ahead, style = self.look.ahead, self.style
        if ahead is None or output >= ahead.free.shape[1]:
            return
        values = np.full(axes.steps, np.nan)
        stop = min(axes.steps, ahead.origin + len(ahead.free))
        values[ahead.origin : stop] = ahead.free[: stop - ahead.origin, output]
        role = style.palette.role("c")
        pen = QPen(role.graphic, style.px(2.0))
        pen.setDashPattern([3.0, 1.6])
        places = axes.places(values.tolist())[ahead.origin : stop]
        draw_line(painter, places, pen)
        painter.setPen(QPen(role.graphic, style.px(1.2), Qt.PenStyle.DotLine))
        x = axes.x(ahead.origin + 1)
        painter.drawLine(QPointF(x, axes.box.top()), QPointF(x, axes.box.bottom()))

    def _paint_grip(self, painter: QPainter, output: int, axes: Axes) -> None:
        """What the start of the free run is dragged by, above the name of the row."""
        ahead, style = self.look.ahead, self.style
        if ahead is not None and output < ahead.free.shape[1]:
            grip = [(axes.x(ahead.origin + 1), axes.box.top() + style.px(3))]
            ink = style.palette.role("c").graphic
            draw_dots(painter, grip, style.px(3.2), ink, style.px(1.4), style.well)

    def _legend(self, painter: QPainter, output: int, frame: QRectF, axes: Axes) -> None:
        """The name of each line where it ends, moved apart where they would stand on each other."""
        style, look = self.style, self.look
        last = int(np.flatnonzero(look.counts > 0)[-1]) if (look.counts > 0).any() else look.steps - 1
        entries = [
            (axes.y(float(look.target[last, output])), truth_word(), style.palette.text),
            (axes.y(float(look.y[last, output])), answer_word(), style.palette.accent),
        ]
        ahead = look.ahead
        if ahead is not None and output < ahead.free.shape[1]:
            at = min(len(ahead.free), look.steps - ahead.origin) - 1
            entries.append((axes.y(float(ahead.free[at, output])), free_word(), style.palette.role("c").ink))
        put_apart(painter, entries, frame, style)

    def _paint_errors(self, painter: QPainter, frame: QRectF, axes: Axes) -> None:
        ahead, style = self.look.ahead, self.style
        assert ahead is not None
        role = style.palette.role("c")
        pen = QPen(role.graphic, style.px(2.0))
        pen.setDashPattern([3.0, 1.6])
        draw_line(painter, axes.places(ahead.error.tolist()), pen)
        draw_line(
            painter, axes.places(ahead.one_step_error.tolist()), QPen(style.palette.accent, style.px(1.6))
        )
        put_apart(
            painter,
            [
                (axes.y(float(ahead.error[-1])), free_word(), role.ink),
                (axes.y(float(ahead.one_step_error[-1])), one_step_word(), style.palette.accent),
            ],
            frame,
            style,
        )

    # What is read

    def name(self, output: int) -> str:
        """What an output is called."""
        names = self.look.output_names
        return (
            names[output]
            if output < len(names)
            else translate("TrainingViews", "answer {n}").format(n=output + 1)
        )

    def extent(self) -> tuple[int, int]:
        return self.look.steps, self.look.y.shape[1]

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        for output, frame, axes in self.rows:
            if frame.contains(where):
                return axes.step(where.x()) - 1, output
        return None

    @property
    def starts(self) -> tuple[int, int]:
        """The first step and the last, from 0, after which it can run free."""
        return int(np.flatnonzero(self.look.counts > 0)[0]), self.look.steps - 2

    def at_start(self, where: QPointF) -> bool:
        """Whether the pointer is at the line after which it runs free."""
        ahead, near = self.look.ahead, self.style.px(_NEAR)
        return ahead is not None and any(
            frame.contains(where) and abs(where.x() - axes.x(ahead.origin + 1)) <= near
            for _, frame, axes in self.rows
        )

    def step_under(self, where: QPointF) -> int:
        """The step, from 0, across which the pointer stands, wherever it is."""
        return self.rows[0][2].step(where.x()) - 1

    def show_row(self, output: int) -> bool:
        """Bring an output into view; whether others are shown now."""
        before, count = self.first, len(self.rows)
        self.first = min(max(self.first, output - count + 1), output)
        return self.first != before

    def words(self, across: int, down: int) -> str:
        look = self.look
        said = float(look.y[across, down])
        spread = float(np.ptp(look.target[:, down])) or 1.0
        number = partial(short_number, scale=spread)
        parts = [step_words(across, look.step_names), self.name(down)]
        parts.append(translate("TrainingViews", "answers {number}").format(number=number(said)))
        if look.counts[across] > 0:
            truth = float(look.target[across, down])
            parts.append(translate("TrainingViews", "right is {number}").format(number=number(truth)))
            parts.append(
                translate("TrainingViews", "off by {number}").format(number=number(abs(said - truth)))
            )
        else:
            parts.append(translate("TrainingViews", "nothing is asked here"))
        return " · ".join(parts)

    def sentence(self) -> str:
        words, look = [self._off_words()], self.look
        shown = len(self.rows)
        if shown < look.y.shape[1]:
            more = (
                translate("TrainingViews", "Answer {a} of {all}: ↑ ↓ for the others.")
                if shown == 1
                else translate("TrainingViews", "Answers {a}–{b} of {all}: ↑ ↓ for the others.")
            )
            words.append(more.format(a=self.first + 1, b=self.first + shown, all=look.y.shape[1]))
        return " ".join(words)

    def _off_words(self) -> str:
        """How far off it is; of a forecast one step ahead and running free, both in the same units."""
        look, ahead = self.look, self.look.ahead
        if ahead is None:
            counts = look.counts > 0
            error = look.y[counts].astype(float) - look.target[counts].astype(float)
            mean = float(np.abs(error).mean()) if error.size else 0.0
            told = translate("TrainingViews", "At update {step} its answers are off by {off} on average.")
            return told.format(step=count_words(look.step), off=short_number(mean, mean or 1.0))
        return free_words(look.step, ahead)

    def numbers(self) -> Numbers:
        look = self.look
        head = [translate("TrainingViews", "step")]
        for output in range(look.y.shape[1]):
            name = self.name(output)
            head += [f"{name}: {answer_word()}", f"{name}: {truth_word()}"]
        rows = []
        for t in range(look.steps):
            row = [look.step_names[t] if t < len(look.step_names) else str(t + 1)]
            for output in range(look.y.shape[1]):
                truth = f"{float(look.target[t, output]):.6g}" if look.counts[t] > 0 else ""
                row += [f"{float(look.y[t, output]):.6g}", truth]
            rows.append(tuple(row))
        found = Numbers(tuple(head), tuple(rows))
        if look.ahead is None:
            return found
        return with_free(found, look.ahead, [self.name(output) for output in range(look.ahead.free.shape[1])])


def _range(look: Look, output: int) -> tuple[float, float]:
    """The numbers that an axis has to hold: what is right, and as much of the answers as is not wild."""
    counts = look.counts > 0
    truth = look.target[counts, output].astype(float)
    truth = truth[np.isfinite(truth)]
    low, high = (float(truth.min()), float(truth.max())) if truth.size else (0.0, 0.0)
    said = look.y[:, output].astype(float)
    said = said[np.isfinite(said)]
    room = _WILD * max(high - low, 0.5 * max(abs(low), abs(high)), 1e-9)
    if said.size:
        low = min(low, max(float(said.min()), low - room))
        high = max(high, min(float(said.max()), high + room))
    return low, high


def truth_word() -> str:
    """What the line of the truth is called."""
    return translate("TrainingViews", "truth")


def answer_word() -> str:
    """What the line of the answers is called."""
    return translate("TrainingViews", "answer")


def free_word() -> str:
    """What the line of running free is called."""
    return translate("TrainingViews", "runs free")


def one_step_word() -> str:
    """What the error of reading the truth is called."""
    return translate("TrainingViews", "one step")
