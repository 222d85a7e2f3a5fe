"""The one module that knows pyqtgraph: plots above each other that share the axis of time.

What pyqtgraph is good for is used: view boxes that map values to pixels. What costs time at every repaint is
not: no axis items, no grid, no menus, no ranges of its own accord. Curves are painted by a function given,
in pixels, so that the same function paints them on a page.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QStyleOptionGraphicsItem, QWidget

from lstm_gui.gui.simulator.axes import Axes

Draw = Callable[[QPainter, Axes], None]


class _Curves(pyqtgraph.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Everything drawn in one view box, as one item."""

    def __init__(self, axes: Axes, draw: Draw) -> None:
        super().__init__()
        self.axes = axes
        self.paint_in_pixels = draw

    def boundingRect(self) -> QRectF:
        """All of the axes, in their own units."""
        axes = self.axes
        return QRectF(axes.first, axes.low, axes.last - axes.first, axes.high - axes.low)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint in pixels: a line then has the width it is given, whatever the axes."""
        box = painter.worldTransform().mapRect(self.boundingRect())
        painter.resetTransform()
        self.paint_in_pixels(painter, replace(self.axes, box=box))

    def set_axes(self, axes: Axes) -> None:
        """Cover other steps or values."""
        self.prepareGeometryChange()
        self.axes = axes


class PlotStack(pyqtgraph.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Plots in boxes given in pixels, on a ground that the widget below paints. Deaf to mouse and keys."""

    def __init__(self, draws: Sequence[Draw], parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self, self.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # a cached ground would hide the widget below
        self.viewport().setAutoFillBackground(False)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self._curves: list[_Curves] = []
        self._boxes: list[pyqtgraph.ViewBox] = []
        for draw in draws:
            self.add(draw)

    def add(self, draw: Draw) -> None:
        """One more plot below the others; it is placed by `set_axes`."""
        box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        box.disableAutoRange()
        box.setFlag(box.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        curves = _Curves(Axes(QRectF(0, 0, 1, 1), 1, 0.0, 1.0), draw)
        box.addItem(curves, ignoreBounds=True)
        self.addItem(box)
        self._boxes.append(box)
        self._curves.append(curves)

    def set_axes(self, axes: Sequence[Axes | None]) -> None:
        """Place the plots and fix their ranges; boxes in the pixels of this widget. None hides a plot."""
        for box, curves, plot in zip(self._boxes, self._curves, axes, strict=True):
            if box.isVisible() != (plot is not None):
                box.setVisible(plot is not None)
            if plot is None or plot == curves.axes:
                continue
            box.setGeometry(plot.box)
            box.setRange(xRange=(plot.first, plot.last), yRange=(plot.low, plot.high), padding=0.0)
            curves.set_axes(plot)

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the curves of every plot in its place."""
        for box, curves in zip(self._boxes, self._curves, strict=True):
            if box.isVisible():
                curves.paint_in_pixels(painter, curves.axes)

    def repaint_curves(self) -> None:
        """Paint all curves again at the next frame."""
        self.viewport().update()
