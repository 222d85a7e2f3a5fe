"""What comes into the panel with a scene that is read in both directions: a second diagram, and a switch.

The second diagram takes the place of the operating points, which come beside the equations where there is
room. Whoever presses into a diagram, or comes into it by the keyboard, looks at that cell: equations, weights
and operating points are its own.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.simulator.diagram.back import BackwardDiagram
from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.direction_switch import DirectionSwitch
from lstm_gui.gui.simulator.equations.card import EquationsCard
from lstm_gui.gui.simulator.equations.equations import equations_title
from lstm_gui.gui.simulator.splitter import CardSplitter
from lstm_gui.gui.simulator.style import TITLE, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.gui.simulator.wiring import attach
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.direction import AHEAD, BACK
from lstm_gui.simulator.update import turn
from lstm_gui.simulator.words import LABELS

_BOTH_CARDS = 490.0  # how wide equations and operating points are together at least, in pixels at 100 %
_EQUATIONS = 0.58  # the share of the equations


class BothDirections(QObject):
    """Made when a scene of two directions is first shown."""

    def __init__(
        self,
        ahead: DiagramView,
        place: CardSplitter,
        cards: tuple[QWidget, EquationsCard],
        controller: Controller,
        shelf: QWidget,
    ) -> None:
        """`place` holds the `cards`, operating points above equations; the `shelf` what is not shown."""
        super().__init__(ahead)
        self._ahead, self._place, self._controller, self._shelf = ahead, place, controller, shelf
        self._operating, self._card = cards
        self._lower = CardSplitter(Qt.Orientation.Horizontal, ahead.style_now, shelf)
        self._lower.hide()
        self.diagram = BackwardDiagram(ahead.style_now, shelf)
        self.diagram.hide()
        self._is_there = False
        self.switch = DirectionSwitch(ahead.style_now, self._card)
        self.switch.hide()
        self._connect(controller)

    def show_direction(self, direction: str) -> None:
        """Show the second diagram and which one is looked at; "" where there is one direction."""
        there = bool(direction)
        if there != self._is_there:
            self._is_there = there
            self._exchange()
        self.switch.setVisible(there)
        self.switch.show_direction(direction)
        self._place_switch()
        for diagram, own in ((self._ahead, AHEAD), (self.diagram, BACK)):
            diagram.looked_at = direction == own
            diagram.update()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        for part in (self.diagram, self._lower, self.switch):
            part.set_style(style)
        self._place_switch()

    def controls(self) -> list[QWidget]:
        """What the keyboard comes to after the first diagram."""
        return [*self.diagram.controls(), *self.switch.buttons.values()]

    def look(self, back: bool) -> None:
        """Look at the cell of a direction."""
        state = self._controller.state
        self._controller.change(turn(state, back), translated(LABELS["turn"]), "turn")

    # Inside

    def _exchange(self) -> None:
        """The second diagram comes above, and the operating points beside the equations; or all goes back."""
        comes: tuple[QWidget, ...] = (self.diagram, self._lower)
        for n, card in enumerate(comes if self._is_there else (self._operating, self._card)):
            went = self._place.replaceWidget(n, card)
            if went is not None:
                went.setParent(self._shelf)
                went.hide()
        if self._is_there:
            self._lower.addWidget(self._card)
            self._lower.addWidget(self._operating)
        for stays in (self._card, self._operating):
            stays.show()
        for one in comes:
            one.setVisible(self._is_there)
        self._share()

    def _share(self) -> None:
        """The operating points stand beside the equations where both have room."""
        if self._is_there:
            wide, style = self._lower.width(), self._ahead.style_now
            self._operating.setVisible(wide >= style.px(_BOTH_CARDS))
            share = round(wide * _EQUATIONS)
            self._lower.setSizes([share, wide - share])

    def _connect(self, controller: Controller) -> None:
        """Whatever is listened to of the first diagram is heard of the second too."""
        here, there = self.diagram, self._ahead
        for name in (
            "edit_began",
            "edited",
            "edit_ended",
            "reset_requested",
            "release_requested",
            "pointed_at",
            "picked",
            "pre_activation_edited",
        ):
            getattr(here, name).connect(getattr(there, name))
        here.head.looked_at.connect(there.head.looked_at)
        attach(here, "backward_cell", controller)
        self.switch.turned.connect(self.look)
        for watched in (here, there, self._card, self._lower):
            watched.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press into a diagram looks at it; the switch keeps its corner."""
        if event.type() == QEvent.Type.MouseButtonPress and watched in (self._ahead, self.diagram):
            self._come_to(watched is self.diagram)
        elif event.type() == QEvent.Type.Resize and watched is self._lower:
            self._share()
        elif event.type() == QEvent.Type.Resize and watched is self._card:
            self._place_switch()
        return False

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        for diagram, back in ((self._ahead, False), (self.diagram, True)):
            if now is not None and diagram.isAncestorOf(now):
                self._come_to(back)

    def _come_to(self, back: bool) -> None:
        if self.diagram.isVisible() and self._controller.state.looks_back != back:
            self.look(back)

    def _place_switch(self) -> None:
        style = self._ahead.style_now
        title = width(style.font(TITLE), equations_title())
        self.switch.fit(self._card.width() - title - 2 * style.margin - style.px(8))
        right = self._card.width() - round(style.margin) - self.switch.width()
        self.switch.move(right, round((style.header - self.switch.height()) / 2 + style.px(2)))
        self.switch.raise_()
