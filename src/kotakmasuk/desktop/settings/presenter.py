"""Decides whether a setting is right and saves it at once, one by its name.

The one rule: it holds no widget; what is wrong is never saved and never lost.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.settings.judging import say, wrong_value
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.wording import number
from kotakmasuk.services import accounts, journal
from kotakmasuk.services import settings as service


LOOKS = ("theme", "density", "text_size")
MOST_NAMED = 5


class SettingsPresenter(QObject):
    """Emits what was saved, what was wrong with a field, and what a check found."""

    loaded = Signal(object)
    saved = Signal(str)
    judged = Signal(str, str)
    refused = Signal(object)
    looked_different = Signal(object)
    verified = Signal(bool, str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self.settings = Settings()
        workplace.lanes.changed.connect(self._take_changes)

    def load(self) -> None:
        """Read all settings."""
        self.settings = service.load(self._work.lanes.reader)
        self.loaded.emit(self.settings)

    def change(self, name: str, value: Any) -> None:
        """Judge one setting and save it, unless it is as before."""
        kept = value.strip() if isinstance(value, str) else value
        wrong = wrong_value(name, kept)
        self.judged.emit(name, wrong)
        if wrong or kept == getattr(self.settings, name):
            return
        self._save(name, **{name: kept})

    def greet(self, platform: str, words: str) -> None:
        """Greet the citizens of one platform in another way; empty is as everywhere."""
        greetings = {**self.settings.greetings, platform: words.strip()}
        self.change("greetings", {key: one for key, one in greetings.items() if one})

    def platforms(self) -> list[str]:
        """The platforms on which the agency has an account, by their names."""
        every = accounts.overview(self._work.lanes.reader)
        found = {one.account.platform for one in every}
        return sorted(found, key=lambda key: platform_of(key).name)

    def verify(self) -> None:
        """Check the whole file on the reading lane, and tell what was found."""
        self._work.lanes.read(
            journal.verify, then=self._verified, failed=self.refused.emit
        )

    def folder(self) -> str:
        """Where the data lies."""
        return str(self._work.office.folder)

    def _save(self, told: str, **changes: Any) -> None:
        self.settings = replace(self.settings, **changes)
        if told in LOOKS:
            self.looked_different.emit(self.settings)
        self._work.lanes.write(
            service.save,
            then=self._teller(told),
            failed=self._refuse,
            initiator=self,
            **changes,
        )

    def _teller(self, name: str) -> Callable[[Changes], None]:
        return lambda _: self.saved.emit(name)

    def _refuse(self, error: KnownError) -> None:
        self.load()
        self.refused.emit(error)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.load()

    def _verified(self, report: journal.VerifyReport) -> None:
        if report.whole:
            words = say("{n} catatan jurnal, rantai, acuan, dan hitungan cocok.")
            strong, said = say("Jurnal utuh."), words.format(n=number(report.rows))
        else:
            strong, said = say("Ada yang tidak cocok."), "; ".join(findings(report))
        self.verified.emit(report.whole, strong, said)


def findings(report: journal.VerifyReport) -> list[str]:
    """What a check found wrong, each kind in words with its number."""
    kinds = (
        (say("{n} catatan jurnal diubah"), report.chain),
        (say("{n} acuan terputus"), report.references),
        (say("{n} hitungan tidak cocok"), report.counters),
        (say("{n} kiriman tanpa catatan jurnal"), report.unjournaled),
        (say("{n} halaman berkas rusak"), report.pages),
    )
    return [
        f"{words.format(n=number(len(found)))}: {', '.join(found[:MOST_NAMED])}"
        for words, found in kinds
        if found
    ]
