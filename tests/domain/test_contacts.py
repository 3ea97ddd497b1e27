"""Kontak resmi come by the line, as an office keeps them in its lists."""

import pytest

from kotakmasuk.domain.contacts import Contact, ContactKind, faults_of, pasted


DESK = Contact("", "Dinas Sosial", "Layanan", ContactKind.PHONE, "0263-555-0100")


def test_a_line_of_four_parts_is_a_contact() -> None:
    """Parted by semicolons, or by the tabs of a spreadsheet."""
    text = "Dinas Sosial; Layanan; Telp; 0263-555-0100\n\n"
    (line,) = pasted(text)

    assert line.contact == DESK
    assert pasted(text.replace("; ", "\t"))[0].contact == DESK


def test_an_address_keeps_its_semicolons() -> None:
    """The fourth part is all that is left."""
    (line,) = pasted("Setda; Kantor; Alamat; Jalan Merdeka 1; gedung B")

    assert line.contact is not None
    assert line.contact.value == "Jalan Merdeka 1; gedung B"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Dinas Sosial; 0263-555-0100", "empat bagian"),
        ("Dinas Sosial; Layanan; Faks; 0263", "jenis “Faks” tidak dikenal"),
        ("; Layanan; Telepon; 0263", "Tulis unit"),
        ("Dinas Sosial; Layanan; Telepon; ", "Tulis isinya"),
        ("Dinas Sosial; Layanan; Telepon; " + "9" * 201, "Paling banyak 200"),
    ],
)
def test_a_line_that_is_none_is_told_with_its_number(text: str, wrong: str) -> None:
    """The others are taken all the same."""
    first, second = pasted(f"{text}\nPMI; Ambulans; Darurat; 118")

    assert wrong in first.wrong
    assert (first.number, first.contact) == (1, None)
    assert second.contact is not None


def test_what_is_listed_is_not_listed_again() -> None:
    """Neither what was there before nor what stands there twice."""
    text = "DINAS SOSIAL; layanan; telepon; 0263-555-0100\nPMI; A; WA; 1\nPMI; A; WA; 1"

    found = pasted(text, [DESK])

    assert [one.wrong for one in found] == [
        "sudah ada di daftar",
        "",
        "sudah ada di daftar",
    ]


def test_each_missing_part_is_told_at_its_field() -> None:
    """A whole contact has nothing wrong."""
    assert faults_of(DESK) == {}
    assert list(faults_of(Contact("", "", " ", ContactKind.LINK, ""))) == [
        "unit",
        "label",
        "value",
    ]
