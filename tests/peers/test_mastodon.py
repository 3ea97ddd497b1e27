"""The Mastodon connector alone against a real server of its API, over a bad line."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from kotakmasuk.connectors.kit import registry
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import OutcomeUnknown, SignInNeeded, Unreachable
from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.domain.messages import Cursor, Form, Incoming, Page
from kotakmasuk.domain.replies import Outgoing
from tests.peers import mastodon_mock, proxy


pytestmark = [pytest.mark.peers, pytest.mark.slow]


@dataclass
class Desk:
    """The agency's account as the connector sees it, and what it has read so far."""

    access: Access
    user: mastodon_mock.User
    clock: list[int]
    cursors: dict[str, Cursor] = field(default_factory=dict)
    messages: dict[str, Incoming] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)

    def sync(self, *streams: str) -> list[Page]:
        """Read every stream to its end."""
        pages = []
        for stream in streams or ("notifications", "conversations", "own"):
            page = self._read(stream)
            while page.has_more:
                pages.append(page)
                page = self._read(stream)
            pages.append(page)
        return pages

    def _read(self, stream: str) -> Page:
        cursor = self.cursors.get(stream, Cursor(stream))
        page = mastodon().fetch(self.access, cursor)
        self.cursors[stream] = page.cursor
        self.messages.update({each.remote_id: each for each in page.messages})
        self.removed.update(page.removed)
        return page

    def answer(self, message: Incoming, text: str, key: str) -> Outgoing:
        """Make the answer that the outbox would hand over."""
        return Outgoing(
            key=key,
            text=text,
            conversation=message.conversation,
            in_reply_to=message.remote_id,
            form=message.form,
            public=message.public,
            mention=message.author.handle,
            not_before=self.access.now(),
        )


def mastodon() -> Any:
    return registry.load("mastodon")


COUNT = iter(range(1000))


@pytest.fixture
def desk(server: mastodon_mock.Server, line: proxy.Line) -> Iterator[Desk]:
    user = server.register(f"humas{next(COUNT)}")
    clock = [0]
    http = Http(pause=lambda _seconds: None)
    access = Access(
        account="mastodon",
        remote_id=user.id,
        handle=f"@{user.name}",
        settings={"base_url": line.base_url},
        http=http,
        read_token=lambda _name: user.token,
        save_token=lambda _name, _value: None,
        now=lambda: int(time.time() * 1000) + clock[0],
    )
    yield Desk(access, user, clock)
    http.close()


@pytest.fixture
def citizen(server: mastodon_mock.Server) -> mastodon_mock.User:
    return server.register(f"warga{next(COUNT)}")


def test_the_server_says_who_we_are(desk: Desk) -> None:
    """The pasted token is enough to know the account and the limits of its server."""
    identity = mastodon().identify(desk.access)
    assert identity.remote_id == desk.user.id
    assert identity.handle.startswith(f"@{desk.user.name}@")
    assert identity.settings["limit"] == "500"
    assert identity.settings["url_length"] == "23"


def test_a_mention_arrives_once(desk: Desk, citizen: mastodon_mock.User) -> None:
    """A citizen mentions the agency and the message is in the inbox."""
    posted = citizen.post(f"@{desk.user.name} lampu jalan padam")
    desk.sync()
    assert list(desk.messages) == [posted["id"]]
    message = desk.messages[posted["id"]]
    assert message.text == f"@{desk.user.name} lampu jalan padam"
    assert message.form is Form.MENTION
    assert message.public
    assert not desk.sync("notifications")[0].messages


def test_nothing_new_costs_one_request(
    desk: Desk, citizen: mastodon_mock.User, line: proxy.Line
) -> None:
    """A round without news asks each stream once."""
    citizen.post(f"@{desk.user.name} satu")
    desk.sync()
    line.requests.clear()
    pages = desk.sync()
    assert len(line.requests) == 3
    assert all(page.complete_until for page in pages)


def test_many_mentions_all_arrive(desk: Desk, citizen: mastodon_mock.User) -> None:
    """More mentions than a page holds come in without a gap, also after a pause."""
    first = [citizen.post(f"@{desk.user.name} ke-{n}")["id"] for n in range(3)]
    desk.sync("notifications")
    more = [citizen.post(f"@{desk.user.name} lagi {n}")["id"] for n in range(90)]
    desk.sync("notifications")
    assert set(desk.messages) == {*first, *more}


def test_the_answer_stands_under_the_mention_once(
    desk: Desk, citizen: mastodon_mock.User
) -> None:
    """The officer's answer stands under the mention, and can be found there."""
    posted = citizen.post(f"@{desk.user.name} jalan berlubang")
    desk.sync()
    outgoing = desk.answer(desk.messages[posted["id"]], "Sudah kami teruskan.", "k1")
    assert mastodon().find_sent(desk.access, outgoing) is None
    receipt = mastodon().send(desk.access, outgoing)
    standing = citizen.replies_under(posted["id"])
    assert [each["id"] for each in standing] == [receipt.remote_id]
    assert mastodon().find_sent(desk.access, outgoing) == receipt


