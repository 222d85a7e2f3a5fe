"""The losses of a run, update by update, and what there is to beat."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.strokes import is_page
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import lines, put_text
from lstm_gui.gui.training.baseline_label import BaselineLabel
from lstm_gui.gui.training.change_words import mark_words
from lstm_gui.gui.training.loss_axes import LossAxes, last_shown, loss_limits
from lstm_gui.gui.training.loss_paint import NAMES, RunPicture, paint_axes, paint_run
from lstm_gui.gui.training.run_words import loss_words, step_words
from lstm_gui.training.curve import Curve

translate = QCoreApplication.translate

_LEAST = QSize(340, 260)
_LINE, _LINES = (
    15.0,
    (2, 4),
)  # pixels at 100 % of a line of words below; how many there are at least and at most
_NEAR = 4.0  # pixels from a mark within which its words are told
_MOST = {True: 1e4, False: 20}  # times the baseline that first losses are seen, by whether in powers of ten
_FIRST = 20  # updates whose losses must be seen


class LossChart(Canvas):
    """Shows a RunPicture.

    Signals: `step_chosen(int)`, an update whose checkpoint is wanted; `log_chosen(bool)`, another axis.
    """

    step_chosen = Signal(int)
    log_chosen = Signal(bool)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.picture = RunPicture(Curve())
        self.words = ""
        self.log = True
        self._pointed: int | None = None
        self._asked, self._told = ("", 0, 0.0), _LINES[0]  # the lines of words below, and what they depend on
        self._label = BaselineLabel()
        self._limits = (100, 0.001, 1.0, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Train", "Losses"))
        self.setToolTip(
            translate(
                "Train",
                "How wrong the network is: plain on what it learns from, dashed blue on sequences it never "
                "learns from, red what is reached without a network.\n"
                "Click or drag to see the network as it was then. L: the other axis. Ctrl+C: the numbers.",
            )
        )

    # What is shown

    def show_run(self, picture: RunPicture, words: str) -> None:
        """Show a run, and under it what is said of it."""
        self.picture, self.words = picture, words
        self._fit()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
        self.update()

    def set_log(self, log: bool) -> None:
        """Show losses by their powers of ten, or by their size."""
        self.log = log
        self._fit()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return _LEAST * self.style_now.zoom

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @property
    def axes(self) -> LossAxes:
        """Where everything stands now."""
        style = self.style_now
        box = (
            self.rect()
            .toRectF()
            .adjusted(
                style.margin + style.px(38),
                style.header + style.px(10),
                -style.margin - style.px(NAMES),
                -style.px(self._strip + 30),
            )
        )
        last, low, high, log = self._limits
        return LossAxes(QRectF(box), last, low, high, log)

    def numbers(self) -> str:
        """All numbers as a table: what spreadsheets take."""
        curve = self.picture.curve
        validated = dict(zip(curve.validated.tolist(), curve.validation_losses.tolist(), strict=True))
        rows = [
            f"{int(step)}\t{loss!r}\t{validated.get(step, '')}\t{norm!r}\t{rate!r}"
            for step, loss, norm, rate in zip(
                curve.steps.tolist(),
                curve.losses.tolist(),
                curve.norms.tolist(),
                curve.rates.tolist(),
                strict=True,
            )
        ]
        head = "\t".join(
            (
                translate("Train", "update"),
                translate("Train", "training loss"),
                translate("Train", "validation loss"),
                translate("Train", "norm of the gradient"),
                translate("Train", "rate"),
            )
        )
        return "\n".join((head, *rows))

    def copy(self) -> None:
        """Put all numbers on the clipboard."""
        QGuiApplication.clipboard().setText(self.numbers())
        announce(self, translate("Train", "The numbers were copied as a table."))

    # Drawing

    def still_key(self) -> object:
        return self._limits, self.picture.answers, self._strip

    def paint_still(self, painter: QPainter) -> None:
        hints = (translate("Train", "click to go back in training time"),)
        paint_card(painter, self.rect().toRectF(), self.style_now, self.accessibleName(), hints)
        paint_axes(painter, self.axes, self.style_now, self.picture.answers)

    def paint_living(self, painter: QPainter) -> None:
        style, axes = self.style_now, self.axes
        paint_run(painter, axes, self.picture, style, self._label)
        words = self.words if self._pointed is None else self._words_at(self._pointed)
        font, y = style.font(SMALL), self.height() - style.px(self._strip - 10)
        for line in lines(words, font, self.width() - 2 * style.margin, _LINES[1]):
            put_text(painter, style.margin, y, line, font, style.palette.text)
            y += style.px(_LINE)
        if self.hasFocus() and not is_page(painter):
            painter.setPen(QPen(style.palette.accent, style.px(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5), style.px(8), style.px(8)
            )

    @property
    def _strip(self) -> float:
        """Pixels at 100 % for the words below: nothing that is said of a run is cut off."""
        style = self.style_now
        asked = (self.words, self.width(), style.zoom)
        if asked != self._asked:
            told = lines(self.words, style.font(SMALL), self.width() - 2 * style.margin, _LINES[1])
            self._asked, self._told = asked, max(len(told), _LINES[0])
        return 8.0 + _LINE * self._told

    def _fit(self) -> None:
        """Find the limits of the axes for what is shown."""
        curves = [self.picture.curve, *(ghost.curve for ghost in self.picture.ghosts)]
        known = [curve for curve in curves if len(curve)]
        must = [float(np.max(curve.losses[:_FIRST])) for curve in known]
        if self.picture.baseline is not None:
            base = self.picture.baseline.loss
            near = [max(base, _least(curve)) for curve in known]
            must = [min(loss, _MOST[self.log] * best) for loss, best in zip(must, near, strict=True)]
            must.append(base)
        lowest = [float(np.min(curve.validation_losses)) for curve in curves if len(curve.validated)]
        last = last_shown(max(curve.last_step for curve in curves))
        self._limits = (last, *loss_limits(must, min(lowest, default=np.inf), log=self.log), self.log)

    def _words_at(self, step: int) -> str:
        """The numbers of an update."""
        curve = self.picture.curve
        place = int(np.searchsorted(curve.steps, step))
        if place >= len(curve):
            return self.words
        told = translate("Train", "Update {step}: training loss {loss}").format(
            step=step_words(int(curve.steps[place])), loss=loss_words(float(curve.losses[place]))
        )
        known = curve.validated <= step
        if known.any():
            loss = loss_words(float(curve.validation_losses[known][-1]))
            told += translate("Train", ", validation loss {loss}").format(loss=loss)
        norm = loss_words(float(curve.norms[place]))
        told += translate("Train", ", norm of the gradient {norm}").format(norm=norm)
        near = [
            mark for mark in self.picture.marks if abs(self.axes.x(mark.step) - self.axes.x(step)) <= _NEAR
        ]
        return ". ".join([told, *(mark_words(mark) for mark in near)])

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event.position())
        inside = self.axes.box.contains(event.position())
        self._pointed = self.axes.step(event.position().x()) if inside else None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointed = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_L and not event.modifiers():
            self.log_chosen.emit(not self.log)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Train", "Copy the numbers as a table"), self.copy)
        menu.popup(event.globalPos())

    def _choose(self, where: QPointF) -> None:
        if len(self.picture.curve) and self.axes.box.left() <= where.x() <= self.axes.box.right():
            self.step_chosen.emit(self.axes.step(where.x()))


def _least(curve: Curve) -> float:
    """The lowest loss of the first updates and of all validations."""
    losses = curve.losses[:_FIRST]
    return float(np.fmin.reduce(np.concatenate([losses, curve.validation_losses])))
