"""Kontak resmi pass the check that citizens' numbers do not."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.contacts import Contact, ContactKind
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Role
from kotakmasuk.services import checklist, contacts, tags, undo
from tests.helpers.desks import Place, incoming, receive
from tests.helpers.seats import set_up


NUMBER = "0812-3456-7890"
DESK = Contact("", "Dinas Sosial", "Layanan", ContactKind.PHONE, NUMBER)


@pytest.fixture
def asked(place: Place, owner: int) -> Place:
    """One citizen who waits in public."""
    receive(place, owner, incoming(author="sekar"))
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


def test_listing_is_an_admins_to_do_once_there_is_one(place: Place) -> None:
    """Or anybody could list a citizen's number and send it in public."""
    set_up(place, "Maya Lestari", Role.ADMIN)

    with pytest.raises(KnownError, match="hanya dapat dilakukan admin"):
        contacts.save(place.desk, DESK)

    assert contacts.offered(place.reader) == []


def test_several_are_stored_together_or_not_at_all(place: Place) -> None:
    """With single spaces, as they will stand in an answer."""
    spaced = replace(DESK, value=" 0263  555 0100 ")

    with pytest.raises(KnownError):
        contacts.save_all(place.desk, [DESK, replace(DESK, value="")])
    assert contacts.offered(place.reader) == []
    contacts.save_all(place.desk, [DESK, spaced])

    values = {one.value for one in contacts.offered(place.reader)}
    assert values == {NUMBER, "0263 555 0100"}


def test_an_official_may_be_named_where_a_reporter_is_not(asked: Place) -> None:
    """Who is listed as pejabat holds an office, also when a reporter has that name."""
    tags.add_by_name(asked.desk, [1], "rahasia")

    def named(text: str) -> bool:
        view = checklist.check(
            asked.reader, asked.office, 1, Composition(text), ticks=frozenset()
        )
        return any(
            one.rule == "E07" and one.outcome == "failed" for one in view.results
        )

    text = "Silakan hubungi Bu Sekar."
    assert named(text)
    contacts.save(asked.desk, replace(DESK, kind=ContactKind.PERSON, value="Bu Sekar"))
    assert not named(text)
