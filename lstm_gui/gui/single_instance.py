"""One window per collection: a second start raises the first and hands it the file to open."""

import json
import logging
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QObject, Signal

if TYPE_CHECKING:  # 10 ms that a first start can do without
    from PySide6.QtNetwork import QLocalSocket

WAIT = 1000  # ms for the first instance to answer
MAX_BYTES = 10_000
_ANSWER = b"raised\n"

_log = logging.getLogger(__name__)


def server_name(data_folder: Path) -> str:
    """The name of the local socket of a data folder: the same however the folder is written."""
    path = os.fsencode(data_folder.resolve())  # a name need not be UTF-8
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)  # hashlib would load OpenSSL
    return f"lstm-lab-{digest.data().hex()[:16]}"


def raise_running(data_folder: Path, file: str = "") -> bool:
    """Ask the instance that has this folder open to come to the front; False when there is none."""
    name = server_name(data_folder)
    if os.name == "posix" and not (Path(QDir.tempPath()) / name).exists():
        return False  # Qt puts the socket there; without it nobody listens

    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(json.dumps({"open": file}).encode() + b"\n")
    socket.flush()
    if not socket.canReadLine():
        socket.waitForReadyRead(WAIT)
    return bytes(socket.readAll().data()) == _ANSWER


class SingleInstance(QObject):
    """What the first instance listens with.

    Signals
    -------
    raised(str)
        A second start happened; the text is the path of the file to open, or "".
    """

    raised = Signal(str)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        name = server_name(data_folder)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left by a run that was killed: nobody answered there
            if not self._server.listen(name):
                _log.warning("a second start will not find this one: %s", self._server.errorString())

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(partial(self._answer, socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._answer(socket)

    def _answer(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MAX_BYTES:
                socket.abort()
            return
        line = bytes(socket.readLine(MAX_BYTES).data())
        try:
            file = json.loads(line)["open"]
        except (ValueError, KeyError, TypeError, RecursionError):
            _log.warning("a local program sent something that is not a request to raise the window")
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        self.raised.emit(str(file))
