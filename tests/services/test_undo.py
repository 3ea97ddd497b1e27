"""Whatever an officer does to a conversation, one undo makes it as it was."""

from collections.abc import Callable

import pytest

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Kind, Status
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import inbox, replies, tags, templates, undo
from tests.helpers.desks import DAY, NOW, Place, answer, incoming, receive


Deed = Callable[[Place], Changes]
TABLES = (
    "SELECT id, status, kind, assignee, snoozed_until FROM conversation ORDER BY id",
    "SELECT name FROM tag WHERE removed_at IS NULL ORDER BY name",
    """SELECT name, conversation FROM conversation_tag JOIN tag ON tag.id = tag
    ORDER BY name, conversation""",
    "SELECT text FROM note WHERE removed_at IS NULL",
    "SELECT uid FROM template WHERE removed_at IS NULL ORDER BY uid",
    "SELECT state, count(*) FROM outbox GROUP BY state",
    "SELECT account, status, conversations FROM status_count WHERE conversations > 0",
    "SELECT tag, status, conversations FROM tag_count WHERE conversations > 0",
)


@pytest.fixture
def work(place: Place, owner: int) -> Place:
    """Three conversations, two tags and the starter templates."""
    receive(place, owner, incoming("m1"), incoming("m2"), incoming("m3"))
    tags.add_by_name(place.desk, [1, 2], "pju")
    tags.add_by_name(place.desk, [2, 3], "jalan")
    inbox.assign(place.desk, [1], "Budi")
    templates.adopt_starters(place.desk)
    return place


def everything(place: Place) -> list[list[tuple[object, ...]]]:
    return [place.reader.execute(sql).fetchall() for sql in TABLES]


def tag(place: Place, name: str) -> int:
    return next(one.id for one in tags.all_tags(place.reader) if one.name == name)


