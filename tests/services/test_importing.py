"""A file becomes messages: whole batches, nothing twice, the bad lines told."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import importing, inbox, journal
from tests.helpers.breaking import Killed
from tests.helpers.desks import Place, incoming, receive


MAPPING = {"text": "isi", "sent_at": "waktu", "author": "warga"}


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[[Iterable[str]], Path]:
    def write(lines: Iterable[str]) -> Path:
        file = tmp_path / "keluhan.csv"
        file.write_text("waktu,warga,isi\n" + "\n".join(lines) + "\n", encoding="utf-8")
        return file

    return write


def lines(number: int) -> list[str]:
    return [
        f"2025-11-{1 + one % 15:02} 08:00,warga{one},Lampu mati di RT {one}"
        for one in range(number)
    ]


def run(place: Place, file: Path, **more: Any) -> importing.ImportReport:
    return importing.import_file(
        place.write,
        file,
        account=more.pop("account", "Keluhan"),
        mapping=MAPPING,
        zone="Asia/Jakarta",
        **more,
    )


def test_every_line_is_stored(place: Place, sheet) -> None:
    """And said how many."""
    heard: list[int] = []
    report = run(place, sheet(lines(1200)), progress=heard.append)
    assert (report.read, report.stored, report.already) == (1200, 1200, 0)
    assert heard == [500, 1000, 1200]
    assert place.one("SELECT count(*) FROM message") == 1200
    assert journal.verify(place.reader).whole


def test_a_second_import_stores_nothing(place: Place, sheet) -> None:
    """The lines are known by what stands in them."""
    file = sheet([*lines(20), lines(1)[0]])
    assert run(place, file).stored == 21
    again = run(place, file)
    assert (again.stored, again.already) == (0, 21)


def test_a_line_that_cannot_be_taken_is_told_and_the_others_stay(
    place: Place, sheet
) -> None:
    """By its number and why."""
    file = sheet(["2025-11-01 08:00,a,Halo", "kemarin,b,Halo", "2025-11-01 08:00,c,"])
    report = run(place, file)
    assert report.stored == 1
    assert [line for line, _ in report.rejected] == [3, 4]
    assert "tidak mungkin" in report.rejected[0][1]


def test_cancelled_the_batches_so_far_stay(place: Place, sheet) -> None:
    """And importing again stores the rest."""
    file = sheet(lines(1200))
    report = run(place, file, cancelled=lambda: True)
    assert report.cancelled
    assert place.one("SELECT count(*) FROM message") == 500
    assert run(place, file).stored == 700


def test_killed_in_the_middle_whole_batches_stay(place: Place, sheet) -> None:
    """No line is half there, and none is lost for good."""
    file = sheet(lines(1200))

    def die(read: int) -> None:
        if read == 1000:
            raise Killed

    with pytest.raises(Killed):
        run(place, file, progress=die)
    assert place.one("SELECT count(*) FROM message") == 1000
    assert journal.verify(place.reader).whole
    assert run(place, file).stored == 200


def test_a_full_disk_keeps_the_batches_before_it(place: Place, sheet) -> None:
    """And says so."""
    file = sheet(lines(1200))

    def fill(_read: int) -> None:
        pages = place.one("PRAGMA page_count")
        place.desk.database.conn.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(KnownError, match="penuh"):
        run(place, file, progress=fill)
    assert place.one("SELECT count(*) FROM message") == 500


def test_lines_go_under_the_account_that_is_named(
    place: Place, owner: int, sheet
) -> None:
    """One that is there, or a new one of the platform *Berkas*."""
    receive(place, owner, incoming())
    assert run(place, sheet(lines(2)), account="Mastodon Sukamaju").account == owner
    made = run(place, sheet(lines(2)), account="Baru").account
    assert made != owner
    assert inbox.rows(place.reader, [5])[0].platform == "files"


def test_a_file_without_an_account_is_refused(place: Place, sheet) -> None:
    """Before it is read."""
    with pytest.raises(KnownError, match="Nama kanal"):
        run(place, sheet(lines(2)), account=" ")


def test_a_file_that_is_none_is_refused_in_words(place: Place, tmp_path: Path) -> None:
    """Nothing is stored."""
    file = tmp_path / "gambar.csv"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(KnownError):
        run(place, file)
    assert place.one("SELECT count(*) FROM message") == 0


def test_the_beginning_can_be_looked_at_first(place: Place, sheet) -> None:
    """With the columns that were guessed."""
    preview = importing.preview(place.office, sheet(lines(30)))
    assert preview.columns == ("waktu", "warga", "isi")
    assert len(preview.rows) == 20
