"""A scroll area for one column: it scrolls down only, with a slim bar, and what lies behind shows through."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from lstm_gui.gui.slim_bar import scroll_slimly


def column_scroll_area(inside: QWidget) -> QScrollArea:
    """A scroll area around a column that is as wide as it."""
    area = QScrollArea()
    scroll_column(area, inside)
    return area


def scroll_column(area: QScrollArea, inside: QWidget) -> None:
    """Let an area scroll such a column."""
    scroll_slimly(area)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the panel's keys are for the card
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
