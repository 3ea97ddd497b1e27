"""An officer's word is kept as hers, and what the platform shows becomes its evidence."""

from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import OutboxRow
from kotakmasuk.services import accounts, declaring, inbox, replies, sending
from tests.helpers.desks import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    Place,
    answer,
    incoming,
    ours,
    receive,
)
from tests.helpers.leaving import UNKNOWN, state


WORDS = "Terima kasih laporannya. Petugas kami periksa sore ini."
PNG = b"\x89PNG\r\n\x1a\n" + b"isi"


def shown(text: str = f"@warga  {WORDS}", **more: object) -> object:
    """What the platform hands over of ours, with its own spaces and mention."""
    values = {
        "conversation": "utas-m1",
        "parent": "m1",
        "sent_at": NOW + MINUTE,
        **more,
    }
    return ours("s77", text, url="https://contoh.test/s77", **values)


def row(place: Place, reply: int) -> OutboxRow:
    listed = replies.outbox_rows(place.reader, now=place.clock())
    return next(one for one in listed if one.reply == reply)


def said(place: Place) -> list[str]:
    return [one.what for one in inbox.thread(place.reader, 1).items]


def test_what_she_sent_is_met_again_as_her_evidence(
    place: Place, owner: int, reply: int
) -> None:
    """No second message stands in the thread, and the state stays her word."""
    declaring.declare_sent(place.desk, reply)
    place.clock.pass_by(20 * MINUTE)
    receive(place, owner, shown())
    assert said(place) == ["in", "out"]
    assert state(place, reply) == ("sent_manually", None)
    assert row(place, reply).seen_at == NOW + 20 * MINUTE
    assert row(place, reply).url == "https://contoh.test/s77"
    assert inbox.thread(place.reader, 1).items[1].manual


def test_met_once_it_is_known(place: Place, owner: int, reply: int) -> None:
    """The next round of reading hands the same over again."""
    declaring.declare_sent(place.desk, reply)
    for _ in range(3):
        receive(place, owner, shown())
    assert said(place) == ["in", "out"]
    assert not inbox.thread(place.reader, 1).items[1].edited


def test_it_may_be_read_before_she_says_so(
    place: Place, owner: int, reply: int
) -> None:
    """She sent it, the app read it, then she pressed *Sudah saya kirim*."""
    receive(place, owner, shown())
    declaring.declare_sent(place.desk, reply)
    assert said(place) == ["in", "out"]
    assert row(place, reply).seen_at == NOW


@pytest.mark.parametrize(
    "other",
    [
        shown("Terima kasih laporannya. Petugas kami periksa besok."),
        shown(sent_at=NOW + 8 * DAY),
        shown(conversation="utas-lain", parent="m9"),
    ],
    ids=["other words", "eight days later", "another conversation"],
)
def test_something_else_of_ours_is_no_evidence(
    place: Place, owner: int, reply: int, other: object
) -> None:
    """It is a message of its own."""
    declaring.declare_sent(place.desk, reply)
    receive(place, owner, other)
    assert row(place, reply).seen_at is None
    assert place.one("SELECT count(*) FROM message WHERE direction = 'out'") == 2


def test_one_message_is_evidence_of_one_answer(
    place: Place, owner: int, reply: int
) -> None:
    """Said twice by hand, seen once."""
    again = answer(place, 1, WORDS)
    for one in (reply, again):
        declaring.declare_sent(place.desk, one)
        place.clock.pass_by(MINUTE)
    receive(place, owner, shown())
    seen = [row(place, one).seen_at is not None for one in (reply, again)]
    assert seen == [True, False]
    assert said(place) == ["in", "out", "out"]


def test_what_is_under_way_by_the_platform_is_not_taken_for_hers(
    place: Place, owner: int, reply: int
) -> None:
    """The same words, once by hand and once by the API with its answer lost."""
    declaring.declare_sent(place.desk, reply)
    second = answer(place, 1, WORDS)
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, second)
    receive(place, owner, shown())
    assert row(place, reply).seen_at is None


def test_a_screenshot_is_kept_and_named(
    place: Place, reply: int, tmp_path: Path
) -> None:
    """Beside the link, by its digest."""
    file = tmp_path / "bukti.png"
    file.write_bytes(PNG)
    link = "https://contoh.test/9"
    declaring.declare_sent(place.desk, reply, evidence=link, screenshot=file)
    evidence = place.one("SELECT evidence FROM outbox")
    digest = place.one("SELECT digest FROM media")
    assert evidence == f"{link}\nmedia:{digest} bukti.png"


@pytest.mark.parametrize("content", [b"%PDF", b"", b"\xff\xd8\xff" * 4_000_000])
def test_what_is_no_small_picture_is_refused_and_nothing_is_declared(
    place: Place, reply: int, tmp_path: Path, content: bytes
) -> None:
    """She may choose another, or none."""
    file = tmp_path / "bukti.jpg"
    file.write_bytes(content)
    with pytest.raises(KnownError, match="bukan gambar"):
        declaring.declare_sent(place.desk, reply, screenshot=file)
    assert state(place, reply) == ("queued", None)


def test_a_manual_answer_still_waits_after_a_restart(place: Place, owner: int) -> None:
    """The window that asked is gone; the answer is not, and is offered again."""
    receive(place, owner, incoming())
    place.desk.database.conn.execute("UPDATE account SET manual = 1")
    reply = answer(place, 1)
    place.clock.pass_by(HOUR)
    assert sending.due(place.reader, place.office, place.clock()) == []
    assert row(place, reply).manual
    assert declaring.manual_text(place.reader, reply)[0] == WORDS
    assert accounts.overview(place.reader)[0].manual


def test_what_was_sent_meanwhile_is_not_declared(place: Place, reply: int) -> None:
    """A look found it while the officer was still reading the question."""
    sending.send(place.write, reply)
    with pytest.raises(KnownError, match="sudah terkirim"):
        declaring.declare_sent(place.desk, reply)
    assert state(place, reply) == ("sent", "s1")
