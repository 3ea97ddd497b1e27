"""Likes, shares and hides pass the same gate and leave through the same outbox."""

import json

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Form
from kotakmasuk.services import inbox, reactions, replies, sending, settings
from tests.helpers.desks import Place, answer, every_tick, incoming, receive
from tests.helpers.leaving import UNKNOWN, state
from tests.helpers.platforms import Delivered


@pytest.fixture
def praised(place: Place, owner: int) -> Place:
    """A citizen who says thank you in public; her message is the first."""
    receive(place, owner, incoming("m1", "Terima kasih, jalannya sudah bagus."))
    settings.save(place.desk, undo_seconds=0)
    return place


def react(place: Place, purpose: str, reason: str = "") -> int:
    changes = reactions.react(
        place.desk, 1, purpose, ticks=every_tick(place.office), reason=reason
    )
    return next(iter(changes.replies))


def test_a_like_leaves_as_a_like_and_shows_in_the_thread(praised: Place) -> None:
    """It has no text, and its target is the message."""
    reply = react(praised, "like")
    sending.send(praised.write, reply)
    (sent,) = praised.platform.posted
    assert (sent.purpose, sent.in_reply_to, sent.text) == ("like", "m1", "")
    event = inbox.thread(praised.reader, 1).items[-1]
    assert (event.what, event.text, event.author) == ("event", "like", "kotasukamaju")
    assert event.state == "sent"


def test_a_like_ends_no_wait(praised: Place) -> None:
    """The citizen still waits for words."""
    before = inbox.thread(praised.reader, 1).waiting_since
    sending.send(praised.write, react(praised, "like"))
    assert inbox.thread(praised.reader, 1).waiting_since == before
    assert praised.one("SELECT count(*) FROM message") == 1


def test_it_passes_the_gate_or_not_at_all(praised: Place) -> None:
    """Without the ticks nothing is queued."""
    with pytest.raises(KnownError, match="belum lolos"):
        reactions.react(praised.desk, 1, "share", ticks=frozenset())
    assert praised.one("SELECT count(*) FROM outbox") == 0


def test_a_hide_keeps_its_reason_and_the_words(praised: Place) -> None:
    """Nobody hides criticism without saying why."""
    with pytest.raises(KnownError, match="Alasan"):
        react(praised, "hide", reason="  ")
    react(praised, "hide", reason="Memuat nomor telepon warga lain.")
    body = praised.one(
        "SELECT body FROM journal_payload JOIN journal USING (device, sequence)"
        " WHERE kind = 'reply.hide'"
    )
    told = json.loads(body)
    assert told["reason"] == "Memuat nomor telepon warga lain."
    assert told["text"] == "Terima kasih, jalannya sudah bagus."


def test_only_what_the_platform_can_do_is_offered(praised: Place, owner: int) -> None:
    """A private message is never shared, and nothing is offered twice."""
    assert reactions.offered(praised.reader, praised.office, 1) == (
        "like",
        "share",
        "hide",
    )
    private = incoming("m2", form=Form.DIRECT_MESSAGE, public=False)
    receive(praised, owner, private)
    assert reactions.offered(praised.reader, praised.office, 2) == ("like",)
    react(praised, "like")
    assert "like" not in reactions.offered(praised.reader, praised.office, 1)
    with pytest.raises(KnownError, match="tidak tersedia"):
        react(praised, "like")


def test_nothing_is_offered_by_hand(praised: Place) -> None:
    """An account without permission has no buttons that do nothing."""
    praised.desk.database.conn.execute("UPDATE account SET manual = 1")
    assert reactions.offered(praised.reader, praised.office, 1) == ()


def test_a_lost_like_is_looked_for(praised: Place) -> None:
    """As every answer is."""
    reply = react(praised, "like")
    praised.platform.moods = [Delivered(UNKNOWN)]
    sending.send(praised.write, reply)
    assert state(praised, reply) == ("unsure", None)
    sending.look(praised.write, reply)
    assert state(praised, reply) == ("sent", "s1")


def test_an_answer_does_not_wait_for_a_like(praised: Place) -> None:
    """Only answers keep an order; the list shows what is liked."""
    liked = react(praised, "like")
    praised.platform.moods = [UNKNOWN]
    sending.send(praised.write, liked)
    reply = answer(praised, 1)
    sending.send(praised.write, reply)
    assert state(praised, reply)[0] == "sent"
    listed = replies.outbox_rows(praised.reader, now=praised.clock())
    shown = next(one for one in listed if one.reply == liked)
    assert (shown.purpose, shown.text) == (
        "like",
        "Terima kasih, jalannya sudah bagus.",
    )
