"""What comes into the panel with a scene that is read in both directions: a second diagram, and a switch.

The second diagram takes the place of the operating points. Whoever presses into a diagram, or comes into it
by the keyboard, looks at that cell: the equations and the weights are its own.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.simulator.diagram import DiagramView
from lstm_gui.gui.simulator.diagram_back import BackwardDiagram
from lstm_gui.gui.simulator.direction_switch import DirectionSwitch
from lstm_gui.gui.simulator.equations_card import EquationsCard
from lstm_gui.gui.simulator.splitter import CardSplitter
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.direction import AHEAD, BACK
from lstm_gui.simulator.update import turn
from lstm_gui.simulator.words import LABELS


class BothDirections(QObject):
    """Made when a scene of two directions is first shown."""

    def __init__(
        self,
        ahead: DiagramView,
        place: CardSplitter,
        equations: EquationsCard,
        controller: Controller,
        shelf: QWidget,
    ) -> None:
        """`place` is the splitter whose first card the second diagram replaces; that waits on the `shelf`."""
        super().__init__(ahead)
        self._ahead, self._place, self._card, self._controller = ahead, place, equations, controller
        self._shelf = shelf
        self.diagram = BackwardDiagram(ahead.style_now, shelf)
        self.diagram.hide()
        self._put_away: QWidget = self.diagram  # the card that is not shown now
        self.switch = DirectionSwitch(ahead.style_now, equations)
        self.switch.hide()
        self._connect(controller)

    def show_direction(self, direction: str) -> None:
        """Show the second diagram and which one is looked at; "" where there is one direction."""
        there = bool(direction)
        if there == (self._put_away is self.diagram):
            self._exchange()
        self.switch.setVisible(there)
        self.switch.show_direction(direction)
        self._place_switch()
        for diagram, own in ((self._ahead, AHEAD), (self.diagram, BACK)):
            diagram.looked_at = direction == own
            diagram.update()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.diagram.set_style(style)
        self.switch.set_style(style)
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
        """The second diagram takes the place of the card that stood there, or gives it back."""
        came, went = self._put_away, self._place.replaceWidget(0, self._put_away)
        if went is not None:
            went.setParent(self._shelf)
            went.hide()
            self._put_away = went
        came.show()

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
        here.became_visible.connect(lambda: controller.catch_up(here))
        controller.attach("backward_cell", here)
        self.switch.turned.connect(self.look)
        for watched in (here, there, self._card):
            watched.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press into a diagram looks at it; the switch keeps its corner."""
        if event.type() == QEvent.Type.MouseButtonPress and watched is not self._card:
            self._come_to(watched is self.diagram)
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
        right = self._card.width() - round(style.margin) - self.switch.width()
        self.switch.move(right, round((style.header - self.switch.height()) / 2 + style.px(2)))
        self.switch.raise_()
