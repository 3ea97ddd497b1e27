"""People who have proved their role, for tests that decide about others' words.

Rule: the key is a real one; only the slow way from the passphrase to it is not gone
twice for the same salt.
"""

from dataclasses import asdict
from functools import cache
from typing import Protocol

from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import team
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import journal, settings
from kotakmasuk.store import team as store
from kotakmasuk.system import signing


PASSPHRASE = "kata sandi penyetuju"  # noqa: S105 -- of nobody
APPROVER = "Hendra Wijaya"

derived = cache(signing.derive)


class Seated(Protocol):
    """A place of the services, or one of the window."""

    desk: Desk


def write_down(place: Seated, *officers: Officer) -> None:
    """Put people into the team without asking who may; the rights have their tests."""
    names = {one.name for one in officers}
    others = [
        one for one in team.members(place.desk.database.conn) if one.name not in names
    ]
    listed = [asdict(one) for one in (*others, *officers)]
    settings.save(place.desk.database, {"officers": listed})


def give_key(
    place: Seated, name: str, passphrase: str = PASSPHRASE
) -> signing.KeySigner:
    """Give somebody a passphrase, as an admin would have; gives the signer."""
    desk = place.desk
    salt = name.encode().ljust(signing.SALT_BYTES)[: signing.SALT_BYTES]
    signer = derived(passphrase, salt)
    public = signer.public_key
    with desk.atomic():
        at = desk.office.now()
        store.replace_key(desk.database, name, salt=salt, public_key=public, at=at)
        told = {"officer": name, "public_key": public.hex()}
        stamp = desk.stamp()
        journal.append(desk.database, stamp, "team.key", subject="team", payload=told)
    return signer


def set_up(
    place: Seated, name: str = APPROVER, role: Role = Role.APPROVER, **deputy: str
) -> Seat:
    """Put somebody into the team with a passphrase; gives the proved seat."""
    write_down(place, Officer(name, name[:2].upper(), role, **deputy))
    desk, signer = place.desk, give_key(place, name)
    return team.seat_of(desk.database.conn, desk.office, name, signer)
