"""The order in which Tab walks through the window, where it is not the order in which things were made."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_first(earlier: QWidget, later: QWidget) -> None:
    """Have Tab walk through all inside `earlier` before it comes to `later` and what is inside that."""
    walk = [*_inside(earlier), *_inside(later)]
    for before, after in pairwise(walk):
        QWidget.setTabOrder(before, after)


def _inside(whole: QWidget) -> list[QWidget]:
    """The widget and all inside it, in the order of Tab."""
    found = [whole]
    widget = whole.nextInFocusChain()
    while widget is not None and widget is not whole:  # the chain is a ring
        if whole.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
