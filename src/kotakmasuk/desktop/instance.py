"""One window a data folder: a second start raises the first one's.

The one rule: the name of the door comes from the folder, so a demo has its own.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket


PATIENCE = 500  # ms
KNOCK = b"raise"


def door_name(folder: Path) -> str:
    """The name under which the window of a folder can be reached."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"kotakmasuk-{digest[:20]}"


def raise_running(folder: Path) -> bool:
    """Ask the window that is open on a folder to come forward; False without one."""
    socket = QLocalSocket()
    socket.connectToServer(door_name(folder))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(KNOCK)
    sent = socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return bool(sent)


class Door(QObject):
    """Emits `knocked` when the program is started again on the same folder."""

    knocked = Signal()

    def __init__(self, folder: Path) -> None:
        """Listen at once; what a crash left behind is cleared away."""
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = door_name(folder)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        self.knocked.emit()
