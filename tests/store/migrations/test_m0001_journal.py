"""From nothing: the journal that everything else leans on."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.steps import Steps


REFUSED = dbapi2.IntegrityError


@pytest.fixture
def journal(steps: Steps) -> Steps:
    """One row of one device with its payload."""
    steps.to("m0001_journal")
    row(steps, 1)
    steps.insert("journal_payload", device="d", sequence=1, salt=b"s", body="{}")
    return steps


def row(steps: Steps, sequence: int) -> None:
    steps.insert(
        "journal",
        device="d",
        sequence=sequence,
        at=1,
        actor="Sari",
        kind="note.add",
        subject="u1",
        digest="x",
        previous="0",
        hash=f"h{sequence}",
    )


def test_an_empty_file_gets_journal_and_settings(steps: Steps) -> None:
    """The first step starts from nothing."""
    steps.to("m0001_journal")
    wanted = {"journal", "journal_payload", "journal_about", "setting"}
    assert wanted <= steps.tables()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET actor = 'Lain'",
        "DELETE FROM journal",
        """INSERT OR REPLACE INTO journal SELECT device, sequence, at, 'Lain', kind,
        subject, digest, previous, hash FROM journal""",
    ],
)
def test_a_row_of_the_journal_stays_as_it_was_written(
    journal: Steps, change: str
) -> None:
    """What was done was done."""
    with pytest.raises(REFUSED, match="append-only"):
        journal.run(change)
    assert journal.one("SELECT actor FROM journal") == "Sari"


def test_a_payload_can_be_erased_and_the_row_stays(journal: Steps) -> None:
    """A citizen can be forgotten without breaking the chain."""
    journal.run("DELETE FROM journal_payload")
    assert journal.one("SELECT count(*) FROM journal") == 1


def test_a_payload_belongs_to_a_row(journal: Steps) -> None:
    """Nothing is said about what was not done."""
    with pytest.raises(REFUSED):
        journal.insert("journal_payload", device="d", sequence=9, salt=b"", body="{}")
