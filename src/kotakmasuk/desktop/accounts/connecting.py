"""Decides the way from a platform to a connected account.

The one rule: it holds no widget; the sign-in is drawn from the connector's own manifest.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.accounts.wording import say
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.wording import number
from kotakmasuk.services import accounts as service
from kotakmasuk.services import syncing


@dataclass(frozen=True)
class Asked:
    """One field of a sign-in."""

    name: str
    label: str
    hint: str
    secret: bool
    required: bool
    default: str


@dataclass(frozen=True)
class Offer:
    """One platform that can be connected, with its sign-in."""

    key: str
    name: str
    glyph: str
    quality: str
    introduction: str
    steps: tuple[str, ...]
    fields: tuple[Asked, ...]


class ConnectPresenter(QObject):
    """Tests, stores and reads for the first time; says how far it is."""

    connected = Signal(str)
    refused = Signal(object)
    progressed = Signal(int)
    finished = Signal(str, str)

    def __init__(self, workplace: Workplace) -> None:
        """Nothing is asked of the network before `connect_account`."""
        super().__init__()
        self._work = workplace
        self._stopped = threading.Event()
        self._arrived = 0
        self.running = False
        self.account: int | None = None
        workplace.lanes.changed.connect(self._take_changes)

    def offers(self) -> tuple[Offer, ...]:
        """List the platforms, as their manifests describe them."""
        return tuple(
            Offer(
                key=one.key,
                name=one.name,
                glyph=platform_of(one.platform).glyph,
                quality=one.quality,
                introduction=one.sign_in.introduction,
                steps=one.sign_in.steps,
                fields=tuple(
                    Asked(f.name, f.label, f.hint, f.secret, f.required, f.default)
                    for f in one.sign_in.fields
                ),
            )
            for one in service.offered(self._work.office)
        )

    def connect_account(
        self, offer: Offer, name: str, values: Mapping[str, str]
    ) -> None:
        """Ask the platform who this is, and store the account when it answers."""
        secret = {field.name for field in offer.fields if field.secret}
        attempt = self._stopped = threading.Event()
        self.running = True
        self._work.lanes.network(
            0,
            service.add,
            connector=offer.key,
            name=name.strip(),
            settings={k: v.strip() for k, v in values.items() if k not in secret},
            secrets={k: v for k, v in values.items() if k in secret},
            then=lambda changes: self._added(changes, attempt),
            failed=lambda error: self._fail(error, attempt),
        )

    def stop(self) -> None:
        """Wait no longer; what was read so far stays."""
        self._stopped.set()
        self.running = False

    def leave(self) -> None:
        """Forget the dialog; an account that was stored goes on being read."""
        if self.account is None:
            self.stop()
        self._work.lanes.changed.disconnect(self._take_changes)

    def _added(self, changes: Changes, attempt: threading.Event) -> None:
        account = next(iter(changes.accounts))
        known = service.get(self._work.lanes.reader, account)
        if attempt.is_set():
            # The platform answered after the officer had given up waiting.
            words = say("{name} telanjur tersambung. Lepaskan bila tidak jadi.")
            self._work.tell(words.format(name=known.name), None)
            return
        self.account = account
        self.connected.emit(known.handle or known.name)
        closing = self._work.lanes.is_closing
        self._work.lanes.network(
            account,
            syncing.sync,
            account,
            cancelled=lambda: attempt.is_set() or closing(),
            then=self._fetched,
            failed=lambda error: self._fail(error, attempt),
        )

    def _fetched(self, changes: Changes) -> None:
        self.running = False
        every = service.overview(self._work.lanes.reader)
        problem = next(
            (
                f"{health.problem} {health.remedy}".strip()
                for health in every
                if health.account.id == self.account
            ),
            "",
        )
        words = say("{n} pesan tersimpan.").format(n=number(changes.arrived))
        self.finished.emit(words, problem)

    def _fail(self, error: object, attempt: threading.Event) -> None:
        if not attempt.is_set():
            self.running = False
            self.refused.emit(error)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if self.running and self.account in changes.accounts:
            self._arrived += changes.arrived
            self.progressed.emit(self._arrived)


def wrong_values(offer: Offer, values: Mapping[str, str]) -> dict[str, str]:
    """Say of each field what is wrong with it; empty when all is there."""
    words = say("{label} belum diisi.")
    return {
        field.name: words.format(label=field.label)
        for field in offer.fields
        if field.required and not values.get(field.name, "").strip()
    }
