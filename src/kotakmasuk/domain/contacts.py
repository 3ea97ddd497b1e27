"""Kontak resmi: numbers, addresses and names that a body has made public itself.

The one rule to know: they are not personal data of a citizen (UU 27/2022 protects
persons), so the checklist lets them pass and the templates offer them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ContactKind(StrEnum):
    """What a contact is."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    LINK = "link"
    PERSON = "person"
    EMERGENCY = "emergency"


CONTACT_WORDS = {
    ContactKind.PHONE: "Telepon",
    ContactKind.EMAIL: "Surel",
    ContactKind.ADDRESS: "Alamat",
    ContactKind.LINK: "Tautan",
    ContactKind.PERSON: "Pejabat",
    ContactKind.EMERGENCY: "Nomor darurat",
}


@dataclass(frozen=True)
class Contact:
    """One public contact of a unit (OPD) or of another body."""

    uid: str
    unit: str
    label: str
    kind: ContactKind
    value: str

    def words(self) -> str:
        """Write it as it stands in an answer."""
        return f"{self.label} {self.value}".strip()


# Known to everybody in the country; an agency may add its own to them.
EMERGENCY = (
    ("Layanan darurat", "112"),
    ("Polisi", "110"),
    ("Pemadam kebakaran", "113"),
    ("Ambulans", "119"),
    ("SP4N-LAPOR! lewat SMS", "1708"),
)


LONGEST = 200
_NAMES = {
    "telepon": ContactKind.PHONE,
    "telp": ContactKind.PHONE,
    "telpon": ContactKind.PHONE,
    "hp": ContactKind.PHONE,
    "ponsel": ContactKind.PHONE,
    "wa": ContactKind.PHONE,
    "whatsapp": ContactKind.PHONE,
    "surel": ContactKind.EMAIL,
    "email": ContactKind.EMAIL,
    "e-mail": ContactKind.EMAIL,
    "alamat": ContactKind.ADDRESS,
    "tautan": ContactKind.LINK,
    "situs": ContactKind.LINK,
    "laman": ContactKind.LINK,
    "pejabat": ContactKind.PERSON,
    "nama": ContactKind.PERSON,
    "darurat": ContactKind.EMERGENCY,
    "nomor darurat": ContactKind.EMERGENCY,
}
KIND_NAMES = ", ".join(CONTACT_WORDS.values())
_PARTS = 4


@dataclass(frozen=True)
class PastedLine:
    """One pasted line: the contact it holds, or what is wrong with it."""

    number: int
    contact: Contact | None = None
    wrong: str = ""


def faults_of(contact: Contact) -> dict[str, str]:
    """Name what is wrong by field."""
    examples = {
        "unit": "Tulis unit atau OPD, misalnya Dinas Kesehatan.",
        "label": "Tulis namanya, misalnya Call center.",
        "value": "Tulis isinya, misalnya 0263-555-0100.",
    }
    found = {}
    for name, example in examples.items():
        text = getattr(contact, name)
        if not text.strip():
            found[name] = example
        elif len(text) > LONGEST:
            found[name] = f"Paling banyak {LONGEST} huruf."
    return found


def pasted(text: str, known: Iterable[Contact] = ()) -> list[PastedLine]:
    """Read lines "Unit; Nama; Jenis; Isi"; tabs of a spreadsheet part them too.

    What is `known` already, or stands there twice, is told as such and not taken.
    """
    seen = {_same(one) for one in known}
    lines: list[PastedLine] = []
    for number, written in enumerate(text.splitlines(), start=1):
        if not written.strip():
            continue
        line = _read(number, written)
        if line.contact is not None and _same(line.contact) in seen:
            line = PastedLine(number, wrong="sudah ada di daftar")
        if line.contact is not None:
            seen.add(_same(line.contact))
        lines.append(line)
    return lines


def _read(number: int, written: str) -> PastedLine:
    by = "\t" if "\t" in written else ";"
    parts = [part.strip() for part in written.split(by, _PARTS - 1)]
    if len(parts) < _PARTS:
        return PastedLine(number, wrong="harus empat bagian: Unit; Nama; Jenis; Isi")
    unit, label, named, value = parts
    kind = _NAMES.get(named.casefold())
    if kind is None:
        wrong = f"jenis “{named}” tidak dikenal; pilih {KIND_NAMES}"
        return PastedLine(number, wrong=wrong)
    contact = Contact("", unit, label, kind, value)
    wrong = next(iter(faults_of(contact).values()), "")
    return PastedLine(number, wrong=wrong) if wrong else PastedLine(number, contact)


def _same(contact: Contact) -> Contact:
    """A contact without its id, small letters and single spaces."""
    unit, label, value = (
        " ".join(one.casefold().split())
        for one in (contact.unit, contact.label, contact.value)
    )
    return Contact("", unit, label, contact.kind, value)
