"""Thousands of real complaints: imported whole, once, and found again by their sense.

Skips where the texts are not; they are never part of the project.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.helpers.console import Console
from tests.stories.test_recount import COMPLAINTS, MAPPING, SHARED


LINES = 7240
QUERIES = SHARED / "data" / "texts" / "search_queries.json"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not COMPLAINTS.is_file(), reason="the complaints are not here"),
]


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Console:
    return Console(tmp_path_factory.mktemp("aduan") / "data")


@pytest.fixture(scope="module")
def first(console: Console) -> dict[str, object]:
    """What the first import reports."""
    return take_in(console)


def take_in(console: Console) -> dict[str, object]:
    maps = [f"--map={field}={column}" for field, column in MAPPING.items()]
    said = console.run("import", str(COMPLAINTS), "--account", "Aduan", *maps, "--json")
    assert said.code == 0, said.problem
    report: dict[str, object] = said.json()
    return report


def test_every_complaint_is_stored(first: dict[str, object]) -> None:
    """All 7,240 lines, none rejected."""
    assert (first["read"], first["stored"], first["rejected"]) == (LINES, LINES, [])


@pytest.mark.usefixtures("first")
def test_a_second_import_stores_nothing(console: Console) -> None:
    """Each line is known by its number."""
    again = take_in(console)
    assert (again["stored"], again["already"]) == (0, LINES)


@pytest.mark.usefixtures("first")
def test_the_file_is_whole_after_so_many(console: Console) -> None:
    """Chain, references and counters hold."""
    assert console.is_whole()


@pytest.mark.usefixtures("first")
def test_holes_in_roads_are_found_first(console: Console) -> None:
    """ "jalan berlubang" gives roads with holes, in whatever spelling, on top."""
    rows = console.run("search", "jalan berlubang", "--limit", "20", "--json").json()
    texts = [row["snippet"] for row in rows]
    assert len(texts) == 20
    # A snippet shows the first 160 letters only; what is beyond them cannot be judged.
    assert share(texts, "jalan berlubang") >= 0.8


def share(texts: Sequence[str], query: str) -> float:
    """How many of the texts speak of what was asked, by the judge's own words."""
    judges = json.loads(Path(QUERIES).read_text(encoding="utf-8"))
    judge = next(one for one in judges if one["query"] == query)
    relevant = re.compile(judge["relevance_regex"], re.IGNORECASE | re.DOTALL)
    return sum(bool(relevant.search(text)) for text in texts) / len(texts)
