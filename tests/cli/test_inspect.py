"""kotakmasuk inspect: one answer a line, bad lines told, no data folder."""

import json
import re
from pathlib import Path

import pytest

from tests.helpers.console import Console


README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def console(tmp_path: Path) -> Console:
    """A machine on which nothing was set up."""
    return Console(tmp_path / "tidak-ada")


def lines(*messages: object) -> str:
    return "".join(f"{json.dumps(one)}\n" for one in messages)


def test_each_line_gets_its_line_with_the_documented_keys(console: Console) -> None:
    """From standard input, in order, offsets counted in code points."""
    given = lines(
        {"id": 1, "text": "😀 NIK 3374015209950003"},
        {"id": "b", "text": "terima kasih"},
    )
    said = console.run("inspect", "-", "--json", given=given)
    first, second = (json.loads(line) for line in said.out.splitlines())
    assert said.code == 0
    assert first["personal_data"] == [{"start": 6, "end": 22, "type": "NIK"}]
    assert second == {"id": "b", "personal_data": [], "abuse": False, "reasons": []}
    row = re.search(
        r"^\| `inspect` \| (.*) \|$", README.read_text("utf-8"), re.MULTILINE
    )
    assert row
    assert set(first) <= set(re.findall(r"`(\w+)`", row[1]))


def test_every_type_has_the_name_others_know_it_by(console: Console) -> None:
    """NIK, KK, NPWP, HP, EMAIL, PLAT, REK, BPJS and PASPOR, nothing else."""
    text = (
        "NIK 3374015209950003; no kk 3374010101100007; NPWP 09.254.294.3-407.000;"
        " hp 081234567847; budi@contoh.com; nopol H 1234 XY; rek BRI 123456789012;"
        " BPJS 0001234567890; paspor B1234567"
    )
    said = console.run("inspect", "-", "--json", given=lines({"id": 1, "text": text}))
    types = [one["type"] for one in json.loads(said.out)["personal_data"]]
    wanted = "NIK KK NPWP HP EMAIL PLAT REK BPJS PASPOR"
    assert types == wanted.split()


def test_abuse_is_told_with_its_words_and_no_others(console: Console) -> None:
    """The reason doesn't repeat the number beside the insult."""
    given = lines({"id": 1, "text": "NIK 3374015209950003, dasar goblok!"})
    [found] = [
        json.loads(one)
        for one in console.run("inspect", "-", "--json", given=given).out.splitlines()
    ]
    assert found["abuse"] is True
    assert found["reasons"] == ["Kata kasar atau ancaman: goblok"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{rusak", "bukan JSON yang utuh"),
        (b"\xff\xfe", "bukan teks UTF-8"),
        (b'["a"]', 'tidak ada "text"'),
        (b'{"id": 2, "text": 5}', 'tidak ada "text"'),
        (b'{"text": "halo"}', 'tidak ada "id"'),
    ],
)
def test_a_bad_line_is_told_and_the_others_answered(
    console: Console, tmp_path: Path, line: bytes, words: str
) -> None:
    """With its number, on standard error; the exit code is 1."""
    file = tmp_path / "pesan.jsonl"
    good = lines({"id": "baik", "text": "halo"}).encode()
    file.write_bytes(b"\n".join((good.strip(), line, b"", good)))
    said = console.run("inspect", str(file), "--json")
    assert said.code == 1
    assert f"kotakmasuk: baris 2: {words}" in said.problem
    assert [json.loads(one)["id"] for one in said.out.splitlines()] == ["baik", "baik"]
    assert not console.folder.exists()


def test_a_file_that_is_not_there_is_a_known_problem(console: Console) -> None:
    """In words, with what to do."""
    said = console.run("inspect", "tiada.jsonl")
    assert (said.code, said.out) == (1, "")
    assert said.problem.startswith("kotakmasuk: Berkas tiada.jsonl tidak ada. ")


def test_half_a_character_stops_nobody(console: Console) -> None:
    """A lone surrogate in the JSON is looked at like any text."""
    given = '{"id": "a", "text": "goblok \\ud83d"}\n' + lines({"id": "b", "text": "x"})
    said = console.run("inspect", "-", "--json", given=given)
    assert said.code == 0
    assert len(said.out.splitlines()) == 2


def test_without_json_it_speaks(console: Console) -> None:
    """A line a person can read."""
    given = lines({"id": 7, "text": "hp 081234567847"}, {"id": 8, "text": "halo"})
    said = console.run("inspect", "-", given=given)
    assert said.out.splitlines() == ["7: HP di 3-15", "8: tidak ada temuan"]
