"""One way to the network: reads are tried again, writes never, tokens stay hidden."""

import threading
from collections.abc import Callable, Iterator

import pytest

from kotakmasuk.connectors.kit.answers import Answer, check
from kotakmasuk.connectors.kit.errors import (
    BadAnswer,
    OutcomeUnknown,
    Refused,
    SignInNeeded,
    TryLater,
    Unreachable,
)
from kotakmasuk.connectors.kit.http import Http, HttpLimits
from kotakmasuk.connectors.kit.loopback import Fault, Loopback, Reply, Seen
from kotakmasuk.connectors.kit.requests import Upload, demand_safe


TOKEN = "rahasia-sekali-123"  # noqa: S105 - a made-up one
NOW = 1_780_000_000_000


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def http(pauses: list[float]) -> Iterator[Http]:
    made = Http(limits=HttpLimits(connect=2, read=0.5, body=1000), pause=pauses.append)
    yield made
    made.close()


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[Seen], Reply]], Loopback]]:
    servers: list[Loopback] = []

    def start(answer: Callable[[Seen], Reply]) -> Loopback:
        servers.append(Loopback(answer))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


Serve = Callable[[Callable[[Seen], Reply]], Loopback]


def good(_seen: Seen) -> Reply:
    return Reply(b'{"ok": true}')


def test_a_read_is_tried_three_times(
    http: Http, serve: Serve, pauses: list[float]
) -> None:
    """A busy server is asked again after short pauses, and then believed."""
    replies = iter([Reply(status=503), Reply(status=502), Reply(b"[1]")])
    server = serve(lambda _seen: next(replies))
    assert http.get(server.base_url).json() == [1]
    assert pauses == [0.5, 1.0]


def test_a_read_that_never_succeeds_is_unreachable(http: Http, serve: Serve) -> None:
    """After three resets it is the line that is broken."""
    server = serve(good)
    server.fault = Fault(reset=True)
    with pytest.raises(Unreachable):
        http.get(server.base_url)
    assert len(server.seen) == 3


def test_a_slow_read_is_given_up(http: Http, serve: Serve) -> None:
    """A server that says nothing does not hold the officer up."""
    released = threading.Event()

    def slow(_seen: Seen) -> Reply:
        released.wait(5)
        return Reply()

    server = serve(slow)
    with pytest.raises(Unreachable):
        http.get(server.base_url)
    released.set()


def test_an_answer_by_drops_is_given_up(serve: Serve) -> None:
    """A body that never comes to its end does not hold a lane for ever."""
    server = serve(good)
    http = Http(limits=HttpLimits(whole=-1), pause=lambda _seconds: None)
    with pytest.raises(Unreachable):
        http.get(server.base_url)
    with pytest.raises(OutcomeUnknown):
        http.post(server.base_url)
    http.close()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_write_leaves_once(http: Http, serve: Serve, method: str) -> None:
    """Whatever happens to its answer, a write is not repeated."""
    server = serve(good)
    server.fault = Fault(reset=True)
    with pytest.raises(OutcomeUnknown):
        getattr(http, method)(server.base_url)
    assert len(server.seen) == 1


def test_a_file_is_uploaded_once_with_its_fields(http: Http, serve: Serve) -> None:
    """The bytes arrive as they are, beside the words that describe them."""
    server = serve(good)
    file = Upload("file", "banjir “1”.png", b"\x89PNG\r\n\x00", "image/png")
    answer = http.upload(
        server.base_url, file=file, fields={"description": "Jalan banjir"}, token=TOKEN
    )
    seen = server.seen[0]
    assert answer.written
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b"\r\n\r\n\x89PNG\r\n\x00\r\n" in seen.body
    assert b'name="description"\r\n\r\nJalan banjir' in seen.body
    assert b"Content-Type: image/png" in seen.body


def test_a_lost_upload_is_not_repeated(http: Http, serve: Serve) -> None:
    """It is a write as any other."""
    server = serve(good)
    server.fault = Fault(reset=True)
    with pytest.raises(OutcomeUnknown):
        http.upload(
            server.base_url, file=Upload("file", "a", b"b", "image/png"), fields={}
        )
    assert len(server.seen) == 1


def test_a_write_whose_answer_is_late_has_an_unknown_outcome(
    http: Http, serve: Serve
) -> None:
    """A timeout says nothing about what the server did."""
    released = threading.Event()

    def slow(_seen: Seen) -> Reply:
        released.wait(5)
        return Reply()

    server = serve(slow)
    with pytest.raises(OutcomeUnknown):
        http.post(server.base_url, payload={"status": "halo"})
    released.set()
    assert len(server.seen) == 1


def test_a_write_that_never_left_is_certain(http: Http, serve: Serve) -> None:
    """Where no connection was made, nothing was sent."""
    server = serve(good)
    server.close()
    with pytest.raises(Unreachable):
        http.post(server.base_url)


