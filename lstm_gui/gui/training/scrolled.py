"""A room that scrolls where its window is lower than what stands in it, so that nothing is squeezed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.slim_bar import WIDTH, scroll_slimly
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.session import Session

_GAP = 8.0  # px at 100 %


class ScrolledRoom(Room):
    """What it shows stands in `inner`, one below the other in `column`."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.area = QScrollArea(self)
        scroll_slimly(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QWidget()
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.area.setWidget(self.inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        self.column.setSpacing(round(style.px(_GAP)))

    @property
    def room_across(self) -> int:
        """How wide what is shown can be, in pixels, beside the bar that there may be."""
        return self.width() - WIDTH

    def minimumSizeHint(self) -> QSize:
        """Small enough for any window: it scrolls."""
        return QSize(round(self.style_now.px(280)), round(self.style_now.px(160)))
