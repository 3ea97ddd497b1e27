"""Decides which announcement is open, keeps what is typed, and checks every post.

The one rule: what is typed is stored within a second; what is shown is what was checked.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.announcements.sheet import Sheet
from kotakmasuk.desktop.tasks import Task
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.services import announcements as service
from kotakmasuk.services.announcements import Listed
from kotakmasuk.services.checklist import CheckView


CHECK_AFTER = 350  # ms after the last key
SAVE_AFTER = 900


class AnnouncementsPresenter(QObject):
    """Holds the open sheet; `opened` fills the page, `stated` what is around the text.

    `written` asks the editor to show other words; `failed` carries a KnownError.
    """

    listed = Signal(object, int)
    opened = Signal(object)
    stated = Signal(object)
    written = Signal(str)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` begins."""
        super().__init__()
        self.work = workplace
        self._task: Task | None = None
        self.sheet: Sheet | None = None
        self.every: list[Listed] = []
        self._check = QTimer(self, interval=CHECK_AFTER, singleShot=True)
        self._check.timeout.connect(self.check_now)
        self._save = QTimer(self, interval=SAVE_AFTER, singleShot=True)
        self._save.timeout.connect(self.save)
        workplace.lanes.changed.connect(self._take_changes)

    def reload(self) -> None:
        """Read the list anew, and what became of the open one's posts."""
        self.every = service.listed(self.work.lanes.reader, self.work.office)
        chosen = self.sheet.announcement.id if self.sheet else 0
        found = next((one for one in self.every if one.announcement.id == chosen), None)
        if self.sheet is not None and found is not None:
            self.sheet.posts = found.posts
            self.sheet.standing = found.standing
            self.listed.emit(self.every, chosen)
            self.show_state()
            return
        self.sheet = None
        self.listed.emit(self.every, 0)
        if self.every:
            self.open(self.every[0].announcement.id)
        else:
            self.opened.emit(None)

    def open(self, announcement: int) -> None:
        """Show one, after what was typed in another is kept."""
        if self.sheet is not None and self.sheet.announcement.id == announcement:
            return
        self.save()
        reader, office = self.work.lanes.reader, self.work.office
        found = service.state_of(reader, office, announcement)
        if found is None:
            return
        places = {one.account: one for one in service.places(reader, office)}
        self.sheet = Sheet(
            found.announcement, found.posts, places, standing=found.standing
        )
        self.listed.emit(self.every, announcement)
        self.opened.emit(self.sheet)
        self.written.emit(self.sheet.text)
        self.check_now()

    def open_newest(self) -> None:
        """Show the one that was begun last."""
        newest = service.newest(self.work.lanes.reader)
        self.every = service.listed(self.work.lanes.reader, self.work.office)
        if newest is not None:
            self.open(newest.id)

    def change(self, change: Callable[[Sheet], object]) -> None:
        """Change the open sheet as the officer asks; then store and check it."""
        if self.sheet is not None and self.sheet.editable:
            change(self.sheet)
            self._save.start()
            self._check.start()
            self.show_state()

    def show_text(self) -> None:
        """Let the editor show the words of the text that is chosen."""
        if self.sheet is not None:
            self.written.emit(self.sheet.text)
            self.show_state()

    def save(self) -> None:
        """Store what is typed; the service writes nothing when nothing changed."""
        self._save.stop()
        sheet = self.sheet
        if sheet is not None and sheet.editable:
            self.work.lanes.write(
                service.save,
                sheet.announcement,
                failed=self.failed.emit,
                initiator=self,
            )

    def check_now(self, then: Callable[[], object] | None = None) -> None:
        """Check every post on the reading lane, `then` go on; the next key voids it."""
        self._check.stop()
        sheet = self.sheet
        if sheet is None:
            return
        if self._task is not None:
            self._task.cancel()
        reader, office = self.work.lanes.reader, self.work.office
        sheet.faults = service.faults(reader, office, sheet.announcement)
        self._task = self.work.lanes.read(
            service.check_all,
            office,
            sheet.announcement,
            then=lambda views: self._checked(views, then),
            failed=self.failed.emit,
        )

    def show_state(self) -> None:
        """Tell the page how the open one stands now."""
        if self.sheet is not None:
            self.stated.emit(self.sheet)

    def moment(self) -> Moment:
        """When and where times are told."""
        return Moment(self.work.office.now(), self.work.settings().zone)

    def forget(self) -> None:
        """Leave the open one without storing it, because it is removed."""
        self._save.stop()
        self._check.stop()
        self.sheet = None

    def _checked(
        self, views: dict[int, CheckView], then: Callable[[], object] | None
    ) -> None:
        if self.sheet is not None:
            self.sheet.views = views
            self.show_state()
            if then is not None:
                then()

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.announcements or changes.replies:
            self.reload()
        if changes.settings or changes.issues or changes.accounts:
            self.check_now()
