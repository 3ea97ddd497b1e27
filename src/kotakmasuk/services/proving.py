"""Proving a role by a passphrase, and giving somebody a new one.

The one rule: a try is counted before it is made, so that killing the program gives none
away, and what was counted survives every restart.
"""

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import FREE_TRIES, Seat, Signer, delay_after
from kotakmasuk.domain.weeks import local
from kotakmasuk.domain.wording import zone_word
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.team import (
    KEPT,
    is_proved_now,
    member,
    require_admin,
    seat_of,
)
from kotakmasuk.store import journal, settings
from kotakmasuk.store import team as store
from kotakmasuk.system import keys as passphrases
from kotakmasuk.system import signing


MINUTE = 60  # seconds


class ProofRefusedError(KnownError):
    """A passphrase that was not taken; `not_before` (UTC ms) is when to try again."""

    def __init__(self, message: str, remedy: str, *, not_before: int) -> None:
        super().__init__(message, "", remedy)
        self.not_before = not_before


def prove(desk: Desk, officer: str, passphrase: str) -> Seat:
    """Give the seat that a passphrase earns; takes about half a second.

    Raises ProofRefusedError with the time of the next try, KnownError without a key.
    """
    key = store.key_in_force(desk.database.conn, officer)
    if key is None:
        raise KnownError(
            f"{officer} belum punya kata sandi.",
            "",
            "Minta admin mengaturnya di Atur, bagian Petugas.",
        )
    now = desk.office.now()
    if now < key.not_before:
        raise ProofRefusedError(
            "Kata sandi sudah beberapa kali salah.",
            _later(desk, key.not_before),
            not_before=key.not_before,
        )
    failures = key.failures + 1
    until = now + delay_after(failures)
    with desk.atomic(by_machine=True):
        store.note_failures(desk.database, officer, failures, not_before=until)
    signer = signing.derive(passphrase, key.salt)
    if signer.public_key != key.public_key:
        raise _refused(desk, officer, failures, until)
    with desk.atomic(by_machine=True):
        store.note_failures(desk.database, officer, 0, not_before=0)
        _journal(desk, "team.proved", {"officer": officer})
    return seat_of(desk.database.conn, desk.office, officer, signer)


def _refused(desk: Desk, officer: str, failures: int, until: int) -> KnownError:
    with desk.atomic(by_machine=True):
        _journal(desk, "team.refused", {"officer": officer, "failures": failures})
    left = FREE_TRIES - failures
    remedy = f"Periksa huruf besar-kecil; masih ada {left} percobaan tanpa menunggu."
    return ProofRefusedError(
        f"Kata sandi {officer} tidak cocok.",
        remedy if left > 0 else _later(desk, until),
        not_before=until,
    )


def _later(desk: Desk, until: int) -> str:
    zone = settings.load(desk.database.conn).zone
    seconds = max(until - desk.office.now() + 999, 1000) // 1000
    span = f"{seconds} detik" if seconds < MINUTE else f"{-(-seconds // 60)} menit"
    return f"Coba lagi pukul {local(until, zone):%H.%M.%S} {zone_word(zone)} ({span} lagi)."


def set_passphrase(desk: Desk, officer: str, passphrase: str) -> Changes:
    """Give somebody a new key; what was signed with the old one stays verifiable.

    An admin may do it, or whose key it is; anybody while nobody is set up yet. Raises
    KnownError for a short passphrase and for who is not in the team.
    """
    enrol(desk, officer, passphrase)
    return Changes(settings=True)


def enrol(desk: Desk, officer: str, passphrase: str) -> Seat:
    """Do the same, and give the seat that it earns, so that nobody types it twice.

    Until the role is given it is a plain one; `team.renewed` gives it as it counts then.
    """
    desk.demand_right()
    reader = desk.database.conn
    passphrases.demand_long(passphrase)
    if member(reader, officer) is None:
        raise KnownError(f"{officer} tidak ada di daftar petugas.", KEPT)
    seat = desk.seat()
    if seat.officer != officer or not is_proved_now(desk, seat):
        require_admin(desk)
    signer = _give_key(desk, officer, passphrase)
    return seat_of(reader, desk.office, officer, signer)


def recover(desk: Desk, officer: str, words: str, passphrase: str) -> Changes:
    """Give somebody a new key by the inbox's recovery words, where no admin is left.

    Raises KnownError for other words, a short passphrase, and who is not in the team.
    """
    passphrases.demand_long(passphrase)
    if member(desk.database.conn, officer) is None:
        raise KnownError(f"{officer} tidak ada di daftar petugas.", KEPT)
    if not passphrases.is_recovery(passphrases.load(desk.office.folder), words):
        raise KnownError(
            "Kata pemulihan tidak cocok.", KEPT, "Periksa urutan dan ejaannya."
        )
    _give_key(desk, officer, passphrase)
    return Changes(settings=True)


def _give_key(desk: Desk, officer: str, passphrase: str) -> Signer:
    salt = desk.entropy(signing.SALT_BYTES)
    signer = signing.derive(passphrase, salt)
    public = signer.public_key
    with desk.atomic():
        at = desk.office.now()
        store.replace_key(desk.database, officer, salt=salt, public_key=public, at=at)
        _journal(desk, "team.key", {"officer": officer, "public_key": public.hex()})
    return signer


def _journal(desk: Desk, kind: str, payload: dict[str, object]) -> None:
    journal.append(desk.database, desk.stamp(), kind, subject="team", payload=payload)
