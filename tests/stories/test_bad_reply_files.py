"""Bad files around replies through the installed command: told in words, nothing kept."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kotakmasuk
from kotakmasuk.bootstrap.home import Home, home_of
from kotakmasuk.domain.approval_files import ANSWER, Sealed, message_of
from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Officer
from kotakmasuk.services import approval_files, approvals, settings, tags
from kotakmasuk.services.approval_answers import Verdict, decide_file
from kotakmasuk.services.desk import Desk
from kotakmasuk.store.database import FILE_NAME, open_reader
from kotakmasuk.system import keys
from tests.helpers.console import PASSPHRASE, Console
from tests.helpers.desks import DAY, OFFICER, RESOURCES, every_tick
from tests.helpers.seats import APPROVER, derived, set_up, write_down
from tests.helpers.seats import PASSPHRASE as SIGNS
from tests.helpers.sitting import Rows, rows


pytestmark = pytest.mark.slow  # each starts the program once or twice
ANOTHER = "Ratna Dewi"
WORDS = "Terima kasih laporannya. Petugas kami periksa sore ini."


@dataclass(frozen=True)
class Seat:
    """A desk in the folder, as the helpers of the team want it."""

    desk: Desk


def now() -> int:
    return time.time_ns() // 1_000_000


@cache
def unlocked(slots: str, folder: Path) -> bytes:
    """Open the key slots once for all copies of a folder."""
    del slots
    return keys.unlock(keys.load(folder), PASSPHRASE)


@contextmanager
def desk(folder: Path, at: int) -> Iterator[Desk]:
    """Sit down in a console's folder at a time of the story's own."""
    slots = (folder / keys.FILE_NAME).read_text(encoding="utf-8")
    home: Home = home_of(folder, unlocked(slots, folder), now=lambda: at, tokens=False)
    made = home.open_desk()
    yield made
    made.database.conn.close()


def stored(console: Console) -> Rows:
    """What stands in the console's folder."""
    slots = (console.folder / keys.FILE_NAME).read_text(encoding="utf-8")
    key = unlocked(slots, console.folder)
    reader = open_reader(console.folder / FILE_NAME, key)
    found = rows(reader)
    reader.close()
    return found


