"""Decides whether a setting is right and saves it at once, one by its name.

The one rule: it holds no widget; what is wrong is never saved and never lost.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.settings.judging import say, wrong_value
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import Settings, initials
from kotakmasuk.domain.team import Officer
from kotakmasuk.domain.wording import number
from kotakmasuk.services import journal
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

    def add_officer(self, name: str) -> bool:
        """Add an officer; the first one sits at the desk."""
        plain = " ".join(name.split())
        wrong = self._wrong_officer(plain)
        self.judged.emit("officers", wrong)
        if wrong:
            return False
        known = self.settings.officers
        officer = Officer(plain, self._letters(plain))
        sits = {} if self.settings.officer else {"officer": plain}
        self._save("officers", officers=(*known, officer), **sits)
        return True

    def remove_officer(self, name: str) -> None:
        """Take an officer off the list; what they did stays in the journal."""
        left = tuple(one for one in self.settings.officers if one.name != name)
        sits = {}
        if self.settings.officer == name:
            sits = {"officer": left[0].name if left else ""}
        self._save("officers", officers=left, **sits)

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

    def _wrong_officer(self, name: str) -> str:
        if not name:
            return say("Tulis nama petugas, misalnya Sari Rahmawati.")
        if any(
            one.name.casefold() == name.casefold() for one in self.settings.officers
        ):
            return say("{name} sudah ada di daftar.").format(name=name)
        return ""

    def _letters(self, name: str) -> str:
        """Two letters that no other officer has yet."""
        taken = {one.initials for one in self.settings.officers}
        short = initials(name) or name[:2].upper()
        others = (name[0] + letter for letter in name[1:] if letter.isalpha())
        for letters in (short, *(one.upper() for one in others)):
            if letters not in taken:
                return letters
        return short

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
