"""Decides which template is edited, whether it may be saved, and what it will say.

The one rule: what was typed is never thrown away without asking.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.templates.examples import preview_of
from kotakmasuk.desktop.widgets.template_rows import by_folder, lines_of
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.template_search import search
from kotakmasuk.domain.templates import LONGEST_TITLE, Template
from kotakmasuk.services import templates as service


NEW = Template(uid="", key="", title="", folder="", body="", basis="")


@dataclass(frozen=True)
class Faults:
    """A sentence for each field that is not right; empty where it is."""

    title: str = ""
    body: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is wrong."""
        return bool(self.title or self.body)


class TemplatesPresenter(QObject):
    """Keeps the templates, the filter and the one being edited."""

    listed = Signal(list, str)
    opened = Signal(object, bool)
    previewed = Signal(str, list)
    judged = Signal(object)
    changed = Signal(bool)
    failed = Signal(object)
    folders_known = Signal(list)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` reads."""
        super().__init__()
        self._work = workplace
        self._templates: list[Template] = []
        self._filter = ""
        self._kept = NEW
        self._edited = NEW
        self._saved_title = ""
        workplace.lanes.changed.connect(self._take_changes)

    @property
    def dirty(self) -> bool:
        """True while something typed is not saved yet."""
        return self._edited != self._kept

    @property
    def edited(self) -> Template:
        """The template as it stands in the fields."""
        return self._edited

    def reload(self) -> None:
        """Read all templates again; what is being edited stays."""
        self._templates = service.offered(self._work.lanes.reader)
        folders = sorted({one.folder for one in self._templates if one.folder})
        self.folders_known.emit(folders)
        self._list()
        if not self.dirty:
            self.open(self._uid_to_show())

    def search(self, typed: str) -> None:
        """Narrow the list to what fits in title, folder or text."""
        self._filter = typed.strip()
        self._list()

    def open(self, uid: str) -> None:
        """Edit this template; what was typed into another one is dropped."""
        found = [one for one in self._templates if one.uid == uid]
        self._kept = self._edited = found[0] if found else NEW
        self._list()
        self.opened.emit(self._edited, bool(found))
        self._tell()
        self.judged.emit(Faults())

    def begin_new(self) -> None:
        """Start an empty one in the folder that is open."""
        self._kept = self._edited = replace(NEW, folder=self._edited.folder)
        self._list()
        self.opened.emit(self._edited, False)  # noqa: FBT003  a signal's words
        self._tell()
        self.judged.emit(Faults())

    def write(self, *, title: str, folder: str, body: str, basis: str) -> None:
        """Take what stands in the fields."""
        self._edited = replace(
            self._edited, title=title, folder=folder, body=body, basis=basis
        )
        self._tell()

    def discard(self) -> None:
        """Go back to what is saved."""
        if self._kept.uid:
            self.open(self._kept.uid)
        else:
            self.open(self._uid_to_show())

    def save(self) -> bool:
        """Store it; False when a field is not right yet, which is said beside it."""
        faults = self._judge()
        self.judged.emit(faults)
        if faults:
            return False
        folder = self._edited.folder.strip() or self.tr("Lainnya")
        whole = replace(self._edited, title=self._edited.title.strip(), folder=folder)
        self._kept = self._edited = whole
        self._saved_title = whole.title
        self._work.lanes.write(
            service.save, whole, then=self._saved, failed=self._fail, initiator=self
        )
        return True

    def remove(self) -> None:
        """Take it out of use; can be undone from the toast."""
        gone = self._kept
        if gone.uid:
            self._kept = self._edited = NEW
            self._work.lanes.write(
                service.remove,
                gone.uid,
                then=lambda changes: self._removed(gone, changes),
                failed=self._fail,
                initiator=self,
            )

    def _judge(self) -> Faults:
        title, body = self._edited.title.strip(), self._edited.body.strip()
        twin = any(
            one.title.casefold() == title.casefold() and one.uid != self._edited.uid
            for one in self._templates
        )
        wrong = ""
        if not title:
            wrong = self.tr("Tulis judul, misalnya Kabar tindak lanjut.")
        elif len(title) > LONGEST_TITLE:
            wrong = self.tr("Judul terlalu panjang: paling banyak {n} huruf.").format(
                n=LONGEST_TITLE
            )
        elif twin:
            wrong = self.tr("Judul ini sudah dipakai. Tulis judul yang lain.")
        empty = self.tr("Tulis isinya, misalnya Halo {sapaan} {nama}, terima kasih …")
        return Faults(title=wrong, body=self._body_fault() if body else empty)

    def _body_fault(self) -> str:
        body = self._edited.body
        if body.count("{") == body.count("}"):
            return ""
        return self.tr("Ada kurung isian yang belum berpasangan. Contoh: {nama}.")

    def _tell(self) -> None:
        text, spans = preview_of(self._edited.body)
        self.previewed.emit(text, spans)
        self.changed.emit(self.dirty)

    def _list(self) -> None:
        if self._filter:
            shown = lines_of(search(self._templates, self._filter))
        else:
            shown = by_folder(lines_of(self._templates))
        self.listed.emit(shown, self._edited.uid)

    def _uid_to_show(self) -> str:
        """The one just saved, else the one that is open, else the first."""
        for one in self._templates:
            if self._saved_title and one.title == self._saved_title:
                return one.uid
        uids = [one.uid for one in self._templates]
        if self._kept.uid in uids:
            return self._kept.uid
        lines = by_folder(lines_of(self._templates))
        return next((line.uid for line in lines if line.uid), "")

    def _saved(self, _changes: Changes) -> None:
        self._work.tell(self.tr("Templat disimpan"), None)

    def _removed(self, gone: Template, changes: Changes) -> None:
        words = self.tr("Templat “{title}” dihapus").format(title=gone.title)
        self._work.tell(words, changes.undo)

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.templates:
            self.reload()
            self._saved_title = ""