@pytest.fixture(scope="module")
def asked(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which an answer waits for Hendra; exported now, and four days ago."""
    folder = tmp_path_factory.mktemp("minta")
    shutil.copytree(begun, folder / "data")
    for name, at in (("lama", now() - 4 * DAY), ("baru", now())):
        with desk(folder / "data", at) as made:
            if name == "lama":
                ask(made)
            file = folder / f"{name}.json"
            row = approvals.waiting(made.database.conn)[0]
            approval_files.export_request(made, row.id, file, approver=APPROVER)
    return folder


def ask(made: Desk) -> None:
    """An officer lays an answer about a flood before an approver; there are two."""
    settings.save(made, officer=OFFICER)
    tags.add_by_name(made, [1], "bencana")
    for name in (APPROVER, ANOTHER):
        set_up(Seat(made), name)
    write_down(Seat(made), Officer(OFFICER, "SR"))
    ticks = every_tick(made.office)
    approvals.request(made, 1, [Candidate(Composition(WORDS), ticks)])


@pytest.fixture
def inbox(asked: Path, tmp_path: Path) -> Console:
    """A copy of it for one story, with both files beside it."""
    shutil.copytree(asked, tmp_path, dirs_exist_ok=True)
    return Console(tmp_path / "data")


def refused(console: Console, *words: str, given: str = "") -> str:
    """Run a command that must end with a sentence and leave every row as it was."""
    before = stored(console)
    said = console.run(*words, given=given)
    assert said.code == 1, said.out + said.problem
    assert said.problem.startswith("kotakmasuk: ")
    assert "Traceback" not in said.problem
    assert stored(console) == before
    return said.problem


def change(file: Path, alter: Callable[[Any], None]) -> Path:
    values = json.loads(file.read_text(encoding="utf-8"))
    alter(values)
    file.write_text(json.dumps(values), encoding="utf-8")
    return file


def answer(file: Path, at: int) -> Path:
    """Hendra approves at home."""
    return decide_file(file, Verdict(letter="A"), passphrase=SIGNS, now=at)


def test_an_expired_request_is_not_decided(inbox: Console, tmp_path: Path) -> None:
    """With the day on which it ended and whom to ask; no answer is written."""
    words = ("approval", "decide", str(tmp_path / "lama.json"), "--approve")
    problem = refused(inbox, *words, given=f"{SIGNS}\n")
    assert "Permintaan ini kedaluwarsa sejak" in problem
    assert f"Minta {OFFICER} mengekspornya lagi." in problem
    assert not (tmp_path / "lama.jawaban.json").exists()


def test_an_answer_that_comes_too_late_is_not_taken(
    inbox: Console, tmp_path: Path
) -> None:
    """It was decided in time, but its words are days old."""
    file = answer(tmp_path / "lama.json", now() - 4 * DAY + 1)
    problem = refused(inbox, "approval", "import", str(file))
    assert "sesudah masa berlaku permintaannya habis" in problem


def test_a_changed_request_is_refused(inbox: Console, tmp_path: Path) -> None:
    """One word more in what is to be approved."""

    def alter(values: Any) -> None:
        values["body"]["candidates"][0]["parts"][0]["words"]["text"] += " Hari ini."

    file = change(tmp_path / "baru.json", alter)
    words = ("approval", "decide", str(file), "--approve")
    problem = refused(inbox, *words, given=f"{SIGNS}\n")
    assert "permintaan persetujuan ini sudah berubah sejak ditandatangani" in problem


def test_a_changed_answer_is_refused(inbox: Console, tmp_path: Path) -> None:
    """A return that somebody made an approval of."""

    def alter(values: Any) -> None:
        values["body"]["note"] = "Setuju"

    file = change(answer(tmp_path / "baru.json", now()), alter)
    problem = refused(inbox, "approval", "import", str(file))
    assert "jawaban persetujuan ini sudah berubah sejak ditandatangani" in problem
    assert "Minta berkas itu dikirim ulang" in problem


def test_another_approver_cannot_sign_for_the_named_one(
    inbox: Console, tmp_path: Path
) -> None:
    """Ratna may approve, but Hendra was asked; her own seal under it fits, and yet."""

    def alter(values: Any) -> None:
        body, signer = values["body"], derived(SIGNS, ANOTHER.encode().ljust(16)[:16])
        signature = signer.sign(message_of(ANSWER, body))
        values |= Sealed(ANSWER, body, signer.public_key, signature).values()

    file = change(answer(tmp_path / "baru.json", now()), alter)
    problem = refused(inbox, "approval", "import", str(file))
    assert f"Jawaban ini tidak ditandatangani {APPROVER}." in problem


def test_a_picture_is_no_answer(inbox: Console, tmp_path: Path) -> None:
    """The wrong file was chosen."""
    file = tmp_path / "foto.json"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    problem = refused(inbox, "approval", "import", str(file))
    assert "bukan berkas jawaban persetujuan Kotak Masuk" in problem


def test_a_stranger_with_a_seal_of_his_own_breaks_nothing(
    inbox: Console, tmp_path: Path
) -> None:
    """The seal fits, but what it seals names a zone that does not exist."""

    def alter(values: Any) -> None:
        signer = derived(SIGNS, ANOTHER.encode().ljust(16)[:16])
        body, kind = values["body"] | {"zone": "Mars/Olympus"}, values["format"]
        signature = signer.sign(message_of(kind, body))
        values |= Sealed(kind, body, signer.public_key, signature).values()

    file = change(tmp_path / "baru.json", alter)
    words = ("approval", "decide", str(file), "--approve")
    assert "berubah" in refused(inbox, *words, given=f"{SIGNS}\n")


def test_a_template_with_a_broken_brace_is_left_out(
    console: Console, file: Path
) -> None:
    """With its line and the letter; nothing else is touched."""
    file.write_text("judul,isi\nRusak,Halo {nama\n", encoding="utf-8")
    before = stored(console)
    said = console.run("templates", "import", str(file))
    assert said.out.startswith("Templat disimpan: 0 baru, 0 berubah, 0 sama, 1 ditolak")
    assert "Baris 2: Kurung kurawal di huruf 6 belum ditutup." in said.out
    assert stored(console) == before


def test_a_table_in_another_encoding_is_refused(console: Console, file: Path) -> None:
    """And how to save it again."""
    file.write_text("judul,isi\nSalam,Halo “Kak”\n", encoding="utf-16")
    problem = refused(console, "templates", "import", str(file))
    assert "hurufnya bukan UTF-8" in problem
    assert "CSV UTF-8" in problem


def test_a_table_without_its_text_names_the_column(
    console: Console, file: Path
) -> None:
    """And those that are known."""
    file.write_text("judul;dasar\nSalam;SOP\n", encoding="utf-8")
    problem = refused(console, "templates", "import", str(file))
    assert "Kolom isi tidak ada di baris pertama." in problem
    assert "varian_instagram" in problem


def test_a_rule_with_an_unknown_check_is_named(
    console: Console, tmp_path: Path
) -> None:
    """File, line and rule; the checklist of before stays in force."""
    program = tmp_path / "program"
    package = Path(kotakmasuk.__file__).parent
    shutil.copytree(package, program / "src" / "kotakmasuk")
    shutil.copytree(RESOURCES, program / "resources")
    rules = program / "resources" / "rules" / "checklist.toml"
    written = rules.read_text(encoding="utf-8")
    rules.write_text(
        written.replace('check = "promise"', 'check = "promises"'), encoding="utf-8"
    )
    line = written[: written.index('check = "promise"')].rindex("[[rule]]")
    number = written[:line].count("\n") + 1
    before = stored(console)
    for words in (("check", "--platform", "x"), ("sync",)):
        said = console.run(*words, given="Halo", PYTHONPATH=str(program / "src"))
        assert said.code == 1, said.out
        assert f"checklist.toml baris {number}, aturan E10" in said.problem
        assert "Ceklis yang lama tetap berlaku." in said.problem
    assert stored(console) == before


def test_lines_that_are_no_messages_are_told_by_number(tmp_path: Path) -> None:
    """The good ones beside them are answered."""
    file = tmp_path / "pesan.jsonl"
    file.write_text('{"id": 1, "text": "Halo"}\n{"id": 2, "te\n[3]\n', encoding="utf-8")
    said = Console(tmp_path / "tidak-ada").run("inspect", str(file), "--json")
    assert (said.code, len(said.out.splitlines())) == (1, 1)
    assert "baris 2: bukan JSON yang utuh" in said.problem
    assert "baris 3: tidak ada" in said.problem
    assert "2 baris dilewati" in said.problem


def test_an_unknown_platform_is_told_with_the_known_ones(tmp_path: Path) -> None:
    """Wrong usage, in words."""
    console = Console(tmp_path / "tidak-ada")
    said = console.run("check", "--platform", "friendster", given="Halo")
    assert (said.code, said.out) == (2, "")
    assert "Platform “friendster” tidak dikenal; yang ada: bluesky," in said.problem


def test_an_empty_reply_is_counted_and_never_called_ready(tmp_path: Path) -> None:
    """Nothing can be sent; it is said beside the figures."""
    console = Console(tmp_path / "tidak-ada")
    said = console.run("check", "--platform", "x", "--json", given=" \n")
    assert said.json()["blocked"] is True
    assert "Balasan kosong" in said.problem
    assert not console.folder.exists()
