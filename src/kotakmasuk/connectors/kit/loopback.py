"""A server on this machine that plays a platform in tests, well or badly.

Only tests use it; it is here because the contract suite stands on it.
"""

import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Fault:
    """What goes wrong: an answer in place of the right one, a cut body, or a reset.

    `promised` is a length that the body does not keep. With `lost` the request is carried
    out and its answer never comes.
    """

    status: int = 200
    body: bytes = b"{}"
    headers: Mapping[str, str] = field(default_factory=dict)
    promised: int | None = None
    reset: bool = False
    lost: bool = False


@dataclass(frozen=True)
class Seen:
    """One request as it came in."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """What the platform answers."""

    body: bytes = b"{}"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class Loopback:
    """Runs until closed; `fault` holds for every request while it is set.

    A fault that is `lost` is spent by the next write.
    """

    def __init__(self, answer: Callable[[Seen], Reply]) -> None:
        self.answer = answer
        self.fault: Fault | None = None
        self.seen: list[Seen] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.loopback = self
        self.base_url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        """Stop listening; closing twice does nothing."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    loopback: Loopback

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Say nothing of a client that left; that is what tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        loopback, seen = self.server.loopback, self._seen()
        fault = loopback.fault
        loopback.seen.append(seen)
        if fault is None or (fault.lost and self.command == "GET"):
            self._write(loopback.answer(seen), None)
        elif fault.lost:
            loopback.fault = None
            loopback.answer(seen)
            self._reset()
        elif fault.reset:
            self._reset()
        else:
            self._write(Reply(fault.body, fault.status, fault.headers), fault.promised)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - the library's names

    def _seen(self) -> Seen:
        parts = urlsplit(self.path)
        return Seen(
            method=self.command,
            path=parts.path,
            query=parse_qs(parts.query),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(self.headers.get("Content-Length") or 0)),
        )

    def _write(self, reply: Reply, promised: int | None) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        length = len(reply.body) if promised is None else promised
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(reply.body)

    def _reset(self) -> None:
        """End the connection as a failing line does, not as a polite server."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self.connection.close()

    def log_message(self, *_arguments: object) -> None:
        """Stay silent; the suite fails on stray output."""
