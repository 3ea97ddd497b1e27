"""When a scheduled answer may leave: times at which somebody is at the office."""

from kotakmasuk.domain import snooze
from kotakmasuk.domain.calendar import is_open
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services.desk import Office
from kotakmasuk.store import settings
from kotakmasuk.store.database import Connection


MINUTE = 60_000
LATEST = 366 * 24 * 60 * MINUTE


def office_times(reader: Connection, office: Office) -> list[tuple[str, int]]:
    """Offer (words, UTC ms), the soonest first, each within office hours."""
    calendar = office.calendar(settings.load(reader).zone)
    return snooze.choices(calendar, office.now())


def is_office_time(reader: Connection, office: Office, at: int) -> bool:
    """Whether the office is open at an instant (UTC ms)."""
    return is_open(office.calendar(settings.load(reader).zone), at)


def refuse_time(office: Office, at: int) -> None:
    """Raise KnownError for a time that is over, or more than a year away."""
    if not office.now() < at <= office.now() + LATEST:
        raise KnownError(
            "Waktu kirim harus di masa depan, paling lama setahun lagi.",
            "Draf tetap ada dan belum dijadwalkan.",
            "Pilih waktu lain.",
        )
