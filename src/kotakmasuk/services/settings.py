"""Reading and changing what the agency and its officers have set."""

from dataclasses import asdict
from typing import Any

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.settings import Settings
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import journal as store_journal
from kotakmasuk.store import settings as store
from kotakmasuk.store.database import Connection


def load(reader: Connection) -> Settings:
    """Read all settings."""
    return store.load(reader)


def save(desk: Desk, **changes: Any) -> Changes:
    """Change settings by name; raises TypeError for a name that does not exist."""
    before = asdict(store.load(desk.database.conn))
    unknown = set(changes) - set(before)
    if unknown:
        message = f"no such setting: {', '.join(sorted(unknown))}"
        raise TypeError(message)
    if "officers" in changes:
        changes["officers"] = [asdict(one) for one in changes["officers"]]
    with desk.atomic():
        store.save(desk.database, changes)
        store_journal.append(
            desk.database,
            desk.stamp(),
            "settings.change",
            subject="settings",
            payload={name: [before[name], changes[name]] for name in changes},
        )
    return Changes(settings=True)
