"""A proxy between the program and a server, that does what bad lines and servers do.

It strips Idempotency-Key, because real servers ignore it, unless it is told not to.
"""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


HOP = frozenset({"connection", "transfer-encoding", "content-length", "date", "server"})


@dataclass
class Line:
    """The line as it is now; a test changes it while requests run.

    The counts apply to the next writes, one each; seconds apply to every write. With
    `path` all of it applies to writes on that path alone, and after `skip` of them.
    `writes` counts the writes that came in, `delivered` those that reached the server,
    `busy` what is on its way.
    """

    base_url: str = ""
    path: str = ""
    keeps_keys: bool = False
    skip: int = 0
    busy: int = 0
    drop_before_delivery: int = 0
    drop_after_delivery: int = 0
    seconds_before_delivery: float = 0.0
    seconds_after_delivery: float = 0.0
    cut: bool = False
    writes: int = 0
    delivered: int = 0
    requests: list[str] = field(default_factory=list)
    arrived: threading.Event = field(default_factory=threading.Event)
    answered: threading.Event = field(default_factory=threading.Event)

    def renew(self) -> None:
        """Be a good line again, with nothing counted."""
        self.path, self.skip = "", 0
        self.drop_before_delivery = self.drop_after_delivery = 0
        self.seconds_before_delivery = self.seconds_after_delivery = 0.0
        self.cut = False
        self.arrived.clear()
        self.answered.clear()

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        until = time.monotonic() + 30
        while self.busy and time.monotonic() < until:
            time.sleep(0.01)

    def spend(self, name: str) -> bool:
        """Use one of the counted faults up, if any is left."""
        left: int = getattr(self, name)
        if left > 0:
            setattr(self, name, left - 1)
        return left > 0


class Quiet(ThreadingHTTPServer):
    """Says nothing of a client that was killed; that is what tests are about."""

    daemon_threads = True

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Let the connection end."""


@contextmanager
def between(server_url: str) -> Iterator[Line]:
    """Stand before a server for as long as the block lasts."""
    line = Line()
    server = Quiet(("127.0.0.1", 0), _handler(server_url, line))
    line.base_url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(server_url: str, line: Line) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _carry(self) -> None:
            line.busy += 1
            try:
                self._carry_one()
            finally:
                line.busy -= 1

        def _carry_one(self) -> None:
            line.requests.append(f"{self.command} {self.path}")
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            writes = self.command != "GET" and line.path in ("", self.path)
            writes = writes and not line.spend("skip")
            if line.cut or (writes and _lost_before(line)):
                return
            status, headers, answer = _forward(server_url, self, body, line)
            if writes and _lost_after(line):
                return
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_PUT = do_DELETE = _carry  # noqa: N815 - the library's names

        def log_message(self, *_arguments: object) -> None:
            """Stay silent; the suite fails on stray output."""

    return Handler


def _lost_before(line: Line) -> bool:
    line.writes += 1
    line.arrived.set()
    time.sleep(line.seconds_before_delivery)
    return line.spend("drop_before_delivery")


def _lost_after(line: Line) -> bool:
    line.delivered += 1
    line.answered.set()
    time.sleep(line.seconds_after_delivery)
    return line.spend("drop_after_delivery")


def _forward(
    server_url: str, request: BaseHTTPRequestHandler, body: bytes, line: Line
) -> tuple[int, list[tuple[str, str]], bytes]:
    dropped = HOP | {"host", "accept-encoding"}
    dropped |= set() if line.keeps_keys else {"idempotency-key"}
    headers = {
        name: value
        for name, value in request.headers.items()
        if name.lower() not in dropped
    }
    parts = urlsplit(server_url)
    upstream = http.client.HTTPConnection(parts.netloc, timeout=30)
    try:
        upstream.request(request.command, request.path, body, headers)
        answer = upstream.getresponse()
        content = answer.read()
    finally:
        upstream.close()
    kept = [each for each in answer.getheaders() if each[0].lower() not in HOP]
    return answer.status, kept, content
