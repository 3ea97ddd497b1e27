"""Kontak resmi: numbers, addresses and names that a body has made public itself.

The one rule to know: they are not personal data of a citizen (UU 27/2022 protects
persons), so the checklist lets them pass and the templates offer them.
"""

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
