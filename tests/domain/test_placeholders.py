"""Isian: what may stand in braces, what is filled, and how a broken one is told."""

from datetime import date

import pytest

from kotakmasuk.domain.placeholders import (
    Field,
    date_words,
    fields_in,
    fill,
    find_fault,
    placeholders,
    unfilled,
    with_required,
)


def test_filled_and_open_places_are_told():
    """Where a value stands and where one is missing, in characters of the new text."""
    result = fill("Halo {nama}, kabar {nomor}: {tanggal}", {"nama": "Dewi"})
    assert result.text == "Halo Dewi, kabar {nomor}: {tanggal}"
    [name] = result.filled
    assert result.text[name.start : name.end] == "Dewi"
    assert [span.name for span in result.unfilled] == ["nomor", "tanggal"]
    assert result.unfilled == unfilled(result.text)


def test_a_blank_value_fills_nothing():
    """Spaces are no name."""
    assert fill("Halo {nama}", {"nama": "  "}).unfilled[0].name == "nama"


def test_an_optional_isian_that_is_known_to_be_empty_goes_away_with_its_space():
    """'Halo Kak {nama?},' becomes 'Halo Kak,' and stays whole with a name."""
    body = "Halo Kak {nama?}, kami"
    assert fill(body, {"nama": ""}).text == "Halo Kak, kami"
    assert fill(body, {"nama": "Ani"}).text == "Halo Kak Ani, kami"


def test_an_optional_isian_nobody_knows_of_is_still_offered():
    """It stands in the text until the officer fills it or lets it go."""
    result = fill("Diteruskan ke {opd?:DPUPR|Dinkes} segera.", {})
    assert result.text == "Diteruskan ke {opd?} segera."
    assert result.unfilled[0].optional


def test_a_default_stands_in_where_nothing_is_known():
    """And is told as filled, so that it can be looked at."""
    result = fill("Halo {nama=warga}, ke {opd:A|B=B}.", {})
    assert result.text == "Halo warga, ke B."
    assert [one.name for one in result.filled] == ["nama", "opd"]
    assert fill("Halo {nama=warga}", {"nama": "Dewi"}).text == "Halo Dewi"


def test_an_open_isian_stands_plain_in_the_answer():
    """Its choices are offered by the composer, not read by a citizen."""
    assert fill("{opd:A|B} pada {tgl:tanggal}", {}).text == "{opd} pada {tgl}"


def test_braces_inside_a_value_are_no_isian():
    """What a citizen is called never asks for more."""
    result = fill("Halo {nama} {nomor}", {"nama": "{tanggal}"})
    assert [span.name for span in result.unfilled] == ["nomor"]


def test_placeholders_are_named_once_in_order():
    """A name that occurs twice is asked for once."""
    assert placeholders("{b} {a?} {b:X|Y} {Salah} {}") == ("b", "a")


def test_a_field_tells_the_composer_what_to_offer():
    """Choices, a calendar, the official contacts, a default."""
    body = "{opd?:A|B=A} {mulai:tanggal} {tanggal} {kontak} {kontak_rsud} {sebab}"
    assert fields_in(body) == (
        Field("opd", required=False, default="A", choices=("A", "B"), kind="choice"),
        Field("mulai", kind="date"),
        Field("tanggal", kind="date"),
        Field("kontak", kind="contact"),
        Field("kontak_rsud", kind="contact"),
        Field("sebab"),
    )


def test_a_name_that_stands_twice_is_one_field():
    """Required when one of its places is; its choices are written once."""
    [field] = fields_in("{opd?:A|B} lalu {opd}")
    assert field == Field("opd", choices=("A", "B"), kind="choice")
    assert fill("{opd?:A|B} lalu {opd}", {"opd": "B"}).text == "B lalu B"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Halo Bapak/Ibu{nama, apa", "Kurung kurawal di huruf 15 belum ditutup"),
        ("Halo {nama {opd}", "huruf 6 belum ditutup"),
        ("Halo\nDewi} apa", "tutup di baris 2 huruf 5 tidak ada pembukanya"),
        ("Halo {}", "huruf 6 belum bernama"),
        ("Halo {Nama Warga}", "“Nama Warga”"),
        ("Ke {opd:DPUPR}", "sedikitnya dua pilihan"),
        ("Ke {opd:}", "sedikitnya dua pilihan"),
        ("Ke {opd:A|B=C}", "“C”, yang bukan salah satu pilihannya"),
        ("Halo {nama=}", "bernilai awal kosong"),
        ("Halo {nama?x}", "tidak dapat dibaca"),
        ("{opd:A|B} {opd:C|D}", "{opd} di huruf 11 lain daripada yang pertama"),
    ],
)
def test_broken_braces_are_told_with_their_place(body, words):
    """So that nobody has to look for them."""
    assert words in find_fault(body)


@pytest.mark.parametrize(
    "body",
    [
        "Tanpa isian.",
        "{nama}{nama?} {opd?:A|B=A} {mulai:tanggal}",
        "{opd:A|B} lalu {opd} dan {opd?}",
        "{nama=warga desa}",
    ],
)
def test_whole_braces_are_let_through(body):
    """The grammar of the module's first lines."""
    assert find_fault(body) == ""


def test_a_day_is_written_out():
    """With its weekday, as officers write it."""
    assert date_words(date(2026, 11, 25)) == "Rabu, 25 November 2026"


def test_an_isian_becomes_optional_everywhere_at_once():
    """And required again; its choices and default stay."""
    body = "{nama} {opd:A|B=A} {nama?} {nama_lain}"
    loose = with_required(body, "nama", required=False)
    assert loose == "{nama?} {opd:A|B=A} {nama?} {nama_lain}"
    assert with_required(body, "opd", required=False) == body.replace("{opd:", "{opd?:")
    assert with_required(loose, "nama", required=True) == body.replace("?", "")
