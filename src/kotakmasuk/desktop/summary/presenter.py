"""Decides which week is shown, keeps its figures fresh and has its files written.

The one rule: an answer for a week that is no longer shown is thrown away.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.summary.wording import link
from kotakmasuk.desktop.tasks import Task
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.summaries import WeeklySummary
from kotakmasuk.domain.weeks import week_of
from kotakmasuk.services import summaries


GATHERED_FOR = 2000  # ms after a change before the figures are read anew


@dataclass(frozen=True)
class Shown:
    """A week as the page shows it, and whether it may go out."""

    summary: WeeklySummary
    proof: summaries.Proof
    code: str


class SummaryPresenter(QObject):
    """Keeps the weeks, the shown one and its pages."""

    listed = Signal(list)
    shown = Signal(object)
    loading = Signal(object)
    previewed = Signal(list)
    writing = Signal(bool)
    wrote = Signal(str)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Read nothing yet; `open` does."""
        super().__init__()
        self._work = workplace
        self._mondays: list[date] = []
        self._monday: date | None = None
        self._current: Shown | None = None
        self._task: Task | None = None
        self._stale = True
        self._visible = False
        self._pause = QTimer(self, interval=GATHERED_FOR, singleShot=True)
        self._pause.timeout.connect(self._refresh)
        workplace.lanes.changed.connect(self._take_changes)

    @property
    def current(self) -> Shown | None:
        """The week on the screen, once it is read."""
        return self._current

    def open(self) -> None:
        """The page is seen: read what is not fresh."""
        self._visible = True
        self._refresh()

    def leave(self) -> None:
        """The page is hidden: read nothing until it is seen again."""
        self._visible = False
        self._pause.stop()

    def show_week(self, monday: date) -> None:
        """Show the figures of another week."""
        self._monday = monday
        if self._task is not None:
            self._task.cancel()
        self.loading.emit(monday)
        self._task = self._work.lanes.read(
            _figures, self._work.office, monday, then=self._show, failed=self._fail
        )

    def step(self, weeks: int) -> None:
        """Go so many weeks on or, below zero, back."""
        if self._monday is not None:
            self.show_week(self._monday + timedelta(weeks=weeks))

    def nearest(self) -> date | None:
        """The week with messages that lies nearest to the shown one."""
        shown = self._monday
        if shown is None or not self._mondays:
            return None
        return min(self._mondays, key=lambda monday: abs(monday - shown))

    def follow(self, what: str) -> None:
        """Open the list behind a number, or the conversation behind a reference."""
        if self._current is None:
            return
        target = link(self._current.summary, what)
        if target is not None:
            self._work.go("inbox", target)

    def file_name(self, kind: str) -> str:
        """Propose a name for the file of a week."""
        week = self._current.summary.week.name if self._current else ""
        return f"{summaries.FILE_NAME}-{week}.{kind}"

    def export(self, path: Path) -> None:
        """Write the shown week to a file; its suffix is the format."""
        if self._current is None:
            return
        self.writing.emit(True)  # noqa: FBT003  Qt's own signature
        self._work.lanes.network(
            0,
            _write_file,
            self._work.office,
            self._current.summary,
            self._work.settings(),
            path,
            then=self._tell_written,
            failed=self._fail,
        )

    def _refresh(self) -> None:
        if self._visible and self._stale:
            self._stale = False
            self._work.lanes.read(
                summaries.weeks_with_messages, then=self._list, failed=self._fail
            )

    def _list(self, mondays: list[date]) -> None:
        self._mondays = mondays
        self.listed.emit(mondays)
        if self._monday is None:
            self._monday = self._first_choice()
        self.show_week(self._monday)

    def _first_choice(self) -> date:
        """Last week's report is what is wanted; else the newest that there is."""
        zone = self._work.settings().zone
        this = week_of(self._work.office.now(), zone).monday
        whole = [monday for monday in self._mondays if monday < this]
        return next(iter(whole[-1:] or self._mondays[-1:]), this)

    def _show(self, shown: Shown) -> None:
        if shown.summary.week.monday != self._monday:
            return
        self._current = shown
        self.shown.emit(shown)
        self._work.lanes.network(
            0,
            _pages,
            self._work.office,
            shown.summary,
            self._work.settings(),
            then=lambda pages: self._take_pages(shown, pages),
            failed=self._fail,
        )

    def _take_pages(self, shown: Shown, pages: list[bytes]) -> None:
        if shown is self._current:
            self.previewed.emit(pages)

    def _take_changes(self, _changes: object, _initiator: object) -> None:
        self._stale = True
        if self._visible and not self._pause.isActive():
            self._pause.start()

    def _tell_written(self, path: Path) -> None:
        self.writing.emit(False)  # noqa: FBT003  Qt's own signature
        self.wrote.emit(str(path))
        self._work.tell(self.tr("Tertulis: {name}").format(name=path.name), None)

    def _fail(self, error: KnownError) -> None:
        self.writing.emit(False)  # noqa: FBT003  Qt's own signature
        self.failed.emit(error)


def _figures(reader: Any, office: Any, monday: date) -> Shown:
    summary = summaries.weekly(reader, office, monday)
    return Shown(
        summary, summaries.prove(reader, office, summary), summaries.code(summary)
    )


# On a lane of its own, so that setting the pages keeps no search waiting.
def _pages(_write: Any, office: Any, summary: WeeklySummary, known: Any) -> list[bytes]:
    return summaries.preview(office, summary, known)


def _write_file(
    _write: Any, office: Any, summary: WeeklySummary, known: Any, path: Path
) -> Path:
    kind = path.suffix.lstrip(".").casefold()
    written = summaries.export(
        office, summary, known, folder=path.parent, formats=[kind], name=path.stem
    )
    return written[0]
