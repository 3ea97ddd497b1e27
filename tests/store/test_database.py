"""Opening the file: each thing that can be wrong with it is said, and harms nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Status
from kotakmasuk.services import inbox, journal
from kotakmasuk.store import database
from tests.helpers.desks import (
    KEY,
    ROOT,
    Place,
    account,
    incoming,
    make_place,
    receive,
)
from tests.helpers.holding import holding
from tests.helpers.steps import Steps


OTHER_KEY = bytes(32)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a conversation in it, closed."""
    place = make_place(tmp_path)
    receive(place, account(place), incoming())
    place.close()
    return tmp_path / database.FILE_NAME


def openings() -> list[object]:
    return [database.open_reader, database.open_writer]


@pytest.mark.parametrize("opening", openings(), ids=["reader", "writer"])
def test_a_wrong_key_opens_nothing_and_changes_nothing(
    file: Path, opening, capfd: pytest.CaptureFixture[str]
) -> None:
    """The words name both causes, for nobody can tell them apart; no others are said."""
    before = file.read_bytes()
    with pytest.raises(KnownError, match="rusak atau kuncinya"):
        opening(file, OTHER_KEY)
    assert file.read_bytes() == before
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("opening", openings(), ids=["reader", "writer"])
def test_a_damaged_file_is_refused_in_words(file: Path, opening) -> None:
    """Its beginning was overwritten."""
    content = file.read_bytes()
    file.write_bytes(b"x" * 4096 + content[4096:])
    with pytest.raises(KnownError, match="cadangan"):
        opening(file, KEY)
    assert file.read_bytes()[4096:] == content[4096:]


