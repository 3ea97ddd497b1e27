"""Sending on Mastodon, finding what was sent, and what is needed for it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kotakmasuk.connectors.kit.errors import (
    ConnectorError,
    Refused,
    SignInNeeded,
    TooLong,
)
from kotakmasuk.connectors.kit.loopback import Fault
from kotakmasuk.connectors.mastodon import connector, sending, server
from kotakmasuk.domain.messages import Cursor, Form
from tests.connectors.mastodon.fake_server import OWN, FakeMastodon


Start = Callable[..., FakeMastodon]


@pytest.mark.parametrize(
    ("form", "public", "visibility"),
    [
        (Form.MENTION, True, "public"),
        (Form.COMMENT, True, "public"),
        (Form.MENTION, False, "private"),
        (Form.DIRECT_MESSAGE, False, "direct"),
    ],
)
def test_an_answer_is_as_open_as_its_question(
    start: Start, form: Form, *, public: bool, visibility: str
) -> None:
    """A direct message is never answered in public."""
    fake = start()
    outgoing = fake.outgoing(fake.write("halo"), "k")
    receipt = connector.send(fake.access, replace(outgoing, form=form, public=public))
    assert fake.statuses[receipt.remote_id]["visibility"] == visibility


def test_the_citizen_is_named_once(start: Start) -> None:
    """Without the mention she would not be told; twice would look odd."""
    fake = start()
    outgoing = fake.outgoing(fake.write("halo"), "k")
    for text, sent in (
        ("Baik.", "@warga Baik."),
        ("Halo @Warga, baik.", "Halo @Warga, baik."),
        ("Halo @warga2, baik.", "@warga Halo @warga2, baik."),
        ("surel a@warga", "@warga surel a@warga"),
        ("@warga.", "@warga."),
    ):
        assert sending.addressed(replace(outgoing, text=text)) == sent


def test_too_long_is_told_as_such(start: Start) -> None:
    """The server's own count has the last word, and the text is kept."""
    fake = start()
    outgoing = replace(fake.outgoing(fake.write("halo"), "k"), text="a" * 600)
    with pytest.raises(TooLong):
        connector.send(fake.access, outgoing)


def test_a_deleted_question_does_not_hide_our_answer(start: Start) -> None:
    """The server forgets what it stood under; the words are still ours."""
    fake = start()
    outgoing = fake.outgoing(fake.write("halo"), "k")
    receipt = connector.send(fake.access, outgoing)
    fake.statuses[receipt.remote_id]["in_reply_to_id"] = None
    assert connector.find_sent(fake.access, outgoing) == receipt


def test_an_answer_below_many_others_is_found(start: Start) -> None:
    """Looking goes back to before the answer was made, page by page."""
    for links in (True, False):
        fake = start(links=links)
        outgoing = fake.outgoing(fake.write("halo"), "k")
        receipt = connector.send(fake.access, outgoing)
        for number in range(95):
            fake.post(f"siaran {number}")
        assert connector.find_sent(fake.access, outgoing) == receipt


@pytest.mark.parametrize("status", [401, 403, 429, 500])
def test_an_incomplete_look_never_says_no(start: Start, status: int) -> None:
    """Only a whole look may allow sending again."""
    fake = start()
    outgoing = fake.outgoing(fake.write("halo"), "k")
    fake.server.fault = Fault(status)
    with pytest.raises(ConnectorError):
        connector.find_sent(fake.access, outgoing)


def test_limits_come_from_the_server(start: Start) -> None:
    """From the newer address, or from the older one where there is no newer."""
    for newer in (True, False):
        identity = connector.identify(start(v2_instance=newer).access)
        assert identity.remote_id == OWN
        assert identity.handle == "@humas@sukamaju.example"
        assert identity.settings["limit"] == "5000"
        assert identity.settings["url_length"] == "25"
        assert identity.settings["pictures_most_bytes"] == "1000000"


def test_an_address_without_mastodon_is_told(start: Start) -> None:
    """A wrong address is not a missing right."""
    fake = start()
    fake.server.fault = Fault(404)
    with pytest.raises(Refused, match="tidak ada server Mastodon"):
        connector.identify(fake.access)


def test_a_missing_token_asks_for_signing_in(start: Start) -> None:
    """The keyring was emptied: nothing is asked of the server."""
    fake = start()
    access = replace(fake.access, read_token=lambda _name: None)
    with pytest.raises(SignInNeeded):
        connector.fetch(access, Cursor("notifications"))
    assert fake.server.seen == []


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("sukamaju.example", "https://sukamaju.example"),
        ("https://sukamaju.example/@humas", "https://sukamaju.example"),
        (" @humas@sukamaju.example ", "https://sukamaju.example"),
        ("http://127.0.0.1:3000/", "http://127.0.0.1:3000"),
    ],
)
def test_an_address_may_be_pasted_in_many_ways(text: str, base: str) -> None:
    """A profile, a handle or a bare name lead to the server."""
    assert server.base_url(text) == base


@pytest.mark.parametrize("text", ["", "http://sukamaju.example", "https://a b", "@"])
def test_what_is_no_address_is_refused(text: str) -> None:
    """And told before a token is sent anywhere."""
    with pytest.raises(Refused):
        server.base_url(text)


@pytest.mark.parametrize(
    ("text", "settings", "used"),
    [
        ("halo", {}, 4),
        ("👨‍👩‍👧‍👦", {}, 1),
        ("https://contoh.example/alamat/yang/panjang/sekali", {}, 23),
        ("lihat https://a.example.", {}, 6 + 23 + 1),
        ("https://a.example", {"url_length": "25"}, 25),
        ("@rini@warga.example halo", {}, 10),
        ("halo", {"mention": "@rini@warga.example"}, 10),
        ("@rini@warga.example halo", {"mention": "@rini@warga.example"}, 10),
    ],
)
def test_an_answer_is_counted_as_mastodon_does(
    text: str, settings: dict[str, str], used: int
) -> None:
    """An address is 23 letters, a citizen's server is none."""
    assert connector.count(text, settings) == used
