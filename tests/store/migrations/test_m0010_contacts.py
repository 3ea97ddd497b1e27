"""A list of the agency's own public contacts joins the file."""

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.steps import Steps, put


@pytest.fixture
def filled(steps: Steps) -> Steps:
    """An inbox from before, with somebody in it."""
    steps.to("m0009_second_key")
    put(steps, "account")
    steps.to("m0010_contacts")
    return steps


def test_what_was_there_stays(filled: Steps) -> None:
    """Nothing but a table is added."""
    assert filled.one("SELECT count(*) FROM account") == 1
    assert "contact" in filled.tables()


def test_a_contact_says_something(filled: Steps) -> None:
    """An empty number would exempt everything and nothing."""
    with pytest.raises(dbapi2.IntegrityError):
        filled.insert(
            "contact", uid="k", unit="PMI", label="Ambulans", kind="phone", value=" "
        )
