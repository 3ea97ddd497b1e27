"""Templates: what is filled, what stays open, and how they are found."""

import tomllib
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import (
    Template,
    fill,
    matches,
    parse_templates,
    placeholders,
    search,
    unfilled,
)


STARTERS = Path(__file__).parents[2] / "resources/templates/starter.toml"
KNOWN = {
    *("sapaan", "nama", "topik", "nomor", "opd", "batas", "inisial", "tautan_ppid"),
    *("data_diperlukan", "tindakan", "tanggal", "instansi", "kontak", "klaim"),
    *("fakta", "tautan", "sebab"),
}


@pytest.fixture(scope="module")
def starters() -> tuple[Template, ...]:
    return parse_templates(tomllib.loads(STARTERS.read_text("utf-8")), "starter.toml")


def test_there_is_a_starter_for_all_fourteen_situations(starters):
    """Each has a title, a folder, a basis, and only isian that we can explain."""
    assert len(starters) == 14
    assert all(one.title and one.folder and one.basis for one in starters)
    assert {name for one in starters for name in placeholders(one.body)} <= KNOWN


def test_starters_keep_their_identity(starters):
    """The same starter has the same id on every PC."""
    again = parse_templates(tomllib.loads(STARTERS.read_text("utf-8")), "other.toml")
    assert [one.uid for one in again] == [one.uid for one in starters]


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


def test_an_optional_isian_goes_away_with_its_space():
    """'Halo Kak {nama?},' becomes 'Halo Kak,' and stays whole with a name."""
    assert fill("Halo Kak {nama?}, kami", {}).text == "Halo Kak, kami"
    assert fill("Halo Kak {nama?}, kami", {"nama": "Ani"}).text == "Halo Kak Ani, kami"


def test_braces_inside_a_value_are_no_isian():
    """What a citizen is called never asks for more."""
    result = fill("Halo {nama} {nomor}", {"nama": "{tanggal}"})
    assert [span.name for span in result.unfilled] == ["nomor"]


def test_placeholders_are_named_once_in_order():
    """A name that occurs twice is asked for once."""
    assert placeholders("{b} {a?} {b} {Salah} {}") == ("b", "a")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("hoaks", "klarifikasi_hoaks"),
        ("darurat", "darurat"),
        ("kewenangn", "bukan_kewenangan"),
        ("ppid", "informasi_publik"),
        ("data publik", "data_terlanjur_publik"),
    ],
)
def test_a_template_is_found_by_name_body_and_slip(starters, query, first):
    """A few letters, a word of the text or a typing slip are enough."""
    assert search(starters, query)[0].key == first


def test_a_word_that_is_nowhere_finds_nothing(starters):
    """All words must fit; an empty query offers all."""
    assert search(starters, "hoaks zebra") == ()
    assert len(search(starters, " ")) == 14
    assert not matches(starters[0], "zebra")


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"key": "a", "title": "A", "folder": "F"}, "templat a: “body” belum diisi"),
        ({"title": "A", "folder": "F", "body": " "}, "templat nomor 1"),
    ],
)
def test_a_mistake_names_file_and_template(entry, words):
    """The message says which file and which template to mend."""
    with pytest.raises(KnownError) as caught:
        parse_templates({"template": [entry]}, "templates/kita.toml")
    assert caught.value.message.startswith("templates/kita.toml")
    assert words in caught.value.message


def test_a_key_stands_for_one_template():
    """Two templates of one key would hide each other."""
    entry = {"key": "a", "title": "A", "folder": "F", "body": "x"}
    with pytest.raises(KnownError, match="dua kali"):
        parse_templates({"template": [entry, entry]}, "kita.toml")
