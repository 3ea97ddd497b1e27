"""A strict platform over HTTP and a bad line to it, with two ways to send only once.

Two steps: a container is made, then published, and the same container never twice. Own
ids: a record is put under a name that the client chose, and a second put is refused.
Whatever stands there is counted, so that a double shows.
"""

import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kotakmasuk.connectors.kit.answers import check
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import Duplicate
from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.domain.replies import Outgoing, Receipt


CONFLICT = 409
# What may happen to a write: carried out and answered, lost on the way there, lost on
# the way back, delivered much later, or delivered twice by something in between.
FAULTS = ("good", "lost before", "lost after", "late", "twice")
RESET = struct.pack("ii", 1, 0)


@dataclass
class Strict:
    """The platform: what stands there, and what the line does to the next writes."""

    standing: dict[str, str] = field(default_factory=dict)
    containers: dict[str, str] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    faults: deque[str] = field(default_factory=deque)
    late: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    base_url: str = ""

    def carry(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        """Do what is asked, as the platform would."""
        _, what, *rest = path.split("/")
        if method == "GET":
            found = {"id": self.published.get(rest[0], "")}
            return (200, found) if found["id"] else (404, {})
        if what == "containers":
            name = f"c{len(self.containers) + 1}"
            self.containers[name] = body["text"]
            return 200, {"id": name}
        name = body["container"] if what == "publish" else rest[0]
        if name in self.published:
            return CONFLICT, {"error": "already there"}
        self.published[name] = f"p{len(self.standing) + 1}"
        self.standing[self.published[name]] = body.get("text") or self.containers[name]
        return 200, {"id": self.published[name]}

    def deliver_late(self) -> None:
        """Let what hung somewhere on the way arrive after all."""
        waiting, self.late = self.late, []
        for request in waiting:
            self.carry(*request)

    def count(self, text: str) -> int:
        """Count how often a text stands there."""
        return list(self.standing.values()).count(text)


class Line:
    """Serves the platform until closed."""

    def __init__(self, platform: Strict) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.platform = platform
        platform.base_url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    platform: Strict

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Say nothing of a line that was cut on purpose."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        platform = self.server.platform
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        request = (self.command, self.path, body)
        fault = "good"
        if self.command != "GET" and platform.faults:
            fault = platform.faults.popleft()
        if fault == "late":
            platform.late.append(request)
        if fault in ("late", "lost before"):
            self._cut()
            return
        status, answer = platform.carry(*request)
        if fault == "twice":
            status, answer = platform.carry(*request)
        if fault == "lost after":
            self._cut()
            return
        content = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_PUT = do_GET  # noqa: N815 - the library's names

    def _cut(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self.connection.close()

    def log_message(self, *_arguments: object) -> None:
        """Stay silent; the suite fails on stray output."""


@dataclass(frozen=True)
class TwoSteps:
    """A connector that keeps its container; a careless one makes a new one each time."""

    platform: Strict
    http: Http
    careless: bool = False

    def count(self, text: str, settings: Mapping[str, str]) -> int:
        del settings
        return len(text)

    def send(self, access: Access, outgoing: Outgoing) -> Receipt:
        container = "" if self.careless else outgoing.step
        if not container:
            payload = {"text": outgoing.text}
            made = self.http.post(self._at("/containers"), payload=payload)
            container = str(check(made, access.now()).json()["id"])
            access.keep_step(container)
        payload = {"container": container}
        return _receipt(
            self.http.post(self._at("/publish"), payload=payload), access.now
        )

    def find_sent(self, access: Access, outgoing: Outgoing) -> Receipt | None:
        if not outgoing.step:
            return None
        return _found(self.http, self._at(f"/posts/{outgoing.step}"), access)

    def _at(self, path: str) -> str:
        return self.platform.base_url + path


@dataclass(frozen=True)
class OwnIds:
    """A connector that names each record by the outbox's own key."""

    platform: Strict
    http: Http

    def count(self, text: str, settings: Mapping[str, str]) -> int:
        del settings
        return len(text)

    def send(self, access: Access, outgoing: Outgoing) -> Receipt:
        url = f"{self.platform.base_url}/records/{outgoing.key}"
        return _receipt(self.http.put(url, payload={"text": outgoing.text}), access.now)

    def find_sent(self, access: Access, outgoing: Outgoing) -> Receipt | None:
        url = f"{self.platform.base_url}/records/{outgoing.key}"
        return _found(self.http, url, access)


def _receipt(answer: Any, now: Callable[[], int]) -> Receipt:
    if answer.status == CONFLICT:
        raise Duplicate("Platform mengatakan kiriman ini sudah ada.")
    return Receipt(str(check(answer, now()).json()["id"]))


def _found(http: Http, url: str, access: Access) -> Receipt | None:
    answer = http.get(url)
    if answer.status == 404:
        return None
    return Receipt(str(check(answer, access.now()).json()["id"]))
