"""Decides what the page Kanal says of each account, and what an officer does with it.

The one rule: it holds no widget; what takes long runs on the account's own lane.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.accounts.wording import (
    ATTENTION,
    Condition,
    complete_words,
    condition,
    condition_words,
    next_words,
    say,
    sending_words,
    why_words,
)
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import AccountState, Health, platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.wording import number
from kotakmasuk.services import accounts as service
from kotakmasuk.services import syncing


@dataclass(frozen=True)
class AccountRow:
    """One account as the table draws and says it."""

    id: int
    glyph: str
    name: str
    below: str
    condition: Condition
    condition_words: str
    complete: str
    next_check: str
    why: str
    conversations: str
    sentence: str


@dataclass(frozen=True)
class Problem:
    """What stands in a card below the table; `action` is sign_in or fetch."""

    account: int
    condition: Condition
    title: str
    text: str
    action: str
    action_words: str


class AccountsPresenter(QObject):
    """Emits the rows and the problems whenever they may have changed."""

    listed = Signal(object, object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `load` begins."""
        super().__init__()
        self._work = workplace
        self._busy: dict[int, int] = {}
        self.health: dict[int, Health] = {}
        workplace.lanes.changed.connect(self._take_changes)

    def load(self) -> None:
        """Read how all accounts stand."""
        every = service.overview(self._work.lanes.reader)
        self.health = {health.account.id: health for health in every}
        moment = Moment(self._work.office.now(), self._work.settings().zone)
        rows = [self._row(health, moment) for health in every]
        problems = [
            self._problem(health, row, sending_words(health, moment))
            for health, row in zip(every, rows, strict=True)
            if row.condition in ("auth", "quota") or health.problem
        ]
        self.listed.emit(rows, problems)

    def fetch(self, account: int) -> None:
        """Read one account now; the table shows it while it runs."""
        if account in self._busy or not self.can_fetch(account):
            return
        self._busy[account] = 0
        self.load()
        self._work.lanes.network(
            account,
            syncing.sync,
            account,
            cancelled=self._work.lanes.is_closing,
            then=lambda found: self._fetched(account, found),
            failed=lambda error: self._failed(account, error),
        )

    def fetch_all(self) -> None:
        """Read every account that is read by machine."""
        for account in self.health:
            self.fetch(account)

    def can_fetch(self, account: int) -> bool:
        """Tell whether an account is read by machine at all."""
        known = self.health.get(account)
        if known is None or known.manual:
            return False
        return known.account.state is not AccountState.PAUSED

    def pause(self, account: int, *, paused: bool) -> None:
        """Stop reading and sending, or go on."""
        words = say("{name} dijeda.") if paused else say("{name} dilanjutkan.")
        self._write(account, words, service.pause, paused=paused)

    def remove(self, account: int) -> None:
        """Let an account go; its messages stay."""
        words = say("{name} dilepaskan. Pesannya tetap tersimpan.")
        self._write(account, words, service.remove)

    def test(self, account: int) -> None:
        """Ask the platform who this account is, and tell the answer."""
        name = self.name(account)
        words = say("{name} tersambung sebagai {handle}.")
        self._work.lanes.network(
            account,
            service.test,
            account,
            then=lambda handle: self._work.tell(
                words.format(name=name, handle=handle), None
            ),
            failed=self.refused.emit,
        )

    def sign_in(self, account: int, values: Mapping[str, str]) -> None:
        """Store new tokens, then read what came meanwhile."""
        for name, value in values.items():
            self._work.lanes.write(
                service.set_token,
                account,
                name,
                value,
                then=lambda _: self._signed_in(account),
                failed=self.refused.emit,
            )

    def asked_for(self, account: int) -> list[tuple[str, str, str]]:
        """List the secrets a new sign-in asks for: name, label, hint."""
        key = self.health[account].account.connector
        found = self._work.office.connectors.get(key)
        fields = found.manifest.sign_in.fields if found else ()
        return [(one.name, one.label, one.hint) for one in fields if one.secret]

    def name(self, account: int) -> str:
        """What an account is called on the screen."""
        known = self.health.get(account)
        return known.account.name or known.account.handle if known else ""

    def _signed_in(self, account: int) -> None:
        self.load()
        self.fetch(account)

    def _write(
        self, account: int, words: str, what: Callable[..., Changes], **named: Any
    ) -> None:
        said = words.format(name=self.name(account))
        self._work.lanes.write(
            what,
            account,
            then=lambda _: self._work.tell(said, None),
            failed=self.refused.emit,
            initiator=self,
            **named,
        )

    def _fetched(self, account: int, found: Changes) -> None:
        self._busy.pop(account, None)
        self.load()
        known = self.health.get(account)
        if known is None or known.problem:
            return
        words = say("{name}: {n} pesan baru.")
        said = words.format(name=self.name(account), n=number(found.arrived))
        none = say("{name}: tidak ada pesan baru.").format(name=self.name(account))
        self._work.tell(said if found.arrived else none, None)

    def _failed(self, account: int, error: KnownError) -> None:
        self._busy.pop(account, None)
        self.load()
        self.refused.emit(error)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        for account in changes.accounts & self._busy.keys():
            self._busy[account] += changes.arrived
        if changes.accounts or changes.settings:
            self.load()

    def _row(self, health: Health, moment: Moment) -> AccountRow:
        account = health.account
        platform = platform_of(account.platform)
        kind: Condition = condition(health, moment.now)
        words = condition_words(health, kind, moment.now)
        if account.id in self._busy:
            kind, words = "fetching", self._busy_words(account.id)
        name = account.name or account.handle
        handle = account.handle if account.handle not in ("", name) else ""
        complete = complete_words(health, moment)
        below = f"{platform.name} · {handle}" if handle else platform.name
        return AccountRow(
            id=account.id,
            glyph=platform.glyph,
            name=name,
            below=below,
            condition=kind,
            condition_words=words,
            complete=complete,
            next_check=next_words(health, kind, moment),
            why=why_words(health, kind, self._poll_seconds(account.connector)),
            conversations=number(health.messages),
            sentence=f"{platform.name}, {name}. {words}. {complete}.",
        )

    def _busy_words(self, account: int) -> str:
        arrived = self._busy[account]
        if not arrived:
            return say("Sedang mengambil")
        return say("Sedang mengambil, {n} pesan").format(n=number(arrived))

    def _problem(self, health: Health, row: AccountRow, sending: str) -> Problem:
        sign_in = row.condition == "auth"
        standard = say("Izin akun ini habis atau dicabut.") if sign_in else ""
        kept = say("Riwayat tetap tersimpan.") if sign_in else ""
        remedy = health.remedy or ""
        parts = (health.problem or standard, kept, remedy, sending)
        title = say("{name}: {state}")
        state = row.condition_words[:1].lower() + row.condition_words[1:]
        return Problem(
            account=row.id,
            condition=row.condition,
            title=title.format(name=row.name, state=state),
            text=" ".join(part for part in parts if part),
            action="sign_in" if sign_in else "fetch",
            action_words=say("Masuk lagi") if sign_in else say("Ambil sekarang"),
        )

    def _poll_seconds(self, connector: str) -> int:
        found = self._work.office.connectors.get(connector)
        return found.manifest.poll_seconds if found else 0


def summary_words(rows: list[AccountRow]) -> str:
    """The line beside the title: how many, and how many need somebody."""
    troubled = sum(row.condition in ATTENTION for row in rows)
    words = say("{n} akun").format(n=number(len(rows)))
    if not troubled:
        return words
    return say("{all}, {n} perlu perhatian").format(all=words, n=number(troubled))
