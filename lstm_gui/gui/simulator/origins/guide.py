"""Leads a person from number to number: the card, the light and the step shown go along, and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.knobs.quantity_box import QuantityBox
from lstm_gui.gui.simulator.origins.card import OriginsCard
from lstm_gui.gui.simulator.origins.placing import beside
from lstm_gui.gui.simulator.origins.words import spoken
from lstm_gui.gui.simulator.quantity_view import QuantityView
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.hops import Trail, looking_at
from lstm_gui.simulator.origins import origins_part
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.values import belongs
from lstm_gui.simulator.words import LABELS

if TYPE_CHECKING:
    from lstm_gui.gui.simulator.pins import Pins

_EDGE = 8  # pixels between the card and the edge of the panel
_HAND = 28.0  # pixels around the pointer that a hand on a button covers, each way


class Guide(QObject):
    """Keeps the trail of what was pinned and shows its end.

    Signals: `said(str)`, what a screen reader was given.
    """

    said = Signal(str)

    def __init__(self, pins: "Pins", controller: Controller) -> None:
        super().__init__(pins)
        self._pins, self._panel, self._controller = pins, pins.panel, controller
        self._trail = Trail()
        self._every_step: set[Quantity] = set()  # the memories of which every step was asked for
        self._views: list[QuantityView] = []
        self._seen_on: QuantityView | None = None
        self._came_from: QWidget | None = None
        self._placed = False  # whether the card stands where it may stay
        self.card = OriginsCard(pins.style_now, self._panel)
        self.card.hide()
        self._connect()
        controller.on_change.append(self._refresh)
        self._panel.installEventFilter(self)

    @property
    def at(self) -> Quantity | None:
        """Where the trail leads to, or None."""
        return self._trail.here

    def pin(self, quantity: Quantity, view: QuantityView | None = None) -> None:
        """Begin a trail at a number, beside it on `view`."""
        focused = QApplication.focusWidget()
        if self.at is None:
            self._came_from = focused
        self._seen_on = view or self._seen_on
        if quantity != self.at:
            self._placed = False
            self._go(Trail((quantity,)))
        in_view = view is not None and focused is not None and (focused is view or view.isAncestorOf(focused))
        if view is not None and not in_view:  # else the keyboard stays where a number may be typed
            self.card.setFocus(Qt.FocusReason.MouseFocusReason)

    def close(self) -> bool:
        """Put the card away, and say whether there was one; the keyboard goes back to where it was."""
        if self.at is None:
            return False
        had_keyboard, left, self._came_from = self.card.has_keyboard, self._came_from, None
        self._trail = Trail()
        self._every_step.clear()
        if had_keyboard and left is not None and _is_there(left):
            left.setFocus()
        self.card.hide()
        self._controller.point_at(self._pins.pointed)
        return True

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self.card.set_style(style)
        self._settle()

    # Going on and back

    def _hop(self, quantity: Quantity) -> None:
        self._go(self._trail.to(quantity))

    def _go(self, trail: Trail) -> None:
        """Come to the end of a trail: the step, the unit and the light go along."""
        here = trail.here
        if here is None or trail == self._trail or not belongs(here, self._controller.state.scene):
            return
        had_keyboard = self.card.has_keyboard
        self._views = self._panel.findChildren(QuantityView)
        self._trail, self._pins.pointed = trail, None
        controller = self._controller
        seen = looking_at(controller.state, here)
        if seen != controller.state:
            controller.change(seen, translated(LABELS["step"]), "step")
        controller.point_at(here, stays=True)
        self._show()
        self.card.show()
        self.card.raise_()
        self._settle()
        if had_keyboard:
            self.card.take_keyboard()
        self._say()

    def _choose_every_step(self, on: bool) -> None:
        if self.at is not None:
            (self._every_step.add if on else self._every_step.discard)(self.at)
            self._show()
            self._settle()
            self._say()

    # Showing

    def _refresh(self) -> None:
        """A frame was shown: the numbers follow, and the card goes where its number is gone."""
        if self.at is None:
            return
        trail = self._trail.within(self._controller.state.scene)
        if trail.here is None:
            self.close()
            return
        self._trail = trail
        self._show()
        self._settle()

    def _show(self) -> None:
        """Show the end of the trail, unless an edit since the last frame took it away."""
        if self.at is not None and belongs(self.at, self._controller.state.scene):
            every_step = self.at in self._every_step
            part = origins_part(self._controller.frame, self._trail, every_step=every_step)
            if part != self.card.part:
                self.card.show_part(part)

    def _say(self) -> None:
        if self.card.part is not None:
            words = spoken(self.card.part)
            announce(self.card, words)
            self.said.emit(words)

    def _connect(self) -> None:
        card = self.card
        card.hopped.connect(self._hop)
        card.back_wanted.connect(lambda: self._go(self._trail.back()))
        card.back_to.connect(lambda number: self._go(self._trail.back_to(number)))
        card.closing.connect(self.close)
        card.every_step_chosen.connect(self._choose_every_step)
        card.grown.connect(self._settle)

    # Where the card stands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        """Stand beside the number, where nothing that matters is covered."""
        if self.at is None:
            return
        room = self._panel.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self.card.set_room(room.size())
        spots = self._spots(self.at)
        now = QPointF(self.card.pos()) if self._placed else None
        self._placed = True
        size, point = QSizeF(self.card.size()), next(iter(spots), None)
        corner = beside(size, room.toRectF(), point, self._hands(), spots[1:], now)
        self.card.move(corner.toPoint())

    def _spots(self, quantity: Quantity) -> list[QRectF]:
        """Where a number stands, first on the view on which it was picked."""
        views = sorted(self._views, key=lambda view: view is not self._seen_on)
        found = [(view, view.spot(quantity)) for view in views if view.isVisible()]
        return [self._on_panel(view, spot) for view, spot in found if spot is not None]

    def _hands(self) -> list[QRectF]:
        """What has the keyboard, and where a button of the mouse is held."""
        found = []
        focused = QApplication.focusWidget()
        if isinstance(focused, QuantityBox) and self._panel.isAncestorOf(focused):
            found.append(self._on_panel(focused, focused.rect().toRectF()))
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            held = QRectF(0, 0, 2 * _HAND, 2 * _HAND)
            held.moveCenter(QPointF(self._panel.mapFromGlobal(QCursor.pos())))
            found.append(held)
        return found

    def _on_panel(self, widget: QWidget, box: QRectF) -> QRectF:
        return box.translated(QPointF(widget.mapTo(self._panel, QPoint(0, 0))))


def _is_there(widget: QWidget) -> bool:
    """Whether a widget can still be seen; it may be gone, as a window that was closed."""
    return bool(isValid(widget)) and widget.isVisible()  # type: ignore[no-untyped-call]