def test_a_file_damaged_in_the_middle_is_told_by_verify(tmp_path: Path) -> None:
    """Only the check of the whole file reads every page."""
    place = make_place(tmp_path)
    long = [incoming(f"b{number}", "jalan rusak " * 400) for number in range(60)]
    receive(place, account(place), *long)
    place.close()
    file = tmp_path / database.FILE_NAME
    content = bytearray(file.read_bytes())
    for start in range(len(content) * 3 // 4, len(content), 4096):
        content[start : start + 64] = bytes(64)
    file.write_bytes(content)
    reader = database.open_reader(file, KEY)
    report = journal.verify(reader)
    assert report.pages
    assert not report.whole
    reader.close()


def test_a_newer_versions_file_is_refused_in_words(file: Path) -> None:
    """An older program would not know what it destroys."""
    opened = database.open_writer(file, KEY)
    opened["_sqlite_migrations"].insert(
        {"migration_set": "kotakmasuk", "name": "m9999_future", "applied_at": "x"}
    )
    opened.conn.close()
    before = file.read_bytes()
    with pytest.raises(KnownError, match="lebih baru"):
        database.open_writer(file, KEY)
    assert file.read_bytes() == before


def test_a_file_that_is_not_there_is_told_to_who_only_reads(tmp_path: Path) -> None:
    """Reading makes nothing."""
    with pytest.raises(KnownError, match="belum dibuat"):
        database.open_reader(tmp_path / "inbox.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    """Or anything else that cannot be opened."""
    (tmp_path / "inbox.db").mkdir()
    with pytest.raises(KnownError, match="tidak dapat dibuka"):
        database.open_writer(tmp_path / "inbox.db", KEY)


def test_a_strange_folder_name_is_no_problem(tmp_path: Path) -> None:
    """Question marks and hashes mean something in addresses, not here."""
    folder = tmp_path / "data 100% #1? & é"
    folder.mkdir()
    make_place(folder).close()
    assert (folder / database.FILE_NAME).exists()


def test_nobody_reads_the_file_without_its_key(file: Path) -> None:
    """Not a word of a citizen lies open on the disk."""
    content = file.read_bytes()
    assert b"SQLite format" not in content
    assert b"Lampu" not in content


def locking(file: Path) -> subprocess.Popen[str]:
    """Another program that holds the file for writing until it is told to go."""
    text = (
        "from sqlcipher3 import dbapi2; import sys;"
        f"c = dbapi2.connect(sys.argv[1], isolation_level=None);"
        f'c.execute("PRAGMA key = \\"x\'{KEY.hex()}\'\\"");'
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); input()"
    )
    return holding(text, file)


def test_a_file_that_another_program_writes_is_told(
    place: Place, owner: int, tmp_path: Path
) -> None:
    """Reading goes on; what could not be written is not there."""
    receive(place, owner, incoming())
    place.desk.database.conn.execute("PRAGMA busy_timeout = 50")
    other = locking(tmp_path / database.FILE_NAME)
    with pytest.raises(KnownError, match="dipakai program lain"):
        inbox.set_status(place.desk, [1], Status.DONE)
    assert inbox.rows(place.reader, [1])[0].status is Status.NEW
    other.communicate("\n")
    inbox.set_status(place.desk, [1], Status.DONE)
    assert inbox.rows(place.reader, [1])[0].status is Status.DONE


def test_a_full_disk_stores_nothing_half(place: Place, owner: int) -> None:
    """It is said, and when there is room again it goes on."""
    receive(place, owner, incoming())
    pages = place.one("PRAGMA page_count")
    place.desk.database.conn.execute(f"PRAGMA max_page_count = {pages}")
    long = [incoming(f"b{number}", "jalan rusak " * 400) for number in range(60)]
    with pytest.raises(KnownError, match="penuh"):
        receive(place, owner, *long)
    assert place.one("SELECT count(*) FROM message") == 1
    assert place.one("SELECT count(*) FROM stream") == 1
    place.desk.database.conn.execute("PRAGMA max_page_count = 1000000")
    receive(place, owner, *long)
    assert place.one("SELECT count(*) FROM message") == 61
    assert journal.verify(place.reader).whole


def test_a_reader_cannot_write(place: Place) -> None:
    """By no statement."""
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        place.reader.execute("DELETE FROM setting")


def test_references_are_kept_by_every_writer(place: Place) -> None:
    """The switch is on for each connection."""
    assert place.desk.database.conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert place.desk.database.conn.execute("PRAGMA synchronous").fetchone() == (2,)
    assert place.one("PRAGMA journal_mode") == "wal"


def test_a_file_left_by_a_killed_program_is_read_as_it_stood(tmp_path: Path) -> None:
    """Also by who only reads, before anybody has written again."""
    text = (
        "import os, signal, sys; from pathlib import Path;"
        "from tests.helpers.desks import *;"
        "p = make_place(Path(sys.argv[1])); receive(p, account(p), incoming());"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", text, str(tmp_path)], cwd=ROOT, check=False)
    reader = database.open_reader(tmp_path / database.FILE_NAME, KEY)
    assert reader.execute("SELECT count(*) FROM message").fetchone() == (1,)
    assert journal.verify(reader).whole
    reader.close()


def test_an_older_file_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    """And the copy can be opened."""
    steps = Steps(tmp_path)
    steps.to("m0003_counts_and_search")
    steps.database.conn.close()
    opened = database.open_writer(tmp_path / database.FILE_NAME, KEY)
    opened.conn.close()
    (copy,) = (tmp_path / "cadangan").iterdir()
    reader = database.open_reader(copy, KEY)
    names = [row[0] for row in reader.execute("SELECT name FROM _sqlite_migrations")]
    assert names[-1] == "m0003_counts_and_search"
    reader.close()


def test_a_copy_made_while_somebody_reads_holds_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in the log beside the file belongs to it."""
    monkeypatch.setattr(database, "PATIENCE", 50)
    steps = Steps(tmp_path)
    steps.to("m0003_counts_and_search")
    steps.run("PRAGMA journal_mode = WAL")
    reader = database.open_reader(tmp_path / database.FILE_NAME, KEY)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM setting").fetchone()
    steps.insert("setting", name="agency", value='"Kota"')
    database.open_writer(tmp_path / database.FILE_NAME, KEY).conn.close()
    reader.close()
    steps.database.conn.close()
    (copy,) = (tmp_path / "cadangan").glob("*.db")
    opened = database.open_reader(copy, KEY)
    assert opened.execute("SELECT value FROM setting").fetchone() == ('"Kota"',)
    opened.close()


def test_a_copy_never_takes_anothers_place(tmp_path: Path) -> None:
    """Also when somebody has deleted the oldest."""
    folder = tmp_path / "cadangan"
    folder.mkdir()
    (folder / "inbox-007.db").write_bytes(b"kept")
    steps = Steps(tmp_path)
    steps.to("m0001_journal")
    steps.database.conn.close()
    database.open_writer(tmp_path / database.FILE_NAME, KEY).conn.close()
    assert (folder / "inbox-007.db").read_bytes() == b"kept"
    assert (folder / "inbox-008.db").exists()


def test_without_room_for_a_copy_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The older file stays as it is, and the words say what to do."""
    steps = Steps(tmp_path)
    steps.to("m0001_journal")
    steps.database.conn.close()

    def full(_source: Path, target: Path) -> None:
        Path(target).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(database.shutil, "copy2", full)
    with pytest.raises(KnownError, match="Cadangan"):
        database.open_writer(tmp_path / database.FILE_NAME, KEY)
    assert list((tmp_path / "cadangan").iterdir()) == []
    again = Steps(tmp_path)
    assert "conversation" not in again.tables()
    again.database.conn.close()


def test_a_current_file_needs_no_copy(file: Path) -> None:
    """Opening every morning fills no disk."""
    database.open_writer(file, KEY).conn.close()
    assert not (file.parent / "cadangan").exists()


def test_whoever_reads_knows_whether_the_file_is_current(tmp_path: Path) -> None:
    """So that the window asks for the writer first where it must."""
    steps = Steps(tmp_path)
    *_, last_but_one, last = database.migration_names()
    steps.to(last_but_one)
    assert not database.is_current(steps.database.conn)
    steps.to(last)
    assert database.is_current(steps.database.conn)
    steps.database.conn.close()


def test_a_half_failed_migration_leaves_the_step_before(tmp_path: Path) -> None:
    """Each is whole or not there."""
    steps = Steps(tmp_path)
    steps.to("m0002_conversations")
    steps.run("CREATE TABLE outbox (x)")
    with pytest.raises(dbapi2.OperationalError, match="already exists"):
        database.migrate(steps.database)
    assert "status_count" in steps.tables()
    assert "reply" not in steps.tables()
    assert steps.one("PRAGMA foreign_keys") == 1
    steps.database.conn.close()
