"""Shows where a run left the finite numbers; what says it is made when it first has to."""

from typing import TYPE_CHECKING

from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.frame import Highlight

if TYPE_CHECKING:
    from lstm_gui.gui.simulator.diagram.stop_notice import StopNotice
    from lstm_gui.simulator.stopped import Stopped


class Stops:
    """A view of the part "stopped", on the strip of the diagram."""

    def __init__(self, diagram: DiagramView) -> None:
        self._diagram = diagram
        self._controller: Controller | None = None
        self.notice: StopNotice | None = None

    def connect_controller(self, controller: Controller) -> None:
        """Show what this controller resolves, and offer what it can take back. Once."""
        self._controller = controller
        controller.attach("stopped", self)
        controller.on_change.append(self._offer_way_back)
        self._diagram.became_visible.connect(lambda: controller.catch_up(self))

    def is_shown(self) -> bool:
        """Whether a person can see it now."""
        return self._diagram.is_shown()

    def show_part(self, part: "Stopped | None") -> None:
        """Say where the run stopped, or nothing."""
        if part is not None and self.notice is None and self._controller is not None:
            from lstm_gui.gui.simulator.diagram.stop_notice import StopNotice

            self.notice = StopNotice(self._diagram)
            self.notice.undo_requested.connect(self._controller.undo)
        if self.notice is not None:
            self.notice.show_part(part)
            self._offer_way_back()

    def show_highlight(self, highlight: Highlight | None) -> None:
        """Stand aside while something is pointed at, whose equation stands on the strip."""
        if self.notice is not None:
            self.notice.make_way(for_another=highlight is not None)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        if self.notice is not None:
            self.notice.set_style(style)

    def _offer_way_back(self) -> None:
        if self.notice is not None and self._controller is not None:
            self.notice.show_way_back(self._controller.undo_label)
