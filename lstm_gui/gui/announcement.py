"""Has a screen reader say what changed where nothing that has the focus tells it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Say `words` as something that happened on `widget`, which keeps its focus or its lack of it."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
