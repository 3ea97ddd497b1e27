"""What waits may still be changed, and what holds it back is told."""

from dataclasses import replace

import pytest

from kotakmasuk.connectors.kit.errors import QuotaSpent, Refused, SignInNeeded
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition, OutboxRow, ReplyState
from kotakmasuk.services import inbox, outbox, replies, sending
from kotakmasuk.store import media
from tests.helpers.desks import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    Place,
    account,
    answer,
    every_tick,
    incoming,
    receive,
)
from tests.helpers.leaving import state


MONDAY = NOW + 5 * DAY
LONG = "Terima kasih, laporan Anda kami teruskan ke dinas terkait. " * 20


def scheduled(place: Place, at: int, text: str = "Jadwalnya kami kirim.") -> int:
    """Queue an answer that is to leave at a chosen moment."""
    composition = Composition(text, not_before=at)
    ticks = every_tick(place.office)
    return next(iter(replies.queue(place.desk, 1, composition, ticks=ticks).replies))


def due(place: Place, now: int = NOW) -> list[int]:
    return [reply for reply, _ in sending.due(place.reader, place.office, now)]


def row(place: Place, reply: int) -> OutboxRow:
    listed = replies.outbox_rows(place.reader, now=place.clock())
    return next(one for one in listed if one.reply == reply)


@pytest.fixture
def asked(place: Place, owner: int) -> Place:
    receive(place, owner, incoming())
    return place


@pytest.fixture
def series(asked: Place) -> list[int]:
    """A long answer in three parts that is due."""
    ticks = every_tick(asked.office)
    composition = Composition(LONG, split=True)
    settled = replies.queue(asked.desk, 1, composition, ticks=ticks)
    asked.clock.pass_by(MINUTE)
    return sorted(settled.replies)


def test_everything_can_be_held_and_goes_on(place: Place, reply: int) -> None:
    """One switch; nothing leaves, nothing is lost."""
    outbox.hold_all(place.desk, held=True)
    assert due(place) == []
    assert not sending.send(place.write, reply)
    assert row(place, reply).held
    outbox.hold_all(place.desk, held=False)
    sending.send(place.write, reply)
    assert state(place, reply) == ("sent", "s1")


def test_a_scheduled_answer_leaves_at_its_time(asked: Place) -> None:
    """Not a moment before, and it says when."""
    reply = scheduled(asked, MONDAY)
    assert row(asked, reply).scheduled == MONDAY
    assert due(asked, MONDAY - 1) == []
    assert due(asked, MONDAY) == [reply]


def test_a_scheduled_answer_may_leave_now(asked: Place) -> None:
    """*Kirim sekarang*."""
    reply = scheduled(asked, MONDAY)
    outbox.send_now(asked.desk, reply)
    assert due(asked) == [reply]
    assert row(asked, reply).scheduled is None


def test_what_left_cannot_be_hurried(place: Place, reply: int) -> None:
    """And is told so."""
    sending.send(place.write, reply)
    with pytest.raises(KnownError, match="tidak lagi menunggu"):
        outbox.send_now(place.desk, reply)


def test_a_quick_answer_does_not_wait_for_a_scheduled_one(asked: Place) -> None:
    """It was to leave earlier, so the order is kept."""
    later = scheduled(asked, MONDAY)
    quick = answer(asked, 1, "Sudah kami catat.")
    assert due(asked) == [quick]
    asked.platform.moods = [QuotaSpent("Habis.", when=MONDAY + HOUR)]
    sending.send(asked.write, quick)
    assert later not in due(asked, MONDAY)


def test_a_spent_quota_holds_that_account_and_says_until_when(
    place: Place, owner: int, reply: int
) -> None:
    """Every answer of the account waits, and none asks the platform again."""
    receive(place, owner, incoming("m2"))
    other = answer(place, 2)
    place.platform.moods = [QuotaSpent("Habis.", when=NOW + HOUR)]
    sending.send(place.write, reply)
    assert due(place, NOW + HOUR - 1) == []
    waiting = row(place, other)
    assert waiting.paused_until == NOW + HOUR
    assert waiting.reason == "Batas kiriman Mastodon tercapai."
    assert set(due(place, NOW + HOUR)) == {reply, other}


def test_an_answer_of_a_signed_out_account_says_so(place: Place, reply: int) -> None:
    """The officer is led to Kanal."""
    place.platform.moods = [SignInNeeded("Token ditolak.", "", "Masuk lagi.")]
    sending.send(place.write, reply)
    assert row(place, reply).signed_out
    assert row(place, reply).reason == "Token ditolak. Masuk lagi."


