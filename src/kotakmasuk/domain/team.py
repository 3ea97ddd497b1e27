"""Who sits at the desk and what each role may do.

The one rule to know: a role above petugas counts only when it has been proved, and a
deputy (Plh., Plt.) stands in only on the days that were written down.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What a person at the desk may do."""

    OBSERVER = "observer"
    OFFICER = "officer"
    APPROVER = "approver"
    ADMIN = "admin"


ROLE_WORDS = {
    Role.OBSERVER: "Pengamat",
    Role.OFFICER: "Petugas",
    Role.APPROVER: "Penyetuju",
    Role.ADMIN: "Admin",
}
# These prove themselves with a passphrase.
PROVED = frozenset({Role.APPROVER, Role.ADMIN})


@dataclass(frozen=True)
class Officer:
    """One person of the team.

    `title` is the post that is written under an approval. A deputy stands in for the
    post `deputy_for` as `deputy_kind` (Plh. or Plt.) from `deputy_since` to
    `deputy_until`, ISO dates, both days included.
    """

    name: str
    initials: str
    role: Role = Role.OFFICER
    title: str = ""
    deputy_kind: str = ""
    deputy_for: str = ""
    deputy_since: str = ""
    deputy_until: str = ""


class Signer(Protocol):
    """A proved person's key; it never leaves the memory of this program."""

    @property
    def public_key(self) -> bytes:
        """The half that everybody may know."""

    def sign(self, message: bytes) -> bytes:
        """Give a signature that only this person can make."""


@dataclass(frozen=True)
class Seat:
    """Who sits at the desk now.

    `role` is what was proved: an approver who gave no passphrase sits as petugas.
    `acting` is the post of a deputy today, such as "Plh. Kepala Bidang".
    """

    officer: str
    role: Role = Role.OFFICER
    acting: str = ""
    signer: Signer | None = None


def may_approve(seat: Seat) -> bool:
    """Whether this seat may decide what others wrote."""
    return seat.role in PROVED and seat.signer is not None


def stands_in(officer: Officer, today: str) -> str:
    """The post that a deputy holds on a day (ISO date), or empty."""
    within = officer.deputy_since <= today <= officer.deputy_until
    if not (officer.deputy_kind and officer.deputy_for and within):
        return ""
    return f"{officer.deputy_kind} {officer.deputy_for}"


def role_on(officer: Officer, today: str) -> Role:
    """The role that this person may prove on a day; a deputy is an approver."""
    if officer.role is not Role.ADMIN and stands_in(officer, today):
        return Role.APPROVER
    return officer.role
