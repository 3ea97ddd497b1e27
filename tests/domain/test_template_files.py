"""Templates as files: the starters, and what one agency hands to another."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.template_files import key_of, parse_templates, write_template
from kotakmasuk.domain.templates import Template


ROOT = Path(__file__).parents[2]
STARTERS = ROOT / "resources/templates/starter.toml"
WHOLE = {"key": "a", "title": "A", "folder": "F", "body": "Halo"}


def parsed(text: str) -> tuple[Template, ...]:
    return parse_templates(tomllib.loads(text), "kita.toml")


def test_starters_keep_their_identity():
    """The same starter has the same id on every PC."""
    once, again = (
        parsed(STARTERS.read_text("utf-8")),
        parsed(STARTERS.read_text("utf-8")),
    )
    assert [one.uid for one in again] == [one.uid for one in once]


def test_what_is_written_is_read_again():
    """All of it: quotes, line breaks, variants, tags, dates and pictures."""
    one = Template(
        uid="",
        key="kabar",
        title='Kabar "baru"',
        folder="Aduan",
        body="Baris satu\nbaris \\ dua: {opd?:A|B=A} 🙏\t.",
        basis="SOP",
        shortcut=";kabar",
        tags=("jalan", "lampu"),
        owner="Maya",
        expires_on="2027-01-31",
        variants={"x": 'Ringkas "ya"', "instagram": "Panjang"},
        pictures=(Picture("", "peta.png", "", 0, "Peta jalan yang ditutup"),),
    )
    [again] = parsed(write_template(one))
    assert replace(again, uid="") == one


def test_a_name_for_a_file_is_made_of_the_title():
    """Only what every system takes in a name."""
    assert key_of("Kabar: tindak lanjut (1)?") == "kabar_tindak_lanjut_1"
    assert key_of("🙏") == "templat"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"key": "a", "title": "A", "folder": "F"}, "templat a: “body” belum diisi"),
        ({"title": "A", "folder": "F", "body": " "}, "templat nomor 1"),
        ({**WHOLE, "title": 7}, "“title” harus teks"),
        ({**WHOLE, "body": "Halo {nama"}, "huruf 6 belum ditutup"),
        ({**WHOLE, "tags": "jalan"}, "“tags” harus daftar"),
        ({**WHOLE, "variants": "x"}, "“variants” harus tabel"),
        ({**WHOLE, "variants": {"x": 3}}, "“variants” harus tabel"),
        ({**WHOLE, "pictures": [{"alt": "Peta"}]}, "punya “file”"),
        ({**WHOLE, "expires_on": "kapan-kapan"}, "bukan tanggal"),
        ("bukan tabel", "nomor 1: harus ditulis sebagai"),
    ],
)
def test_a_mistake_names_file_and_template(entry, words):
    """The message says which file and which template to mend."""
    with pytest.raises(KnownError) as caught:
        parse_templates({"template": [entry]}, "templates/kita.toml")
    assert caught.value.message.startswith("templates/kita.toml")
    assert words in caught.value.message


def test_a_file_of_something_else_is_refused():
    """Its template is no list of tables."""
    with pytest.raises(KnownError, match=r"\[\[template\]\]"):
        parse_templates({"template": "halo"}, "kita.toml")


def test_a_key_stands_for_one_template():
    """Two templates of one key would hide each other."""
    with pytest.raises(KnownError, match="dua kali"):
        parse_templates({"template": [WHOLE, {**WHOLE, "title": "B"}]}, "kita.toml")
