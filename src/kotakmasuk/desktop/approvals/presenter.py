"""Decides what the approvals page shows and carries its decisions out.

The one rule: the open request stays open while others come and go; when it is decided,
the next one is opened.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.approvals.standing import Standing, standing, to_lift
from kotakmasuk.desktop.approvals.wording import first_name, say
from kotakmasuk.desktop.tasks import Task
from kotakmasuk.desktop.widgets.times import MINUTE, Moment
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.approvals import Option, RequestRow
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import approvals, pictures
from kotakmasuk.services.approvals import RequestView


@dataclass(frozen=True)
class Listed:
    """The requests that wait, for which moment, and which of them is open."""

    rows: tuple[RequestRow, ...]
    moment: Moment
    soon: int
    chosen: int | None


@dataclass(frozen=True)
class Shown:
    """One request with the wording that is chosen, as who sits here sees it."""

    view: RequestView
    option: Option
    seat: Seat
    moment: Moment
    soon: int
    pictures: Mapping[str, bytes]


class ApprovalsPresenter(QObject):
    """Keeps the queue, the open request, and what was typed about it."""

    listed = Signal(object)
    opened = Signal(object)
    stood = Signal(object)
    failed = Signal(object)
    done = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` reads."""
        super().__init__()
        self.work = workplace
        self._rows: tuple[RequestRow, ...] = ()
        self._request: int | None = None
        self._reply: int | None = None
        self._note = ""
        self._reasons: dict[str, str] = {}
        self._task: Task | None = None
        self._opening: Task | None = None
        self.shown: Shown | None = None
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self.reload)
        self._clock.start()
        workplace.lanes.changed.connect(self._take_changes)

    def reload(self) -> None:
        """Read the queue again."""
        if self._task is not None:
            self._task.cancel()
        self._task = self.work.lanes.read(approvals.waiting, then=self._list)

    def choose(self, request: int | None) -> None:
        """Open a request; what was typed about another is forgotten."""
        if request != self._request:
            self._request, self._reply, self._note = request, None, ""
            self._reasons = {}
        self._open()

    def choose_option(self, reply: int) -> None:
        """Choose one of the wordings."""
        shown = self.shown
        if shown is None or shown.option.reply == reply:
            return
        self._reply, self._reasons = reply, {}
        self._show(shown.view)

    def write_note(self, note: str) -> None:
        """Remember the note while it is typed."""
        self._note = note
        self._stand()

    def write_reason(self, rule: str, why: str) -> None:
        """Remember why a block is lifted."""
        self._reasons[rule] = why
        self._stand()

    @property
    def standing(self) -> Standing:
        """What may be decided now."""
        shown = self.shown
        if shown is None:
            return Standing(" ", " ")
        return standing(
            shown.view.row,
            shown.option,
            self.work.seat(),
            note=self._note,
            reasons=self._reasons,
        )

    def approve(self) -> None:
        """Approve the chosen wording, where that may be."""
        shown = self.shown
        if shown is None or self.standing.approve:
            return
        words = say("Pilihan {letter} disetujui dan masuk antrean.")
        self.write(
            approvals.approve,
            shown.view.row.id,
            shown.option.reply,
            said=words.format(letter=shown.option.letter),
            reasons=lifted(shown.option, self._reasons),
        )

    def send_back(self) -> None:
        """Return it to the officer with the note."""
        shown = self.shown
        if shown is None or self.standing.send_back:
            return
        words = say("Dikembalikan kepada {name}.")
        self.write(
            approvals.send_back,
            shown.view.row.id,
            self._note,
            said=words.format(name=first_name(shown.view.row.by)),
            reply=shown.option.reply,
        )

    def edit(self, text: str) -> None:
        """Put other words in the place of the chosen wording."""
        shown = self.shown
        if shown is None or text.strip() == shown.option.composition.text:
            return
        self.write(
            approvals.edit,
            shown.view.row.id,
            shown.option.reply,
            replace(shown.option.composition, text=text),
        )

    def withdraw(self) -> None:
        """Take the open request back; its words become the draft again."""
        if self.shown is not None:
            said = say("Permintaan ditarik; isinya kembali menjadi draf.")
            self.write(approvals.withdraw, self.shown.view.row.id, said=said)

    def prove(self) -> None:
        """Ask who sits here for the passphrase."""
        self.work.go("seat", "prove")

    def moment(self) -> Moment:
        """Now, in the agency's zone."""
        return Moment(self.work.office.now(), self.work.settings().zone)

    def write(
        self, service: Callable[..., Changes], *given: Any, said: str = "", **how: Any
    ) -> None:
        """Run a service; `said` is told when it is done, with its undo."""

        def done(changes: Changes) -> None:
            self.done.emit()
            if said:
                self.work.tell(said, changes.undo)

        self.work.lanes.write(
            service, *given, then=done, failed=self._fail, initiator=self, **how
        )

    def _list(self, rows: list[RequestRow]) -> None:
        self._task = None
        before = [row.id for row in self._rows]
        self._rows = tuple(rows)
        ids = [row.id for row in rows]
        if self._request not in ids:
            place = before.index(self._request) if self._request in before else 0
            following = ids[min(place, len(ids) - 1)] if ids else None
            self._request, self._reply, self._note = following, None, ""
            self._reasons = {}
        soon = self.work.settings().due_soon_minutes
        self.listed.emit(Listed(self._rows, self.moment(), soon, self._request))
        self._open()

    def _open(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        if self._request is None:
            self.shown = None
            self.opened.emit(None)
            self._stand()
            return
        self._opening = self.work.lanes.read(
            approvals.open_request,
            self.work.office,
            self._request,
            then=self._show,
            failed=self.failed.emit,
        )

    def _show(self, view: RequestView) -> None:
        self._opening = None
        chosen = [one for one in view.options if one.reply == self._reply]
        option = (chosen or list(view.options))[0]
        self._reply = option.reply
        settings = self.work.settings()
        shown = {
            picture.digest: pictures.load(self.work.lanes.reader, picture)
            for one in view.options
            for picture in one.composition.pictures
        }
        seat, soon = self.work.seat(), settings.due_soon_minutes
        self.shown = Shown(view, option, seat, self.moment(), soon, shown)
        self.opened.emit(self.shown)
        self._stand()

    def _stand(self) -> None:
        self.stood.emit(self.standing)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        touched = changes.replies or changes.conversations or changes.announcements
        if touched or changes.settings:
            self.reload()

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.reload()


def lifted(option: Option, reasons: Mapping[str, str]) -> dict[str, str]:
    """The reasons for those blocks that this wording still needs lifted."""
    wanted = {one.rule for one in to_lift(option)}
    return {rule: why for rule, why in reasons.items() if rule in wanted}
