"""Kontak resmi pass the check that citizens' numbers do not."""

import pytest

from kotakmasuk.domain.contacts import Contact, ContactKind
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import checklist, contacts, undo
from tests.helpers.desks import Place, incoming, receive


NUMBER = "0812-3456-7890"
DESK = Contact("", "Dinas Sosial", "Layanan", ContactKind.PHONE, NUMBER)


@pytest.fixture
def asked(place: Place, owner: int) -> Place:
    """One citizen who waits in public."""
    receive(place, owner, incoming())
    return place


def blocked(place: Place, text: str) -> bool:
    view = checklist.check(
        place.reader, place.office, 1, Composition(text), ticks=frozenset()
    )
    return any(one.rule == "E05" and one.outcome == "failed" for one in view.results)


def test_an_official_number_may_stand_in_public(asked: Place) -> None:
    """However it is written, once it is listed; a citizen's own may not."""
    assert blocked(asked, f"Hubungi {NUMBER}")

    contacts.save(asked.desk, DESK)

    assert not blocked(asked, "Hubungi +62 812 3456 7890")
    assert blocked(asked, "Hubungi 0813-3456-7890")


def test_a_contact_that_was_removed_counts_as_a_citizens_again(asked: Place) -> None:
    """Until that is undone."""
    contacts.save(asked.desk, DESK)
    (kept,) = contacts.offered(asked.reader)

    changes = contacts.remove(asked.desk, kept.uid)
    assert blocked(asked, f"Hubungi {NUMBER}")

    undo.undo(asked.desk, changes.undo or "")
    assert contacts.offered(asked.reader) == [kept]


def test_the_emergency_numbers_come_with_a_new_inbox_once(place: Place) -> None:
    """112 is nobody's secret."""
    contacts.adopt_emergency(place.desk)
    contacts.adopt_emergency(place.desk)

    values = [one.value for one in contacts.offered(place.reader)]
    assert "112" in values
    assert len(values) == len(set(values))


@pytest.mark.parametrize("value", ["", "   ", "9" * 201])
def test_a_contact_without_a_number_is_refused(place: Place, value: str) -> None:
    """Nothing is stored of it."""
    with pytest.raises(KnownError, match="belum disimpan"):
        contacts.save(place.desk, Contact("", "PMI", "Ambulans", DESK.kind, value))
    assert contacts.offered(place.reader) == []
