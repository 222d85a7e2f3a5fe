"""A small picture of a scene of gradients: what arrives at every earlier step, of RNN, LSTM and GRU."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from lstm_gui.gui.scenes.thumbnail import paint_well
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.gradients.plots_living import paint_gradient
from lstm_gui.gui.simulator.gradients.words import NAMES
from lstm_gui.gui.simulator.style import TINY, Style
from lstm_gui.gui.simulator.text import put_centred
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.gradients.resolve import resolve_gradients

_GAP, _NAME, _LANE = 6.0, 20.0, 12.0  # pixels at 100 %
_LARGER = 1.35  # the names of the cells, which are to be read


def paint_gradients(painter: QPainter, box: QRectF, scene: Scene, style: Style) -> None:
    """Three plots side by side on one log axis, each below the name of its cell."""
    curves = resolve_gradients(scene, scene.shown.gradients).curves
    gap, wide = style.px(_GAP), (box.width() - 2 * style.px(_GAP)) / len(curves.cells)
    for column, cell in enumerate(curves.cells):
        frame = QRectF(box.left() + column * (wide + gap), box.top(), wide, box.height())
        paint_well(painter, frame, style)
        inner = frame.adjusted(3, style.px(_NAME), -3, -style.px(_LANE))
        painter.save()
        painter.setClipRect(frame.adjusted(1, 1, -1, -1))
        for n, (name, values) in enumerate(cell.states.items()):
            axes = Axes(inner, curves.steps, *curves.axis)
            paint_gradient(painter, axes, values, name, style, style.px(_LANE), 0.3 + 0.4 * n)
        painter.restore()
        font = style.font(TINY * _LARGER, bold=True)
        middle = frame.top() + style.px(_NAME / 2)
        put_centred(painter, frame.center().x(), middle, NAMES[cell.kind], font, style.palette.muted)
