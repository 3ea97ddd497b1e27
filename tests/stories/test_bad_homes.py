"""Bad data folders through the installed command: a clear sentence, nothing lost."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kotakmasuk.system import lock
from tests.helpers.console import PASSPHRASE, Console


WRONG = "bukan kata sandinya"


def test_a_wrong_passphrase_opens_nothing(console: Console) -> None:
    """A wrong passphrase is told, and the right one still opens."""
    said = console.run("verify", KOTAKMASUK_PASSPHRASE=WRONG)
    assert said.code == 1
    assert "tidak cocok" in said.problem
    assert console.is_whole()


def test_without_keyring_and_passphrase_it_says_what_to_do(console: Console) -> None:
    """No keyring and no passphrase: locked, and told how to open."""
    said = console.run("search", "air", KOTAKMASUK_PASSPHRASE="")
    assert said.code == 1
    assert "KOTAKMASUK_PASSPHRASE" in said.problem or "tidak cocok" in said.problem


def test_a_new_folder_without_keyring_needs_a_passphrase(tmp_path: Path) -> None:
    """Nothing is made that nobody could open again."""
    console = Console(tmp_path / "baru")
    said = console.run("sync", KOTAKMASUK_PASSPHRASE="")
    assert said.code == 1
    assert not (tmp_path / "baru" / "inbox.db").exists()


def test_reading_an_inbox_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Searching before anything was made says so."""
    said = Console(tmp_path / "kosong").run("search", "air")
    assert said.code == 1
    assert "belum dibuat" in said.problem


def test_a_damaged_file_is_told_and_left_alone(console: Console) -> None:
    """A file full of rubbish is named, not overwritten."""
    path = console.folder / "inbox.db"
    path.write_bytes(b"rusak" * 4096)
    said = console.run("sync")
    assert said.code == 1
    assert "inbox.db" in said.problem
    assert path.read_bytes() == b"rusak" * 4096


def test_damaged_key_slots_are_told(console: Console) -> None:
    """A damaged keys.json is named."""
    (console.folder / "keys.json").write_text("{", encoding="utf-8")
    said = console.run("verify")
    assert said.code == 1
    assert "keys.json" in said.problem


def test_a_folder_in_use_is_told_and_reading_still_works(console: Console) -> None:
    """While a window holds the folder, writing commands say so and search works."""
    held = lock.hold(console.folder)
    try:
        said = console.run("sync")
        assert said.code == 1
        assert "sudah terbuka" in said.problem
        assert "Lampu" in console.run("search", "lampu").out
    finally:
        held.release()


def test_a_full_disk_keeps_what_was_stored(console: Console, tmp_path: Path) -> None:
    """When no file may grow, the import says so and nothing is half there."""
    file = tmp_path / "banyak.csv"
    lines = [f"{n},2026-11-17 10:00,{'air mati ' * 40}{n}" for n in range(10, 3010)]
    file.write_text("nomor,waktu,isi\n" + "\n".join(lines), encoding="utf-8")
    code = (
        "import resource, signal, sys; from kotakmasuk.__main__ import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000));"
        f"sys.argv = ['kotakmasuk', 'import', {str(file)!r}, '--account', 'Aduan',"
        "'--map', 'text=isi', '--map', 'sent_at=waktu', '--map', 'remote_id=nomor'];"
        "main()"
    )
    before = console.stored()
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=_environment(console),
    )
    assert done.returncode == 1
    assert "yimpanan" in done.stderr
    assert console.is_whole()
    assert (console.stored() - before) % 500 == 0


def _environment(console: Console) -> dict[str, str]:
    return {
        **os.environ,
        "KOTAKMASUK_HOME": str(console.folder),
        "KOTAKMASUK_PASSPHRASE": PASSPHRASE,
    }


@pytest.mark.slow
def test_a_kill_during_an_import_leaves_whole_batches(
    console: Console, tmp_path: Path
) -> None:
    """Killed with -9 in the middle: the file is whole and the rest comes again."""
    file = tmp_path / "banyak.csv"
    lines = [f"{n},2026-11-17 10:00,Laporan nomor {n}" for n in range(100, 6100)]
    file.write_text("nomor,waktu,isi\n" + "\n".join(lines), encoding="utf-8")
    words = [
        sys.executable,
        "-m",
        "kotakmasuk",
        "import",
        str(file),
        "--account",
        "Aduan",
    ]
    maps = ["--map", "text=isi", "--map", "sent_at=waktu", "--map", "remote_id=nomor"]
    with subprocess.Popen(
        [*words, *maps],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=_environment(console),
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()
        time.sleep(0.3)
        process.kill()
    assert console.is_whole()
    assert (console.stored() - 2) % 500 == 0
    report = json.loads(console.take_in(file, "--json").out)
    assert report["stored"] + report["already"] == 6000
    assert console.stored() == 6002