def test_a_write_does_not_follow_a_redirect(http: Http, serve: Serve) -> None:
    """An answer never lands somewhere that the agency has not chosen."""
    server = serve(lambda _seen: Reply(status=307, headers={"Location": "/lain"}))
    answer = http.post(server.base_url, payload={})
    assert len(server.seen) == 1
    with pytest.raises(OutcomeUnknown):
        check(answer, NOW)


def test_a_read_follows_a_redirect_without_the_token(http: Http, serve: Serve) -> None:
    """Another server is asked, but it is not told who asks."""
    other = serve(good)
    there = {"Location": f"{other.base_url}/sini"}
    server = serve(lambda _seen: Reply(status=302, headers=there))
    assert http.get(server.base_url, token=TOKEN).json() == {"ok": True}
    assert "authorization" in server.seen[0].headers
    assert "authorization" not in other.seen[0].headers


def test_redirects_end(http: Http, serve: Serve) -> None:
    """A circle of redirects is a bad answer, not an endless read."""
    server = serve(lambda _seen: Reply(status=302, headers={"Location": "/lagi"}))
    with pytest.raises(BadAnswer):
        check(http.get(server.base_url), NOW)
    assert len(server.seen) <= 10


def test_an_endless_body_is_cut(http: Http, serve: Serve) -> None:
    """A body over the limit is a bad answer; it does not fill the memory."""
    server = serve(lambda _seen: Reply(b"[" + b"1," * 5000))
    with pytest.raises(BadAnswer):
        http.get(server.base_url).json()


def test_a_token_is_only_in_its_header(
    http: Http, serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    """No log, no error and no answer repeats it."""
    server = serve(lambda _seen: Reply(f'{{"error": "{TOKEN}"}}'.encode(), 422))
    caplog.set_level("DEBUG")
    answer = http.get(server.base_url, token=TOKEN)
    with pytest.raises(Refused) as caught:
        check(answer, NOW)
    assert server.seen[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in f"{caught.value} {caplog.text} {answer!r}"


@pytest.mark.parametrize("token", ["dua kata", "baris\nbaru", "hurufé", "tab\t"])
def test_a_token_that_cannot_be_one_is_not_sent(
    http: Http, serve: Serve, token: str
) -> None:
    """What was pasted with a space or a line break asks for signing in again."""
    server = serve(good)
    with pytest.raises(SignInNeeded):
        http.get(server.base_url, token=token)
    assert server.seen == []


@pytest.mark.parametrize(
    "url",
    ["http://server.example", "ftp://a.example", "server", "https://", "http://[::1"],
)
def test_only_https_leaves_this_machine(url: str) -> None:
    """A token never crosses the network in the open."""
    with pytest.raises(Refused):
        demand_safe(url)


@pytest.mark.parametrize(
    "url", ["https://server.example", "http://127.0.0.1:3000", "http://localhost/x"]
)
def test_this_machine_may_speak_plainly(url: str) -> None:
    """Tests and a server on the same computer need no certificate."""
    demand_safe(url)


@pytest.mark.parametrize(
    ("headers", "when"),
    [
        ({"retry-after": "120"}, NOW + 120_000),
        ({"retry-after": "Fri, 29 May 2026 00:00:00 GMT"}, 1_780_012_800_000),
        ({"x-ratelimit-reset": "2026-05-29T00:00:00.000000Z"}, 1_780_012_800_000),
        ({"x-ratelimit-reset": "1780012800"}, 1_780_012_800_000),
        ({"x-ratelimit-reset": "2026-01-01T00:00:00Z"}, NOW),
        ({"retry-after": "nanti"}, None),
        ({"retry-after": "nan"}, None),
        ({}, None),
    ],
)
def test_a_pause_is_read_from_every_header(
    headers: dict[str, str], when: int | None
) -> None:
    """Seconds, dates, instants; where the platform says nothing, nobody knows."""
    with pytest.raises(TryLater) as caught:
        check(Answer(429, headers, b"", "https://server.example/"), NOW)
    assert caught.value.when == when


def test_a_closed_http_opens_again(http: Http, serve: Serve) -> None:
    """After a pause of the account the same object goes on."""
    server = serve(good)
    http.get(server.base_url)
    http.close()
    assert http.get(server.base_url).status == 200


def test_the_user_agent_says_who_asks(http: Http, serve: Serve) -> None:
    """A server's keeper can see which program it is."""
    server = serve(good)
    http.get(server.base_url, query={"types[]": ["mention", "update"]})
    assert server.seen[0].headers["user-agent"] == "KotakMasuk/0.1"
    assert server.seen[0].query == {"types[]": ["mention", "update"]}
