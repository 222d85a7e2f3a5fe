"""What stands beside the cards: the simulator, or the training lab, which is made when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.style import Style
from lstm_gui.settings import SCENE_TABS

if TYPE_CHECKING:  # made when its tab is first shown
    from lstm_gui.gui.training.page import TrainPage
    from lstm_gui.gui.training.session import Session

    MakePage = Callable[[Style, QWidget], TrainPage]


END = 10**6  # checkpoints: as far as there are any


class Stage(QWidget):
    """One of the two is shown, by the tab."""

    def __init__(self, simulator: SimulatorPanel, colours: Palette, make_page: "MakePage") -> None:
        """`make_page(style, parent)` is called once, when the training lab is first shown.

        A start waits for none of it: where the lab is shown first, it comes after the first paint.
        """
        super().__init__()
        self.simulator = simulator
        self.page: TrainPage | None = None
        self.training_place = QWidget(self)  # there from the start: what watches where one works knows it
        self._make_page, self._style = make_page, Style(colours)
        self._trains = self._painted = False
        self._inside = QVBoxLayout(self.training_place)
        self._inside.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(simulator)
        column.addWidget(self.training_place)
        self.training_place.hide()

    @property
    def tab(self) -> str:
        """The tab that is shown, one of settings.TABS."""
        return "train" if self._trains else self.simulator.tab

    def show_tab(self, name: str) -> None:
        """Turn to a tab, one of settings.TABS."""
        trains = name not in SCENE_TABS
        if trains and self._painted:
            self._furnish()
        if not trains:
            self.simulator.show_tab(name)
        if trains != self._trains:
            self._turn(trains)

    # What keys and actions do, wherever one is

    def play(self) -> None:
        """Let steps or updates run by themselves, or stop them."""
        if (page := self._page_shown) is not None:
            page.play_or_pause()
        else:
            self.simulator.transport.play_or_pause()

    def step_by(self, steps: int) -> None:
        """Show the step before or after, or the checkpoint."""
        transport = self.simulator.transport
        if (page := self._page_shown) is not None:
            page.move_by(steps)
        else:
            (transport.step_forward if steps > 0 else transport.step_back)()

    def go_to_end(self, *, last: bool) -> None:
        """Show the first step or the last, or the checkpoint."""
        transport = self.simulator.transport
        if (page := self._page_shown) is not None:
            page.move_by(END if last else -END)
        else:
            (transport.go_to_last if last else transport.go_to_first)()

    @property
    def training(self) -> "Session | None":
        """The run that is shown, while the training lab is."""
        return None if self._page_shown is None else self._page_shown.session

    @property
    def _page_shown(self) -> "TrainPage | None":
        return self.page if self._trains else None

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            if self._trains:
                QTimer.singleShot(0, self, self._furnish)

    # Looks

    def set_palette(self, colours: Palette) -> None:
        """Draw in other colours, at once."""
        self._restyle(Style(colours, self._style.zoom))
        self.simulator.set_palette(colours)

    def set_zoom(self, percent: int) -> None:
        """Draw larger: 100 to 300 per cent."""
        self._restyle(Style(self._style.palette, max(100, min(300, percent)) / 100))
        self.simulator.set_zoom(percent)

    def _furnish(self) -> None:
        """Make the training lab, once."""
        if self.page is None:
            self.page = self._make_page(self._style, self.training_place)
            self._inside.addWidget(self.page)

    def _turn(self, trains: bool) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._trains = trains
        if trains:
            self.simulator.transport.pause()
        self.simulator.setVisible(not trains)
        self.training_place.setVisible(trains)
        if had_focus and self.page is not None:
            (self.page.first_control if trains else self.simulator.transport.slider).setFocus()

    def _restyle(self, style: Style) -> None:
        self._style = style
        if self.page is not None:
            self.page.set_style(style)
