"""Up to four cells side by side: their heads, their curves, and one cursor through all of them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import Canvas
from lstm_gui.gui.simulator.compare.lane_head import LaneHead
from lstm_gui.gui.simulator.compare.lane_layout import LanePlace, lane_places
from lstm_gui.gui.simulator.compare.lane_paint import paint_living_lane, paint_still_lane
from lstm_gui.gui.simulator.compare.words import lanes_words
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.comparison import MOST_LANES
from lstm_gui.simulator.compare.frame import CompareLanes
from lstm_gui.simulator.quantity import Quantity


class LanesView(Canvas):
    """Shows CompareLanes. A lane is told by its place, 0 for the scene's own.

    Signals: `became_visible()`, `step_chosen(int)`, `setting_began(int, Quantity)`,
    `setting_moved(int, Quantity, float)`, `setting_ended(int)`, `setting_reset(int, Quantity)`,
    `renamed(int, str)`, `remove_requested(int)`, `exchange_requested(int)`, and `count_changed()` when there
    are more lanes or fewer, or a row of differences comes or goes.
    """

    step_chosen = Signal(int)
    setting_began = Signal(int, Quantity)
    setting_moved = Signal(int, Quantity, float)
    setting_ended = Signal(int)
    setting_reset = Signal(int, Quantity)
    renamed = Signal(int, str)
    remove_requested = Signal(int)
    exchange_requested = Signal(int)
    count_changed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: CompareLanes | None = None
        self._places: list[LanePlace] = []
        self._scrubbing: LanePlace | None = None
        self._dirty: QRegion | None = None  # what is painted anew now; None for all
        self._view: tuple[int, int] | None = None
        self.setAccessibleName(QCoreApplication.translate("Compare", "Cells side by side"))
        self.heads = [self._head(n, style) for n in range(MOST_LANES + 1)]

    # What is shown

    def show_part(self, part: CompareLanes) -> None:
        """Show the lanes."""
        before, self.part = self.part, part
        if before is None or _rows(before) != _rows(part):
            self._arrange()
            self.count_changed.emit()
        elif _ranges(before) != _ranges(part):
            self._arrange()
        else:
            self._repaint(before, part)
        for n, head in enumerate(self.heads):
            head.setVisible(n < len(part.lanes))
            if n < len(part.lanes):
                head.show_part(part.lanes[n])
        self.setAccessibleDescription(lanes_words(part))

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        for head in self.heads:
            head.set_style(style)
        self._arrange()

    def set_view(self, first: int, last: int) -> None:
        """Show the steps from the first to the last of these."""
        if (first, last) != self._view:
            self._view = first, last
            self._arrange()

    @property
    def count(self) -> int:
        """How many lanes are shown."""
        return len(self.part.lanes) if self.part else 1

    @property
    def is_pinned(self) -> bool:
        """Whether there are rows of differences."""
        return self.part is not None and self.part.ghost is not None

    def controls(self) -> list[QWidget]:
        """What the Tab key reaches, in its order."""
        return [control for head in self.heads[: self.count] for control in head.controls()]

    # Drawing

    def still_key(self) -> object:
        if self.part is None:
            return None
        ghost = self.part.ghost  # it moves with no drag
        return _still(self.part), self._view, ghost.curves if ghost else None

    def paint_still(self, painter: QPainter) -> None:
        for n, place in enumerate(self._places):
            if self.part is not None:
                paint_still_lane(painter, place, self.part, n, self.style_now)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._dirty = event.region()
        super().paintEvent(event)
        self._dirty = None

    def paint_living(self, painter: QPainter) -> None:
        for n, place in enumerate(self._places):
            asked = self._dirty is None or self._dirty.intersects(place.card.toAlignedRect())
            if self.part is not None and asked:
                paint_living_lane(painter, place, self.part, n, self.style_now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self.part is None:
            return
        view = self._view if self._view and self._view[1] <= self.part.steps else None
        self._places = lane_places(self.rect().toRectF(), self.part, self.style_now, view)
        for head, place in zip(self.heads, self._places, strict=False):
            head.setGeometry(place.head.toRect())
        self.update()

    def _repaint(self, before: CompareLanes, part: CompareLanes) -> None:
        """Paint the lanes anew that changed: in one box, for Qt clips to several much more slowly."""
        if before.step != part.step or before.ghost != part.ghost:
            self.update()
            return
        box = QRectF()
        for place, old, new in zip(self._places, before.lanes, part.lanes, strict=True):
            if old != new:
                box = box.united(place.card)
        self.update(box.toAlignedRect())

    def _head(self, n: int, style: Style) -> LaneHead:
        head = LaneHead(style, self, first=n == 0)
        head.edit_began.connect(partial(self.setting_began.emit, n))
        head.edited.connect(partial(self.setting_moved.emit, n))
        head.edit_ended.connect(partial(self.setting_ended.emit, n))
        head.reset_requested.connect(partial(self.setting_reset.emit, n))
        head.renamed.connect(partial(self.renamed.emit, n))
        head.remove_requested.connect(partial(self.remove_requested.emit, n))
        head.exchange_requested.connect(partial(self.exchange_requested.emit, n))
        head.hide()
        return head

    # The mouse: time is scrubbed in any lane

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrubbing = self._place_at(event.position())
            self._scrub_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._scrub_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrubbing = None

    def _place_at(self, where: QPointF) -> LanePlace | None:
        return next((place for place in self._places if place.rows.plots.contains(where)), None)

    def _scrub_to(self, where: QPointF) -> None:
        if self._scrubbing is None or self.part is None:
            return
        step = self._scrubbing.rows.axes[self._scrubbing.rows.lowest].step(where.x())
        if step != self.part.step:
            self.step_chosen.emit(step)


def _rows(part: CompareLanes) -> tuple[int, bool]:
    return len(part.lanes), part.ghost is not None


def _ranges(part: CompareLanes) -> tuple[object, ...]:
    """What the places of the lanes depend on."""
    return *_still(part), tuple(lane.difference_limit for lane in part.lanes)


def _still(part: CompareLanes) -> tuple[object, ...]:
    """What of the lanes stands still while values move."""
    kinds = tuple(lane.kind for lane in part.lanes)
    return *_rows(part), part.steps, kinds, part.lanes[0].run.c_limit
