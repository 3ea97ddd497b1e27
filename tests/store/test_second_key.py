"""Trying to get past the second key by plain SQL, in every way we know."""

import pytest
from sqlcipher3 import dbapi2

from kotakmasuk.store import second_key as store
from tests.helpers.gate import Gate
from tests.helpers.second_key import (
    CLEAR,
    LIFTED,
    STRICT_LIFTED,
    TO_APPROVE,
    SecondKey,
    with_second_key,
)


REFUSED = dbapi2.IntegrityError


@pytest.fixture
def key(gate: Gate) -> SecondKey:
    return with_second_key(gate)


def test_an_approved_answer_gets_through(key: SecondKey) -> None:
    """And what nobody is asked about needs no approval."""
    written = key.written()
    key.queue(written, key.approve(*written[1:]))
    assert key.gate.one("SELECT state FROM outbox") == "queued"


def test_an_answer_that_asks_for_nobody_needs_none(key: SecondKey) -> None:
    """The second key is for what a rule names."""
    key.queue(key.written(CLEAR), None)
    assert key.gate.one("SELECT count(*) FROM outbox") == 1


def test_without_approval_nothing_is_queued(key: SecondKey) -> None:
    """Neither with none, nor with a number that is no approval."""
    written = key.written()
    with pytest.raises(REFUSED, match="waits for an approver"):
        key.queue(written, None)
    with pytest.raises(REFUSED):
        key.queue(written, 77)


def test_that_an_approver_is_asked_cannot_be_denied(key: SecondKey) -> None:
    """The file computes it from the items."""
    revision = key.gate.revision(key.gate.reply())
    with pytest.raises(REFUSED, match="computed, never given"):
        key.gate.run(
            "INSERT INTO ethics_check (uid, revision, actor, at, needs_approval)"
            " VALUES ('c', ?, 'Sari', 1, 0)",
            revision,
        )
    check = key.gate.check(revision, TO_APPROVE)
    with pytest.raises(REFUSED, match="immutable"):
        key.gate.run("UPDATE ethics_check SET needs_approval = 0 WHERE id = ?", check)


def test_nobody_approves_what_she_wrote(key: SecondKey) -> None:
    """The file compares the two names itself."""
    _, revision, check = key.written()
    with pytest.raises(REFUSED, match="what she wrote"):
        key.approve(revision, check, actor="Sari")


def test_only_a_passed_check_of_the_same_words_is_approved(key: SecondKey) -> None:
    """Not another's check, and not a failed one."""
    _, revision, check = key.written()
    other = key.gate.revision(key.gate.reply("b"))
    with pytest.raises(REFUSED, match="only a passed check"):
        key.approve(other, check)
    failed = (*TO_APPROVE[:-1], ("nada", 1, "automatic", "block", "failed"))
    with pytest.raises(REFUSED, match="only a passed check"):
        key.approve(revision, key.gate.check(revision, failed))


def test_an_edit_voids_the_approval(key: SecondKey) -> None:
    """The old one can be seen, and opens nothing any more."""
    reply, revision, check = key.written()
    approval = key.approve(revision, check)
    newer = key.gate.revision(reply, number=2, text="Lain.")
    assert key.gate.one("SELECT granted FROM approval WHERE id = ?", approval) == 0
    fresh = key.gate.check(newer, TO_APPROVE)
    for words in ((reply, revision, check), (reply, newer, fresh)):
        with pytest.raises(REFUSED):
            key.queue(words, approval)


def test_a_voided_approval_cannot_be_revived(key: SecondKey) -> None:
    """Nor rewritten, replaced or thrown away."""
    reply, revision, check = key.written()
    approval = key.approve(revision, check)
    key.gate.revision(reply, number=2, text="Lain.")
    for sql in (
        "UPDATE approval SET granted = 1, voided_at = NULL",
        "UPDATE approval SET actor = 'Rina'",
        "DELETE FROM approval",
        "INSERT OR REPLACE INTO approval SELECT * FROM approval",
    ):
        with pytest.raises(REFUSED):
            key.gate.run(sql)
    with pytest.raises(REFUSED):
        key.approve(revision, check, granted=0, voided_at=2, uid="lain")
    assert key.gate.one("SELECT granted FROM approval WHERE id = ?", approval) == 0


