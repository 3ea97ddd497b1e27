"""Bad lines to a platform through the installed command: told, kept, tried again."""

from collections.abc import Iterator

import pytest

from kotakmasuk.connectors.kit.loopback import Fault, Loopback, Reply, Seen
from tests.helpers.console import Console, Said


ME = b'{"id": "7", "acct": "pemkab_uji", "username": "pemkab_uji", "url": ""}'


def answer(seen: Seen) -> Reply:
    """Play a small quiet Mastodon."""
    if seen.path.endswith("verify_credentials"):
        return Reply(ME)
    if "instance" in seen.path:
        return Reply(b'{"configuration": {"statuses": {"max_characters": 500}}}')
    return Reply(b"[]")


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A platform on this machine."""
    loopback = Loopback(answer)
    yield loopback
    loopback.close()


def connect(console: Console, server: Loopback) -> Said:
    """Connect an account with a pasted token."""
    return console.connect(server.base_url, "rahasia-token")


def test_a_pasted_token_connects_and_stays_secret(
    console: Console, server: Loopback
) -> None:
    """The account answers with its handle; the token is printed nowhere."""
    said = connect(console, server)
    assert said.code == 0, said.problem
    assert "pemkab_uji" in said.out
    assert "rahasia-token" not in said.out + said.problem


FAULTS = {
    "401": (Fault(401), "token"),
    "404": (Fault(404), ""),
    "429 without Retry-After": (Fault(429), ""),
    "HTML": (Fault(200, body=b"<!DOCTYPE html><p>Masuk ke Wi-Fi"), ""),
    "half a page": (Fault(200, body=b'[{"id": "1", "te'), ""),
    "a reset": (Fault(reset=True), ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_platform_that_fails_is_told_and_remembered(
    console: Console, server: Loopback, name: str
) -> None:
    """Each fault ends with 1, a sentence in Indonesian, and the old messages there."""
    connect(console, server)
    server.fault, words = FAULTS[name]
    said = console.run("sync")
    assert said.code == 1
    assert said.out.startswith("Uji: ")
    assert words in said.out.lower()
    assert "Traceback" not in said.problem
    assert console.stored() == 2


def test_after_a_fault_the_next_round_succeeds(
    console: Console, server: Loopback
) -> None:
    """The problem goes when the platform answers again."""
    connect(console, server)
    server.fault = Fault(200, body=b"<html>")
    assert console.run("sync").code == 1
    server.fault = None
    assert console.run("sync", "--json").json()[0]["problem"] == ""


def test_a_refused_sign_in_stores_no_account(
    console: Console, server: Loopback
) -> None:
    """A wrong token leaves no half account behind."""
    server.fault = Fault(401)
    assert connect(console, server).code == 1
    names = [one["name"] for one in console.run("account", "list", "--json").json()]
    assert names == ["Aduan"]


def test_no_line_is_told(console: Console, server: Loopback) -> None:
    """A server that is not there is told; nothing is lost."""
    connect(console, server)
    server.close()
    said = console.run("sync")
    assert said.code == 1
    assert console.stored() == 2
