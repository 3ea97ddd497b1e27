"""The journal tells what happened, and notices what was altered since."""

from collections.abc import Callable

import pytest

from kotakmasuk.domain.inbox import Kind, Status
from kotakmasuk.services import inbox, journal, sending, tags, undo
from tests.helpers.desks import Place, answer, incoming, receive
from tests.helpers.gate import Gate


@pytest.fixture
def busy(place: Place, owner: int) -> Place:
    """Two conversations on which something was done."""
    receive(place, owner, incoming("m1"), incoming("m2"))
    inbox.set_status(place.desk, [1, 2], Status.IN_PROGRESS)
    tags.add_by_name(place.desk, [1], "pju")
    answer(place, 1)
    return place


def test_an_untouched_file_is_whole(busy: Place) -> None:
    """Nothing is reported, and every row was read."""
    report = journal.verify(busy.reader)
    assert report.whole
    assert report.rows == busy.one("SELECT count(*) FROM journal")


def altered(place: Place, sql: str) -> journal.VerifyReport:
    """Change the file as somebody would who holds its key."""
    triggers = place.reader.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    for (name,) in triggers.fetchall():
        place.desk.database.conn.execute(f"DROP TRIGGER {name}")
    place.desk.database.conn.execute("PRAGMA foreign_keys = OFF")
    place.desk.database.conn.execute(sql)
    return journal.verify(place.reader)


COLUMNS = ("at", "actor", "kind", "subject", "digest", "previous", "hash")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_altered_column_of_a_row_is_noticed(busy: Place, column: str) -> None:
    """Whichever it is."""
    value = "at + 1" if column == "at" else f"{column} || 'x'"
    report = altered(busy, f"UPDATE journal SET {column} = {value} WHERE sequence = 3")  # noqa: S608
    assert "meja-1:3" in report.chain
    assert not report.whole


def test_an_altered_payload_is_noticed(busy: Place) -> None:
    """What is said to have been done is what was done."""
    report = altered(busy, "UPDATE journal_payload SET body = '{}' WHERE sequence = 3")
    assert report.chain == ("meja-1:3",)


def test_an_exchanged_salt_is_noticed(busy: Place) -> None:
    """It belongs to the digest."""
    report = altered(busy, "UPDATE journal_payload SET salt = x'00' WHERE sequence = 3")
    assert report.chain == ("meja-1:3",)


def test_a_missing_row_is_noticed(busy: Place) -> None:
    """The next one points at nothing."""
    report = altered(busy, "DELETE FROM journal WHERE sequence = 3")
    assert report.chain == ("meja-1:4",)


def test_an_erased_payload_leaves_the_chain_whole(busy: Place) -> None:
    """A citizen may be forgotten."""
    busy.desk.database.conn.execute("DELETE FROM journal_payload WHERE sequence = 3")
    assert journal.verify(busy.reader).whole


FORGERIES: dict[str, tuple[str, str]] = {
    "a counter": ("UPDATE status_count SET conversations = 9", "counters"),
    "a tag's counter": ("DELETE FROM tag_count", "counters"),
    "a reference": ("UPDATE message SET conversation = 99", "references"),
    "a check": ("DELETE FROM journal WHERE kind = 'reply.check'", "unjournaled"),
    "a queueing": ("DELETE FROM journal WHERE kind = 'reply.queue'", "unjournaled"),
    "a receipt": ("UPDATE outbox SET state = 'sent', remote_id = 'x'", "unjournaled"),
    "a statement": (
        "UPDATE outbox SET state = 'sent_manually', declared_by = 'x'",
        "unjournaled",
    ),
}


@pytest.mark.parametrize(("sql", "found"), FORGERIES.values(), ids=FORGERIES)
def test_whatever_else_was_altered_is_noticed(
    busy: Place, sql: str, found: str
) -> None:
    """Counters, references, and checks that nobody wrote down."""
    assert getattr(altered(busy, sql), found)


def test_a_forged_check_is_noticed(busy: Place) -> None:
    """Who holds the key can write one; it has no row in the journal."""
    gate = Gate(busy.desk.database)
    gate.run("UPDATE rule SET active = 0")
    gate.rule("palsu", 1, "manual")
    revision = gate.revision(gate.reply())
    gate.check(revision, (("palsu", 1, "manual", "block", "ticked"),))
    named = journal.verify(busy.reader).unjournaled
    assert "rule palsu" in named
    assert any(one.startswith("check ") for one in named)


Deed = Callable[[Place], object]
SENTENCES: dict[str, tuple[Deed, str]] = {
    "status": (
        lambda at: inbox.set_status(at.desk, [1], Status.WAITING_UNIT),
        "mengubah status menjadi Menunggu OPD",
    ),
    "many": (
        lambda at: inbox.set_status(at.desk, [1, 2], Status.SPAM),
        "mengubah status menjadi Spam",
    ),
    "kind": (
        lambda at: inbox.set_kind(at.desk, [1], Kind.SUGGESTION),
        "mengubah jenis menjadi Aspirasi",
    ),
    "assign": (lambda at: inbox.assign(at.desk, [1], "Budi"), "menugaskan kepada Budi"),
    "note": (lambda at: inbox.add_note(at.desk, 1, "Halo."), "menambah catatan"),
    "reveal": (lambda at: inbox.reveal(at.desk, 1), "menampilkan data pribadi"),
    "tag": (lambda at: tags.add_by_name(at.desk, [1, 2], "jalan"), "memberi tag jalan"),
    "undo": (
        lambda at: undo.undo(at.desk, inbox.assign(at.desk, [1], "Budi").undo or ""),
        "mengurungkan tindakan",
    ),
}


@pytest.mark.parametrize(("deed", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_a_conversation_tells_its_history(
    busy: Place, deed: Deed, sentence: str
) -> None:
    """Newest first, also what was done to many at once."""
    busy.clock.pass_by(1000)
    deed(busy)
    newest = journal.history(busy.reader, 1)[0]
    assert (newest.sentence, newest.actor) == (sentence, "Sari Rahmawati")


def test_a_history_has_only_what_concerned_it(busy: Place) -> None:
    """A tag that another conversation got at the same time is not its own."""
    tags.add_by_name(busy.desk, [2], "pju")
    tags.add_by_name(busy.desk, [1, 2], "pju")
    sentences = [line.sentence for line in journal.history(busy.reader, 2)]
    assert sentences.count("memberi tag pju") == 1


def test_a_history_lives_on_without_its_payloads(busy: Place) -> None:
    """What was erased is simply not told."""
    busy.desk.database.conn.execute("DELETE FROM journal_payload")
    assert isinstance(journal.history(busy.reader, 1), list)


def test_what_the_application_did_names_nobody(busy: Place) -> None:
    """Whoever sits at the desk did not send another officer's reply."""
    sending.send(busy.write, answer(busy, 2))
    newest = journal.history(busy.reader, 2)[0]
    assert (newest.sentence, newest.actor) == ("balasan terkirim", "")
