"""Pictures of templates: what is no picture is told before anything is stored."""

from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import pictures, template_pictures
from tests.helpers.desks import Place


SIDE = bytes([0, 0, 0, 8])
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + SIDE * 2 + bytes(16)


def test_a_picture_is_known_by_its_first_bytes(place: Place, tmp_path: Path) -> None:
    """Whatever its name says; it is stored once."""
    file = tmp_path / "peta.bmp"
    file.write_bytes(PNG)
    kept = [template_pictures.keep(place.desk, file) for _ in range(2)]
    assert kept[0] == kept[1]
    assert (kept[0].media_type, kept[0].name) == ("image/png", "peta.bmp")
    assert pictures.load(place.reader, kept[0]) == PNG
    assert place.one("SELECT count(*) FROM media") == 1


def test_what_is_no_picture_is_refused_in_words(place: Place, tmp_path: Path) -> None:
    """A text, a file that is not there, a picture of 50 MB; nothing is stored."""
    text, large = tmp_path / "foto.png", tmp_path / "besar.png"
    text.write_text("halo")
    with large.open("wb") as file:
        file.truncate(50_000_000)
    for path, words in (
        (text, "bukan gambar"),
        (tmp_path / "tidak-ada.png", "tidak dapat dibaca"),
        (large, "berukuran 50 MB"),
    ):
        with pytest.raises(KnownError, match=words) as caught:
            template_pictures.keep(place.desk, path)
        assert caught.value.kept == "Templat tidak berubah."
    assert place.one("SELECT count(*) FROM media") == 0
