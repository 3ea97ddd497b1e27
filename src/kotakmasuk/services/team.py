"""Who works here, who sits at the desk, and what each of them may do.

The one rule: a role above petugas comes from a signer alone and is judged again at each
act, because a key may have been replaced and a deputy's days may be over.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import (
    PROVED,
    Officer,
    OfficerKey,
    Role,
    Seat,
    Signer,
    is_plain,
    may_approve,
    role_on,
    stands_in,
    wrong_team,
)
from kotakmasuk.domain.weeks import local
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import journal, settings
from kotakmasuk.store import team as store
from kotakmasuk.store.database import Connection
from kotakmasuk.system import signing


KEPT = "Tidak ada yang diubah."
WHERE = "di pojok kiri bawah"


@dataclass(frozen=True)
class Person:
    """Somebody of the team as today makes them.

    `role` is what a passphrase would earn, `acting` a deputy's post, and `ready` says
    whether there is a passphrase at all.
    """

    officer: Officer
    role: Role
    acting: str
    ready: bool


def members(reader: Connection) -> list[Officer]:
    """List the team in the order in which it was written down."""
    return list(settings.load(reader).officers)


def people(reader: Connection, office: Office) -> list[Person]:
    """List the team with what each may be today."""
    day, holders = today(reader, office), store.holders(reader)
    return [
        Person(one, role_on(one, day), stands_in(one, day), one.name in holders)
        for one in members(reader)
    ]


def today(reader: Connection, office: Office) -> str:
    """Tell the day where the agency works, as an ISO date."""
    zone = settings.load(reader).zone
    return local(office.now(), zone).date().isoformat()


def approvers(reader: Connection, day: str) -> list[Officer]:
    """List who may approve on a day (ISO date), deputies among them."""
    return [one for one in members(reader) if role_on(one, day) in PROVED]


def ready(reader: Connection, officer: str) -> bool:
    """Whether somebody has a passphrase."""
    return store.key_in_force(reader, officer) is not None


def seat_of(
    reader: Connection, office: Office, officer: str, signer: Signer | None = None
) -> Seat:
    """Say as what somebody sits; a role above petugas counts with its signer alone."""
    known = member(reader, officer)
    if known is None:
        return Seat(officer)
    day = today(reader, office)
    role = role_on(known, day)
    if role in PROVED and signer is None:
        return Seat(officer)
    return Seat(officer, role, stands_in(known, day) if signer else "", signer)


def renewed(reader: Connection, office: Office, seat: Seat) -> Seat:
    """Give a seat as it counts now: a replaced key or an ended deputyship proves nothing."""
    key = store.key_in_force(reader, seat.officer)
    holds = seat.signer and key and key.public_key == seat.signer.public_key
    return seat_of(reader, office, seat.officer, seat.signer if holds else None)


def sit(desk: Desk, seat: Seat) -> Changes:
    """Remember who sat down, for the next start; the role is never kept."""
    with desk.atomic(by_machine=True):
        settings.save(desk.database, {"officer": seat.officer})
        _journal(
            desk,
            "team.seat",
            {"officer": seat.officer, "role": seat.role, "acting": seat.acting},
        )
    return Changes(settings=True)


def require_approver(desk: Desk) -> Seat:
    """Give the seat when it may decide about others' words now; raises KnownError."""
    seat = desk.seat()
    if not is_proved_now(desk, seat):
        raise KnownError(
            "Hanya penyetuju yang sudah membuktikan perannya yang dapat memutuskan.",
            KEPT,
            f"Buktikan peran {WHERE}, atau minta penyetuju.",
        )
    return seat


def may_change(reader: Connection, office: Office, seat: Seat) -> bool:
    """Whether this seat may change roles, titles, deputies and passphrases."""
    guards = _guards(reader)
    proved = may_approve(renewed(reader, office, seat))
    return not guards or (seat.officer in guards and proved)


