"""A workplace with a real encrypted file in a folder of the test's own.

Rule: it stands on the same desk as the tests of the services; here is only what the
window adds: lanes that answer at once, the theme, and what was told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.desktop.theme import load
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import settings
from kotakmasuk.services.desk import Chair, Desk, Office
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from tests.helpers.desks import (
    KEY,
    NOW,
    OFFICER,
    ROOT,
    Clock,
    counting,
    make_office,
    make_place,
    migrated,
)
from tests.helpers.lanes import ImmediateLanes
from tests.helpers.platforms import Platform


__all__ = ["KEY", "NOW", "OFFICER", "ROOT"]


@dataclass
class Told:
    """What a screen asked of the window: toasts, and pages to be shown."""

    toasts: list[tuple[str, str | None]] = field(default_factory=list)
    pages: list[tuple[str, Any]] = field(default_factory=list)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)


def open_desk(folder: Path, office: Office) -> Desk:
    """Sit down at the file in a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FILE_NAME).exists():
        (folder / FILE_NAME).write_bytes(migrated())
    return Desk(
        database=open_writer(folder / FILE_NAME, KEY),
        office=office,
        device="meja-1",
        seat=lambda: Seat(OFFICER),
        entropy=counting(),
    )


def make_workplace(
    lanes: Lanes, office: Office, told: Told, *, scheme: Any = "light"
) -> Workplace:
    """Join lanes, office and the calls that `told` remembers."""
    return Workplace(
        lanes=lanes,
        theme=load(office.resources, scheme),
        office=office,
        settings=lambda: settings.load(lanes.reader),
        chair=Chair(Seat(OFFICER)),
        go=lambda page, what: told.pages.append((page, what)),
        tell=lambda words, undo: told.toasts.append((words, undo)),
    )


@dataclass
class Place:
    """A workplace whose lanes answer at once, with what was told and the desk."""

    work: Workplace
    told: Told
    desk: Desk
    platform: Platform = field(default_factory=Platform)

    def close(self) -> None:
        """Close both connections."""
        self.work.lanes.reader.close()
        self.desk.database.close()


def immediate_place(folder: Path, connectors: Mapping[str, Any] | None = None) -> Place:
    """Build a workplace over a new file, with lanes that answer at once."""
    told = Told()
    office = make_office(folder, Clock(), told.tokens, connectors or {})
    desk = open_desk(folder, office)
    lanes = ImmediateLanes(desk, open_reader(folder / FILE_NAME, KEY))
    return Place(make_workplace(lanes, office, told), told, desk)


def scripted_place(folder: Path) -> Place:
    """Build the same with the real connectors, and a platform out of a script."""
    there = make_place(folder)
    told = Told(tokens=there.tokens)
    lanes = ImmediateLanes(there.desk, there.reader)
    work = make_workplace(lanes, there.office, told)
    return Place(work, told, there.desk, there.platform)
