"""Views painted on a page instead of the screen: lines stay lines, and what only a hand can use is left out.

A view that can stand on a page has `paint_on_page(painter)`, which paints it at its own origin: every card,
knob and plot has. Buttons have not, so they are left out.
"""

from collections.abc import Iterator
from functools import reduce
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QWidget


class PagePainter(QPainter):
    """Paints a page: a picture to keep, of whatever kind."""


@runtime_checkable
class OnPage(Protocol):
    """A view that can stand on a page."""

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the view as it stands, the pointer and the keyboard aside; not what lies on it."""


def painted_pieces(painter: QPainter, top: QWidget) -> Iterator[None]:
    """Paint a widget and everything visible in it, the widget's corner at (0, 0).

    It is done in pieces of a few milliseconds, one each time the iterator is asked, so that whoever paints
    much can let the window live meanwhile. The painter is as it was between two pieces.
    """
    for widget, x, y in tuple(_visible(top, 0, 0)):
        if isinstance(widget, OnPage):
            painter.save()
            painter.setTransform(QTransform.fromTranslate(x, y), True)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            widget.paint_on_page(painter)
            painter.restore()
            yield


def extent(top: QWidget) -> QRect:
    """What of a widget is painted, in its own pixels: a row of buttons at its edge is cut off."""
    placed = ((widget, x, y) for widget, x, y in _visible(top, 0, 0) if isinstance(widget, OnPage))
    return reduce(QRect.united, (QRect(QPoint(x, y), widget.size()) for widget, x, y in placed), QRect())


def is_on_page(widget: QWidget) -> bool:
    """Whether what is seen of a page has this widget, and what is in it."""
    wanted: bool = getattr(widget, "stands_on_page", True)
    return wanted and not widget.isHidden() and not widget.isWindow()


def _visible(widget: QWidget, x: int, y: int) -> Iterator[tuple[QWidget, int, int]]:
    """The widget and what is seen in it, each with its place, the lowest first."""
    yield widget, x, y
    for child in widget.children():
        if isinstance(child, QWidget) and is_on_page(child):
            yield from _visible(child, x + child.x(), y + child.y())
