"""What the inbox decides: which list, which thread, and what is read again."""

import pytest

from kotakmasuk.desktop.inbox.presenter import InboxPresenter
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.inbox import Kind, Listing, Status, View
from kotakmasuk.services import inbox as service


@pytest.fixture
def presenter(desk):
    made = InboxPresenter(desk.work)
    made.count()
    return made


@pytest.fixture
def shown(presenter):
    found = []
    presenter.listed.connect(found.append)
    return found


def test_what_is_due_first_stands_first(presenter, shown, desk):
    """Nobody searches for what is late: it is on top."""
    presenter.show_listing(Listing(View.TO_ANSWER))

    assert next(iter(shown[-1].ids)) == desk.ids["lampu"]
    assert shown[-1].groups[0][0] == "Lewat batas"
    assert sum(count for _, count in shown[-1].groups) == 5


def test_the_number_beside_a_view_is_the_number_of_its_rows(presenter, shown):
    """Counts and lists never disagree."""
    presenter.show_listing(Listing(View.TO_ANSWER))

    assert presenter.title_count() == len(shown[-1].ids) == 5


def test_a_search_looks_in_all_history(presenter, shown, desk):
    """What is finished is found too."""
    service.set_status(desk.place.desk, [desk.ids["sampah"]], Status.DONE)

    presenter.search("sampah pasar ")

    assert list(shown[-1].ids) == [desk.ids["sampah"]]


def test_a_search_says_at_once_that_it_runs(presenter):
    """A pause is never silent."""
    said = []
    presenter.searching.connect(said.append)

    presenter.search("lampu")

    assert said[0] == "lampu"
    assert said[-1] == ""


def test_a_bad_operator_is_explained_and_nothing_is_lost(presenter, shown):
    """The list stays while the field says what works."""
    told = []
    presenter.refused.connect(told.append)

    presenter.search("status:entah")

    assert "Contoh: status:baru." in str(told[0])
    assert shown == []


def test_leaving_a_search_goes_back_to_the_list_before(presenter, shown):
    """Esc ends where the search began."""
    presenter.show_listing(Listing(View.ALL))
    presenter.search("lampu")

    presenter.leave_search()

    assert presenter.listing == Listing(View.ALL)
    assert len(shown[-1].ids) == 5


def test_an_empty_field_is_no_search(presenter):
    """Emptying the field leaves the search."""
    presenter.search("lampu")
    presenter.search("  ")

    assert presenter.listing.search == ""


def test_new_messages_wait_outside_while_the_list_is_in_use(presenter, shown, desk):
    """No row is pushed away from under the pointer."""
    waiting = []
    presenter.arrived.connect(waiting.append)
    presenter.show_listing(Listing(View.TO_ANSWER))
    presenter.hold_new = True

    new = desk.arrive("baru", "Ada banjir")
    desk.lanes.changed.emit(Changes(conversations=frozenset({new}), arrived=1), None)

    assert waiting[-1] == 1
    assert new not in list(shown[-1].ids)


def test_new_messages_come_in_when_they_are_asked_for(presenter, shown, desk):
    """The pill takes them into the list."""
    presenter.show_listing(Listing(View.TO_ANSWER))
    new = desk.arrive("baru", "Ada banjir")

    presenter.show_arrived()

    assert new in list(shown[-1].ids)


def test_ones_own_action_is_seen_at_once(presenter, shown, desk):
    """What is finished leaves the list without a pill."""
    presenter.show_listing(Listing(View.TO_ANSWER))
    presenter.hold_new = True

    desk.lanes.write(
        service.set_status, [desk.ids["lampu"]], Status.DONE, initiator="test"
    )

    assert desk.ids["lampu"] not in list(shown[-1].ids)
    assert presenter.counts.views[View.TO_ANSWER] == 4


def test_an_open_conversation_is_read_again_when_it_changes(presenter, desk):
    """A change by anybody is on the screen."""
    opened = []
    presenter.opened.connect(opened.append)
    presenter.open_conversation(desk.ids["tanya"])

    desk.lanes.write(service.set_kind, [desk.ids["tanya"]], Kind.SUGGESTION)

    assert opened[-1].kind is Kind.SUGGESTION


def test_a_conversation_that_does_not_exist_is_nothing(presenter):
    """An old link opens the inbox, not the crash page."""
    opened = []
    presenter.opened.connect(opened.append)

    presenter.open_conversation(987654)

    assert opened == [None]


def test_only_what_the_list_lacks_waits_outside(presenter):
    """The pill counts conversations of this list, not messages of any."""
    arrived = []
    presenter.show_listing(Listing(View.TO_ANSWER))
    presenter.count()
    presenter.hold_new = True
    presenter.arrived.connect(arrived.append)

    presenter.take_changes(Changes(conversations=frozenset({1}), arrived=7), None)

    assert arrived == [0]