DEEDS: dict[str, Deed] = {
    "status": lambda at: inbox.set_status(at.desk, [1, 2], Status.DONE),
    "kind": lambda at: inbox.set_kind(at.desk, [1, 2], Kind.SUGGESTION),
    "assign": lambda at: inbox.assign(at.desk, [1, 2], "Sari"),
    "give back": lambda at: inbox.assign(at.desk, [1], ""),
    "snooze": lambda at: inbox.snooze(at.desk, [1, 2, 3], NOW + DAY),
    "note": lambda at: inbox.add_note(at.desk, 1, "Sudah ditelepon."),
    "tags": lambda at: tags.set_tags(
        at.desk, [1, 2, 3], add=[tag(at, "pju")], remove=[tag(at, "jalan")]
    ),
    "new tag": lambda at: tags.add_by_name(at.desk, [1, 3], "Air Bersih"),
    "known tag": lambda at: tags.add_by_name(at.desk, [1, 2, 3], "pju"),
    "tag made": lambda at: tags.create(at.desk, "banjir"),
    "tag renamed": lambda at: tags.rename(at.desk, tag(at, "pju"), "lampu"),
    "tags merged": lambda at: tags.merge(at.desk, tag(at, "pju"), tag(at, "jalan")),
    "tag removed": lambda at: tags.remove(at.desk, tag(at, "pju")),
    "template removed": lambda at: templates.remove(
        at.desk, templates.listed(at.reader)[0].uid
    ),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_undo_restores_exactly(work: Place, deed: Deed) -> None:
    """Counters included."""
    before = everything(work)
    changes = deed(work)
    assert everything(work) != before
    assert changes.undo
    undo.undo(work.desk, changes.undo)
    assert everything(work) == before


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_an_undo_says_what_it_touched(work: Place, deed: Deed) -> None:
    """So that every screen that shows it reads again."""
    changes = deed(work)
    undone = undo.undo(work.desk, changes.undo or "")
    assert undone
    assert undone.conversations <= changes.conversations | {1, 2, 3}
    assert (undone.tags, undone.templates) == (changes.tags, changes.templates)


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_an_action_is_undone_once(work: Place, deed: Deed) -> None:
    """A second press of the key does not undo something else."""
    token = deed(work).undo or ""
    undo.undo(work.desk, token)
    now = everything(work)
    with pytest.raises(KnownError, match="tidak dapat diurungkan"):
        undo.undo(work.desk, token)
    assert everything(work) == now


def test_a_queued_answer_is_taken_back_into_a_draft(work: Place) -> None:
    """The ten seconds of grace."""
    changes = replies.queue(
        work.desk,
        1,
        Composition("Kami periksa sore ini."),
        ticks=frozenset(r.key for r in work.office.rules()),
    )
    undo.undo(work.desk, changes.undo or "")
    assert work.one("SELECT count(*) FROM outbox") == 0
    draft = replies.draft(work.reader, 1)
    assert draft
    assert draft.text == "Kami periksa sore ini."


def test_what_a_citizen_changed_since_is_not_undone(work: Place, owner: int) -> None:
    """She wrote again; the old status would hide her."""
    token = inbox.set_status(work.desk, [1], Status.DONE).undo or ""
    receive(work, owner, incoming("m9", conversation="utas-m1", sent_at=NOW))
    with pytest.raises(KnownError, match="sudah berubah lagi"):
        undo.undo(work.desk, token)
    assert inbox.rows(work.reader, [1])[0].status is Status.IN_PROGRESS


def test_of_many_those_are_undone_that_nobody_changed_since(work: Place) -> None:
    """The others stay as they are now."""
    token = inbox.set_status(work.desk, [1, 2, 3], Status.DONE).undo or ""
    inbox.set_status(work.desk, [2], Status.SPAM)
    undo.undo(work.desk, token)
    found = [row.status for row in inbox.rows(work.reader, [1, 2, 3])]
    assert found == [Status.NEW, Status.SPAM, Status.NEW]


def test_a_tags_old_name_may_be_taken_by_now(work: Place) -> None:
    """Then nothing changes, and the words say why."""
    token = tags.rename(work.desk, tag(work, "pju"), "lampu").undo or ""
    tags.create(work.desk, "pju")
    with pytest.raises(KnownError, match="sudah dipakai"):
        undo.undo(work.desk, token)
    assert {one.name for one in tags.all_tags(work.reader)} == {"jalan", "lampu", "pju"}


@pytest.mark.parametrize("token", ["", "meja-1:9999", "ngawur", "meja-1:x", ":"])
def test_an_unknown_token_is_refused_in_words(work: Place, token: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(KnownError, match="tidak dapat diurungkan"):
        undo.undo(work.desk, token)


def test_what_is_not_undoable_is_refused_in_words(work: Place) -> None:
    """Intake for instance: the citizen did write."""
    token = work.one(
        "SELECT device || ':' || sequence FROM journal WHERE kind = 'intake.page'"
    )
    with pytest.raises(KnownError, match="tidak dapat diurungkan"):
        undo.undo(work.desk, token)


def test_an_answer_under_way_is_not_undone(work: Place) -> None:
    """What has left has left."""
    reply = answer(work, 1)
    token = work.one(
        "SELECT device || ':' || sequence FROM journal WHERE kind = 'reply.queue'"
    )
    work.desk.database.conn.execute("UPDATE outbox SET state = 'sending'")
    with pytest.raises(KnownError, match="sudah berangkat"):
        undo.undo(work.desk, token)
    assert work.one("SELECT state FROM outbox WHERE reply = ?", reply) == "sending"


def test_a_template_of_ones_own_is_kept_through_its_edits(work: Place) -> None:
    """Saving counts the versions; nothing is lost by removing and undoing."""
    mine = Template("t-1", "", "Terima kasih", "Umum", "Terima kasih, {nama}.")
    templates.save(work.desk, mine)
    templates.save(work.desk, mine)
    token = templates.remove(work.desk, "t-1").undo or ""
    undo.undo(work.desk, token)
    found = next(one for one in templates.listed(work.reader) if one.uid == "t-1")
    assert found.version == 2
