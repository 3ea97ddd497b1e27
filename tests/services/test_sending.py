"""An answer leaves once, and nobody says that it arrived who does not know it."""

import pytest

from kotakmasuk.connectors.kit.errors import (
    ConnectorError,
    NotAllowed,
    QuotaSpent,
    Refused,
    SignInNeeded,
    TargetGone,
    TooLong,
    TryLater,
    Unreachable,
    WindowClosed,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Status
from kotakmasuk.services import accounts, inbox, replies, sending
from tests.helpers.desks import (
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    Place,
    account,
    answer,
    incoming,
    ours,
    receive,
)
from tests.helpers.leaving import UNKNOWN, reason, state


def test_an_answer_is_sent_once(place: Place, reply: int) -> None:
    """However often somebody asks for it."""
    for _ in range(3):
        sending.send(place.write, reply)
    assert [one.text for one in place.platform.posted] == [
        place.platform.posted[0].text
    ]
    assert state(place, reply) == ("sent", "s1")


def test_a_sent_answer_stands_in_its_conversation(place: Place, reply: int) -> None:
    """The clock stops, and the conversation waits for the citizen."""
    changes = sending.send(place.write, reply)
    thread = inbox.thread(place.reader, 1)
    assert changes.conversations == {1}
    assert [item.what for item in thread.items] == ["in", "out"]
    assert thread.row.status is Status.WAITING_CITIZEN
    assert thread.waiting_since is None


def test_what_the_platform_hands_back_of_it_is_not_a_second_one(
    place: Place, owner: int, reply: int
) -> None:
    """The next round of reading meets our own answer."""
    sending.send(place.write, reply)
    receive(place, owner, ours("s1", "@warga …", conversation="utas-m1", sent_at=NOW))
    items = inbox.thread(place.reader, 1).items
    assert [item.what for item in items] == ["in", "out"]
    assert not items[1].edited


def test_it_may_also_be_read_before_its_receipt_comes(
    place: Place, owner: int, reply: int
) -> None:
    """Reading and sending run beside each other."""
    receive(place, owner, ours("s1", "@warga …", conversation="utas-m1", sent_at=NOW))
    sending.send(place.write, reply)
    assert len(inbox.thread(place.reader, 1).items) == 2
    assert state(place, reply) == ("sent", "s1")


def test_nothing_leaves_before_the_undo_time_is_over(place: Place, owner: int) -> None:
    """Ten seconds in which she can change her mind."""
    receive(place, owner, incoming())
    reply = answer(place, 1, undo_seconds=10)
    place.clock.pass_by(9 * SECOND)
    assert sending.due(place.reader, place.office, place.clock()) == []
    assert not sending.send(place.write, reply)
    place.clock.pass_by(SECOND)
    assert sending.due(place.reader, place.office, place.clock()) == [(reply, owner)]


def test_what_was_taken_back_on_its_way_to_the_lane_is_not_sent(
    place: Place, reply: int
) -> None:
    """The lane finds nothing to do."""
    replies.withdraw(place.desk, reply)
    assert not sending.send(place.write, reply)
    assert place.platform.asked == 0


@pytest.mark.parametrize(
    "error",
    [
        NotAllowed("Tidak boleh."),
        Refused("Ditolak."),
        TargetGone("Pesan dihapus."),
        TooLong("Terlalu panjang."),
        WindowClosed("Waktu jawab habis."),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_certain_no_is_a_failure_in_words(
    place: Place, reply: int, error: ConnectorError
) -> None:
    """And may be tried again or taken back."""
    place.platform.moods = [error]
    sending.send(place.write, reply)
    assert state(place, reply) == ("failed", None)
    assert reason(place, reply).startswith(error.message)
    replies.retry(place.desk, reply)
    sending.send(place.write, reply)
    assert state(place, reply) == ("sent", "s1")


@pytest.mark.parametrize(
    ("error", "pause"),
    [
        (TryLater("Nanti.", when=NOW + HOUR), HOUR),
        (QuotaSpent("Kuota habis.", when=NOW + 2 * HOUR), 2 * HOUR),
        (TryLater("Nanti."), 5 * MINUTE),
        (TryLater("Sekarang.", when=NOW - HOUR), 10 * SECOND),
        (Unreachable("Tidak ada jaringan."), MINUTE),
    ],
)
def test_what_certainly_did_not_leave_goes_out_later_by_itself(
    place: Place, reply: int, error: ConnectorError, pause: int
) -> None:
    """With the reason in words, and never in a circle."""
    place.platform.moods = [error]
    sending.send(place.write, reply)
    assert state(place, reply) == ("queued", None)
    told = "Batas kiriman Mastodon tercapai."
    quota = isinstance(error, QuotaSpent)
    assert reason(place, reply) == (told if quota else error.message)
    assert sending.due(place.reader, place.office, NOW + pause - 1) == []
    place.clock.pass_by(pause)
    sending.send(place.write, reply)
    assert state(place, reply) == ("sent", "s1")


def test_a_refused_token_stops_that_accounts_queue_alone(
    place: Place, owner: int, reply: int
) -> None:
    """Others go on; this one goes on when somebody has signed in."""
    other = account(place, "Dinas", key="dinas")
    receive(place, other, incoming("m2"))
    second, third = answer(place, 1, "Satu lagi."), answer(place, 2)
    place.platform.moods = [SignInNeeded("Token ditolak.", "", "Masuk lagi.")]
    sending.send(place.write, reply)
    assert [one for one, _ in sending.due(place.reader, place.office, NOW)] == [third]
    assert not sending.send(place.write, second)
    sending.send(place.write, third)
    assert place.platform.asked == 2
    accounts.set_token(place.desk, owner, "token", "baru")
    for one in (reply, second):
        sending.send(place.write, one)
    assert {state(place, one)[0] for one in (reply, second, third)} == {"sent"}


def test_a_paused_account_keeps_its_answers(
    place: Place, owner: int, reply: int
) -> None:
    """They leave when it goes on."""
    accounts.pause(place.desk, owner, paused=True)
    assert not sending.send(place.write, reply)
    accounts.pause(place.desk, owner, paused=False)
    assert sending.send(place.write, reply)


def test_the_order_within_a_conversation_is_kept(place: Place, reply: int) -> None:
    """The second answer waits for the first, also while that one is unsure."""
    second = answer(place, 1, "Kedua, terima kasih.")
    assert [one for one, _ in sending.due(place.reader, place.office, NOW)] == [reply]
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, reply)
    assert not sending.send(place.write, second)
    sending.look(place.write, reply)
    replies.retry(place.desk, reply)
    for one in (second, reply, second):
        sending.send(place.write, one)
    assert [one.text for one in place.platform.posted][-1].startswith("Kedua")
    assert len(place.platform.posted) == 2


def test_a_failed_answer_does_not_hold_back_the_next(place: Place, reply: int) -> None:
    """It will certainly not overtake it."""
    second = answer(place, 1, "Kedua, terima kasih.")
    place.platform.moods = [Refused("Ditolak.")]
    sending.send(place.write, reply)
    sending.send(place.write, second)
    assert state(place, second)[0] == "sent"


def test_what_was_sent_is_not_tried_again(place: Place, reply: int) -> None:
    """However late the button was pressed."""
    sending.send(place.write, reply)
    with pytest.raises(KnownError, match="tidak perlu"):
        replies.retry(place.desk, reply)
    assert len(place.platform.posted) == 1
