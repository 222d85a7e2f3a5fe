"""Draws the chart of losses, in pixels: what stands still, and what moves with the run."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lstm_gui.gui.simulator.strokes import draw_curve
from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.text import Align, put_text, width
from lstm_gui.gui.training.baseline_label import BaselineLabel
from lstm_gui.gui.training.envelope import paint_envelope
from lstm_gui.gui.training.loss_axes import LossAxes
from lstm_gui.gui.training.loss_marks import paint_mark_lines, paint_mark_words
from lstm_gui.gui.training.run_words import loss_name, step_words, tick_words
from lstm_gui.gui.training.thinned import Thinned, thinned
from lstm_gui.gui.training.views.plot_paint import put_apart
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.curve import Curve
from lstm_gui.training.history import Ghost, Mark
from lstm_gui.training.task import Baseline

translate = QCoreApplication.translate

NAMES = 66.0  # pixels at 100 %: right of the curves, where their names stand


@dataclass(frozen=True, eq=False)
class RunPicture:
    """What is drawn of a run."""

    curve: Curve
    ghosts: Sequence[Ghost] = ()
    marks: Sequence[Mark] = ()
    baseline: Baseline | None = None
    shown: int | None = None  # the update that is looked at; None where that is the newest
    answers: str = ""  # what the network answers, on which it depends what a loss is: see `loss_name`


def paint_axes(painter: QPainter, axes: LossAxes, style: Style, answers: str = "") -> None:
    """The field, its lines, and what they stand for."""
    box, palette, font = axes.box, style.palette, style.font(TINY)
    painter.setPen(QPen(palette.border, style.px(1)))
    painter.setBrush(style.well)
    painter.drawRoundedRect(box, style.px(4), style.px(4))
    for loss in axes.loss_ticks:
        y = axes.y(loss)
        painter.setPen(QPen(style.faint, style.px(1)))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        put_text(
            painter,
            box.left() - style.px(5),
            y + style.px(3.5),
            tick_words(loss),
            font,
            palette.muted,
            Align.RIGHT,
        )
    for step in axes.step_ticks:
        put_text(
            painter,
            axes.x(step),
            box.bottom() + style.px(14),
            step_words(step),
            font,
            palette.muted,
            Align.CENTRE,
        )
    words = translate("Train", "updates")
    put_text(painter, box.right() + style.px(20), box.bottom() + style.px(14), words, font, palette.muted)
    put_text(painter, box.left(), box.top() - style.px(6), loss_name(answers), font, palette.muted)


def paint_run(
    painter: QPainter, axes: LossAxes, picture: RunPicture, style: Style, label: BaselineLabel
) -> None:
    """The ghosts, the curves, the baseline, the marks, and the moment that is shown."""
    painter.save()
    painter.setClipRect(axes.box.adjusted(0, -1, 0, 1))
    for ghost in picture.ghosts:
        pen = QPen(_ghost_ink(style), style.px(1.4), Qt.PenStyle.DotLine)
        _paint_smooth(painter, axes, _fine(ghost.curve, axes), pen)
    found = _fine(picture.curve, axes)
    _paint_training(painter, axes, found, style)
    _paint_validation(painter, axes, picture.curve, style)
    painter.restore()
    paint_mark_lines(painter, axes, picture.marks, style)
    drawn, taken = _drawn(axes, picture, found), QRectF()
    if picture.baseline is not None:
        taken = label.paint(painter, axes, picture.baseline, drawn, style)
        y = axes.y(picture.baseline.loss)
        drawn.append(np.array([(axes.box.left(), y), (axes.box.right(), y)]))
    paint_mark_words(painter, axes, picture.marks, drawn, taken, style)
    _paint_names(painter, axes, picture, found, style)
    _paint_shown(painter, axes, picture, style)


def _drawn(axes: LossAxes, picture: RunPicture, found: Thinned) -> list[FloatArray]:
    """The curves that words keep clear of, in pixels."""
    validated, losses = picture.curve.validated, picture.curve.validation_losses
    return [
        np.stack([axes.xs(found.steps), axes.ys(found.smooth)], 1),
        np.stack([axes.xs(validated), axes.ys(losses)], 1),
    ]


def _ghost_ink(style: Style) -> QColor:
    return mixed(style.palette.muted, style.well, 0.45)


def _fine(curve: Curve, axes: LossAxes) -> Thinned:
    """As fine as pixels are."""
    return thinned(curve.steps, curve.losses, round(axes.box.width()))


def _paint_training(painter: QPainter, axes: LossAxes, found: Thinned, style: Style) -> None:
    if not len(found.steps):
        return
    xs, lows, highs = axes.xs(found.steps), axes.ys(found.low), axes.ys(found.high)
    faint = QColor(style.palette.muted)
    faint.setAlphaF(0.28)
    paint_envelope(painter, xs, highs, lows, faint)
    _paint_smooth(painter, axes, found, QPen(style.palette.text, style.px(1.7)))


def _paint_smooth(painter: QPainter, axes: LossAxes, found: Thinned, pen: QPen) -> None:
    draw_curve(painter, np.stack([axes.xs(found.steps), axes.ys(found.smooth)], 1), pen)


def _paint_validation(painter: QPainter, axes: LossAxes, curve: Curve, style: Style) -> None:
    steps, losses = curve.validated, curve.validation_losses
    every = max(1, len(steps) // max(1, round(axes.box.width())))
    places = np.stack([axes.xs(steps[::every]), axes.ys(losses[::every])], 1)
    if not len(places):
        return
    pen = QPen(style.palette.accent, style.px(2.2))
    pen.setDashPattern([3.0, 1.6])
    draw_curve(painter, np.asarray(places, np.float64), pen)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.palette.accent)
    painter.drawEllipse(QPointF(*places[-1]), style.px(3.2), style.px(3.2))


def _paint_names(
    painter: QPainter, axes: LossAxes, picture: RunPicture, found: Thinned, style: Style
) -> None:
    """What each curve is called, where it ends; names that would meet stand below each other."""
    curve, names = picture.curve, []
    if len(found.steps):
        names.append((axes.y(found.smooth[-1]), translate("Train", "training"), style.palette.text))
    if len(curve.validated):
        y = axes.y(float(curve.validation_losses[-1]))
        names.append((y, translate("Train", "validation"), style.palette.accent))
    for ghost in picture.ghosts[-1:]:
        last = thinned(ghost.curve.steps, ghost.curve.losses, 100).smooth[-1]
        names.append((axes.y(last), translate("Train", "run before"), style.palette.muted))
    put_apart(painter, names, axes.box, style, NAMES - 6)


def _paint_shown(painter: QPainter, axes: LossAxes, picture: RunPicture, style: Style) -> None:
    """A line at the moment that is looked at, where that is a past one, with its number in a pill."""
    if picture.shown is None:
        return
    box, accent, x = axes.box, style.palette.accent, axes.x(picture.shown)
    painter.setPen(QPen(accent, style.px(1.6)))
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
    font, words = style.font(SMALL, bold=True), step_words(picture.shown)
    pill = QRectF(0, 0, width(font, words) + style.px(14), style.px(17))
    pill.moveCenter(QPointF(x, box.bottom() + style.px(10)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawRoundedRect(pill, style.px(8), style.px(8))
    ink = style.palette.panel
    put_text(painter, x, pill.center().y() + style.px(4), words, font, ink, Align.CENTRE)
