"""A training process of its own, which gives way to whatever else the machine is asked for."""

import contextlib
import os
import signal
from multiprocessing import get_context
from multiprocessing.connection import Connection

NICER = 10  # how much a training process gives way to the window
PATIENCE = 0.5  # seconds that it is given to end by itself
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What says how many threads multiply matrices. With one each, several runs do not wait for each other's."""


def work(pipe: Connection) -> None:
    """What the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    if hasattr(os, "nice"):
        os.nice(NICER)
    for name in THREADS:  # read when numpy is loaded, which is now
        os.environ.setdefault(name, "1")
    from lstm_gui.training.serve import serve  # numpy and the compiler are loaded there alone

    serve(pipe)


class Apart:
    """A process that waits for messages (`messages.py`) at the other end of `pipe`."""

    def __init__(self) -> None:
        context = get_context("spawn")  # a fork would copy a window's threads half alive
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs,), daemon=True, name="lstm-lab-training")
        self._process.start()
        theirs.close()

    def end(self, patience: float = PATIENCE) -> None:
        """End the process, by force when it has not ended in so many seconds. Safe to call twice."""
        if self.pipe.closed:
            return
        from lstm_gui.training.messages import End

        with contextlib.suppress(OSError):  # it has gone by itself
            self.pipe.send(End())
        self._process.join(patience)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.pipe.close()
        self._process.close()
