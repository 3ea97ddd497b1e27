"""Who sits at the desk and what each role may do.

The one rule to know: a role above petugas counts only when it has been proved, and a
deputy (Plh., Plt.) stands in only on the days that were written down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
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
FREE_TRIES = 3
# After the third wrong passphrase, the fourth and so on, in ms; the last one stays.
DELAYS = (5_000, 15_000, 60_000, 300_000, 900_000)
DEPUTY_KINDS = ("Plh.", "Plt.")


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


@dataclass(frozen=True)
class OfficerKey:
    """The public half of a person's key, with what tells when it counted (UTC ms).

    No secret is in it: the private half is made from the passphrase and `salt`.
    `failures` wrong passphrases let the next try wait until `not_before`.
    """

    officer: str
    salt: bytes
    public_key: bytes
    created_at: int
    failures: int = 0
    not_before: int = 0
    replaced_at: int | None = None

    def counted_at(self, moment: int) -> bool:
        """Whether this was the person's key at a moment (UTC ms)."""
        until = self.replaced_at
        return self.created_at <= moment and (until is None or moment < until)


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


def delay_after(failures: int) -> int:
    """How long the next try waits after so many wrong passphrases, in ms."""
    if failures < FREE_TRIES:
        return 0
    return DELAYS[min(failures - FREE_TRIES, len(DELAYS) - 1)]


def is_plain(officer: Officer) -> bool:
    """Whether somebody is a petugas and nothing more: no title and no deputy's days."""
    return officer == Officer(officer.name, officer.initials)


def spoken(seat: Seat) -> str:
    """The words of a role at the desk: "penyetuju, Plh. Kepala Bidang"."""
    words = ROLE_WORDS[seat.role].lower()
    return f"{words}, {seat.acting}" if seat.acting else words


def wrong_team(officers: Sequence[Officer]) -> str:
    """Say what is wrong with a list of people, or nothing."""
    names = [one.name.strip().casefold() for one in officers]
    if not all(names):
        return "Ada petugas tanpa nama."
    twice = [one.name for one in officers if names.count(one.name.casefold()) > 1]
    if twice:
        return f"{twice[0]} tertulis dua kali."
    return next((wrong for one in officers if (wrong := wrong_deputy(one))), "")


def wrong_deputy(officer: Officer) -> str:
    """Say what is wrong with a deputy's kind, post or days, or nothing."""
    days = (officer.deputy_since, officer.deputy_until)
    if not any((officer.deputy_kind, officer.deputy_for, *days)):
        return ""
    wrongs = (
        (officer.deputy_kind not in DEPUTY_KINDS, "Pilih Plh. atau Plt."),
        (not officer.deputy_for.strip(), "Tulis jabatan yang digantikan."),
        (not all(_is_day(day) for day in days), "Tulis tanggal mulai dan selesainya."),
        (days[1] < days[0], "Tanggal selesai lebih awal daripada tanggal mulai."),
    )
    return next((words for wrong, words in wrongs if wrong), "")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
