"""kotakmasuk check: length by the platform's count, and every rule with its basis."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.console import Console


README = Path(__file__).parents[2] / "README.md"
KEYS = {
    *("rule", "text", "outcome", "severity", "mode", "evidence", "spans"),
    *("basis", "confidence", "checked_on"),
}


@pytest.fixture
def console(tmp_path: Path) -> Console:
    """A machine on which nothing was set up."""
    return Console(tmp_path / "tidak-ada")


def judged(console: Console, text: str, *words: str) -> Any:
    said = console.run("check", "--platform", "x", *words, "--json", given=text)
    assert said.code == 0, said.problem
    assert not console.folder.exists()
    return said.json()


def outcomes(found: Any) -> dict[str, str]:
    return {one["rule"]: one["outcome"] for one in found["results"]}


def test_a_reply_is_counted_and_judged(console: Console) -> None:
    """The documented keys; a link counts as the platform counts it."""
    found = judged(console, "Lihat https://ppid.contoh.go.id/" + "a" * 60)
    row = re.search(r"^\| `check` \| (.*) \|$", README.read_text("utf-8"), re.MULTILINE)
    assert row
    named = set(re.findall(r"`(\w+)`", row[1]))
    assert set(found) | KEYS <= named
    assert {frozenset(one) for one in found["results"]} == {frozenset(KEYS)}
    assert (found["length"], found["limit"], found["blocked"]) == (29, 280, False)


def test_what_failed_says_where_and_why(console: Console) -> None:
    """Words, places, basis, how sure it is and when it was looked up."""
    text = "Nomor Kakak 081234567847 ya"
    found = judged(console, f"{text}\n", "--public")
    [failed] = [one for one in found["results"] if one["outcome"] == "failed"]
    assert (failed["rule"], found["blocked"]) == ("E05", True)
    assert failed["spans"] == [{"start": 12, "end": 24, "type": "HP"}]
    assert failed["basis"].startswith("Acuan: UU 27/2022")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", failed["checked_on"])


def test_a_private_message_may_hold_the_citizens_own_number(console: Console) -> None:
    """It warns there and blocks nothing."""
    found = judged(console, "Nomor Kakak 081234567847 ya", "--private")
    assert outcomes(found)["E05P"] == "failed"
    assert outcomes(found)["E05"] == "not_applicable"
    assert found["blocked"] is False


def test_a_sensitive_topic_asks_for_an_approver(console: Console) -> None:
    """The tag of the conversation is told with --topic."""
    found = judged(console, "Informasi itu tidak benar.", "--topic", "hoaks")
    assert found["needs_approval"] is True
    assert outcomes(found)["E16B"] == "to_approve"


def test_without_json_it_reads_like_a_list(console: Console) -> None:
    """Length first, then each rule that was asked, with its basis under it."""
    said = console.run("check", "--platform", "x", given="Tunggu!!!\n")
    assert said.out.startswith("Panjang 9 dari 280.\n")
    assert "GAGAL  E12  Terkesan membentak" in said.out
    assert "Acuan: UU 27/2022" in said.out


def test_an_unknown_platform_is_wrong_usage(console: Console) -> None:
    """Exit code 2, with the names that exist."""
    said = console.run("check", "--platform", "radio", given="halo")
    assert said.code == 2
    assert "instagram" in said.problem
