"""Killed with -9 before any statement that writes: all of it is there, or none of it.

Each deed runs as a program that divides: one copy of the folder for each statement.
"""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.domain.announcements import Preset
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import announcements, approval_files, journal, replies
from kotakmasuk.services.approval_answers import Verdict, decide_file
from kotakmasuk.store.database import FILE_NAME, open_writer
from tests.helpers.asking import asking
from tests.helpers.desks import (
    ANSWER,
    HOUR,
    KEY,
    NOW,
    ROOT,
    Place,
    account,
    every_tick,
    incoming,
    make_place,
    receive,
)
from tests.helpers.dying_writer import ANSWER_FILE, DEEDS, PLAIN, TABLE_FILE, live
from tests.helpers.seats import APPROVER, PASSPHRASE
from tests.helpers.sitting import Rows, rows


pytestmark = [
    pytest.mark.slow,  # each divides into dozens of programs
    pytest.mark.skipif(sys.platform == "win32", reason="no program divides there"),
]
TABLE = "judul;isi;pintasan\nJam layanan;Kami buka {jam}.;jam\nSalam;Halo {nama}.;s\n"
FLOODED = "Air Sungai Melati naik. Warga RW 02 diminta menuju Balai Desa Melati."


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft, a request with its answer by file, a table, and a warning in writing."""
    folder = tmp_path_factory.mktemp("asal")
    place = make_place(folder)
    owner = account(place)
    row = asking(place).request()
    receive(place, owner, incoming("m2", author="lain"))
    replies.save_draft(place.desk, PLAIN, Composition(ANSWER))
    file = folder / "minta.json"
    approval_files.export_request(place.desk, row.id, file, approver=APPROVER)
    decide_file(
        file,
        Verdict(letter="A"),
        passphrase=PASSPHRASE,
        now=NOW,
        out=folder / ANSWER_FILE,
    )
    (folder / TABLE_FILE).write_text(TABLE, encoding="utf-8")
    warn(place, owner)
    place.close()
    return folder


def warn(place: Place, owner: int) -> None:
    """A warning for two accounts that is whole, and not yet submitted."""
    announcements.begin(place.desk, Preset.EMERGENCY)
    fresh = announcements.newest(place.reader)
    assert fresh is not None
    whole = replace(
        fresh,
        title="Banjir Melati",
        text=FLOODED,
        accounts=(owner, account(place, key="dua")),
        ticks={"": every_tick(place.office)},
        source="BPBD Sukamaju, laporan pukul 13.40",
        contact="112",
        happens_at=NOW - HOUR,
        expires_at=NOW + HOUR,
        approver=APPROVER,
    )
    announcements.save(place.desk, whole)


@pytest.fixture(scope="module")
def killed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let every deed die before each of its statements; a folder for each deed."""
    out = tmp_path_factory.mktemp("mati")
    program = "tests.helpers.dying_writer"
    ended = subprocess.run(
        [sys.executable, "-m", program, str(source), str(out)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    return out


def stands(folder: Path) -> tuple[Rows, int]:
    """What a program finds that starts there, once the journal is seen to be whole."""
    database = open_writer(folder / FILE_NAME, KEY)
    connection = database.conn
    assert journal.verify(connection).whole
    count = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
    found = rows(connection), count
    connection.close()
    return found


@pytest.mark.parametrize("deed", DEEDS)
def test_a_kill_leaves_all_or_nothing(source: Path, killed: Path, deed: str) -> None:
    """The draft, the request and the file are there, and it can be done again."""
    copies = sorted((killed / deed).iterdir())
    before, after = stands(source), stands(copies[-1])
    assert before != after
    assert len(copies) > 3
    for copy in copies[:-1]:
        assert stands(copy) == before, f"{deed} died before statement {copy.name}"
    live(copies[1], deed, fatal=0)
    assert stands(copies[1]) == after
