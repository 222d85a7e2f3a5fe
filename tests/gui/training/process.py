"""A training process that is a thread of the test: the same code, and no time lost over its start."""

import contextlib
import threading
from multiprocessing import Pipe

from lstm_gui.training.messages import End
from lstm_gui.training.serve import serve


class InThread:
    """Serves at the other end of `pipe`."""

    def __init__(self) -> None:
        self.pipe, theirs = Pipe()
        self._thread = threading.Thread(target=serve, args=(theirs,))
        self._thread.start()

    def end(self, patience: float = 0.0) -> None:
        """End it, however long it takes. Safe to call twice."""
        del patience
        if not self.pipe.closed:
            with contextlib.suppress(OSError):  # it has gone by itself
                self.pipe.send(End())
            self._drain()
            self._thread.join()
            self.pipe.close()

    def _drain(self) -> None:
        """Nobody listens any more: what it still says must not hold it up."""
        while self._thread.is_alive():
            try:
                if self.pipe.poll(0.01):
                    self.pipe.recv()
            except (EOFError, OSError):
                return
