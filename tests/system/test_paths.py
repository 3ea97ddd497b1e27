"""Where the data lies, and where the program's own files lie."""

import os
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import paths


def test_the_data_folder_is_made_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all folders above it."""
    monkeypatch.setenv(paths.HOME, str(tmp_path / "a" / "b"))
    folder = paths.data_folder()
    assert folder == tmp_path / "a" / "b"
    assert folder.stat().st_mode & 0o077 == 0


def test_a_tilde_is_the_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one types it."""
    monkeypatch.setenv(paths.HOME, "~/data")
    assert paths.data_folder() == home / "data"


def test_without_a_wish_it_lies_where_the_system_keeps_data(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the program's name."""
    monkeypatch.delenv(paths.HOME)
    assert paths.data_folder() == home / "data" / "kotakmasuk"


def test_a_file_in_its_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words that name the folder."""
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv(paths.HOME, str(tmp_path / "file"))
    with pytest.raises(KnownError, match="tidak dapat dibuat"):
        paths.data_folder()


def test_a_folder_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is lost in it; root may write everywhere, so the answer is given."""
    monkeypatch.setenv(paths.HOME, str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_given: False)
    with pytest.raises(KnownError, match="tidak dapat ditulis"):
        paths.data_folder()


def test_the_programs_own_files_are_found() -> None:
    """Rules, word lists and icons."""
    folder = paths.resources_folder()
    assert (folder / "rules" / "checklist.toml").is_file()
