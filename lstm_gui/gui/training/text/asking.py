"""Questions to the training process about a text: one at a time, and not too often."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from lstm_gui.gui.training.session import Session
from lstm_gui.nets.optimisers import NO_MEMORY
from lstm_gui.training import messages as say
from lstm_gui.training.run import RunState
from lstm_gui.training.text_lab.reading import TextReading

REST = 200  # ms between two readings at least
SHARE = 0.1  # of the time that learning may lose to being read


class Asking(QObject):
    """Keeps a reading up to date: what changed while one was awaited is asked for when that has come."""

    def __init__(
        self,
        session: Session,
        shown: Callable[[TextReading], None],
        refused: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._shown, self._refused = session, shown, refused
        self.text, self.quantity = "", "h"
        self.waiting = False
        self._stale = False
        self._asked = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)
        session.failed.connect(self._lost)
        session.restarted.connect(self._lost)

    def ask(self) -> None:
        """Have the text read by the checkpoint that is shown, soon."""
        state = self._session.state
        if state is None:
            return
        if self.waiting or self._rest.isActive():
            self._stale = True
            return
        self.waiting, self._stale, self._asked = True, False, time.monotonic()
        self._session.ask(say.AskText(self._session.plan, bare(state), self.text, self.quantity), self._told)

    def write(
        self,
        prompt: str,
        length: int,
        temperature: float,
        seed: int,
        written: Callable[[say.ToldWriting | say.Failed], None],
    ) -> bool:
        """Have the checkpoint that is shown write; whether there is one."""
        state = self._session.state
        if state is None:
            return False
        question = say.AskWriting(self._session.plan, bare(state), prompt, length, temperature, seed)
        self._session.ask(question, written)
        return True

    def _told(self, message: say.ToldText | say.Failed) -> None:
        self.waiting = False
        took = 1000 * (time.monotonic() - self._asked)
        self._rest.start(round(max(REST, took / SHARE)) if self._session.running else REST)
        if isinstance(message, say.ToldText):
            self._shown(message.reading)
        else:
            self._refused(message.words)

    def _rested(self) -> None:
        if self._stale:
            self.ask()

    def _lost(self) -> None:
        """No answer will come."""
        self.waiting = False


def bare(state: RunState) -> RunState:
    """What a network needs to be read with, without what it needs to learn on."""
    return replace(state, memory=NO_MEMORY, carried=None)
