"""What would break a user's data, or a sending, has its own test."""

import ast
from pathlib import Path

import pytest

from tests.helpers.source import PACKAGE, TESTS, functions, parsed, place, python_files


MIGRATIONS = sorted((PACKAGE / "store" / "migrations").glob("m[0-9]*.py"))
CONNECTORS = sorted(
    path.parent for path in (PACKAGE / "connectors").glob("*/manifest.toml")
)


def stem(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("migration", MIGRATIONS, ids=stem)
def test_every_migration_has_its_test(migration: Path) -> None:
    """A migration meets a file with rows in it before an agency's file does."""
    tests = list((TESTS / "store").rglob(f"test_{migration.stem}.py"))
    assert tests, f"tests/store/migrations/test_{migration.stem}.py is missing"


def test_migrations_are_numbered_without_a_gap() -> None:
    """So that two of them never claim the same place."""
    numbers = [int(path.stem[1:5]) for path in MIGRATIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("connector", CONNECTORS, ids=stem)
def test_every_connector_has_its_tests(connector: Path) -> None:
    """Among them the contract suite of the kit."""
    tests = list((TESTS / "connectors" / connector.name).glob("test_*.py"))
    assert tests, f"tests/connectors/{connector.name}/ holds no test"
    texts = "".join(path.read_text(encoding="utf-8") for path in tests)
    assert "connectors.kit.testing" in texts, "the contract suite is not run"


def test_every_folder_of_connectors_has_a_manifest() -> None:
    """The registry finds a connector by it; a folder without one is lost."""
    folders = {
        path.parent
        for path in (PACKAGE / "connectors").glob("*/*.py")
        if path.parent.name != "kit"
    }
    assert folders == set(CONNECTORS)


def test_every_test_says_in_a_sentence_what_it_holds() -> None:
    """The docstring is what an officer or an engineer would say."""
    silent = [
        f"{place(path, node)} {node.name}"
        for path in python_files(TESTS)
        for node in functions(parsed(path))
        if node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []
