"""A workplace with a real encrypted file in a folder of the test's own.

Rule: everything that is loaded once stands still here, `now` too; a test that needs
another platform gives its own connectors.
"""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.desktop.theme import load
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import Account
from kotakmasuk.services import settings
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from tests.helpers.lanes import ImmediateLanes


ROOT = Path(__file__).parents[2]
NOW = 1_763_535_600_000  # Wednesday, 19 November 2025, 14.00 in Jakarta
KEY = bytes(range(32))
OFFICER = "Sari Rahmawati"


@dataclass
class Told:
    """What a screen asked of the window: toasts, and pages to be shown."""

    toasts: list[tuple[str, str | None]] = field(default_factory=list)
    pages: list[tuple[str, Any]] = field(default_factory=list)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)


def make_office(
    folder: Path, told: Told, connectors: Mapping[str, Any] | None = None
) -> Office:
    """What is loaded once; tokens lie in `told`."""

    def forget(uid: str) -> None:
        for key in [key for key in told.tokens if key[0] == uid]:
            del told.tokens[key]

    def save(uid: str, name: str, value: str) -> None:
        told.tokens[uid, name] = value

    def access(account: Account) -> Access:
        return Access(
            account=account.uid,
            remote_id=account.remote_id,
            handle=account.handle,
            settings=account.settings,
            http=None,  # type: ignore[arg-type]
            read_token=lambda name: told.tokens.get((account.uid, name)),
            save_token=lambda name, value: save(account.uid, name, value),
            now=lambda: NOW,
        )

    unused: Any = None
    return Office(
        resources=ROOT / "resources",
        folder=folder,
        rules=(),
        starters=(),
        calendar=unused,
        words=unused,
        fold=unused,
        mark=unused,
        connectors=connectors or {},
        access=access,
        read_token=lambda uid, name: told.tokens.get((uid, name)),
        save_token=save,
        forget_tokens=forget,
        now=lambda: NOW,
    )


def counting() -> Callable[[int], bytes]:
    """Give bytes that are never the same twice and the same in every run."""
    numbers = itertools.count(1)
    return lambda size: next(numbers).to_bytes(size, "big")


def open_desk(folder: Path, office: Office) -> Desk:
    """Sit down at the file in a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return Desk(
        database=open_writer(folder / FILE_NAME, KEY),
        office=office,
        device="meja-1",
        officer=lambda: OFFICER,
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
        officer=lambda: OFFICER,
        go=lambda page, what: told.pages.append((page, what)),
        tell=lambda words, undo: told.toasts.append((words, undo)),
    )


@dataclass
class Place:
    """A workplace whose lanes answer at once, with what was told and the desk."""

    work: Workplace
    told: Told
    desk: Desk

    def close(self) -> None:
        """Close both connections."""
        self.work.lanes.reader.close()
        self.desk.database.close()


def immediate_place(folder: Path, connectors: Mapping[str, Any] | None = None) -> Place:
    """Build a workplace over a new file, with lanes that answer at once."""
    told = Told()
    office = make_office(folder, told, connectors)
    desk = open_desk(folder, office)
    lanes = ImmediateLanes(desk, open_reader(folder / FILE_NAME, KEY))
    return Place(make_workplace(lanes, office, told), told, desk)
