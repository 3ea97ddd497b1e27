"""Decides which template is edited, whether it may be saved, and what it will say.

The one rule: what was typed is never thrown away without asking.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.templates.listing import Shelf
from kotakmasuk.desktop.templates.trying import platforms_for, tried
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.templates import Template, faults_of
from kotakmasuk.services import templates as service


NEW = Template(uid="", key="", title="", folder="", body="", basis="")
TRY_AFTER = 80  # ms, so that fast typing is tried once


class TemplatesPresenter(QObject):
    """Keeps the templates, the filter and the one being edited."""

    listed = Signal(list, str)
    opened = Signal(object)
    tried = Signal(object)
    judged = Signal(dict)
    changed = Signal(bool)
    failed = Signal(object)
    folders_known = Signal(list)
    platforms_known = Signal(list)
    used = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` reads."""
        super().__init__()
        self._work = workplace
        self._shelf = Shelf()
        self._filter = ""
        self._kept = NEW
        self._edited = NEW
        self._tab = ""
        self._seen = ""
        self._saved_title = ""
        self._try = QTimer(self, interval=TRY_AFTER, singleShot=True)
        self._try.timeout.connect(self.try_now)
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
        reader, now = self._work.lanes.reader, self._work.office.now()
        self._shelf = Shelf(
            tuple(service.listed(reader)),
            service.usage(reader, now),
            service.agency_day(reader, now),
        )
        self.folders_known.emit(self._shelf.folders())
        if self.dirty:
            self._list()
        else:
            self.open(self._shelf.uid_to_open(self._saved_title, self._kept.uid))

    def search(self, typed: str) -> None:
        """Narrow the list to what fits in title, folder or text."""
        self._filter = typed.strip()
        self._list()

    def open(self, uid: str) -> None:
        """Edit this template; what was typed into another one is dropped."""
        self._begin(self._shelf.find(uid) or NEW)

    def begin_new(self) -> None:
        """Start an empty one in the folder that is open."""
        self._begin(replace(NEW, folder=self._edited.folder))

    def write(self, template: Template) -> None:
        """Take what stands in the fields."""
        self._edited = template
        self.changed.emit(self.dirty)
        self._try.start()

    def turn(self, tab: str) -> None:
        """Take which tab of the text is open; the preview follows it."""
        self._tab = self._seen = tab
        self._try.start()

    def look_as(self, platform: str) -> None:
        """Show the preview as on another platform."""
        self._seen = platform
        self.try_now()

    def try_now(self) -> None:
        """Fill in examples, count, and let the checklist look at it."""
        self._try.stop()
        reader = self._work.lanes.reader
        self.platforms_known.emit(list(platforms_for(reader, self._edited)))
        self.tried.emit(tried(reader, self._edited, seen=self._seen, tab=self._tab))

    def discard(self) -> None:
        """Go back to what is saved."""
        self.open(self._shelf.uid_to_open("", self._kept.uid))

    def save(self) -> bool:
        """Store it; False when a field is not right yet, which is said beside it."""
        faults = faults_of(self._edited, self._shelf.templates)
        self.judged.emit(faults)
        if faults:
            return False
        folder = self._edited.folder.strip() or self.tr("Lainnya")
        whole = replace(self._edited, title=self._edited.title.strip(), folder=folder)
        self._kept = self._edited = whole
        self._saved_title = whole.title
        self._work.lanes.write(
            service.save,
            whole,
            then=self._saved,
            failed=self.failed.emit,
            initiator=self,
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
                failed=self.failed.emit,
                initiator=self,
            )

    def _begin(self, template: Template) -> None:
        self._kept = self._edited = template
        self._list()
        self.opened.emit(template)
        self.used.emit(self._shelf.used(template.uid))
        self.changed.emit(False)  # noqa: FBT003  a signal's words
        self.judged.emit({})
        self.try_now()

    def _list(self) -> None:
        self.listed.emit(self._shelf.lines(self._filter), self._edited.uid)

    def _saved(self, _changes: Changes) -> None:
        self._work.tell(self.tr("Templat disimpan"), None)

    def _removed(self, gone: Template, changes: Changes) -> None:
        words = self.tr("Templat “{title}” dihapus").format(title=gone.title)
        self._work.tell(words, changes.undo)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.templates:
            self.reload()
            self._saved_title = ""
