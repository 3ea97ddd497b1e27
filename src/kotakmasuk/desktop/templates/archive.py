"""What lies behind the open template: its versions and the bytes of its pictures.

The one rule: a picture is stored when it is chosen, the template when it is saved.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.widgets.times import Moment, moment_words
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.templates import Version
from kotakmasuk.services import pictures, template_pictures, templates


class Archive(QObject):
    """Reads versions and pictures; `picture_kept` carries one that was taken in."""

    picture_kept = Signal(object)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace

    def versions(self, uid: str) -> list[Version]:
        """The versions of a template, the newest first; none of one never saved."""
        return templates.versions(self._work.lanes.reader, uid) if uid else []

    def words(self, uid: str) -> str:
        """Say "versi 6, Maya, 12 Nov 09.10"; nothing of one that was never saved."""
        newest = next(iter(self.versions(uid)), None)
        if newest is None:
            return ""
        parts = [self.tr("versi {n}").format(n=newest.version), newest.actor]
        if newest.at:
            parts.append(moment_words(self.moment(), newest.at))
        return ", ".join(part for part in parts if part)

    def moment(self) -> Moment:
        """Now, at the agency."""
        return Moment(self._work.office.now(), self._work.settings().zone)

    def restore(self, uid: str, version: int) -> None:
        """Let an old version be the newest again."""
        self._work.lanes.write(
            templates.restore,
            uid,
            version,
            then=lambda _changes: self._say_restored(version),
            failed=self.failed.emit,
        )

    def keep_picture(self, path: Path) -> None:
        """Take a picture in; a wrong one is told and changes nothing."""
        self._work.lanes.write(
            template_pictures.keep,
            path,
            then=self.picture_kept.emit,
            failed=self.failed.emit,
            initiator=self,
        )

    def picture(self, picture: Picture) -> bytes:
        """The bytes of a picture."""
        return pictures.load(self._work.lanes.reader, picture)

    def _say_restored(self, version: int) -> None:
        words = self.tr("Versi {n} dipulihkan sebagai versi baru")
        self._work.tell(words.format(n=version), None)
