"""Templates to and from files: all or nothing, and looked at before."""

from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import (
    pictures,
    template_exchange,
    template_pictures,
    templates,
)
from tests.helpers.desks import Place


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes([0, 0, 0, 8]) * 2 + bytes(16)
ENTRY = "[[template]]\nkey='a'\ntitle='A'\nfolder='F'\nbody='B'\n"
HOLIDAY = Template(
    "", "", "Libur", "Sapaan", "Kami libur, {sapaan}.", shortcut=";libur"
)


@pytest.fixture
def filled(place: Place, tmp_path: Path) -> Place:
    """The starters, and one of our own with a picture and a variant."""
    file = tmp_path / "peta.png"
    file.write_bytes(PNG)
    picture = replace(template_pictures.keep(place.desk, file), alt="Peta jalan")
    templates.adopt_starters(place.desk)
    mine = replace(HOLIDAY, pictures=(picture,), variants={"x": "Libur."})
    templates.save(place.desk, mine)
    return place


def by_title(place: Place) -> dict[str, Template]:
    return {one.title: one for one in templates.listed(place.reader)}


@pytest.mark.parametrize("name", ["templat.csv", "templat"])
def test_what_was_written_changes_nothing_when_it_is_read(
    filled: Place, tmp_path: Path, name: str
) -> None:
    """As a table and as a folder of files."""
    written = template_exchange.write_files(filled.reader, tmp_path / name)
    found = template_exchange.preview(filled.reader, tmp_path / name)
    assert written
    assert {one.action for one in found.planned} == {"same"}
    assert len(found.planned) == 15


def test_another_agency_gets_the_templates_with_their_pictures(
    filled: Place, tmp_path: Path
) -> None:
    """From a folder, into an inbox that has none of them."""
    template_exchange.write_files(filled.reader, tmp_path / "keluar")
    before = by_title(filled)
    for one in before.values():
        templates.remove(filled.desk, one.uid)
    filled.desk.database.execute("DELETE FROM template_picture")
    filled.desk.database.execute("DELETE FROM media")

    found = template_exchange.take_in(filled.desk, tmp_path / "keluar")

    assert found.count("new") == 15
    mine = by_title(filled)["Libur"]
    assert (mine.body, mine.variants) == (HOLIDAY.body, {"x": "Libur."})
    assert pictures.load(filled.reader, mine.pictures[0]) == PNG
    assert mine.pictures[0].alt == "Peta jalan"


def test_an_import_is_one_transaction_with_a_row_for_each(
    filled: Place, tmp_path: Path
) -> None:
    """What is right is stored, what is refused is told with its line."""
    file = tmp_path / "baru.csv"
    file.write_bytes(
        b"\xef\xbb\xbfjudul;isi;berlaku_sampai\r\n"
        b"Libur;Kami libur sampai {tanggal}.;31/12/2026\r\n"
        b"Rusak;Halo {nama;\r\n"
        b"Baru;Halo.;\r\n"
    )
    found = template_exchange.take_in(filled.desk, file)
    told = [(one.line, one.action) for one in found.planned]
    assert told == [(2, "changed"), (3, "refused"), (4, "new")]
    assert by_title(filled)["Libur"].expires_on == "2026-12-31"
    assert by_title(filled)["Libur"].pictures
    assert "Rusak" not in by_title(filled)
    kinds = "SELECT count(*) FROM journal WHERE kind = ?"
    assert filled.one(kinds, "template.save") == 3
    assert filled.one(kinds, "template.import") == 1


def test_an_import_that_breaks_off_stores_nothing(
    filled: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the first row either."""
    file = tmp_path / "dua.csv"
    file.write_text("judul,isi\nSatu,Halo.\nDua,Halo.\n", encoding="utf-8")
    real, before = templates.write, by_title(filled)

    def breaks_at_two(desk: object, one: Template) -> None:
        if one.title == "Dua":
            raise KnownError("Ruang penyimpanan penuh.")
        real(desk, one)  # type: ignore[arg-type]

    monkeypatch.setattr(templates, "write", breaks_at_two)
    with pytest.raises(KnownError, match="penuh"):
        template_exchange.take_in(filled.desk, file)
    assert by_title(filled) == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.toml", "[[template]]\nkey = 'a'", "“title” belum diisi"),
        ("a.toml", "ini bukan toml", "tidak dapat dibaca"),
        ("a.toml", "\udcff", "tidak dapat dibaca"),
        (
            "a.toml",
            "[[template]]\nkey='a'\ntitle='A'\nfolder='F'\nbody='{x'",
            "huruf 1 belum ditutup",
        ),
        (
            "a.toml",
            f"{ENTRY}[[template.pictures]]\nfile='../rahasia.png'\nalt='x'",
            "folder yang sama",
        ),
        (
            "a.toml",
            f"{ENTRY}[[template.pictures]]\nfile='hilang.png'\nalt='x'",
            "hilang.png” tidak dapat dibaca",
        ),
    ],
)
def test_a_broken_entry_is_refused_and_the_others_go_on(
    place: Place, tmp_path: Path, name: str, content: str, words: str
) -> None:
    """With the name of its file."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    (folder / name).write_bytes(content.encode("utf-8", "surrogateescape"))
    good = "[[template]]\nkey='b'\ntitle='B'\nfolder='F'\nbody='Halo.'"
    (folder / "b.toml").write_text(good, encoding="utf-8")
    found = template_exchange.take_in(place.desk, folder)
    refused = [one for one in found.planned if one.action == "refused"]
    assert [one.file for one in refused] == ["a.toml"]
    assert words in refused[0].reason
    assert list(by_title(place)) == ["B"]


def test_a_place_that_cannot_be_read_or_written_is_told(
    place: Place, tmp_path: Path
) -> None:
    """And nothing changes."""
    (tmp_path / "kosong").mkdir()
    for bad in (tmp_path / "kosong", tmp_path / "tidak-ada.csv"):
        with pytest.raises(KnownError, match="tidak berubah"):
            template_exchange.preview(place.reader, bad)
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(KnownError, match="tidak dapat ditulis"):
        template_exchange.write_files(place.reader, tmp_path / "berkas")


def test_two_templates_of_one_name_get_two_files(place: Place, tmp_path: Path) -> None:
    """Titles differ in signs that no file name can hold."""
    for title in ("Libur!", "Libur?"):
        templates.save(place.desk, replace(HOLIDAY, title=title, shortcut=""))
    written = template_exchange.write_files(place.reader, tmp_path / "keluar")
    assert sorted(one.name for one in written) == ["libur.toml", "libur_2.toml"]
