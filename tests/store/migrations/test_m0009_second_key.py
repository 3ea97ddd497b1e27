"""From one key to two: what was queued before stays, and asks for no approval."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.gate import Gate, two_rules
from tests.helpers.steps import Steps, put


@pytest.fixture
def filled(steps: Steps) -> Gate:
    """Answers of before in every state."""
    steps.to("m0008_approvals")
    put(steps, "account")
    put(steps, "author")
    put(steps, "conversation")
    gate = two_rules(steps.database)
    for state in ("queued", "sent", "failed", "unsure", "sent_manually"):
        gate.reach(state)
    steps.to("m0009_second_key")
    return gate


def test_every_answer_of_before_is_still_there(filled: Gate) -> None:
    """With its state, its check and what the platform said."""
    assert filled.one("SELECT count(*) FROM outbox WHERE passed = 1") == 5
    assert filled.one("SELECT remote_id FROM outbox WHERE state = 'sent'") == "s1"
    assert filled.run("PRAGMA foreign_key_check").fetchall() == []
    assert filled.one("PRAGMA integrity_check") == "ok"


def test_a_check_of_before_asks_for_nobody(filled: Gate) -> None:
    """No rule of then could ask."""
    assert filled.one("SELECT sum(needs_approval) FROM ethics_check") == 0


def test_the_old_locks_still_hold(filled: Gate) -> None:
    """Widening the tables opened none of them."""
    for sql in (
        "UPDATE ethics_check SET passed = 1",
        "DELETE FROM check_item",
        "UPDATE outbox SET ethics_check = 2 WHERE reply = 1",
        "UPDATE outbox SET state = 'sending' WHERE state = 'sent'",
        "UPDATE reply SET conversation = NULL",
        (
            "INSERT OR REPLACE INTO reply (id, uid, conversation, created_at, actor)"
            " VALUES (1, 'neu', 1, 1, 'Sari')"
        ),
    ):
        with pytest.raises(dbapi2.IntegrityError):
            filled.run(sql)


def test_a_new_answer_still_passes(filled: Gate) -> None:
    """The gate is a gate, not a wall."""
    reply = filled.queued("baru")
    assert filled.one("SELECT approval FROM outbox WHERE reply = ?", reply) is None
