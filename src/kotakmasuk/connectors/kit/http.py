"""HTTP, and the only module that knows httpx; a change of library costs this file.

Reads are tried again, writes never: what was on its way when the line broke has an
unknown outcome. A token reaches one header and nothing else, no text and no log.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kotakmasuk.connectors.kit.answers import Answer, unknown, unreachable
from kotakmasuk.connectors.kit.requests import (
    Request,
    Upload,
    demand_safe,
    followed,
    sendable,
    without_token,
)


if TYPE_CHECKING:
    import ssl

    import httpx


USER_AGENT = "KotakMasuk/0.1"
TRIES = 3
HOPS = 5
TRY_AGAIN = frozenset({502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
OWN_MACHINE = ("all://127.0.0.1", "all://localhost", "all://[::1]")


@dataclass(frozen=True)
class HttpLimits:
    """How long to wait, in seconds, and how large an answer may be, in bytes.

    `read` is the longest silence, `whole` the longest time for one answer's body.
    """

    connect: float = 10.0
    read: float = 30.0
    whole: float = 90.0
    body: int = 10 * 1024 * 1024


class Http:
    """One way out to the network, made when first used; safe for several threads."""

    def __init__(
        self,
        *,
        limits: HttpLimits | None = None,
        transport: "httpx.BaseTransport | None" = None,
        pause: Callable[[float], None] = time.sleep,
        user_agent: str = USER_AGENT,
    ) -> None:
        self._limits = limits or HttpLimits()
        self._transport = transport
        self._pause = pause
        self._user_agent = user_agent
        self._clients: dict[bool, httpx.Client] = {}
        self._making = threading.Lock()

    def get(
        self,
        url: str,
        *,
        query: Mapping[str, Any] | None = None,
        token: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Read, up to three times; raises Unreachable when no answer came."""
        request = Request("GET", url, query, headers=headers or {}, token=token)
        for attempt in range(1, TRIES):
            answer = self._ask(request)
            if answer is not None and answer.status not in TRY_AGAIN:
                return answer
            self._pause(0.25 * 2**attempt)
        answer = self._ask(request)
        if answer is None:
            raise unreachable(request.host)
        return answer

    def post(
        self,
        url: str,
        *,
        payload: object = None,
        token: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Write once, `payload` as JSON; OutcomeUnknown if it left without an answer."""
        return self._write(Request("POST", url, None, payload, headers or {}, token))

    def upload(
        self, url: str, *, file: Upload, fields: Mapping[str, str], token: str = ""
    ) -> Answer:
        """Write a file with its fields once, as a form; the same errors as `post`."""
        return self._write(Request("POST", url, token=token, file=file, fields=fields))

    def put(
        self,
        url: str,
        *,
        payload: object = None,
        token: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Replace once; the same errors as `post`."""
        return self._write(Request("PUT", url, None, payload, headers or {}, token))

    def delete(
        self, url: str, *, token: str = "", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Delete once; the same errors as `post`."""
        request = Request("DELETE", url, headers=headers or {}, token=token)
        return self._write(request)

    def wait(self, seconds: float) -> None:
        """Let a platform finish what it has accepted, before it is asked again."""
        self._pause(seconds)

    def close(self) -> None:
        """Close every connection; the next use opens new ones."""
        with self._making:
            clients, self._clients = self._clients, {}
        for client in clients.values():
            client.close()

    def _ask(self, request: Request) -> Answer | None:
        """Read once, following redirects; None when the line broke."""
        import httpx

        try:
            answer = self._carry(request)
            for _hop in range(HOPS):
                if answer.status not in REDIRECTS or "location" not in answer.headers:
                    return answer
                request = followed(request, answer)
                answer = self._carry(request)
        except httpx.DecodingError:
            return Answer(200, {}, b"", request.url)
        except httpx.TransportError:
            return None
        return answer

    def _write(self, request: Request) -> Answer:
        import httpx

        try:
            return self._carry(request)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            raise unreachable(request.host) from None
        except (httpx.ProxyError, httpx.UnsupportedProtocol):
            raise unreachable(request.host) from None
        except httpx.HTTPError:
            raise unknown(request.host) from None

    def _carry(self, request: Request) -> Answer:
        """Carry one request over and back; httpx's own errors pass through."""
        demand_safe(request.url)
        headers = {"Accept": "application/json", **request.headers}
        if request.token:
            headers["Authorization"] = f"Bearer {sendable(request)}"
        arguments: dict[str, Any] = {"headers": headers}
        if request.query is not None:
            arguments["params"] = request.query
        if request.payload is not None:
            arguments["json"] = request.payload
        if request.file is not None:
            file = request.file
            arguments["files"] = {
                file.field: (file.name, file.content, file.media_type)
            }
            arguments["data"] = dict(request.fields)
        client = self._client(fresh=request.writes)
        with client.stream(request.method, request.url, **arguments) as response:
            body = self._body(response)
        return Answer(
            status=response.status_code,
            headers={name.lower(): value for name, value in response.headers.items()},
            body=without_token(body, request.token),
            url=request.url,
            written=request.writes,
        )

    def _body(self, response: "httpx.Response") -> bytes:
        """Read at most as much as is allowed; a longer body is cut, hence unreadable."""
        import httpx

        body = bytearray()
        until = time.monotonic() + self._limits.whole
        for part in response.iter_bytes():
            body += part
            if time.monotonic() > until:
                message = "an answer by drops"
                raise httpx.ReadTimeout(message)
            if len(body) > self._limits.body:
                return b""
        return bytes(body)

    def _client(self, *, fresh: bool) -> "httpx.Client":
        """Give the client for reads, or the one that keeps no connection.

        A write on a kept connection that the server has just closed would look like an
        unknown outcome, so each write opens its own.
        """
        with self._making:
            if fresh not in self._clients:
                self._clients[fresh] = self._make_client(fresh=fresh)
            return self._clients[fresh]

    def _make_client(self, *, fresh: bool) -> "httpx.Client":
        import httpx

        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # they log addresses
        limits = self._limits
        return httpx.Client(
            transport=self._transport,
            verify=_trusted(),
            timeout=httpx.Timeout(limits.read, connect=limits.connect),
            limits=httpx.Limits(max_keepalive_connections=0 if fresh else 8),
            headers={"User-Agent": self._user_agent},
            mounts=None if self._transport else dict.fromkeys(OWN_MACHINE),
            follow_redirects=False,
        )


@cache
def _trusted() -> "ssl.SSLContext":
    """Load the certificates of those we trust; it takes 0.1 s, so once a process."""
    import httpx

    return httpx.create_ssl_context()
