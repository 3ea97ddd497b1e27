"""Each --json output has exactly the keys that the README tells."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kotakmasuk.connectors.kit.loopback import Loopback, Reply, Seen
from tests.helpers.console import Console


README = Path(__file__).parents[2] / "README.md"
ME = b'{"id": "7", "acct": "pemkab_uji", "username": "pemkab_uji", "url": ""}'


def documented(command: str) -> set[str]:
    """The keys in the README's table for a command, those of `rejected` apart."""
    row = re.search(
        rf"^\| `{command}`[^|]* \| (.*) \|$", README.read_text("utf-8"), re.MULTILINE
    )
    assert row, f"the README has no row for {command}"
    words = re.sub(r"\(`line`, `reason`\)", "", row[1])
    return set(re.findall(r"`(\w+)`", words))


def answer(seen: Seen) -> Reply:
    """Play a small quiet Mastodon."""
    return Reply(ME if seen.path.endswith("verify_credentials") else b"[]")


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """An inbox with an imported file and one account on a quiet server."""
    folder = tmp_path_factory.mktemp("konsol")
    server = Loopback(answer)
    console = Console(folder / "data")
    assert console.connect(server.base_url, "token-uji").code == 0
    yield console
    server.close()


@pytest.fixture(scope="module")
def report(
    console: Console, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, object]:
    """What an import with one bad line reports."""
    file = tmp_path_factory.mktemp("berkas") / "aduan.csv"
    file.write_text("nomor,waktu,isi\n1,2026-11-16,Lampu padam\n2,2026-11-16,\n")
    found: dict[str, object] = console.take_in(file, "--json").json()
    return found


def test_import_tells_what_became_of_each_line(report: dict[str, object]) -> None:
    """The documented keys, with line and reason of what was rejected."""
    assert set(report) == documented("import")
    assert report["rejected"] == [{"line": 3, "reason": "teks kosong"}] or set(
        report["rejected"][0]  # type: ignore[index]
    ) == {"line", "reason"}


@pytest.mark.usefixtures("report")
def test_accounts_are_listed_with_their_standing(console: Console) -> None:
    """The documented keys for each account."""
    for one in console.run("account", "list", "--json").json():
        assert set(one) == documented("account list")


def test_a_round_tells_what_arrived(console: Console) -> None:
    """The documented keys for each account that was read."""
    rows = console.run("sync", "--json").json()
    assert rows
    assert set(rows[0]) == documented("sync")


@pytest.mark.usefixtures("report")
def test_a_search_gives_conversations(console: Console) -> None:
    """The documented keys for each hit."""
    rows = console.run("search", "lampu", "--json").json()
    assert rows
    assert set(rows[0]) == documented("search")


def test_verify_tells_what_is_wrong_by_kind(console: Console) -> None:
    """The documented keys; a whole file is whole."""
    said = console.run("verify", "--json")
    assert set(said.json()) == documented("verify")
    assert said.json()["whole"] is True


@pytest.mark.usefixtures("report")
def test_a_summary_file_has_the_documented_keys(
    console: Console, tmp_path: Path
) -> None:
    """The top level of ringkasan.json."""
    words = ("--week", "2026-W47", "--out", str(tmp_path), "--format", "json")
    said = console.run("summary", *words)
    assert said.code == 0, said.problem
    found = json.loads((tmp_path / "ringkasan.json").read_text(encoding="utf-8"))
    assert set(found) == documented("summary") - {"reports", "summary_json", "py"}
