"""Trying to get an answer past the checklist by plain SQL, in every way we know."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.gate import BLOCKING, FAILED, PASSED, TICK, Gate


REFUSED = dbapi2.IntegrityError


def assert_shut(gate: Gate) -> None:
    assert gate.one("SELECT count(*) FROM outbox") == 0


def test_a_checked_answer_gets_through(gate: Gate) -> None:
    """The gate is a gate, not a wall."""
    gate.queued()
    assert gate.one("SELECT state FROM outbox") == "queued"


@pytest.mark.parametrize("passed", [0, 1])
def test_a_failed_check_cannot_be_queued(gate: Gate, passed: int) -> None:
    """Neither as what it is nor by saying that it passed."""
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision, FAILED)
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, check, passed=passed)
    assert_shut(gate)


def test_a_tick_that_was_not_set_keeps_the_answer_back(gate: Gate) -> None:
    """What an officer must look at herself is not passed by leaving it out."""
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision, (PASSED[0], (*TICK, "manual", "block", "unticked")))
    assert gate.one("SELECT passed FROM ethics_check WHERE id = ?", check) == 0
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, check)


def test_a_check_without_items_has_not_passed(gate: Gate) -> None:
    """Nothing was looked at, so nothing was found right."""
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision, ())
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, check)
    assert_shut(gate)


@pytest.mark.parametrize("missing", [0, 1])
def test_a_check_that_misses_one_rule_has_not_passed(gate: Gate, missing: int) -> None:
    """Every rule in force is answered for, or the answer stays."""
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision, (PASSED[1 - missing],))
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, check)
    assert_shut(gate)


def test_without_any_rule_in_force_nothing_passes(gate: Gate) -> None:
    """An empty checklist is a broken one."""
    gate.run("UPDATE rule SET active = 0")
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision, ())
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, check)


def test_an_answer_cannot_borrow_anothers_check(gate: Gate) -> None:
    """A check belongs to the words that it was made of."""
    clean = gate.check(gate.revision(gate.reply("a")))
    reply = gate.reply("b")
    revision = gate.revision(reply, text="NIK Anda 3201234567890001.")
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, clean)
    assert_shut(gate)


def test_an_older_revision_cannot_be_queued(gate: Gate) -> None:
    """What leaves is the newest that was written, with its own check."""
    reply = gate.reply()
    old = gate.revision(reply)
    check = gate.check(old)
    gate.revision(reply, number=2, text="Lain.")
    with pytest.raises(REFUSED):
        gate.queue(reply, old, check)


def test_a_newer_failed_check_takes_an_older_passed_ones_place(gate: Gate) -> None:
    """Who checked again and failed cannot send with the check before."""
    reply = gate.reply()
    revision = gate.revision(reply)
    passed = gate.check(revision)
    gate.check(revision, FAILED)
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, passed)


def test_a_check_older_than_the_rules_is_stale(gate: Gate) -> None:
    """A rule that came into force since must be asked too."""
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision)
    gate.rule("nada", 1, "manual")
    with pytest.raises(REFUSED, match="older than the rules"):
        gate.queue(reply, revision, check)


def test_a_result_cannot_be_given(gate: Gate) -> None:
    """It is computed from what was found."""
    revision = gate.revision(gate.reply())
    with pytest.raises(REFUSED, match="computed, never given"):
        gate.run(
            "INSERT INTO ethics_check (uid, revision, actor, at, passed)"
            " VALUES ('c', ?, 'Sari', 1, 1)",
            revision,
        )


def test_a_result_cannot_be_changed(gate: Gate) -> None:
    """Failed stays failed."""
    check = gate.check(gate.revision(gate.reply()), FAILED)
    with pytest.raises(REFUSED, match="immutable"):
        gate.run("UPDATE ethics_check SET passed = 1 WHERE id = ?", check)


def test_an_item_cannot_be_softened_to_a_warning(gate: Gate) -> None:
    """An item is as strict as the rule that it answers."""
    revision = gate.revision(gate.reply())
    soft = ((*BLOCKING, "automatic", "warn", "failed"), PASSED[1])
    with pytest.raises(REFUSED, match="as strict as its rule"):
        gate.check(revision, soft)


def test_an_automatic_rule_cannot_be_ticked(gate: Gate) -> None:
    """What the machine checks is not the officer's to wave through."""
    revision = gate.revision(gate.reply())
    with pytest.raises(REFUSED):
        gate.check(revision, ((*BLOCKING, "automatic", "block", "ticked"), PASSED[1]))


def test_an_item_cannot_follow_its_check(gate: Gate) -> None:
    """What was forgotten is not added afterwards."""
    check = gate.check(gate.revision(gate.reply()), (PASSED[0],))
    with pytest.raises(REFUSED, match="immutable"):
        gate.items(check, (PASSED[1],))


def test_items_without_a_check_do_not_stay(gate: Gate) -> None:
    """They are written together with it or not at all."""
    with pytest.raises(REFUSED), gate.database.atomic():
        gate.items(99, PASSED)
    assert gate.one("SELECT count(*) FROM check_item") == 0


TABLES = ("check_item", "ethics_check", "revision", "rule", "reply")


