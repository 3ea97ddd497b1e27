"""From conversations: counters and search that hold what is there and follow it."""

import pytest

from tests.helpers.steps import Steps, put


@pytest.fixture
def filled(steps: Steps) -> Steps:
    """One conversation with a message and a tag, from before."""
    steps.to("m0002_conversations")
    put(steps, "account")
    put(steps, "author")
    put(steps, "conversation")
    put(steps, "message")
    steps.insert("tag", uid="t1", name="pju")
    steps.insert("conversation_tag", conversation=1, tag=1)
    steps.to("m0003_counts_and_search")
    return steps


def counted(steps: Steps, table: str = "status_count") -> dict[str, int]:
    sql = f"SELECT status, conversations FROM {table} WHERE conversations > 0"  # noqa: S608
    return dict(steps.run(sql).fetchall())


def found(steps: Steps, match: str) -> list[int]:
    sql = "SELECT rowid FROM message_search WHERE message_search MATCH ?"
    return [row[0] for row in steps.run(sql, match)]


def test_what_was_there_before_is_counted(filled: Steps) -> None:
    """Under its account, its status and its tag."""
    assert counted(filled) == {"new": 1}
    assert counted(filled, "tag_count") == {"new": 1}


def test_a_new_conversation_counts(filled: Steps) -> None:
    """It joins those of before."""
    put(filled, "conversation", number=2)
    assert counted(filled) == {"new": 2}


def test_a_changed_status_moves_from_one_counter_to_the_other(filled: Steps) -> None:
    """Also under its tag."""
    filled.run("UPDATE conversation SET status = 'done'")
    assert counted(filled) == {"done": 1}
    assert counted(filled, "tag_count") == {"done": 1}


def test_a_tag_taken_off_counts_no_more(filled: Steps) -> None:
    """The conversation itself still does."""
    filled.run("DELETE FROM conversation_tag")
    assert counted(filled, "tag_count") == {}
    assert counted(filled) == {"new": 1}


def test_raw_words_and_stems_are_found(filled: Steps) -> None:
    """Each in its own column, of messages from before and after."""
    put(filled, "message", number=2)
    assert found(filled, "raw : mati") == [1, 2]
    assert found(filled, 'stem : "lampu jalan"') == [1, 2]


def test_changed_words_are_found_and_the_old_ones_are_not(filled: Steps) -> None:
    """The index follows an edit."""
    filled.run("UPDATE message SET text = 'Air keruh', stem = 'air keruh'")
    assert found(filled, "keruh") == [1]
    assert found(filled, "lampu") == []


def test_an_erased_message_leaves_the_index(filled: Steps) -> None:
    """Nothing of it can be found any more."""
    filled.run("DELETE FROM message")
    assert found(filled, "lampu") == []
    filled.run("INSERT INTO message_search (message_search) VALUES ('integrity-check')")
