"""Writing a report whole or not at all."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.reports.writing import write_report


def test_a_report_replaces_the_one_before(tmp_path: Path) -> None:
    """And makes the folder when it is not there."""
    path = tmp_path / "laporan" / "ringkasan.pdf"
    write_report(path, b"lama")
    write_report(path, b"baru")
    assert path.read_bytes() == b"baru"
    assert [one.name for one in path.parent.iterdir()] == ["ringkasan.pdf"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "penyimpanan penuh"),
        (errno.EACCES, "tidak boleh ditulisi"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.EIO, "ringkasan.pdf tidak dapat ditulis"),
    ],
)
def test_a_disk_that_refuses_keeps_the_old_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """The officer reads why, and finds no half of a file."""
    path = tmp_path / "ringkasan.pdf"
    path.write_bytes(b"lama")

    def refuse(_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(KnownError, match=words):
        write_report(path, b"baru")
    assert path.read_bytes() == b"lama"
    assert [one.name for one in tmp_path.iterdir()] == ["ringkasan.pdf"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    """It is not overwritten."""
    (tmp_path / "laporan").write_text("catatan")
    with pytest.raises(KnownError, match="bukan folder"):
        write_report(tmp_path / "laporan" / "ringkasan.pdf", b"x")
    assert (tmp_path / "laporan").read_text() == "catatan"