def require_admin(desk: Desk) -> None:
    """Raise KnownError unless an admin sits here, or nobody has been set up yet."""
    reader = desk.database.conn
    if not may_change(reader, desk.office, desk.seat()):
        guards = _guards(reader)
        raise KnownError(
            "Perubahan ini hanya dapat dilakukan admin.",
            KEPT,
            f"Buktikan peran {WHERE}, atau minta {' atau '.join(guards)}.",
        )


def _guards(reader: Connection) -> list[str]:
    """Name who guards the team: admins with a passphrase, else such approvers."""
    holders = store.holders(reader)
    able = [one for one in members(reader) if one.name in holders]
    for role in (Role.ADMIN, Role.APPROVER):
        found = [one.name for one in able if one.role is role]
        if found:
            return found
    return []


def is_proved_now(desk: Desk, seat: Seat) -> bool:
    """Whether a role above petugas was proved and still counts today."""
    if not may_approve(seat):
        return False
    return may_approve(renewed(desk.database.conn, desk.office, seat))


def save_members(desk: Desk, officers: Sequence[Officer]) -> Changes:
    """Write the team down; raises KnownError where an admin is asked for.

    Whoever leaves loses the passphrase; what they signed stays verifiable.
    """
    demand_change(desk, officers)
    before = members(desk.database.conn)
    left = {one.name for one in before} - {one.name for one in officers}
    after = [asdict(one) for one in officers]
    with desk.atomic():
        settings.save(desk.database, {"officers": after})
        for name in left:
            store.retire_key(desk.database, name, at=desk.office.now())
        _journal(
            desk,
            "team.change",
            {"before": [asdict(one) for one in before], "after": after},
        )
    return Changes(settings=True)


def demand_change(desk: Desk, officers: Sequence[Officer]) -> None:
    """Raise KnownError when the team may not become so by who sits here."""
    reader = desk.database.conn
    wrong = wrong_team(officers)
    if wrong:
        raise KnownError(wrong, KEPT)
    before, holders = members(reader), store.holders(reader)
    names = {one.name for one in officers}
    leaving = {one.name for one in before if one.name in holders} - names
    if leaving or _raised(before) != _raised(officers):
        require_admin(desk)
    admins = {one.name for one in before if one.role is Role.ADMIN} & holders
    if admins and not admins & {one.name for one in officers if one.role is Role.ADMIN}:
        raise KnownError(
            "Harus tetap ada admin yang punya kata sandi.",
            KEPT,
            "Jadikan orang lain admin dan atur kata sandinya dahulu.",
        )


def _raised(officers: Sequence[Officer]) -> set[Officer]:
    return {one for one in officers if not is_plain(one)}


def keys(reader: Connection, officer: str) -> list[OfficerKey]:
    """List a person's keys, the newest first, replaced ones with their period."""
    return store.keys(reader, officer)


def sign(seat: Seat, message: bytes) -> bytes:
    """Sign as who sits here; raises KnownError when the role was not proved."""
    if seat.signer is None:
        raise KnownError(
            f"{seat.officer} belum membuktikan perannya.",
            KEPT,
            f"Buktikan peran {WHERE}.",
        )
    return seat.signer.sign(message)


def is_signed_by(
    reader: Connection,
    officer: str,
    message: bytes,
    signature: bytes,
    *,
    at: int | None = None,
) -> bool:
    """Whether somebody signed this; with `at` (UTC ms) only that moment's key counts."""
    return any(
        signing.verify(key.public_key, message, signature)
        for key in store.keys(reader, officer)
        if at is None or key.counted_at(at)
    )


def unjournaled_keys(reader: Connection) -> list[str]:
    """Name each public key (hex) of which the journal knows nothing."""
    return store.unjournaled(reader)


def member(reader: Connection, officer: str) -> Officer | None:
    """Find somebody by the name; None for who is not in the team."""
    return next((one for one in members(reader) if one.name == officer), None)


def _journal(desk: Desk, kind: str, payload: dict[str, object]) -> None:
    journal.append(desk.database, desk.stamp(), kind, subject="team", payload=payload)
