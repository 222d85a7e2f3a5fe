"""What can be done where a run has diverged: a row of buttons in the place of the trouble."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.flow import Flow
from lstm_gui.gui.training.plan_changes import with_clipping, with_shorter_steps
from lstm_gui.gui.training.session import Session

translate = QCoreApplication.translate


class Remedies(QWidget):
    """Shown while there is something to remedy."""

    def __init__(self, session: Session, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(translate("Train", "After it diverged"))
        words = (
            (
                translate("Train", "Last good checkpoint"),
                translate("Train", "Show the network as it was before its loss shot up"),
            ),
            (
                translate("Train", "Go on with clipping"),
                translate("Train", "Learn on from the best checkpoint, with every gradient bounded"),
            ),
            (
                translate("Train", "Go on with shorter steps"),
                translate("Train", "Learn on from the best checkpoint, at a tenth of the rate or less"),
            ),
        )
        self.last, self.clip, self.shorter = (WordButton(text, tip, style, self) for text, tip in words)
        self._flow = Flow(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.last, self.clip, self.shorter):
            self._flow.addWidget(button)
        self.last.clicked.connect(self._show_last)
        self.clip.clicked.connect(self._clip)
        self.shorter.clicked.connect(self._shorten)
        self.set_style(style)
        self.hide()

    def show_session(self) -> None:
        """Offer what helps now."""
        ended = self._session.ended_now
        diverged = ended is not None and ended.why == "diverged"
        self.clip.setVisible(self._session.plan.learning.clipping == "none")
        self.setVisible(diverged)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._flow.apart = round(style.px(6))
        for button in (self.last, self.clip, self.shorter):
            button.set_style(style)
            button.setFixedSize(button.sizeHint())

    def _show_last(self) -> None:
        """The newest checkpoint that had not begun to diverge: the last one of all is ruined as a rule."""
        kept, best = self._session.checkpoints, self._session.checkpoints.best
        if best is not None:
            good = self._session.history.good_until(best.step)
            self._session.show_checkpoint(max(step for step in kept.steps if step <= good))

    def _clip(self) -> None:
        self._session.go_on_otherwise(with_clipping(self._session.plan), translate("Train", "clip gradients"))

    def _shorten(self) -> None:
        """Steps no longer than those that led to where it goes on: a rate of 100 may have come later."""
        session, best = self._session, self._session.checkpoints.best
        then = session.history.learning_at(best.step if best is not None else 0, session.plan)
        plan = with_shorter_steps(session.plan, then.optimiser.rate)
        session.go_on_otherwise(plan, translate("Train", "take shorter steps"))