def test_an_approval_from_the_app_is_signed(key: SecondKey) -> None:
    """From outside it has evidence in place of a signature."""
    _, revision, check = key.written()
    with pytest.raises(REFUSED):
        key.approve(revision, check, signature=None)
    with pytest.raises(REFUSED):
        key.approve(revision, check, way="outside", signature=None)
    key.approve(revision, check, way="outside", signature=None, evidence="Surat 12")


def test_a_lifted_block_needs_its_reason(key: SecondKey) -> None:
    """Written by whoever lifts it; empty words are none."""
    written = key.written(LIFTED)
    approval = key.approve(*written[1:])
    with pytest.raises(REFUSED, match="needs its reason"):
        key.queue(written, approval)
    with pytest.raises(REFUSED):
        key.reason(approval, "  ")
    key.reason(approval)
    key.queue(written, approval)
    assert key.gate.one("SELECT count(*) FROM outbox") == 1


def test_some_rules_stop_even_an_approver(key: SecondKey) -> None:
    """Personal data in public is never lifted."""
    revision = key.gate.revision(key.gate.reply())
    with pytest.raises(REFUSED, match="stops even an approver"):
        key.gate.check(revision, STRICT_LIFTED)


def test_an_approval_in_use_is_not_taken_away(key: SecondKey) -> None:
    """What is queued keeps its approval, and cannot be edited."""
    written = key.written()
    key.queue(written, key.approve(*written[1:]))
    with pytest.raises(REFUSED):
        key.gate.run("UPDATE outbox SET approval = NULL, granted = NULL")
    with pytest.raises(REFUSED):
        key.gate.run("UPDATE approval SET granted = 0, voided_at = 2")
    with pytest.raises(REFUSED):
        key.gate.revision(written[0], number=2)


def forge(key: SecondKey, *statements: str) -> list[str]:
    """Work as somebody who holds the key of the file and drops its triggers."""
    run = key.gate.run
    run("PRAGMA foreign_keys = OFF")
    triggers = run("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        run(f"DROP TRIGGER {name}")
    for sql in statements:
        run(sql)
    return store.wrong_outbox(key.gate.database.conn)


def test_a_voided_approval_behind_a_queued_answer_is_named(key: SecondKey) -> None:
    """Also where the locks were taken off first."""
    written = key.written()
    key.queue(written, key.approve(*written[1:]))
    assert store.wrong_outbox(key.gate.database.conn) == []
    void = "UPDATE approval SET granted = 0, voided_at = 2"
    assert forge(key, void) == ["outbox r voided approval"]


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        (
            "UPDATE check_item SET outcome = 'failed' WHERE rule = 'nada'",
            "outbox r failed check",
        ),
        (
            "UPDATE outbox SET approval = NULL, granted = NULL",
            "outbox r without approval",
        ),
        ("UPDATE outbox SET revision = 77", "outbox r borrowed check"),
    ],
)
def test_a_forged_row_behind_a_queued_answer_is_named(
    key: SecondKey, sql: str, told: str
) -> None:
    """Whatever was changed under it."""
    written = key.written()
    key.queue(written, key.approve(*written[1:]))
    assert told in forge(key, sql)


def test_a_lifted_block_without_its_reason_is_named(key: SecondKey) -> None:
    """So is one that nobody may lift."""
    written = key.written(LIFTED)
    approval = key.approve(*written[1:])
    key.reason(approval)
    key.queue(written, approval)
    strict = """UPDATE rule SET body = '{"overridable": false}' WHERE key = 'nada'"""
    found = forge(key, "DELETE FROM approval_override", strict)
    assert found == ["outbox r no reason for nada", "outbox r lifted nada"]
