"""From conversations that are counted and searched: the way out and its gate."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.gate import Gate, two_rules
from tests.helpers.steps import Steps, put


@pytest.fixture
def filled(steps: Steps) -> Gate:
    """A conversation from before, then two rules."""
    steps.to("m0003_counts_and_search")
    put(steps, "account")
    put(steps, "author")
    put(steps, "conversation")
    put(steps, "message")
    steps.to("m0004_replies")
    return two_rules(steps.database)


def test_what_came_in_before_can_be_answered(filled: Gate) -> None:
    """A conversation of the earlier step gets its reply."""
    filled.queued()
    assert filled.one("SELECT state FROM outbox") == "queued"
    assert filled.one("SELECT count(*) FROM message") == 1


def test_the_result_of_a_check_is_computed(filled: Gate) -> None:
    """From its items, at the moment it is written."""
    check = filled.check(filled.revision(filled.reply()))
    assert filled.one("SELECT passed FROM ethics_check WHERE id = ?", check) == 1


def test_an_unchecked_answer_is_refused(filled: Gate) -> None:
    """The many ways to try are in test_gate.py."""
    reply = filled.reply()
    revision = filled.revision(reply)
    with pytest.raises(dbapi2.IntegrityError):
        filled.queue(reply, revision, 1)


def test_every_step_after_another_leaves_a_file_in_one_piece(filled: Gate) -> None:
    """No reference points at nothing, and no page is damaged."""
    assert filled.run("PRAGMA foreign_key_check").fetchall() == []
    assert filled.one("PRAGMA integrity_check") == "ok"
