"""kotakmasuk summary."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kotakmasuk.cli.summaries import summary
from kotakmasuk.cli.tools import Tools
from kotakmasuk.domain.errors import KnownError
from tests.helpers.summaries import at
from tests.helpers.week_file import WeekFile, real_office


def unused(*_: Any, **__: Any) -> Any:
    raise AssertionError


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Any]:
    file = WeekFile(tmp_path / "kotak")
    file.say("a", at(0, 9))

    @contextmanager
    def reader() -> Iterator[Any]:
        opened = file.reader()
        yield opened
        opened.close()

    office = real_office(file.path.parent)
    tools = Tools(lambda: office, reader, unused, unused, unused, unused)

    def call(*words: str) -> Result:
        return CliRunner().invoke(summary, words, obj=tools)

    yield call
    file.close()


def test_a_week_is_written_to_a_folder(run: Any, tmp_path: Path) -> None:
    """Both files, and a sentence that names them."""
    told = run("--week", "2026-W46", "--out", str(tmp_path / "out"))
    assert told.exit_code == 0
    assert "1 pesan masuk" in told.output
    found = json.loads((tmp_path / "out" / "ringkasan.json").read_text("utf-8"))
    assert (found["week"], found["messages"]["now"]) == ("2026-W46", 1)
    assert (tmp_path / "out" / "ringkasan.pdf").read_bytes().startswith(b"%PDF")


def test_one_format_is_written_alone(run: Any, tmp_path: Path) -> None:
    """As it was asked for."""
    run("--week", "2026-W46", "--out", str(tmp_path / "out"), "--format", "json")
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["ringkasan.json"]


def test_a_week_that_is_none_is_a_known_problem(run: Any, tmp_path: Path) -> None:
    """Told with an example; nothing is written."""
    told = run("--week", "pekan lalu", "--out", str(tmp_path / "out"))
    assert isinstance(told.exception, KnownError)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [(), ("--week", "2026-W46", "--format", "odt")])
def test_wrong_usage_ends_with_2(run: Any, words: tuple[str, ...]) -> None:
    """As with every command."""
    assert run(*words).exit_code == 2