def test_parts_leave_in_order_each_under_the_one_before(
    asked: Place, series: list[int]
) -> None:
    """A numbered thread reads as one."""
    for reply in series:
        assert due(asked, asked.clock()) == [reply]
        sending.send(asked.write, reply)
    under = [one.in_reply_to for one in asked.platform.posted]
    assert under == ["m1", "s1", "s2"][: len(series)]
    assert len(series) > 1


def test_a_failed_part_holds_the_rest(asked: Place, series: list[int]) -> None:
    """And each of them says for which it waits."""
    asked.platform.moods = [Refused("Ditolak.")]
    sending.send(asked.write, series[0])
    assert due(asked, asked.clock()) == []
    assert [row(asked, one).waits_for for one in series[1:]] == [1] * len(series[1:])
    replies.retry(asked.desk, series[0])
    assert due(asked, asked.clock()) == series[:1]


def test_taking_one_part_back_takes_all_that_have_not_left(
    asked: Place, series: list[int]
) -> None:
    """What stands on the platform stays; the rest becomes the draft."""
    sending.send(asked.write, series[0])
    replies.withdraw(asked.desk, series[-1])
    listed = replies.outbox_rows(asked.reader, now=asked.clock())
    states = [one.state for one in listed if one.reply]
    assert states == [ReplyState.SENT]
    kept = replies.draft(asked.reader, 1)
    assert kept is not None
    assert kept.text.strip()


def test_a_step_is_known_to_the_next_attempt(place: Place, reply: int) -> None:
    """Written before the connector's next call, so that a kill forgets nothing."""
    place.platform.steps = ["wadah-9"]
    place.platform.moods = [Refused("Belum siap.")]
    sending.send(place.write, reply)
    assert place.one("SELECT step FROM outbox") == "wadah-9"
    replies.retry(place.desk, reply)
    sending.send(place.write, reply)
    assert place.platform.posted[0].step == "wadah-9"


def test_a_request_for_approval_stands_in_the_list(asked: Place) -> None:
    """As *Menunggu persetujuan*, though nothing is queued yet."""
    connection = asked.desk.database.conn
    connection.execute(
        "INSERT INTO approval_request (uid, conversation, at, actor)"
        " VALUES ('p1', 1, ?, 'Sari')",
        (NOW,),
    )
    connection.execute(
        "INSERT INTO reply (uid, conversation, created_at, actor, request, label)"
        " VALUES ('b1', 1, 1, 'Sari', 1, 'A')"
    )
    connection.execute(
        "INSERT INTO revision (uid, reply, number, text, template, account, public,"
        " actor, at) VALUES ('r1', 1, 1, 'Mohon maaf.', '', 1, 1, 'Sari', 1)"
    )
    (waiting,) = replies.outbox_rows(asked.reader, now=NOW)
    assert (waiting.state, waiting.request) == (ReplyState.WAITING, 1)
    assert replies.outbox_counts(asked.reader)[ReplyState.WAITING] == 1


def test_what_another_account_answers_stands_where_it_was_asked(asked: Place) -> None:
    """The citizen wrote to one account; by an explicit switch another answers."""
    other = account(asked, "Dinas", key="dinas")
    composition = Composition("Kami jawab dari dinas.", account=other)
    ticks = every_tick(asked.office)
    queued = replies.queue(asked.desk, 1, composition, ticks=ticks)
    (reply,) = queued.replies
    now = asked.clock.pass_by(MINUTE)
    assert sending.due(asked.reader, asked.office, now) == [(reply, other)]
    sending.send(asked.write, reply)
    items = inbox.thread(asked.reader, 1).items
    assert [one.what for one in items] == ["in", "out"]
    assert not items[1].manual
    assert asked.one("SELECT count(*) FROM conversation") == 1


def test_a_picture_that_is_gone_stops_before_the_call(asked: Place) -> None:
    """In words; the platform is not asked, and nothing is called sent."""
    database = asked.desk.database
    shown = media.keep(database, b"isi", name="peta.png", media_type="image/png")
    described = replace(shown, alt="Peta lokasi")
    composition = Composition("Ini petanya.", pictures=(described,))
    queued = replies.queue(asked.desk, 1, composition, ticks=every_tick(asked.office))
    (reply,) = queued.replies
    database.conn.execute("PRAGMA foreign_keys=OFF")
    database.conn.execute("DELETE FROM media")
    asked.clock.pass_by(MINUTE)
    sending.send(asked.write, reply)
    assert state(asked, reply) == ("failed", None)
    assert "peta.png tidak ada lagi" in row(asked, reply).reason
    assert asked.platform.asked == 0
