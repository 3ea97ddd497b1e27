"""The five floors: who may know whom, and which outside part lives where."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.source import PACKAGE, ROOT, calls, imports, parsed, place
from tests.helpers.source import python_files as files


CLOCKS = {
    "date.today",
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.now",
    "datetime.utcnow",
    "time.time",
    "time.time_ns",
}
CHANCE = {"os.urandom", "random", "secrets", "uuid.uuid1", "uuid.uuid4"}
FILES = {"io.open", "open", "read_bytes", "read_text", "write_bytes", "write_text"}


def test_every_contract_of_the_floors_is_kept() -> None:
    """A package imports only what stands below it (contracts in pyproject.toml)."""
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [str(linter), "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("module", ["httpx", "urllib.request", "http.client"])
def test_http_is_spoken_in_one_file(module: str) -> None:
    """A change of the HTTP library costs one file."""
    speakers = {
        place(path)
        for path in files(PACKAGE)
        for name, _ in imports(parsed(path))
        if name == module or name.startswith(f"{module}.")
    }
    assert speakers <= {"src/kotakmasuk/connectors/kit/http.py"}


@pytest.mark.parametrize(
    "package", ["language", "domain", "store", "connectors", "reports", "services"]
)
def test_no_floor_below_system_reads_the_clock(package: str) -> None:
    """Time comes in as a parameter, so every moment can be tested."""
    readers = [
        place(path, call)
        for path in files(PACKAGE / package)
        for name, call in calls(parsed(path))
        if name in CLOCKS
    ]
    assert readers == []


@pytest.mark.parametrize("package", ["language", "domain"])
def test_domain_and_language_read_no_file(package: str) -> None:
    """What is true without a computer needs no disk; bootstrap hands values down."""
    readers = [
        place(path, call)
        for path in files(PACKAGE / package)
        for name, call in calls(parsed(path))
        if name in FILES or name.rpartition(".")[2] in FILES - {"open"}
    ]
    assert readers == []


@pytest.mark.parametrize("package", ["language", "domain"])
def test_domain_and_language_throw_no_dice(package: str) -> None:
    """Random bytes are a parameter, so an id can be foretold in a test."""
    players = [
        place(path, call)
        for path in files(PACKAGE / package)
        for name, call in calls(parsed(path))
        if name in CHANCE or name.split(".")[0] in CHANCE
    ]
    assert players == []


def test_imports_are_written_in_full() -> None:
    """`from kotakmasuk.x import y` says where a thing lives; a dot does not."""
    short = [
        place(path, node)
        for path in files(PACKAGE)
        for node in parsed(path).body
        if getattr(node, "level", 0)
    ]
    assert short == []
