"""A search that finds nothing must be able to find something."""

import base64
from pathlib import Path

import pytest

from tests.helpers.searching import places


SECRET = bytes(range(100, 132))


@pytest.mark.parametrize(
    "hidden",
    [
        SECRET,
        b"x" + SECRET + b"y",
        SECRET.hex().encode(),
        base64.b64encode(SECRET),
        base64.b64encode(b"a" + SECRET + b"b"),
        base64.urlsafe_b64encode(b"ab" + SECRET + b"c"),
    ],
)
def test_a_secret_is_found_in_every_form(tmp_path: Path, hidden: bytes) -> None:
    """As it is, in hex, in base64, in the middle of something."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(b"--" + hidden + b"--")
    assert places(SECRET, tmp_path) == [tmp_path / "deep" / "file"]


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    """Neither in an empty file nor in another secret."""
    (tmp_path / "file").write_bytes(bytes(range(32)))
    assert places(SECRET, tmp_path) == []
