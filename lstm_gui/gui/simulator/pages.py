"""The pages of the tabs: each but the first is made when its tab is first shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.arrangement import is_dense
from lstm_gui.gui.simulator.style import Style

if TYPE_CHECKING:  # made when their tab is first shown
    from lstm_gui.gui.simulator.compare.page import ComparePage
    from lstm_gui.gui.simulator.gradients.page import GradientsPage
    from lstm_gui.gui.simulator.timeline.timeline import TimelineView

    Page = ComparePage | GradientsPage

FIRST = "cell"


def _compare(style: Style, parent: QWidget) -> "Page":
    from lstm_gui.gui.simulator.compare.page import ComparePage

    return ComparePage(style, parent)


def _gradients(style: Style, parent: QWidget) -> "Page":
    from lstm_gui.gui.simulator.gradients.page import GradientsPage

    return GradientsPage(style, parent)


MAKERS: dict[str, Callable[[Style, QWidget], "Page"]] = {"compare": _compare, "gradients": _gradients}
"""How the page of each tab but the first is made."""


class Pages:
    """The page of each tab, below each other in a column, of which one is shown."""

    def __init__(self, first: QWidget, column: QVBoxLayout, furnish: Callable[["Page"], None]) -> None:
        """`furnish(page)` is called once for each page that is made."""
        self.made: dict[str, Page] = {}
        self._first, self._column, self._furnish = first, column, furnish

    def show(self, name: str, before: str, style: Style) -> bool:
        """Turn to a page; whether the keyboard was on the one that was shown before."""
        if name != FIRST and name not in self.made:
            self._make(name, style)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._page(before).isAncestorOf(focused)
        for one in (FIRST, *self.made):
            self._page(one).setVisible(one == name)
        return had_focus

    @property
    def compare(self) -> "ComparePage | None":
        """The page that compares, once it was shown."""
        return cast("ComparePage | None", self.made.get("compare"))

    @property
    def gradients(self) -> "GradientsPage | None":
        """The page of gradients, once it was shown."""
        return cast("GradientsPage | None", self.made.get("gradients"))

    def timeline(self, name: str) -> "TimelineView | None":
        """The row of the input on a page, where there is one besides that of the first page."""
        return self.compare.input if name == "compare" and self.compare is not None else None

    def least_size(self, name: str, style: Style, width: float) -> tuple[float, float] | None:
        """How large the panel must be for a page at that width, where that is not as for any."""
        page = self.made.get(name)
        return None if page is None else page.least_size(style, width)

    def stand_densely(self, name: str, style: Style, room: QSize) -> bool:
        """Whether the panel is low: for its zoom, or for all of a page, which else would scroll."""
        if is_dense(room.height(), style.zoom):
            return True
        roomy = self.least_size(name, replace(style, dense=False), room.width())
        return roomy is not None and roomy[1] > room.height()

    def told(self, name: str) -> str:
        """What a page shows, for a screen reader; "" for the first."""
        page = self.made.get(name)
        return "" if page is None else page.told()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        for page in self.made.values():
            page.set_style(style)

    def _page(self, name: str) -> QWidget:
        return self._first if name == FIRST else self.made[name]

    def _make(self, name: str, style: Style) -> None:
        parent = self._column.parentWidget()
        page = MAKERS[name](style, parent)
        page.hide()
        self._column.addWidget(page, 1)
        self.made[name] = page
        self._furnish(page)