def test_a_lost_answer_is_found_and_not_sent_again(
    desk: Desk, citizen: mastodon_mock.User, line: proxy.Line
) -> None:
    """The line breaks after delivery: the outcome is unknown until it is looked for."""
    posted = citizen.post(f"@{desk.user.name} air mati")
    desk.sync()
    text = "Kami cek.\n\nInfo: https://sukamaju.example/air?hari=ini & <besok>"
    outgoing = desk.answer(desk.messages[posted["id"]], text, "k2")
    line.drop_after_delivery = 1
    with pytest.raises(OutcomeUnknown):
        mastodon().send(desk.access, outgoing)
    standing = citizen.replies_under(posted["id"])
    found = mastodon().find_sent(desk.access, outgoing)
    assert found is not None
    assert [each["id"] for each in standing] == [found.remote_id]


def test_an_undelivered_answer_is_not_found(
    desk: Desk, citizen: mastodon_mock.User, line: proxy.Line
) -> None:
    """The line breaks before delivery: looking finds nothing, so it may be sent."""
    posted = citizen.post(f"@{desk.user.name} sampah menumpuk")
    desk.sync()
    outgoing = desk.answer(desk.messages[posted["id"]], "Segera diangkut.", "k3")
    line.drop_before_delivery = 1
    with pytest.raises(OutcomeUnknown):
        mastodon().send(desk.access, outgoing)
    assert mastodon().find_sent(desk.access, outgoing) is None
    mastodon().send(desk.access, outgoing)
    assert len(citizen.replies_under(posted["id"])) == 1


def test_a_reply_to_our_reply_joins_the_conversation(
    desk: Desk, citizen: mastodon_mock.User
) -> None:
    """The citizen's thanks stand in the same conversation as her question."""
    posted = citizen.post(f"@{desk.user.name} kapan diperbaiki?")
    desk.sync()
    outgoing = desk.answer(desk.messages[posted["id"]], "Besok.", "k4")
    ours = mastodon().send(desk.access, outgoing).remote_id
    thanks = citizen.post(f"@{desk.user.name} terima kasih", in_reply_to_id=ours)["id"]
    desk.sync()
    rooms = {key: each.conversation for key, each in desk.messages.items()}
    assert rooms[posted["id"]] == rooms[ours] == rooms[thanks]
    assert desk.messages[ours].own


def test_a_comment_brings_our_post_along(
    desk: Desk, citizen: mastodon_mock.User
) -> None:
    """A reply under the agency's own post is a comment, with the post beside it."""
    post = desk.user.post("Jadwal imunisasi bulan ini.")
    comment = citizen.post(f"@{desk.user.name} di mana?", in_reply_to_id=post["id"])
    desk.sync()
    message = desk.messages[comment["id"]]
    assert message.form is Form.COMMENT
    assert message.post is not None
    assert message.post.text == "Jadwal imunisasi bulan ini."
    assert message.conversation == f"{post['id']}:{citizen.id}"


def test_direct_messages_are_one_conversation(
    desk: Desk, citizen: mastodon_mock.User
) -> None:
    """A direct message is listed twice by the server and stands once in the inbox."""
    asked = citizen.post(f"@{desk.user.name} rahasia", visibility="direct")
    desk.sync()
    message = desk.messages[asked["id"]]
    assert (message.form, message.public) == (Form.DIRECT_MESSAGE, False)
    outgoing = desk.answer(message, "Baik, kami jaga.", "k5")
    ours = mastodon().send(desk.access, outgoing).remote_id
    desk.sync()
    assert desk.messages[ours].conversation == f"dm:{citizen.id}"
    assert citizen.replies_under(asked["id"])[0]["visibility"] == "direct"
    assert len(desk.messages) == 2


def test_an_edit_is_noticed(desk: Desk, citizen: mastodon_mock.User) -> None:
    """A citizen corrects her message and the new words come in."""
    posted = citizen.post(f"@{desk.user.name} jalan Mawra")
    desk.sync()
    citizen.edit(posted["id"], f"@{desk.user.name} jalan Mawar")
    desk.sync()
    message = desk.messages[posted["id"]]
    assert message.text.endswith("jalan Mawar")
    assert message.edited_at is not None


def test_a_deletion_is_noticed(desk: Desk, citizen: mastodon_mock.User) -> None:
    """What the citizen took away is marked, though the server goes on listing it."""
    posted = citizen.post(f"@{desk.user.name} salah kirim")
    kept = citizen.post(f"@{desk.user.name} yang benar")
    desk.sync()
    citizen.delete(posted["id"])
    desk.clock[0] = 16 * 60_000
    desk.sync()
    desk.sync()
    assert desk.removed == {posted["id"]}
    assert kept["id"] in desk.messages


def test_a_cut_line_and_a_revoked_token_are_told_apart(
    desk: Desk, line: proxy.Line
) -> None:
    """Without a line nothing is lost; with a wrong token only signing in helps."""
    line.cut = True
    with pytest.raises(Unreachable):
        desk.sync("notifications")
    line.cut = False
    broken = Access(**{**vars(desk.access), "read_token": lambda _name: "bukan-token"})
    with pytest.raises(SignInNeeded):
        mastodon().fetch(broken, Cursor("notifications"))
