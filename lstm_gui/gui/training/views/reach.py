"""How far back the gradient of one answer reaches, by layer and direction, on an axis of powers of ten."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.gradients.powers import power_text, share_text, size_text
from lstm_gui.gui.simulator.strokes import draw_dots
from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.text import Align, put_text, width
from lstm_gui.gui.training.views.look_view import LookView, Numbers
from lstm_gui.gui.training.views.part_words import part_words
from lstm_gui.gui.training.views.plot_paint import (
    axes_key,
    clear_place,
    curves,
    paint_cursor,
    paint_ground,
    put_apart,
)
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.look import Look
from lstm_gui.training.look_inside import SHARE, Reach

translate = QCoreApplication.translate

_LABELS, _FOOT, _LANE = 38.0, 30.0, 12.0  # pixels at 100 %
_LEAST_LEGEND, _LEGEND_AIR = 30.0, 12.0
_DECADES, _MOST = (
    4,
    12,
)  # powers of ten on the axis at least and at most: what is smaller lies in the lane below
_STATES = ("C", "c", "h")  # the memory first


@dataclass(frozen=True)
class Line:
    """One curve."""

    name: str  # of the state, as the reach has it: "0.forward.c"
    part: str  # "0.forward."
    words: str  # beside it
    role: str
    shade: float  # of the ground mixed in: the layers differ in this, and in their names
    back: bool  # whether the layer reads from the end: dotted


class ReachView(LookView):
    """Shows the norms of ∂L/∂h and ∂L/∂c by step. Signals: those of LookView."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        self.place: tuple[QRectF, Axes] | None = None
        self.lines: tuple[Line, ...] = ()
        self._ends: tuple[int, int] | None = None  # powers of ten
        self.changed = False  # whether the axis did with the last look
        super().__init__(style, parent)

    def title(self) -> str:
        return translate("TrainingViews", "How far back the gradient reaches")

    def hints(self) -> tuple[str, ...]:
        if self._ends is None:
            return ()
        told = translate("TrainingViews", "log axis {low} … {high}; below it: less than {low}")
        low, high = (power_text(end) for end in self._ends)
        return (told.format(low=low, high=high), f"{low} … {high}")

    @property
    def _reach(self) -> Reach | None:
        return self.look.reach if self.look is not None else None

    # Where all stands

    def arrange(self) -> None:
        self.place, self.lines = None, ()
        reach, style, body = self._reach, self.style_now, self.body()
        if reach is None or self.look is None:
            return
        self.lines = lines_of(self.look, reach)
        self._set_ends(reach)
        assert self._ends is not None
        widest = max((width(style.font(SMALL), line.words) for line in self.lines), default=0.0)
        legend = max(style.px(_LEAST_LEGEND), widest + style.px(_LEGEND_AIR))
        frame = body.adjusted(style.px(_LABELS), 0, -legend, -style.px(_FOOT))
        box = frame.adjusted(0, style.px(6), 0, -style.px(_LANE))
        low, high = self._ends
        self.place = frame, Axes(box, self.look.steps, float(low), float(high))
        self.update()

    def _set_ends(self, reach: Reach) -> None:
        """Powers of ten that hold the norms, but _MOST of them; an axis that fits is kept."""
        found = np.concatenate([reach.norms[line.name] for line in self.lines])
        found = found[(found > 0) & np.isfinite(found)]
        top = math.ceil(math.log10(found.max())) if found.size else 0
        low = math.floor(math.log10(found.min())) if found.size else -_DECADES
        wanted = max(min(low, top - _DECADES), top - _MOST), top
        before = self._ends
        if before is not None and before[0] <= wanted[0] and wanted[1] <= before[1]:
            mostly_filled = wanted[1] - wanted[0] >= (before[1] - before[0]) / 2
            wanted = before if mostly_filled else wanted
        self.changed = before is not None and wanted != before
        self._ends = wanted

    # Drawing

    def still_key(self) -> object:
        place = axes_key(self.place[1]) if self.place is not None else None
        target = self._reach.target if self._reach is not None else 0
        return place, target, self.hints(), self.changed

    def paint_still(self, painter: QPainter) -> None:
        super().paint_still(painter)
        if self.place is None:
            return
        frame, axes = self.place
        paint_ground(painter, frame, self.style_now)
        self._paint_powers(painter, frame, axes)
        self._paint_distances(painter, frame, axes)

    def _paint_powers(self, painter: QPainter, frame: QRectF, axes: Axes) -> None:
        style = self.style_now
        font = style.font(TINY, bold=self.changed)
        ink = style.palette.accent if self.changed else style.palette.muted
        low, high = int(axes.low), int(axes.high)
        each = axes.box.height() / max(1, high - low)
        every = next((n for n in (1, 2, 4, 8) if each * n >= style.px(13)), 16)
        for power in range(low, high + 1):
            if (power - high) % every:
                continue
            y = axes.y(power)
            painter.setPen(QPen(style.palette.border, style.px(1)))
            painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))
            x = frame.left() - style.px(5)
            put_text(painter, x, y + style.px(3.5), power_text(power), font, ink, Align.RIGHT)
        y = axes.box.bottom() + style.px(1)
        painter.setPen(QPen(style.faint, style.px(1), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))

    def _paint_distances(self, painter: QPainter, frame: QRectF, axes: Axes) -> None:
        """How far each step is from t, below the field."""
        style, reach = self.style_now, self._reach
        assert reach is not None
        font, ink = style.font(TINY), style.palette.muted
        widest = width(font, "−000") + style.px(8)
        every = next((n for n in (1, 2, 5, 10, 20, 50, 100) if axes.apart * n >= widest), 200)
        baseline = frame.bottom() + style.px(13)
        for step in range(axes.steps):
            away = step - reach.target
            if away % every == 0:
                text = f"{away:+d}".replace("-", "−") if away else "t"
                put_text(painter, axes.x(step + 1), baseline, text, font, ink, Align.CENTRE)
        words = translate("TrainingViews", "steps from t = {t}, whose answer is asked for").format(
            t=reach.target + 1
        )
        put_text(painter, frame.right(), baseline + style.px(13), words, font, ink, Align.RIGHT)

    def paint_look(self, painter: QPainter) -> None:
        reach = self._reach
        if self.place is None or reach is None:
            return
        frame, axes = self.place
        style = self.style_now
        self._paint_share(painter, frame, axes, reach)
        entries = []
        read = self.lines[self.reading[1]] if self.reading is not None else None
        for line in self.lines:
            self._paint_line(painter, axes, reach.norms[line.name], line, strong=line is read)
            height = self._end(axes, reach.norms[line.name])
            entries.append((height, line.words, style.palette.role(line.role).ink))
        put_apart(painter, entries, frame, style, self.width() / style.zoom)
        painter.setPen(QPen(style.palette.accent, style.px(1.2)))
        x = axes.x(reach.target + 1)
        painter.drawLine(QPointF(x, frame.top() + 1), QPointF(x, frame.bottom() - 1))
        if self.reading is not None:
            paint_cursor(painter, axes, frame, self.reading[0], style)

    def _end(self, axes: Axes, norms: FloatArray) -> float:
        """The height at which a line ends at the right; the foot of the axis for one that is not seen."""
        seen = np.flatnonzero((norms >= 10.0**axes.low) & np.isfinite(norms))
        return axes.y(math.log10(norms[seen[-1]])) if seen.size else axes.box.bottom()

    def _paint_share(self, painter: QPainter, frame: QRectF, axes: Axes, reach: Reach) -> None:
        """A hundredth of what is there at t, of the first line."""
        style = self.style_now
        most = float(reach.norms[self.lines[0].name][reach.target])
        if not 0 < most * SHARE < math.inf or not axes.low <= math.log10(most * SHARE) <= axes.high:
            return
        y = axes.y(math.log10(most * SHARE))
        painter.setPen(QPen(style.palette.muted, style.px(1.2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))
        words = translate("TrainingViews", "1 % of {name} at t").format(name=self.lines[0].words)
        font = style.font(TINY)
        with np.errstate(divide="ignore", invalid="ignore"):
            lines = [axes.places(np.log10(reach.norms[line.name]).tolist()) for line in self.lines]
        label = clear_place(frame, y, QSizeF(width(font, words), style.px(12)), lines, style.px(2))
        painter.fillRect(label, style.well)
        put_text(painter, label.left(), label.bottom() - style.px(2), words, font, style.palette.muted)

    def _paint_line(
        self, painter: QPainter, axes: Axes, norms: FloatArray, line: Line, *, strong: bool
    ) -> None:
        style = self.style_now
        role = style.palette.role(line.role)
        pen = role.pen(style.px(2.6 if strong else 1.7))
        pen.setColor(mixed(role.graphic, style.well, 0.0 if strong else line.shade))
        if line.back:
            pen.setDashPattern([1.0, 1.6])
        floor = 10.0**axes.low
        seen = (norms >= floor) & np.isfinite(norms)
        with np.errstate(divide="ignore"):
            places = axes.places(np.log10(norms).tolist())
        curves(painter, places, seen, pen)
        under = (norms < floor) & (norms > 0)
        if under.any():  # too small for the axis: dots in the lane below it
            every = max(1, math.ceil(style.px(4) / max(0.1, axes.apart)))
            y = axes.box.bottom() + style.px(_LANE / 2)
            dots = [(x, y) for x in places[under, 0][::every].tolist()]
            draw_dots(painter, dots, style.px(1.5), pen.color(), 1.0, pen.color())

    # What is read

    def extent(self) -> tuple[int, int]:
        return (self.look.steps, len(self.lines)) if self.look is not None and self.lines else (0, 0)

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        reach = self._reach
        if self.place is None or reach is None or not self.place[0].contains(where):
            return None
        axes = self.place[1]
        step = axes.step(where.x()) - 1

        def away(n: int) -> float:
            norm = float(reach.norms[self.lines[n].name][step])
            return abs(axes.y(math.log10(norm)) - where.y()) if 0 < norm < math.inf else math.inf

        return step, min(range(len(self.lines)), key=away)

    def words(self, across: int, down: int) -> str:
        reach = self._reach
        assert reach is not None
        line = self.lines[down]
        norm, most = (float(reach.norms[line.name][at]) for at in (across, reach.target))
        away = reach.target - across
        if away > 0:
            where = translate("TrainingViews", "t − {n}").format(n=away)
        elif away:
            where = translate("TrainingViews", "t + {n}").format(n=-away)
        else:
            where = translate("TrainingViews", "t itself")
        told = translate("TrainingViews", "{who} at {where}: norm {norm}").format(
            who=line.words, where=where, norm=size_text(norm)
        )
        if most > 0:
            share = translate("TrainingViews", "{share} of that at t").format(share=share_text(norm / most))
            told = f"{told} · {share}"
        return told

    def sentence(self) -> str:
        reach = self._reach
        if reach is None:
            return ""
        memories = [
            line for line in self.lines if not line.name.endswith("h") or not _has_memory(reach, line)
        ]
        if len(memories) == 1:
            return self._reaches(reach, memories[0])
        told = translate("TrainingViews", "The gradient of the answer at t = {t} reaches (1 %): {reaches}.")
        found = (f"{part_words(line.part)} {self._distance(reach, line)}" for line in memories)
        return told.format(t=reach.target + 1, reaches=", ".join(found))

    def _reaches(self, reach: Reach, line: Line) -> str:
        """What one memory gets, in a sentence."""
        distance, t = reach.distance(line.name), reach.target + 1
        if not np.isfinite(reach.norms[line.name]).all():
            told = translate(
                "TrainingViews", "The gradient of the answer at t = {t} explodes on its way back."
            )
        elif distance == 0:
            told = translate(
                "TrainingViews", "Nothing arrives: the answer at t = {t} could hardly be better."
            )
        elif distance is None:
            told = translate(
                "TrainingViews", "The gradient of the answer at t = {t} reaches all the way (more than 1 %)."
            )
        elif distance == 1:
            told = translate(
                "TrainingViews", "The gradient of the answer at t = {t} reaches one step back (1 %)."
            )
        else:
            told = translate(
                "TrainingViews", "The gradient of the answer at t = {t} reaches {n} steps back (1 %)."
            )
        return told.format(t=t, n=distance)

    def _distance(self, reach: Reach, line: Line) -> str:
        """How far one of several memories is reached, in a word."""
        distance = reach.distance(line.name)
        if not np.isfinite(reach.norms[line.name]).all():
            return translate("TrainingViews", "explodes")
        return translate("TrainingViews", "all the way") if distance is None else str(distance)

    def numbers(self) -> Numbers:
        reach = self._reach
        assert reach is not None
        head = (translate("TrainingViews", "steps from t"), *(line.words for line in self.lines))
        rows = []
        for step in range(len(next(iter(reach.norms.values())))):
            norms = (f"{float(reach.norms[line.name][step]):.6g}" for line in self.lines)
            rows.append((str(step - reach.target), *norms))
        return Numbers(head, tuple(rows))


def lines_of(look: Look, reach: Reach) -> tuple[Line, ...]:
    """Of one layer its memory and its hidden state; of several the memory of each, or what it has."""
    found = []
    count = len(look.parts)
    for n, part in enumerate(look.parts):
        states = [state for state in _STATES if f"{part}{state}" in reach.norms]
        for state in states if count == 1 else states[:1]:
            words = f"∂L/∂{state}" if count == 1 else f"{part_words(part)} {state}"
            shade = 0.55 * n / max(1, count - 1) if count > 1 else 0.0
            role = "h" if state == "h" else "c"
            found.append(Line(f"{part}{state}", part, words, role, shade, part.endswith("backward.")))
    return tuple(found)


def _has_memory(reach: Reach, line: Line) -> bool:
    """Whether the layer of a line has a memory besides its hidden state."""
    return any(f"{line.part}{state}" in reach.norms for state in _STATES[:-1])
