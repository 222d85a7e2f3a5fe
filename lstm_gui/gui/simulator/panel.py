"""The simulator as a whole: the transport bar and the cards, between splitters that remember."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.palette import Palette, palette
from lstm_gui.gui.simulator.arrangement import arranged, arranged_both, gap
from lstm_gui.gui.simulator.causal_light import CausalLight
from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.diagram.head import connect_head
from lstm_gui.gui.simulator.diagram.stops import Stops
from lstm_gui.gui.simulator.equations.card import EquationsCard
from lstm_gui.gui.simulator.narrator import Narrator, frame_words
from lstm_gui.gui.simulator.operating.operating import OperatingView
from lstm_gui.gui.simulator.over import Over
from lstm_gui.gui.simulator.pages import Pages
from lstm_gui.gui.simulator.pins import Pins
from lstm_gui.gui.simulator.relay import Relay
from lstm_gui.gui.simulator.splitter import CardSplitter
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.gui.simulator.timeline.wiring import connect_timeline
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.gui.simulator.transport import TransportBar
from lstm_gui.gui.simulator.wiring import attach, connect_edits
from lstm_gui.gui.slim_bar import scroll_slimly
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.frame import Highlight, TransportPart
from lstm_gui.simulator.quantity import Quantity

if TYPE_CHECKING:
    from lstm_gui.gui.simulator.both_directions import BothDirections
    from lstm_gui.gui.simulator.pages import Page


class SimulatorPanel(QWidget):
    """Everything of the simulator that is seen.

    Signals: `scene_chosen(str)`, for the window to open; `cell_chosen(str)`, for it to switch to;
    `pointed_at(Quantity | None)`; `playing_changed(bool)`. The rest goes to the controller by itself.
    """

    scene_chosen = Signal(str)
    pointed_at = Signal(object)
    playing_changed = Signal(bool)
    cell_chosen = Signal(str)

    def __init__(self, colours: Palette | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = Style(colours or palette("light"))
        self._controller: Controller | None = None
        self._relays: list[Relay] = []
        self._motion = True
        self._kind = LSTM
        self._direction = ""  # the arrow of the one looked at, where a scene is read in both
        self._splits_before: dict[str, list[int]] = {}
        self.both: BothDirections | None = None
        self.tab = "cell"
        self._light = CausalLight(self._show_highlight, self)
        self.transport = TransportBar(self._style)
        self.diagram = DiagramView(self._style)
        self.stops = Stops(self.diagram)
        self.operating = OperatingView(self._style)
        self.timeline = TimelineView(self._style)
        self.equations_card = EquationsCard(self._style)
        self.equations, self.weights = self.equations_card.equations, self.equations_card.weights
        self.pins = Pins(self, (self.diagram, self.timeline, self.operating, self.equations), self._style)
        self._lay_out()
        self._order_of_tabs()
        self.transport.scene_chosen.connect(self.scene_chosen)
        self.transport.cells.cell_chosen.connect(self.cell_chosen)
        self.transport.playing_changed.connect(self.playing_changed)
        self._restyle()

    # What the window calls

    def connect_controller(self, controller: Controller) -> None:
        """Let the views tell this controller what a person wants, and show what it resolves. Once."""
        if self._controller is not None:
            raise RuntimeError("the panel has a controller already")
        self._controller = self.pins.controller = controller
        controller.translate = translated
        self._connect_signals(controller)
        self._attach_views(controller)
        self.narrator = Narrator(self, controller, lambda: self.transport.playing, self._come_to)
        self.transport.playing_changed.connect(self.narrator.notice)

    def set_palette(self, colours: Palette) -> None:
        """Draw in other colours, at once."""
        self._style = replace(self._style, palette=colours)
        self._restyle()

    def set_zoom(self, percent: int) -> None:
        """Draw larger: 100 to 300 per cent."""
        self._style = replace(self._style, zoom=max(100, min(300, percent)) / 100)
        self._fit()
        self._restyle()

    def set_motion(self, on: bool) -> None:
        """Allow what moves by itself, or not."""
        self._motion = on
        self._light.set_motion(on)

    def set_scenes(self, scenes: Sequence[tuple[str, str]]) -> None:
        """List the scenes to choose from, as (name, title)."""
        self.transport.set_scenes(scenes)

    def show_tab(self, name: str) -> None:
        """Turn to the page of a tab, one of settings.SCENE_TABS, which is made when it is first shown."""
        if name == self.tab:
            return
        self.pins.close()
        had_focus = self.pages.show(name, self.tab, self._style)
        self.tab = name
        self._fit()
        self._restyle()
        self._order_of_tabs()  # another kind of cell may have been taken meanwhile
        if had_focus:
            self.transport.slider.setFocus()

    @property
    def page(self) -> QWidget:
        """The page of the tab that is shown."""
        parts = (part for part in self._content.children() if isinstance(part, QWidget))
        return next(part for part in parts if part is not self.transport and not part.isHidden())

    @property
    def timeline_shown(self) -> TimelineView:
        """The timeline of the tab that is shown, or the first tab's."""
        return self.pages.timeline(self.tab) or self.timeline

    def splits(self) -> dict[str, list[int]]:
        """Where a person put the splitters, for the settings; nothing while they stand as they come."""
        if not self._by_hand:
            return {}
        if self._direction:
            return self._splits_before
        return {name: splitter.sizes() for name, splitter in self._splitters.items()}

    def set_splits(self, sizes: dict[str, list[int]]) -> None:
        """Put the splitters where they stood; a name or a count that does not fit is passed over."""
        for name, splitter in self._splitters.items():
            if len(sizes.get(name, ())) == splitter.count():
                splitter.setSizes(sizes[name])
                self._by_hand = True

    def _furnish(self, page: "Page") -> None:
        page.preset_chosen.connect(self.scene_chosen)
        page.room_changed.connect(self._refit)
        if self._controller is not None:
            page.connect_controller(self._controller)

    # Wiring

    def _connect_signals(self, controller: Controller) -> None:
        for view in (self.diagram, self.weights, self.operating):
            connect_edits(view, controller)
        connect_timeline(self.timeline, controller)
        for pointing in (self.diagram, self.timeline, self.weights, self.operating, self.equations):
            pointing.pointed_at.connect(self._point_at)
        for gated in (self.diagram, self.operating):
            gated.pre_activation_edited.connect(controller.edit_pre_activation)
        self.transport.step_chosen.connect(controller.set_step)
        self.transport.reset_requested.connect(controller.reset)
        connect_head(self.diagram.head, controller)

    def _come_to(self) -> str:
        """What is shown now, for a screen reader."""
        if words := self.pages.told(self.tab):
            return words
        return "" if self._controller is None else frame_words(self._controller.frame)

    def _point_at(self, quantity: object) -> None:
        self.pins.point(quantity if isinstance(quantity, Quantity) else None)
        self.pointed_at.emit(quantity)

    def _attach_views(self, controller: Controller) -> None:
        attach(self.diagram, "cell", controller)
        attach(self.timeline, "timeline", controller)
        attach(self.operating, "operating", controller)
        attach(self.equations, "equations", controller)
        attach(self.weights, "weights", controller)
        self._relays = [
            Relay(self._show_transport, self.isVisible),
            Relay(self._light.light, self.isVisible),
        ]
        for name, relay in zip(("transport", "highlight"), self._relays, strict=True):
            controller.attach(name, relay)
        self.stops.connect_controller(controller)

    def _show_transport(self, part: TransportPart) -> None:
        before = self.transport.part
        self.transport.show_part(part)
        if self._motion and before is not None and before.title != part.title:
            self.diagram.flash()
        if part.kind != self._kind:
            self._take(part.kind)
        if part.direction != self._direction:
            self._take_direction(part.direction)
        self.diagram.show_caption(part)
        self.operating.show_step(part.step)

    def _take(self, kind: Kind) -> None:
        """Give the cards the room that another kind of cell asks for, and the keyboard its knobs."""
        self._kind = kind
        self._fit()
        self._order_of_tabs()

    def _take_direction(self, direction: str) -> None:
        """Bring in a second diagram with a scene that is read in both directions, and take it away again."""
        if self.both is None and self._controller is not None:
            from lstm_gui.gui.simulator.both_directions import BothDirections

            right, cards = self._splitters["right"], (self.operating, self.equations_card)
            self.both = BothDirections(self.diagram, right, cards, self._controller, self)
        came_or_went = bool(direction) != bool(self._direction)
        if came_or_went and direction:
            self._splits_before = self.splits()
        self._direction = direction
        if self.both is not None:
            self.both.show_direction(direction)
        if came_or_went:
            self._fit()
            self._order_of_tabs()
            if not direction and self._splits_before:
                self.set_splits(self._splits_before)

    def _show_highlight(self, highlight: Highlight | None) -> None:
        if self.both is not None:
            self.both.diagram.show_highlight(highlight)
        for view in (self.diagram, self.operating, self.timeline, self.equations, self.weights):
            view.show_highlight(highlight)
        self.stops.show_highlight(highlight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what is pinned."""
        if event.key() != Qt.Key.Key_Escape or not self.pins.close():
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._controller is not None:
            for relay in self._relays:
                self._controller.catch_up(relay)

    # Looks

    def _restyle(self) -> None:
        style = self._style
        ground = QPalette(self.palette())
        ground.setColor(QPalette.ColorRole.Window, style.palette.window)
        for widget in (self, self._scroll.viewport(), self._content):
            widget.setPalette(ground)
            widget.setAutoFillBackground(True)
        for splitter in self._splitters.values():
            splitter.set_style(style)
        for view in (self.transport, self.diagram, self.operating, self.timeline, self.equations_card):
            view.set_style(style)
        self.pins.set_style(style)
        self.stops.set_style(style)
        self.pages.set_style(style)
        if self.both is not None:
            self.both.set_style(style)
        self._column.setSpacing(round(gap(style)))

    def _lay_out(self) -> None:
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        left, right = CardSplitter(down, self._style), CardSplitter(down, self._style)
        columns = CardSplitter(across, self._style)
        for splitter, cards in (
            (left, (self.diagram, self.timeline)),
            (right, (self.operating, self.equations_card)),
            (columns, (left, right)),
        ):
            for card in cards:
                splitter.addWidget(card)
        self._splitters = {"columns": columns, "left": left, "right": right}
        self._by_hand = False
        columns.setStretchFactor(0, 2)
        columns.setStretchFactor(1, 1)
        for splitter in self._splitters.values():
            splitter.splitterMoved.connect(self._moved_by_hand)
        self._columns = columns
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.transport)
        self._column.addWidget(columns, 1)
        self.pages = Pages(columns, self._column, self._furnish)
        self._scroll = QScrollArea(self)
        scroll_slimly(self._scroll)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.over = Over(whole, self._scroll, self._refit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def _refit(self) -> None:
        if self._fit():
            self._restyle()

    def _fit(self) -> bool:
        """Take the density that the room asks for, and say whether it changed; place the cards by it."""
        room = self.over.left(self.size())
        dense = self.pages.stand_densely(self.tab, self._style, room)
        changed = dense != self._style.dense
        self._style = replace(self._style, dense=dense)
        arrange = arranged_both if self._direction else arranged
        wanted = arrange(room.width(), room.height(), self._style, self._kind)
        least = self.pages.least_size(self.tab, self._style, self.width()) or wanted.least
        self._content.setMinimumSize(*(round(length) for length in least))
        if self._direction or not self._by_hand:
            for name, sizes in (("columns", wanted.columns), ("left", wanted.left), ("right", wanted.right)):
                self._splitters[name].setSizes([round(size) for size in sizes])
        return changed

    def _moved_by_hand(self) -> None:
        self._by_hand = self._by_hand or not self._direction

    def _order_of_tabs(self) -> None:
        order: list[QWidget] = [
            *self.diagram.controls(),
            *(self.both.controls() if self.both is not None else ()),
            *self.operating.knobs.values(),
            *self.timeline.controls(),
            self.equations,
            *self.weights.controls(),
        ]
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)
