"""The shipped lexicons, read once for the tests of language."""

import tomllib
from pathlib import Path

import pytest

from kotakmasuk.language.lexicons import Lexicon


FOLDER = Path(__file__).parents[2] / "resources/lexicons"
NAMES = ("topics", "kinds", "urgency", "hoaxes", "abuse")


def read(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.from_mappings(read("words"), {name: read(name) for name in NAMES})
