"""Templates are handed on and taken in through the installed command."""

import re
from pathlib import Path

import pytest

from tests.helpers.console import Console


README = Path(__file__).parents[2] / "README.md"
TABLE = "judul;isi;pintasan\nJam layanan;Kami buka {jam}.;jam\nRusak;Halo {nama;\n"


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Console:
    """A new inbox, which holds the starters."""
    console = Console(tmp_path_factory.mktemp("templat") / "data")
    assert console.run("templates", "import", "--help").code == 0
    file = tmp_path_factory.mktemp("berkas") / "awal.csv"
    file.write_text("judul,isi\nSalam,Halo.\n", encoding="utf-8")
    said = console.run("templates", "import", str(file))
    assert said.code == 0, said.problem
    assert said.out == "Templat disimpan: 1 baru, 0 berubah, 0 sama, 0 ditolak.\n"
    return console


def documented(command: str) -> set[str]:
    """The keys of a command's row in the README."""
    row = re.search(
        rf"^\| `{command}` \| (.*) \|$", README.read_text("utf-8"), re.MULTILINE
    )
    assert row
    return set(re.findall(r"`(\w+)`", row[1]))


def test_a_preview_stores_nothing_and_tells_each_line(
    console: Console, tmp_path: Path
) -> None:
    """With the documented keys; the import then does what it said."""
    file = tmp_path / "kita.csv"
    file.write_text(TABLE, encoding="utf-8-sig")
    words = ("templates", "import", str(file), "--json")
    looked = console.run(*words, "--preview").json()
    done = console.run(*words).json()
    again = console.run(*words).json()
    assert set(looked) | set(looked["rows"][0]) == documented("templates import")
    assert (looked["new"], looked["refused"], looked["stored"]) == (1, 1, False)
    assert (done["new"], done["stored"]) == (1, True)
    assert (again["new"], again["same"]) == (0, 1)
    assert done["rows"][1]["line"] == 3
    assert "huruf 6 belum ditutup" in done["rows"][1]["reason"]


@pytest.mark.parametrize("name", ["semua.csv", "semua"])
def test_what_is_exported_can_be_imported(
    console: Console, tmp_path: Path, name: str
) -> None:
    """As a table and as a folder; nothing changes."""
    wrote = console.run("templates", "export", str(tmp_path / name), "--json")
    assert wrote.code == 0, wrote.problem
    assert set(wrote.json()) == documented("templates export")
    found = console.run("templates", "import", str(tmp_path / name), "--json").json()
    assert found["same"] == len(found["rows"]) >= 15


def test_a_file_that_is_no_list_of_templates_is_told(
    console: Console, tmp_path: Path
) -> None:
    """In one sentence, with 1 at the end, and nothing is stored."""
    file = tmp_path / "lain.csv"
    file.write_text("nomor,warga\n1,Budi\n", encoding="utf-8")
    said = console.run("templates", "import", str(file))
    assert said.code == 1
    assert said.problem.startswith("kotakmasuk: Kolom judul dan isi tidak ada")
    assert "tidak berubah" in said.problem
    assert said.out == ""
