"""Catching by hand what no platform hands over."""

import pytest

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Status
from kotakmasuk.domain.messages import Form
from kotakmasuk.services import accounts, capture, checklist, declaring, inbox
from tests.helpers.desks import HOUR, MINUTE, NOW, Place, answer


LINK = "https://www.instagram.com/p/DAbc12345/?igsh=xyz"


def caught(place: Place, **given: object) -> Changes:
    values = {
        "link": LINK,
        "text": "Lampu jalan mati",
        "author": "@Budi",
        "sent_at": NOW - HOUR,
        "form": Form.COMMENT,
        **given,
    }
    return capture.capture(place.desk, **values)  # type: ignore[arg-type]


def test_a_link_and_a_text_become_a_conversation(place: Place) -> None:
    """Of the platform that stands in the link."""
    changes = caught(place)
    row = inbox.rows(place.reader, [1])[0]
    thread = inbox.thread(place.reader, 1)
    assert (changes.arrived, row.platform, row.author) == (1, "instagram", "@Budi")
    assert "igsh" not in thread.url
    assert row.due_at


def test_without_a_link_it_is_simply_noted(place: Place) -> None:
    """A call, somebody at the counter."""
    caught(place, link="", form=Form.NOTE)
    assert inbox.rows(place.reader, [1])[0].platform == "manual"


def test_the_account_of_a_platform_is_made_once_and_promises_nothing(
    place: Place,
) -> None:
    """It says when it was last looked through."""
    caught(place)
    caught(place, text="Air keruh", sent_at=NOW - MINUTE)
    (health,) = accounts.overview(place.reader)
    assert health.manual
    assert (health.last_success, health.complete_until) == (NOW, None)


def test_what_the_same_citizen_writes_there_again_joins(place: Place) -> None:
    """One conversation under one post."""
    caught(place)
    caught(place, text="Sudah menyala, terima kasih", sent_at=NOW - MINUTE)
    assert place.one("SELECT count(*) FROM conversation") == 1
    assert place.one("SELECT count(*) FROM message") == 2


def test_the_same_again_is_told(place: Place) -> None:
    """And what is there stays."""
    caught(place)
    with pytest.raises(KnownError, match="sudah ada"):
        caught(place)
    assert place.one("SELECT count(*) FROM message") == 1


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"text": "  "}, "Isi pesan"),
        ({"text": "x" * 100_001}, "Isi pesan"),
        ({"author": " "}, "Nama akun"),
        ({"sent_at": NOW + HOUR}, "masa depan"),
        ({"link": "bukan tautan"}, "bukan tautan"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    place: Place, bad: dict[str, object], words: str
) -> None:
    """And nothing is stored, no account either."""
    with pytest.raises(KnownError, match=words):
        caught(place, **bad)
    assert place.one("SELECT count(*) FROM message") == 0
    assert accounts.overview(place.reader) == []


def test_its_answer_goes_the_manual_way(place: Place) -> None:
    """Through the same gate; *Dikirim manual*, never *Terkirim*."""
    caught(place)
    assert not checklist.identity(place.reader, place.office, 1).sends
    text = "Terima kasih, Kak.\nKami periksa sore ini."
    reply = answer(place, 1, text)
    text, url = declaring.manual_text(place.reader, reply)
    assert text.endswith("sore ini.")
    assert url.startswith("https://www.instagram.com/p/DAbc12345")
    declaring.declare_sent(place.desk, reply)
    thread = inbox.thread(place.reader, 1)
    assert thread.row.status is Status.WAITING_CITIZEN
    assert (thread.items[-1].what, thread.items[-1].manual) == ("out", True)
    assert thread.waiting_since is None
    assert thread.row.snippet == "Kami: Terima kasih, Kak. Kami periksa sore ini."
