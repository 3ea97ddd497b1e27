"""Putting conversations together, taking them apart, and each taken back."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing, Status, View
from kotakmasuk.services import inbox, issues, undo
from kotakmasuk.services import journal as journal_service
from tests.helpers.desks import OFFICER, Place, incoming, receive


TITLE = "Lampu jalan Melati padam"


@pytest.fixture
def four(place: Place, owner: int) -> Place:
    """Four conversations; 1 and 2 are one Isu."""
    receive(place, owner, *(incoming(f"m{number}") for number in range(4)))
    issues.begin(place.desk, TITLE, [1, 2])
    return place


def issue(place: Place, title: str = TITLE) -> issues.Issue:
    return next(one for one in issues.all_issues(place.reader) if one.title == title)


def test_an_issue_counts_all_and_those_to_answer(four: Place) -> None:
    """What is done stays in it and waits no more."""
    inbox.set_status(four.desk, [1], Status.DONE)
    found = issue(four)
    assert (found.conversations, found.waiting) == (2, 1)
    assert issues.conversations_of(four.reader, found.id, waiting=True) == [2]


def test_a_conversation_belongs_to_one_issue_at_most(four: Place) -> None:
    """So that nobody is answered twice about one thing."""
    issues.begin(four.desk, "Sampah pasar", [2, 3])
    assert issues.conversations_of(four.reader, issue(four).id) == [1]
    home = issues.of_conversation(four.reader, 2)
    assert home is not None
    assert home.title == "Sampah pasar"


def test_taking_a_join_back_puts_it_where_it_was(four: Place) -> None:
    """Also when it was in another Isu; the new one is closed again."""
    changes = issues.begin(four.desk, "Sampah pasar", [2, 3])
    undo.undo(four.desk, changes.undo or "")
    assert issues.conversations_of(four.reader, issue(four).id) == [1, 2]
    assert [one.title for one in issues.all_issues(four.reader)] == [TITLE]


def test_leaving_can_be_taken_back(four: Place) -> None:
    """The journal knows where each belonged."""
    changes = issues.leave(four.desk, [1, 4])
    assert changes.conversations == {1}
    assert issues.of_conversation(four.reader, 1) is None
    undo.undo(four.desk, changes.undo or "")
    assert issues.conversations_of(four.reader, issue(four).id) == [1, 2]


def test_joining_again_changes_nothing(four: Place) -> None:
    """And is not written down."""
    assert not issues.join(four.desk, issue(four).id, [1, 2])


def test_a_name_that_is_there_is_refused_in_words(four: Place) -> None:
    """However it is typed; nothing is moved."""
    with pytest.raises(KnownError, match="sudah ada"):
        issues.begin(four.desk, "  lampu JALAN melati padam ", [3])
    assert issues.of_conversation(four.reader, 3) is None


@pytest.mark.parametrize("title", ["", "   ", "x" * 81])
def test_a_name_must_say_something(four: Place, title: str) -> None:
    """Not too much either."""
    with pytest.raises(KnownError, match="Nama isu"):
        issues.begin(four.desk, title, [3])


def test_a_closed_issue_takes_nobody_in(four: Place) -> None:
    """Until it is opened again."""
    number = issue(four).id
    issues.close(four.desk, number)
    with pytest.raises(KnownError, match="sudah ditutup"):
        issues.join(four.desk, number, [3])
    issues.reopen(four.desk, number)
    assert issues.join(four.desk, number, [3]).conversations == {3}


def test_closing_and_renaming_can_be_taken_back(four: Place) -> None:
    """Each by its own token."""
    number = issue(four).id
    renamed = issues.rename(four.desk, number, "Lampu padam")
    closed = issues.close(four.desk, number)
    assert issues.all_issues(four.reader) == []
    assert [one.title for one in issues.all_issues(four.reader, closed=True)]
    undo.undo(four.desk, closed.undo or "")
    undo.undo(four.desk, renamed.undo or "")
    assert issue(four).closed_at is None


def test_an_issue_is_a_list_and_can_be_searched_for(four: Place) -> None:
    """By its entry in the sidebar and by isu: with a part of its name."""
    for listing in (
        Listing(issue=issue(four).id),
        Listing(search='isu:"jalan melati"'),
        Listing(View.TO_ANSWER, search="isu:lampu lampu "),
    ):
        found = inbox.first_page(four.reader, four.office, listing, officer=OFFICER)
        assert sorted(found) == [1, 2]


def test_the_history_of_a_conversation_tells_of_its_issue(four: Place) -> None:
    """Into which, and that it left."""
    issues.leave(four.desk, [1])
    told = [line.sentence for line in journal_service.history(four.reader, 1)]
    assert told == ["mengeluarkan dari isu", f"menggabungkan ke isu “{TITLE}”"]
