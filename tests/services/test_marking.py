"""What is made of a message before it is stored."""

import json
from collections.abc import Callable

import pytest

from kotakmasuk.domain.messages import Attachment, Incoming, Marked, Post
from kotakmasuk.services import inbox, marking, settings
from tests.helpers.desks import DAY, HOUR, NOW, Place, incoming, ours, receive


NIK = "3175064107900003"


def marked(place: Place, message: Incoming) -> Marked:
    return marking.mark_all(place.desk, [message])[0]


def test_the_clock_ends_after_a_working_day(place: Place) -> None:
    """450 office minutes after the citizen wrote."""
    one = marked(place, incoming(sent_at=NOW))
    assert one.due_at
    assert 20 * HOUR < one.due_at - NOW <= DAY + HOUR


def test_the_target_is_the_agencys(place: Place) -> None:
    """An hour of office time, if it wishes."""
    settings.save(place.desk, target_minutes=60)
    assert marked(place, incoming(sent_at=NOW)).due_at == NOW + HOUR


def test_our_own_words_have_no_clock_and_no_marks(place: Place) -> None:
    """But they can be found."""
    one = marked(place, ours("k1", f"NIK Anda {NIK} sudah terdaftar"))
    assert (one.due_at, one.marks, one.personal_data) == (None, "", False)
    assert one.snippet.startswith("Kami: ")
    assert "daftar" in one.stem


@pytest.mark.parametrize("written", [incoming, ours])
def test_a_snippet_shows_no_number_of_a_citizen(
    place: Place, written: Callable[[str, str], Incoming]
) -> None:
    """It stands in lists that others look at, whoever wrote it."""
    one = marked(place, written("m1", f"NIK {NIK}, HP 081234567890"))
    assert NIK not in one.snippet
    assert "081234567890" not in one.snippet


def test_a_number_at_the_cut_is_masked_whole(place: Place) -> None:
    """Half of it would not be known as one."""
    one = marked(place, incoming(text=f"{'panjang ' * 18} NIK {NIK}"))
    assert NIK[:6] not in one.snippet
    assert len(one.snippet) <= marking.SNIPPET


@pytest.mark.parametrize(
    ("attachments", "snippet"),
    [((), "(tanpa teks)"), ((Attachment("image"),), "[image]")],
)
def test_a_message_without_words_still_shows_something(
    place: Place, attachments: tuple[Attachment, ...], snippet: str
) -> None:
    """So that the row is not empty."""
    assert marked(place, incoming(text="", attachments=attachments)).snippet == snippet


def test_what_was_noticed_names_its_words(place: Place) -> None:
    """A suggestion says why."""
    one = marked(place, incoming(text="Lampu jalan mati total, tolong segera!"))
    noticed = json.loads(one.marks)
    kinds = {entry["what"]: entry["because"] for entry in noticed}
    assert one.kind == "complaint"
    assert "lampu jalan" in kinds["topic"]
    assert all(kinds.values())


def test_nothing_noticed_is_nothing_stored(place: Place) -> None:
    """Most thanks need no row of JSON."""
    assert marked(place, incoming(text="oke")).marks == ""


def test_half_an_emoji_does_not_keep_a_page_from_being_stored(
    place: Place, owner: int
) -> None:
    """A platform that cuts a text in the middle of one would block its account."""
    cut = incoming("m1", "Jalan rusak \ud83d", raw='{"a": "\ud83d"}')
    named = incoming("m2", author="budi\ude00", post=Post("p1", "\ud83d"))
    receive(place, owner, cut, named)
    assert inbox.rows(place.reader, [1])[0].snippet == "Jalan rusak ?"
    assert place.one("SELECT count(*) FROM message") == 2
