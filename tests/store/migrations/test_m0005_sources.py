"""From a gate with one key: pictures, unit answers, issues, and drafts with options."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.steps import Steps, put


@pytest.fixture
def filled(steps: Steps) -> Steps:
    """A draft from before."""
    steps.to("m0004_replies")
    put(steps, "account")
    put(steps, "author")
    put(steps, "conversation")
    steps.insert("draft", conversation=1, text="Baik,", template="", actor="Sari", at=1)
    steps.to("m0005_sources")
    return steps


def test_a_draft_from_before_keeps_its_words(filled: Steps) -> None:
    """It only learns to hold more than words."""
    assert filled.run("SELECT text, options FROM draft").fetchone() == ("Baik,", "{}")


def test_a_picture_is_stored_once_and_never_altered(filled: Steps) -> None:
    """What was checked and approved is what goes out."""
    filled.insert("media", digest="d", media_type="image/png", size=1, content=b"x")

    with pytest.raises(dbapi2.IntegrityError, match="immutable"):
        filled.run("UPDATE media SET content = x'00'")


def test_an_announcement_has_one_of_the_known_forms(filled: Steps) -> None:
    """A form that no screen knows is refused."""
    with pytest.raises(dbapi2.IntegrityError):
        filled.insert(
            "announcement", uid="a", preset="iklan", title="Promo", at=1, actor="Sari"
        )


def test_a_unit_answer_belongs_to_a_conversation_that_exists(filled: Steps) -> None:
    """An answer of a unit hangs on the question it answers."""
    row = {"unit": "Dinas PU", "text": "25 November", "answered_at": 1, "at": 1}
    filled.insert("unit_answer", uid="j", conversation=1, actor="Sari", **row)

    assert filled.run("PRAGMA foreign_key_check").fetchall() == []
