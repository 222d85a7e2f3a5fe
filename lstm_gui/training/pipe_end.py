"""A training process's end of the pipe: whatever is wrong with it, whoever held the other end is gone."""

from multiprocessing.connection import Connection

from lstm_gui.training.parcel import receive


class Gone(Exception):
    """Whoever held the other end of the pipe is no longer there."""


class PipeEnd:
    """One end. Each method raises Gone when nobody is there."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def tell(self, message: object) -> None:
        """Say something."""
        try:
            self._pipe.send(message)
        except OSError as error:
            raise Gone from error

    def asked(self) -> bool:
        """Whether somebody speaks."""
        try:
            return self._pipe.poll()
        except OSError as error:
            raise Gone from error

    def received(self) -> object:
        """What was said; waits for it."""
        try:
            return receive(self._pipe)
        except (EOFError, OSError) as error:
            raise Gone from error
