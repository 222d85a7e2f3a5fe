"""Which panel was used last: by mouse, wheel or focus."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.undo import Place

_USES = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class PlaceWatch(QObject):
    """Watches a window; a press, a turn of the wheel or the focus in a panel makes it the one used last.

    Only the events of the native window pass through Python, not those of every widget: a drag stays fast.

    Signals
    -------
    changed(Place)
        Another panel is now the one used last, or the one that undo works in.
    """

    changed = Signal(Place)

    def __init__(self, window: QWidget, panels: Mapping[Place, QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._panels = panels
        self._place = self._undo_place = Place.REVIEW
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._watching = app.focusChanged.connect(self._focus_moved)

    @property
    def place(self) -> Place:
        """The panel used last, where keys go; the cards until another was."""
        return self._place

    @property
    def undo_place(self) -> Place:
        """The panel used last, or the one in which something was done since, from a menu or by a key."""
        return self._undo_place

    def use(self, place: Place) -> None:
        """A person turned to this panel."""
        if place is not self._place or place is not self._undo_place:
            self._place = self._undo_place = place
            self.changed.emit(place)

    def did(self, place: Place) -> None:
        """Something that can be taken back was done in this panel, wherever the person is."""
        if place is not self._undo_place:
            self._undo_place = place
            self.changed.emit(place)

    def stop(self) -> None:
        """Note nothing more: while a window is taken apart the focus moves through widgets half gone."""
        QObject.disconnect(self._watching)

    def watch_native_window(self) -> None:
        """Begin; to be called once the window has been shown."""
        handle = self._window.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _USES and isinstance(event, QMouseEvent | QWheelEvent):
            self._note(self._window.childAt(event.position().toPoint()))
        return False

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._note(now)

    def _note(self, widget: QWidget | None) -> None:
        for place, panel in self._panels.items():
            if widget is not None and (widget is panel or panel.isAncestorOf(widget)):
                self.use(place)
