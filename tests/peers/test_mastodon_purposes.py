"""Posts, likes, boosts and pictures against a real server of the Mastodon API."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from kotakmasuk.connectors.kit import registry
from kotakmasuk.connectors.kit.contract import Access, Connector
from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Outgoing, Picture
from tests.peers import mastodon_mock


pytestmark = [pytest.mark.peers, pytest.mark.slow]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6364f8cf500f00030e0180a5c9f1d50000000049454e44ae426082"
)
PICTURE = Picture(
    hashlib.sha256(PIXEL).hexdigest(),
    "peta.png",
    "image/png",
    len(PIXEL),
    "Peta banjir",
)


def mastodon() -> Connector:
    return registry.find()["mastodon"].connector()


def now() -> int:
    return int(time.time() * 1000)


@dataclass(frozen=True)
class Place:
    """The agency and a citizen on one server, and what was to be remembered."""

    agency: mastodon_mock.User
    citizen: mastodon_mock.User
    access: Access
    steps: list[str]


@pytest.fixture
def place() -> Iterator[Place]:
    http, steps = Http(), []
    with mastodon_mock.running() as server:
        agency, citizen = server.register("humas"), server.register("warga")
        yield Place(agency, citizen, access(agency, http, steps), steps)
    http.close()


def access(user: mastodon_mock.User, http: Http, steps: list[str]) -> Access:
    return Access(
        account="uid",
        remote_id=user.id,
        handle="@humas",
        settings={"base_url": user.base_url},
        http=http,
        read_token=lambda _name: user.token,
        save_token=lambda _name, _value: None,
        now=now,
        keep_step=steps.append,
        picture=lambda _digest: PIXEL,
    )


def announcement(text: str = "Pengumuman: jembatan ditutup.") -> Outgoing:
    return Outgoing(
        key=text,
        text=text,
        conversation="",
        in_reply_to=None,
        form=Form.MENTION,
        public=True,
        not_before=now(),
        purpose="announcement",
    )


def test_a_picture_is_seen_with_its_words_and_uploaded_once(place: Place) -> None:
    """A second attempt with the kept step names the picture that is there."""
    first = replace(announcement(), pictures=(PICTURE,))
    receipt = mastodon().send(place.access, first)
    status = place.agency._ask("GET", f"/api/v1/statuses/{receipt.remote_id}")
    words = [each["description"] for each in status["media_attachments"]]
    assert words == ["Peta banjir"]
    place.agency.delete(receipt.remote_id)
    mastodon().send(place.access, replace(first, key="lagi", step=place.steps[-1]))
    assert len(place.steps) == 1


@pytest.mark.parametrize("purpose", ["announcement", "like", "share"])
def test_each_purpose_is_found_after_it_was_done(place: Place, purpose: str) -> None:
    """And not before; done twice, a like and a boost stand once."""
    target = place.citizen.post("@humas terima kasih")["id"]
    asked = announcement()
    if purpose != "announcement":
        asked = replace(asked, purpose=purpose, in_reply_to=target, text="")
    assert mastodon().find_sent(place.access, asked) is None
    receipt = mastodon().send(place.access, asked)
    assert mastodon().find_sent(place.access, asked) == receipt
    if purpose != "announcement":
        assert mastodon().send(place.access, asked) == receipt


def test_a_private_answer_to_a_public_mention_is_seen_by_one_alone(
    place: Place,
) -> None:
    """The officer switched to a direct message: the server says so, and finds it."""
    target = place.citizen.post("@humas nomor saya berapa ya")["id"]
    asked = Outgoing(
        key="pribadi",
        text="Nomor layanan Anda sudah kami cek.",
        conversation=target,
        in_reply_to=target,
        form=Form.DIRECT_MESSAGE,
        public=False,
        mention="@warga",
        not_before=now(),
    )
    receipt = mastodon().send(place.access, asked)
    status = place.agency._ask("GET", f"/api/v1/statuses/{receipt.remote_id}")
    assert status["visibility"] == "direct"
    assert mastodon().find_sent(place.access, asked) == receipt
