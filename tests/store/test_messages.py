"""What comes in is stored once, and nothing that was said is lost."""

import pytest

from kotakmasuk.domain.inbox import Status
from kotakmasuk.domain.messages import Gap
from kotakmasuk.services import inbox
from kotakmasuk.store import accounts
from tests.helpers.desks import (
    HOUR,
    MINUTE,
    NOW,
    Place,
    account,
    incoming,
    ours,
    receive,
)


def words(place: Place, remote_id: str = "m1") -> tuple[str, list[str]]:
    """Give a message's words now, and its older ones in order."""
    text = place.one("SELECT text FROM message WHERE remote_id = ?", remote_id)
    older = place.reader.execute(
        "SELECT message_version.text FROM message_version JOIN message"
        " ON message.id = message WHERE remote_id = ? ORDER BY message_version.id",
        (remote_id,),
    )
    return text, [row[0] for row in older]


def test_the_same_page_twice_stores_once(place: Place, owner: int) -> None:
    """Platforms hand over again what overlaps."""
    for _ in range(2):
        receive(place, owner, incoming("m1"), incoming("m2"))
    assert place.one("SELECT count(*) FROM message") == 2
    assert place.one("SELECT count(*) FROM journal WHERE kind = 'intake.page'") == 1


def test_a_message_twice_on_one_page_is_stored_once(place: Place, owner: int) -> None:
    """And its later words are an edit, as they would be on two pages."""
    receive(place, owner, incoming("m1", "Mati"), incoming("m1", "Lampu mati"))
    assert words(place) == ("Lampu mati", ["Mati"])


def test_the_same_message_seen_by_two_accounts_is_two(place: Place, owner: int) -> None:
    """Each account has its own inbox."""
    other = account(place, "Dinas", key="dinas")
    receive(place, owner, incoming("m1"))
    receive(place, other, incoming("m1"))
    assert place.one("SELECT count(*) FROM message") == 2


def test_an_edited_message_keeps_its_older_words(place: Place, owner: int) -> None:
    """What a citizen took back may still have been answered."""
    receive(place, owner, incoming("m1", "Mati"))
    receive(place, owner, incoming("m1", "Menyala", edited_at=NOW))
    assert words(place) == ("Menyala", ["Mati"])
    assert inbox.thread(place.reader, 1).items[0].edited
    assert inbox.rows(place.reader, [1])[0].snippet == "Menyala"


def test_an_older_version_that_comes_late_changes_nothing(
    place: Place, owner: int
) -> None:
    """Pages may come in any order."""
    receive(place, owner, incoming("m1", "Dua", edited_at=NOW))
    receive(place, owner, incoming("m1", "Satu", edited_at=NOW - HOUR))
    assert words(place) == ("Dua", [])


def test_older_words_without_a_time_do_not_undo_an_edit(
    place: Place, owner: int
) -> None:
    """A source that tells no time of an edit may hand over the first version again."""
    for text in ("Satu", "Dua", "Satu"):
        receive(place, owner, incoming("m1", text))
    assert words(place) == ("Dua", ["Satu"])


def test_what_a_platform_adds_to_our_words_is_no_edit(place: Place, owner: int) -> None:
    """It puts the citizen's name before them, and nobody edited anything."""
    receive(place, owner, incoming("m1"), ours("k1", "Baik.", conversation="utas-m1"))
    receive(place, owner, ours("k1", "@warga Baik.", conversation="utas-m1"))
    assert words(place, "k1") == ("Baik.", [])


def test_our_own_edit_is_one(place: Place, owner: int) -> None:
    """The platform says when."""
    receive(place, owner, ours("k1", "Baik."))
    receive(place, owner, ours("k1", "Baik sekali.", edited_at=NOW))
    assert words(place, "k1") == ("Baik sekali.", ["Baik."])


@pytest.mark.parametrize("way", ["deleted", "removed"])
def test_a_deleted_message_is_marked_and_kept(
    place: Place, owner: int, way: str
) -> None:
    """Its words stay readable, and nobody waits for an answer to it."""
    receive(place, owner, incoming("m1", "Mohon dihapus"))
    if way == "deleted":
        receive(place, owner, incoming("m1", "", deleted=True))
    else:
        receive(place, owner, removed=("m1",))
    thread = inbox.thread(place.reader, 1)
    assert (thread.items[0].text, thread.items[0].deleted) == ("Mohon dihapus", True)
    assert thread.waiting_since is None
    assert thread.row.due_at is None


