"""Pictures of templates: what is no picture is told before anything is stored."""

from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import template_pictures
from tests.helpers.desks import Place


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\nxx", "image/png"),
        (b"\xff\xd8\xff\xe0xx", "image/jpeg"),
        (b"GIF89axx", "image/gif"),
        (b"RIFF\x04\x00\x00\x00WEBPxx", "image/webp"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(
    place: Place, tmp_path: Path, content: bytes, media_type: str
) -> None:
    """Whatever its name says; it is stored once."""
    file = tmp_path / "peta.bmp"
    file.write_bytes(content)
    kept = [template_pictures.keep(place.desk, file) for _ in range(2)]
    assert kept[0] == kept[1]
    assert (kept[0].media_type, kept[0].name) == (media_type, "peta.bmp")
    assert template_pictures.load(place.reader, kept[0]) == content
    assert place.one("SELECT count(*) FROM media") == 1


def test_what_is_no_picture_is_refused_in_words(place: Place, tmp_path: Path) -> None:
    """A text, a file that is not there, a picture of 50 MB; nothing is stored."""
    text, large = tmp_path / "foto.png", tmp_path / "besar.png"
    text.write_text("halo")
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    for path, words in (
        (text, "bukan gambar"),
        (tmp_path / "tidak-ada.png", "tidak dapat dibaca"),
        (large, "terlalu besar: 50 MB, paling banyak 16 MB"),
    ):
        with pytest.raises(KnownError, match=words):
            template_pictures.keep(place.desk, path)
    assert place.one("SELECT count(*) FROM media") == 0
