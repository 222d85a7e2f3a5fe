"""A page of the simulator that nobody sees: laid out in any size and colours, and painted step by step."""

import shiboken6
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtWidgets import QLayout

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.arrangement import bar_height, gap
from lstm_gui.gui.simulator.drawing import Drawing, margins
from lstm_gui.gui.simulator.page_painter import extent
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.strip import caption_words
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.state import SimState

_DESIGNED_FOR = QSizeF(1030.0, 820.0)  # where a page is at 100 %
_SMALLEST = 0.1  # of that


class Sheet:
    """A panel beside those on the screen, with a controller of its own. close() it when it is done with."""

    def __init__(
        self,
        state: SimState,
        size: tuple[int, int],
        theme: str = "light",
        tab: str = "cell",
        *,
        all_units: bool = False,
    ) -> None:
        """`size` in pixels of the picture, whose shape the page takes; the larger, the larger it is drawn.

        `all_units` shows heat maps of every unit in place of the curves of one.
        """
        colours = palette(theme)
        across, down = size[0] / _DESIGNED_FOR.width(), size[1] / _DESIGNED_FOR.height()
        laid_out = QSizeF(*size) / max(_SMALLEST, min(across, down))
        self._controller = Controller(lambda show: show())
        self._panel = SimulatorPanel(colours)
        self._panel.set_motion(False)
        self._panel.connect_controller(self._controller)
        self._controller.on_change.remove(self._panel.narrator.notice)  # nobody is there to be told
        self._controller.go_to(state, "")
        self._panel.show_tab(tab)
        self._panel.timeline.show_all_units(all_units)
        self._show(laid_out.toSize(), Style(colours))

    def show_step(self, step: int) -> None:
        """Turn to another step."""
        self._controller.set_step(step)

    @property
    def drawing(self) -> Drawing:
        """The page as it stands now."""
        scene = self._controller.state.scene
        told = caption_words(self._controller.frame.transport)
        return Drawing(self._panel.page, scene.title, scene.title, told)

    def close(self) -> None:
        """Be gone, at once."""
        shiboken6.delete(self._panel)  # type: ignore[no-untyped-call]

    def _show(self, size: QSize, style: Style) -> None:
        """Let the views take the panel for seen: what nobody sees is neither laid out nor worked out."""
        panel = self._panel
        layout = panel.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the system need know no least size
        panel.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        panel.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        panel.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        above = round(bar_height(style)) + round(gap(style))
        panel.resize(size - margins(style, heading=True) + QSize(0, above))
        panel.show()
        cut_off = panel.page.height() - extent(panel.page).height()
        if cut_off:
            panel.resize(panel.size() + QSize(0, cut_off))
