"""How much of the gates is near an end of its function, where they pass values on and hardly learn."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text, shortened
from lstm_gui.gui.training.views.look_view import Numbers
from lstm_gui.gui.training.views.part_view import PartView
from lstm_gui.nets.diagnostics.saturation import Saturation

translate = QCoreApplication.translate

_LABELS, _NUMBERS, _HEAD = 46.0, 44.0, 18.0  # pixels at 100 %
_TALLEST, _BAR = 30.0, 0.62


class SaturationView(PartView):
    """Shows the shares near the low and the high end of every gate. Signals: those of LookView."""

    least = QSize(280, 170)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        self.rows: tuple[tuple[str, Saturation], ...] = ()
        super().__init__(style, parent)

    def title(self) -> str:
        return translate("TrainingViews", "Saturation")

    def arrange(self) -> None:
        self.rows = ()
        if self.look is not None:
            own = len(self.part)
            rows = [
                (name[own:], found)
                for name, found in self.look.saturation.items()
                if name.startswith(self.part) and "." not in name[own:]
            ]
            order = [*self.looks.graph.equations, *self.looks.graph.names]
            self.rows = tuple(sorted(rows, key=lambda row: order.index(row[0]) if row[0] in order else 0))
        self.update()

    def row(self, n: int) -> QRectF:
        """The track of a gate."""
        style, body = self.style_now, self.body()
        each = min(style.px(_TALLEST), (body.height() - style.px(_HEAD)) / max(1, len(self.rows)))
        left, side = body.left() + style.px(_LABELS), style.px(_NUMBERS)
        high = each * _BAR
        top = body.top() + style.px(_HEAD) + n * each + (each - high) / 2
        return QRectF(left + side, top, max(20.0, body.right() - left - 2 * side), high)

    # Drawing

    def still_key(self) -> object:
        return tuple(name for name, _ in self.rows), self.looks.graph.kind, self.hints()

    def paint_still(self, painter: QPainter) -> None:
        super().paint_still(painter)
        style, body = self.style_now, self.body()
        if not self.rows:
            return
        font, ink, first = style.font(TINY), style.palette.muted, self.row(0)
        y = body.top() + style.px(11)
        put_text(painter, first.left(), y, translate("TrainingViews", "at the low end"), font, ink)
        high = translate("TrainingViews", "at the high end")
        put_text(painter, first.right(), y, high, font, ink, Align.RIGHT)
        for n, (name, _) in enumerate(self.rows):
            track = self.row(n)
            painter.setPen(QPen(style.palette.border, style.px(1)))
            painter.setBrush(style.well)
            painter.drawRect(track)
            role = style.palette.role(self.role(name))
            baseline = track.center().y() + style.px(4)
            x = body.left() + style.px(_LABELS - 6)
            words = self.symbol(name)
            if len(words) <= 2:
                put_symbol(painter, style, x, baseline, (words, ""), 14, role.ink, Align.RIGHT)
            else:
                text = shortened(words, style.font(SMALL), style.px(_LABELS - 6))
                put_text(painter, x, baseline, text, style.font(SMALL), role.ink, Align.RIGHT)

    def paint_look(self, painter: QPainter) -> None:
        style = self.style_now
        for n, (name, found) in enumerate(self.rows):
            track, role = self.row(n), style.palette.role(self.role(name))
            low, high = (float(share.mean()) for share in (found.low, found.high))
            below = QRectF(track.left(), track.top(), track.width() * low, track.height())
            above = QRectF(
                track.right() - track.width() * high, track.top(), track.width() * high, track.height()
            )
            painter.fillRect(below, mixed(role.graphic, style.well, 0.72))
            painter.fillRect(below, QBrush(role.graphic, Qt.BrushStyle.BDiagPattern))
            painter.fillRect(above, role.graphic)
            baseline, font = track.center().y() + style.px(4), style.font(SMALL)
            left, right = track.left() - style.px(5), track.right() + style.px(5)
            put_text(painter, left, baseline, percent(low), font, style.palette.text, Align.RIGHT)
            put_text(painter, right, baseline, percent(high), font, style.palette.text)
            if self.reading is not None and self.reading[1] == n:
                painter.setPen(QPen(style.palette.accent, style.px(1.6)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(track.adjusted(-1, -1, 1, 1))

    # What is read

    def symbol(self, name: str) -> str:
        """How a quantity is written."""
        return self.looks.symbols[name][0] if name in self.looks.symbols else name

    def role(self, name: str) -> str:
        """Its role in the palette; the xLSTM's σ(z) of the forget gate is no quantity of its cell."""
        return self.looks.roles.get(name, name)

    def extent(self) -> tuple[int, int]:
        return (1, len(self.rows)) if self.rows else (0, 0)

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        body = self.body()
        for n in range(len(self.rows)):
            track = self.row(n)
            if abs(where.y() - track.center().y()) <= track.height() / 2 / _BAR and body.contains(where):
                return 0, n
        return None

    def words(self, across: int, down: int) -> str:
        del across
        name, found = self.rows[down]
        low, high = (percent(float(share.mean())) for share in (found.low, found.high))
        told = translate(
            "TrainingViews",
            "{name} is at its low end in {low} of all steps and units, at its high end in {high}.",
        ).format(name=self.symbol(name), low=low, high=high)
        whole = found.low + found.high
        if len(whole) > 1:
            most = int(np.argmax(whole))
            unit = translate("TrainingViews", "Most in unit {n}: {share}.")
            told += " " + unit.format(n=most + 1, share=percent(float(whole[most])))
        return told

    def sentence(self) -> str:
        if not self.rows:
            return translate("TrainingViews", "This cell has no function with an end.")
        shares = [(found.share, name) for name, found in self.rows]
        most, name = max(shares)
        if most < 0.005:
            return translate(
                "TrainingViews", "Nothing is within a tenth of an end: everything can still learn."
            )
        return translate(
            "TrainingViews",
            "{name} is the most saturated: {share} within a tenth of an end, where it hardly learns.",
        ).format(name=self.symbol(name), share=percent(most))

    def numbers(self) -> Numbers:
        head = (
            translate("TrainingViews", "quantity"),
            translate("TrainingViews", "unit"),
            translate("TrainingViews", "at the low end"),
            translate("TrainingViews", "at the high end"),
        )
        rows = []
        for name, found in self.rows:
            for unit, (low, high) in enumerate(zip(found.low, found.high, strict=True)):
                rows.append((self.symbol(name), str(unit + 1), f"{float(low):.4f}", f"{float(high):.4f}"))
        return Numbers(head, tuple(rows))


def percent(share: float) -> str:
    """A share as it is read: "12 %"."""
    return f"{100 * share:.0f} %"
