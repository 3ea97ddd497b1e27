"""Reading and changing what the agency and its officers have set."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from zoneinfo import available_timezones

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import Settings
from kotakmasuk.services import team
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import journal as store_journal
from kotakmasuk.store import settings as store
from kotakmasuk.store.database import Connection


def load(reader: Connection) -> Settings:
    """Read all settings."""
    return store.load(reader)


def save(desk: Desk, **changes: Any) -> Changes:
    """Change settings by name.

    Raises KnownError for a value that makes no sense, TypeError for an unknown name.
    """
    before = asdict(store.load(desk.database.conn))
    unknown = set(changes) - set(before)
    if unknown:
        message = f"no such setting: {', '.join(sorted(unknown))}"
        raise TypeError(message)
    _refuse_bad(changes)
    _demand_right(desk, changes)
    if "officers" in changes:
        changes["officers"] = [asdict(one) for one in changes["officers"]]
    with desk.atomic(by_machine=set(changes) <= LOOKS):
        store.save(desk.database, changes)
        store_journal.append(
            desk.database,
            desk.stamp(),
            "settings.change",
            subject="settings",
            payload={name: [before[name], changes[name]] for name in changes},
        )
    return Changes(settings=True)


def _demand_right(desk: Desk, changes: Mapping[str, Any]) -> None:
    """What weakens the gate is an admin's to change, once there is one."""
    if "officers" in changes:
        team.demand_change(desk, changes["officers"])
    if ADMINS & set(changes):
        team.require_admin(desk)


def _refuse_bad(changes: Mapping[str, Any]) -> None:
    if "zone" in changes and changes["zone"] not in available_timezones():
        raise KnownError(
            f"Zona waktu “{changes['zone']}” tidak dikenal.",
            "Setelan lama tetap berlaku.",
            "Contoh: Asia/Jakarta, Asia/Makassar, Asia/Jayapura.",
        )
    for name, (least, most, words) in BETWEEN.items():
        if name in changes and not least <= changes[name] <= most:
            raise KnownError(
                f"{words} harus antara {least} dan {most}.",
                "Setelan lama tetap berlaku.",
                "Tulis angka lain.",
            )


# Who only watches may still choose how large the letters are.
LOOKS = frozenset({"theme", "density", "text_size", "single_letters"})
ADMINS = frozenset({"approval_outside_app"})
BETWEEN = {
    "undo_seconds": (0, 300, "Waktu urung (detik)"),
    "target_minutes": (1, 10_000, "Target jawaban (menit kerja)"),
    "due_soon_minutes": (1, 10_000, "Segera jatuh tempo (menit)"),
    "text_size": (75, 250, "Ukuran huruf (persen)"),
}
