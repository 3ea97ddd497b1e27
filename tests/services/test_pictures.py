"""A picture is looked at before it is kept, and again before it leaves."""

import json
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition, Conversing
from kotakmasuk.services import checklist, pictures, replies
from tests.helpers.desks import ANSWER, Place, every_tick, incoming, receive


def png(size: int = 4) -> bytes:
    """A real picture of so many pixels a side."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    header = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * size) * size)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def asked(place: Place, owner: int) -> Place:
    """One citizen who waits in public."""
    receive(place, owner, incoming())
    return place


def test_the_same_picture_is_stored_once(asked: Place, tmp_path: Path) -> None:
    """From a file or pasted, it is the same bytes."""
    file = tmp_path / "peta.png"
    file.write_bytes(png())

    kept = [pictures.attach(asked.desk, one, 1) for one in (file, png())]

    assert kept[0].digest == kept[1].digest
    assert kept[0].name == "peta.png"
    assert pictures.load(asked.reader, kept[0]) == png()
    assert asked.one("SELECT count(*) FROM media") == 1


def test_fifty_megabytes_are_refused_before_they_are_read(
    asked: Place, tmp_path: Path
) -> None:
    """In words that say how much is too much; nothing is stored."""
    file = tmp_path / "video.png"
    with file.open("wb") as written:
        written.truncate(50_000_000)

    with pytest.raises(KnownError, match="50 MB; paling besar"):
        pictures.attach(asked.desk, file, 1)
    assert asked.one("SELECT count(*) FROM media") == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"bukan gambar", "bukan gambar"), (b"\x89PNG\r\n\x1a\n", "rusak atau terpotong")],
)
def test_what_is_no_picture_is_refused_whatever_its_name(
    asked: Place, content: bytes, words: str
) -> None:
    """Its first bytes decide."""
    with pytest.raises(KnownError, match=words):
        pictures.attach(asked.desk, content, 1)


def test_a_missing_file_is_told_in_words(asked: Place, tmp_path: Path) -> None:
    """The stick was pulled out."""
    with pytest.raises(KnownError, match="tidak dapat dibaca"):
        pictures.attach(asked.desk, tmp_path / "hilang.png", 1)


def test_more_pictures_than_the_place_takes_do_not_leave(asked: Place) -> None:
    """Five where four are taken: the words stay a draft."""
    five = tuple(pictures.attach(asked.desk, png(size)) for size in range(1, 6))
    composition = Composition(ANSWER, pictures=five)

    with pytest.raises(KnownError, match="Paling banyak 4 gambar"):
        replies.queue(asked.desk, 1, composition, ticks=every_tick(asked.office))
    assert asked.one("SELECT count(*) FROM reply") == 0


def test_too_many_pictures_are_told_while_one_writes(asked: Place) -> None:
    """Not only when *Kirim* was pressed; and the fifth can still be attached."""
    made = [pictures.attach(asked.desk, png(size), 1) for size in range(1, 6)]
    five = tuple(replace(one, alt="Peta") for one in made)
    ticks = every_tick(asked.office)
    found = [
        checklist.check(
            asked.reader,
            asked.office,
            1,
            Composition(ANSWER, pictures=some),
            ticks=ticks,
        )
        for some in (five[:4], five)
    ]

    assert [one.passed for one in found] == [True, False]
    assert found[1].refusal == "Paling banyak 4 gambar; sekarang ada 5."


def test_what_hangs_there_is_not_called_left_out(asked: Place) -> None:
    """A refusal of the whole answer leaves its pictures where they are."""
    five = tuple(pictures.attach(asked.desk, png(size)) for size in range(1, 6))
    target, composition = Conversing(1), Composition(ANSWER, pictures=five)

    with pytest.raises(KnownError) as refused:
        pictures.refuse_unfit(asked.reader, asked.office, target, composition)

    assert refused.value.kept == "Gambar masih terlampir; balasan belum dikirim."


def test_what_the_accounts_server_takes_wins(asked: Place) -> None:
    """A server that takes six gets five, and one that takes two does not."""
    five = tuple(pictures.attach(asked.desk, png(size)) for size in range(1, 6))
    composition = Composition(ANSWER, pictures=five)

    tell_most(asked, 2)
    with pytest.raises(KnownError, match="Paling banyak 2 gambar"):
        replies.queue(asked.desk, 1, composition, ticks=every_tick(asked.office))
    tell_most(asked, 6)
    replies.queue(asked.desk, 1, composition, ticks=every_tick(asked.office))
    assert asked.one("SELECT count(*) FROM reply") == 1


def tell_most(place: Place, most: int) -> None:
    told = json.dumps({"pictures_most": str(most)})
    place.desk.database.conn.execute("UPDATE account SET settings = ?", (told,))
