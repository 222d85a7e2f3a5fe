"""Messages to a training process, in which a table or a text of one's own is sent once.

Every plan carries its data. A table of a million cells takes half a second to be put into a message, in which
no other thread has its turn: so what the other end of a pipe was sent last is only named after that.
"""

import io
import pickle
from multiprocessing.connection import Connection
from weakref import WeakKeyDictionary

from lstm_gui.training.task_choice import Data

SAME = "the same data as before"

_sent: WeakKeyDictionary[Connection, Data] = WeakKeyDictionary()
_received: WeakKeyDictionary[Connection, Data] = WeakKeyDictionary()


class _Packer(pickle.Pickler):
    """Knows what went through a pipe before."""

    def __init__(self, buffer: io.BytesIO, pipe: Connection) -> None:
        super().__init__(buffer, pickle.HIGHEST_PROTOCOL)
        self._pipe = pipe

    def persistent_id(self, part: object) -> object:
        """What is sent in the place of a part; None: the part as any other."""
        if not isinstance(part, Data):
            return None
        if _sent.get(self._pipe) is part:
            return SAME
        _sent[self._pipe] = part
        return part


class _Unpacker(pickle.Unpickler):
    """The other end."""

    def __init__(self, buffer: io.BytesIO, pipe: Connection) -> None:
        super().__init__(buffer)
        self._pipe = pipe

    def persistent_load(self, sent: Data | str) -> Data:
        """What was meant by what was sent in its place."""
        if not isinstance(sent, str):
            _received[self._pipe] = sent
        return _received[self._pipe]


def send(pipe: Connection, message: object) -> None:
    """Send a message to who hears it by `receive`. Raises OSError when nobody is there."""
    buffer = io.BytesIO()
    _Packer(buffer, pipe).dump(message)
    pipe.send_bytes(buffer.getbuffer())


def receive(pipe: Connection) -> object:
    """The next message, sent by `send` or by the pipe itself. Raises EOFError or OSError when nobody is."""
    message: object = _Unpacker(io.BytesIO(pipe.recv_bytes()), pipe).load()
    return message
