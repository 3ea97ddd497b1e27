"""What the stories begin with."""

import shutil
from pathlib import Path

import pytest

from tests.helpers.console import Console


GOOD = "nomor,waktu,isi\n1,2026-11-16 08:00,Lampu jalan padam\n2,2026-11-16 09:00,Air mati\n"


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two good messages in it, made once."""
    folder = tmp_path_factory.mktemp("awal")
    file = folder / "awal.csv"
    file.write_text(GOOD, encoding="utf-8")
    said = Console(folder / "data").take_in(file)
    assert said.code == 0, said.problem
    return folder / "data"


@pytest.fixture
def console(begun: Path, tmp_path: Path) -> Console:
    """A copy of that folder for one story."""
    shutil.copytree(begun, tmp_path / "data")
    return Console(tmp_path / "data")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a story writes the file it imports."""
    return tmp_path / "aduan.csv"