def test_an_unknown_removed_id_is_no_problem(place: Place, owner: int) -> None:
    """What was never stored cannot be missed."""
    receive(place, owner, removed=("x9",))
    assert place.one("SELECT count(*) FROM message") == 0


def test_our_answer_on_the_platform_stops_the_clock(place: Place, owner: int) -> None:
    """Also when it was written there and not here."""
    receive(place, owner, incoming("m1", sent_at=NOW - HOUR))
    receive(place, owner, ours("k1", conversation="utas-m1", sent_at=NOW - MINUTE))
    thread = inbox.thread(place.reader, 1)
    assert thread.row.status is Status.WAITING_CITIZEN
    assert (thread.waiting_since, thread.row.due_at) == (None, None)
    answered = place.one("SELECT answered_at FROM message WHERE remote_id = 'm1'")
    assert answered == NOW - MINUTE


@pytest.mark.parametrize(
    "status", [Status.DONE, Status.WAITING_CITIZEN, Status.SNOOZED]
)
def test_a_citizens_answer_reopens(place: Place, owner: int, status: Status) -> None:
    """Whatever was thought to be over is not."""
    receive(place, owner, incoming("m1"), ours("k1", conversation="utas-m1"))
    inbox._set(place.desk, [1], {"status": status, "snoozed_until": NOW + HOUR})
    receive(place, owner, incoming("m2", conversation="utas-m1", sent_at=NOW))
    row = inbox.rows(place.reader, [1])[0]
    assert row.status is Status.IN_PROGRESS
    assert row.snoozed_until is None
    assert row.unread


@pytest.mark.parametrize("status", [Status.SPAM, Status.NOT_OURS, Status.WAITING_UNIT])
def test_what_was_put_aside_stays_aside(
    place: Place, owner: int, status: Status
) -> None:
    """Spam goes on being spam when its author writes more."""
    receive(place, owner, incoming("m1"))
    inbox.set_status(place.desk, [1], status)
    receive(place, owner, incoming("m2", conversation="utas-m1", sent_at=NOW))
    assert inbox.rows(place.reader, [1])[0].status is status


def test_an_answer_in_the_same_second_reopens_too(place: Place, owner: int) -> None:
    """Some platforms count time in whole seconds."""
    receive(place, owner, incoming("m1"), ours("k1", conversation="utas-m1"))
    receive(place, owner, incoming("m2", conversation="utas-m1"))
    assert inbox.rows(place.reader, [1])[0].status is Status.IN_PROGRESS


def test_what_was_answered_elsewhere_is_done(place: Place, owner: int) -> None:
    """An import tells when, and the week's figures believe it."""
    receive(place, owner, incoming("m1", answered_at=NOW))
    thread = inbox.thread(place.reader, 1)
    assert thread.row.status is Status.DONE
    assert thread.waiting_since is None


def test_a_conversation_that_we_began_is_named_after_the_citizen(
    place: Place, owner: int
) -> None:
    """As soon as she answers."""
    receive(place, owner, ours("k1", conversation="t"))
    receive(place, owner, incoming("m1", conversation="t", sent_at=NOW))
    assert inbox.rows(place.reader, [1])[0].author == "Warga"


def test_a_gap_is_remembered_once_until_it_is_filled(place: Place, owner: int) -> None:
    """Every round meets it again; there is still one."""
    for _ in range(2):
        receive(place, owner, gaps=(Gap("inbox", "7", "terputus", since=3),))
    assert len(accounts.open_gaps(place.reader, owner)) == 1
    accounts.settle_gap(place.desk.database, 1, at=NOW, position=None)
    receive(place, owner, gaps=(Gap("inbox", "7", "terputus"),))
    assert len(accounts.open_gaps(place.reader, owner)) == 1


def test_complete_is_what_no_stream_and_no_gap_misses(place: Place, owner: int) -> None:
    """“Lengkap s.d.” is a promise."""
    receive(place, owner, complete_until=NOW)
    assert accounts.overview(place.reader)[0].complete_until == NOW
    receive(place, owner, gaps=(Gap("inbox", "7", "terputus", since=NOW - HOUR),))
    health = accounts.overview(place.reader)[0]
    assert (health.complete_until, health.gaps) == (NOW - HOUR, 1)