@pytest.mark.parametrize("table", TABLES)
def test_nothing_of_a_check_can_be_deleted(gate: Gate, table: str) -> None:
    """Later nobody can say that it was never there."""
    gate.queued()
    before = gate.one(f"SELECT count(*) FROM {table}")  # noqa: S608 -- TABLES
    with pytest.raises(REFUSED, match="immutable"):
        gate.run(f"DELETE FROM {table}")  # noqa: S608 -- TABLES
    assert gate.one(f"SELECT count(*) FROM {table}") == before  # noqa: S608 -- TABLES


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE check_item SET outcome = 'passed'",
        "UPDATE check_item SET evidence = ''",
        "UPDATE ethics_check SET actor = 'Lain'",
        "UPDATE ethics_check SET revision = 1, id = 7",
        "UPDATE revision SET text = 'Lain.'",
        "UPDATE rule SET body = '{}'",
        "UPDATE reply SET conversation = conversation + 1",
        "UPDATE reply SET uid = 'lain'",
        "UPDATE OR REPLACE revision SET id = 1, text = 'Lain.'",
    ],
)
def test_nothing_of_a_check_can_be_altered(gate: Gate, change: str) -> None:
    """Words, rules, findings and whom they are for stay as they were checked."""
    gate.queued()
    with pytest.raises(REFUSED, match="immutable"):
        gate.run(change)


def test_a_checked_text_cannot_be_replaced(gate: Gate) -> None:
    """INSERT OR REPLACE would delete the old words without asking."""
    reply = gate.reply()
    revision = gate.revision(reply)
    gate.check(revision)
    with pytest.raises(REFUSED, match="immutable"):
        gate.run(
            "INSERT OR REPLACE INTO revision SELECT id, uid, reply, number,"
            " 'Lain.', template, account, public, actor, at, NULL FROM revision"
        )
    assert gate.one("SELECT text FROM revision") == "Baik."


def test_a_queued_text_cannot_be_replaced_under_another_reply(gate: Gate) -> None:
    """The outbox would go on pointing at the words that took its place."""
    gate.queued()
    other = gate.reply("b")
    with pytest.raises(REFUSED, match="immutable"):
        gate.run(
            "INSERT OR REPLACE INTO revision SELECT id, uid, ?, 1, 'Lain.',"
            " template, account, public, actor, at, NULL FROM revision",
            other,
        )


@pytest.mark.parametrize(
    "replacing",
    [
        """INSERT OR REPLACE INTO ethics_check (id, uid, revision, actor, at)
        SELECT id, 'neu', revision, actor, at FROM ethics_check""",
        "INSERT OR REPLACE INTO rule SELECT key, version, '{}', 1 FROM rule",
        """INSERT OR REPLACE INTO reply (id, uid, conversation, created_at, actor)
        SELECT id, 'neu', conversation, 1, actor FROM reply""",
    ],
)
def test_checks_rules_and_replies_cannot_be_replaced(
    gate: Gate, replacing: str
) -> None:
    """The same back door, at the other tables."""
    gate.queued()
    with pytest.raises(REFUSED, match="immutable"):
        gate.run(replacing)


def test_a_sent_answer_cannot_be_replaced_by_a_queued_one(gate: Gate) -> None:
    """It would leave a second time."""
    reply = gate.queued()
    gate.move(reply, "sending")
    gate.move(reply, "sent", remote_id="s1")
    with pytest.raises(REFUSED, match="immutable"):
        gate.run(
            "INSERT OR REPLACE INTO outbox (reply, revision, ethics_check, passed, key,"
            " state, queued_at, not_before) SELECT reply, revision, ethics_check, 1,"
            " key, 'queued', 1, 1 FROM outbox"
        )


def test_a_queued_answer_cannot_be_edited(gate: Gate) -> None:
    """It is taken back first; then its words are a draft again."""
    reply = gate.queued()
    with pytest.raises(REFUSED, match="cannot be edited"):
        gate.revision(reply, number=2, text="Lain.")


def test_a_queued_answer_keeps_its_check(gate: Gate) -> None:
    """It cannot be pointed at other words."""
    reply = gate.queued()
    other = gate.revision(gate.reply("b"), text="Lain.")
    with pytest.raises(REFUSED, match="keeps its check"):
        gate.run("UPDATE outbox SET revision = ? WHERE reply = ?", other, reply)


@pytest.mark.parametrize("state", ["sending", "sent", "sent_manually", "failed"])
def test_an_answer_starts_in_the_queue(gate: Gate, state: str) -> None:
    """Nobody can say of an answer that never left that it did."""
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision)
    with pytest.raises(REFUSED):
        gate.queue(reply, revision, check, state=state)


def test_the_gate_holds_without_foreign_keys_and_constraints(gate: Gate) -> None:
    """A connection may switch those off; the triggers stay."""
    reply = gate.reply()
    revision = gate.revision(reply)
    check = gate.check(revision, FAILED)
    for switch in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
        gate.run(f"PRAGMA {switch}")
    for passed in (0, 1):
        with pytest.raises(REFUSED):
            gate.queue(reply, revision, check, passed=passed)
    assert_shut(gate)
