"""Start, pause, one update, back to update 0; and what seed the run has."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lstm_gui.gui.simulator import controls
from lstm_gui.gui.simulator.controls import BarButton
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import TITLE, Style
from lstm_gui.gui.training.run_words import step_words
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.start_button import StartButton

translate = QCoreApplication.translate


class TrainTransport(QWidget):
    """Tells the session what to do, and shows whether it learns."""

    def __init__(self, session: Session, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._style = session, style
        self.setAccessibleName(translate("Train", "Learning"))
        self.play = StartButton(translate("Train", "Go on"), style, self)
        self.play.setToolTip(translate("Train", "Let the network learn, or let it wait (Space)"))
        self.one = self._button(
            controls.forward, translate("Train", "One update"), translate("Train", "One update, and wait (→)")
        )
        self.stop = self._button(
            controls.reset,
            translate("Train", "Back to update 0"),
            translate("Train", "Back to update 0, with the same seed (R)"),
        )
        tip = translate("Train", "Begin with other random weights and other sequences")
        self.seed = WordButton(translate("Train", "New seed"), tip, style, self)
        self.counter = QLabel(self)
        self.play.clicked.connect(session.play_or_pause)
        self.one.clicked.connect(session.one_step)
        self.stop.clicked.connect(session.stop)
        self.seed.clicked.connect(session.new_seed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self.play, self.one, self.stop, self.seed, self.counter):
            self._row.addWidget(part)
        self.set_style(style)

    def show_session(self) -> None:
        """Say what the buttons do now, and where the run stands."""
        session = self._session
        words = translate("Train", "Pause") if session.running else self._begin_words()
        self.play.show_state(words, runs=session.running)
        curve, state = session.history.now, session.checkpoints.last
        done = curve.last_step if len(curve) or state is None else state.step  # a model that was opened
        step, seed = step_words(done), session.plan.seed
        self.counter.setText(translate("Train", "update {step} · seed {seed}").format(step=step, seed=seed))

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        for button in (self.play, self.one, self.stop, self.seed):
            button.set_style(style)
        self.seed.setFixedSize(self.seed.sizeHint())
        self.counter.setFont(style.font(TITLE))
        longest = translate("Train", "update {step} · seed {seed}").format(step=step_words(100_000), seed=99)
        self.counter.setMinimumWidth(self.counter.fontMetrics().horizontalAdvance(longest))
        self._row.setSpacing(round(style.px(6)))

    def _begin_words(self) -> str:
        begun = len(self._session.history.now) > 0
        return translate("Train", "Go on") if begun else translate("Train", "Start")

    def _button(self, sign: controls.Sign, name: str, tip: str) -> BarButton:
        button = BarButton(sign, self._style, self)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button
