"""From a journal with a row in it: what comes in."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.steps import Steps, put


REFUSED = dbapi2.IntegrityError


@pytest.fixture
def filled(steps: Steps) -> Steps:
    """A setting that was there before, then an account with a conversation."""
    steps.to("m0001_journal")
    steps.insert("setting", name="agency", value='"Sukamaju"')
    steps.to("m0002_conversations")
    put(steps, "account")
    put(steps, "author")
    put(steps, "conversation")
    return steps


def test_what_was_there_before_stays(filled: Steps) -> None:
    """A step adds, it does not take away."""
    assert filled.one("SELECT value FROM setting") == '"Sukamaju"'


def test_a_message_is_stored_once(filled: Steps) -> None:
    """Its global id is the only one."""
    put(filled, "message")
    with pytest.raises(REFUSED, match="UNIQUE"):
        put(filled, "message")


def test_a_message_belongs_to_a_conversation(filled: Steps) -> None:
    """None hangs in the air."""
    with pytest.raises(REFUSED, match="FOREIGN KEY"):
        put(filled, "message", conversation=9)


def test_an_unknown_status_is_refused(filled: Steps) -> None:
    """The eight states are all there are."""
    with pytest.raises(REFUSED, match="CHECK"):
        filled.run("UPDATE conversation SET status = 'lost'")


def test_the_name_of_a_removed_tag_is_free(filled: Steps) -> None:
    """Of those in use each name stands once."""
    filled.insert("tag", uid="t1", name="pju", removed_at=5)
    filled.insert("tag", uid="t2", name="pju")
    with pytest.raises(REFUSED, match="UNIQUE"):
        filled.insert("tag", uid="t3", name="pju")
