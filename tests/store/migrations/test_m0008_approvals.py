"""Requests and approvals beside the replies that wait for them."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.gate import Gate, two_rules
from tests.helpers.steps import Steps, put


@pytest.fixture
def filled(steps: Steps) -> Gate:
    """A checked answer from before."""
    steps.to("m0007_team")
    put(steps, "account")
    put(steps, "author")
    put(steps, "conversation")
    gate = two_rules(steps.database)
    gate.check(gate.revision(gate.reply()))
    steps.to("m0008_approvals")
    return gate


APPROVE = (
    "INSERT INTO approval (uid, revision, ethics_check, actor, way, signature,"
    " approved_at, at, recorded_by) VALUES ('p', 1, 1, 'Hadi', ?, ?, 1, 1, 'Hadi')"
)


def test_an_approval_in_the_program_is_signed(filled: Gate) -> None:
    """Without a signature it is nobody's word."""
    with pytest.raises(dbapi2.IntegrityError):
        filled.run(APPROVE, "app", None)


def test_an_approval_is_never_altered_or_taken_away(filled: Gate) -> None:
    """It can only be voided, and that once."""
    filled.run(APPROVE, "app", b"s")

    for sql in ("UPDATE approval SET actor = 'Maya'", "DELETE FROM approval"):
        with pytest.raises(dbapi2.IntegrityError, match="immutable"):
            filled.run(sql)
    filled.run("UPDATE approval SET granted = 0, voided_at = 2")
    with pytest.raises(dbapi2.IntegrityError, match="immutable"):
        filled.run("UPDATE approval SET granted = 1, voided_at = NULL")


def test_an_answer_is_returned_with_a_note(filled: Gate) -> None:
    """The officer learns why."""
    ask = (
        "INSERT INTO approval_request (uid, conversation, at, actor, state)"
        " VALUES ('r', 1, 1, 'Sari', 'returned')"
    )
    with pytest.raises(dbapi2.IntegrityError):
        filled.run(ask)


def test_a_revision_from_before_rests_on_no_unit_answer(filled: Gate) -> None:
    """It stays as it was written."""
    assert filled.one("SELECT unit_answer FROM revision") is None
