"""Decides what may be sent: keeps the draft, runs the checks, and lets the answer go.

The one rule: nothing leaves but through `services.replies` and `services.approvals`, and
nothing that was put together is lost: it is saved every two seconds, at closing and
before another.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.reply import checking
from kotakmasuk.desktop.reply.answering_all import AnsweringAll
from kotakmasuk.desktop.reply.composing import Composing
from kotakmasuk.desktop.reply.judging import checklist_state
from kotakmasuk.desktop.reply.keeping import Keeping
from kotakmasuk.desktop.reply.leaving import Leaving
from kotakmasuk.desktop.reply.mending import Mending
from kotakmasuk.desktop.reply.notes import Notes
from kotakmasuk.desktop.reply.opening import moment, sheet_for
from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.sheet import Sheet
from kotakmasuk.desktop.reply.showing import Around, composer_state
from kotakmasuk.desktop.reply.states import ChecklistState
from kotakmasuk.desktop.reply.switching import Switching
from kotakmasuk.desktop.reply.watching import Watching
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import templates


CHECK_AFTER = 0  # ms: with the next turn, so that keys held down are checked once
LOOK_AGAIN = 30_000  # ms; the platform's window closes while one writes


class ReplyPresenter(QObject):
    """The answer or note being written.

    `queued` and `manual_begun` are those of Leaving; `blocked` says that something is
    still open; `gone` carries the conversation that was answered.
    """

    opened = Signal(str, tuple)
    resumed = Signal()
    closed = Signal()
    shown = Signal(object)
    listed = Signal(object)
    marked = Signal(list)
    offered = Signal(list)
    blocked = Signal()
    queued = Signal(int, int, int, str)
    gone = Signal(int)
    next_wanted = Signal(int)
    manual_begun = Signal(int, str, str, str)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Nothing is open yet."""
        super().__init__()
        self.may_leave: Callable[[], bool] = lambda: True
        self._work = workplace
        self.now = OpenSheet(workplace)
        self.now.setParent(self)
        self.composing = Composing(self.now)
        self.switching = Switching(self.now)
        self.mending = Mending(self.now, self.composing, self.switching)
        self.leaving = Leaving(self.now)
        self.answering_all = AnsweringAll(self.now)
        self.keeping = Keeping(self.now)
        self.watching = Watching(self.now)
        self._notes = Notes(workplace)
        self._then_next = False
        self._check = QTimer(self, interval=CHECK_AFTER, singleShot=True)
        self._again = QTimer(self, interval=LOOK_AGAIN)
        self._join()

    @property
    def conversation(self) -> int | None:
        """The conversation that is being answered, or None."""
        return self.now.sheet.conversation if self.now.sheet else None

    def open(
        self, conversation: int, *, note: bool = False, private: bool = False
    ) -> bool:
        """Begin, or go on with, an answer or an internal note; False where none can be.

        `private` answers in private what the citizen wrote in public.
        """
        sheet = self.now.sheet
        if sheet is None or sheet.conversation != conversation:
            if not self._begin(conversation, note=note):
                return False
        else:
            self.set_note(note)
            self.resumed.emit()
        if private:
            self.switching.set_public(public=False)
        return True

    def leave(self) -> None:
        """Go back one level (Esc): close, unless something above was closed first."""
        if self.may_leave():
            self.close()

    def close(self) -> None:
        """Put it away; the draft stays."""
        if self.now.sheet is not None:
            self._leave()
            self.closed.emit()

    def set_note(self, note: bool) -> None:  # noqa: FBT001  a Qt slot
        """Write an internal note instead, or the answer again; both keep their words."""
        sheet = self.now.sheet
        if sheet is not None and sheet.note != note:
            self.keeping.save()
            sheet.note = note
            self.opened.emit(sheet.text, ())
            self.check_now()

    def write(self, text: str) -> None:
        """Take the text as it stands after a change."""
        sheet = self.now.sheet
        if sheet is None or text == sheet.text:
            return
        sheet.take(text)
        if sheet.note:
            self._notes.keep(sheet.conversation, text)
        self._check.start()
        self.keeping.soon()

    def tick(self, key: str, ticked: bool) -> None:  # noqa: FBT001  a Qt slot
        """Take an answer to one of the questions."""
        sheet = self.now.sheet
        if sheet is not None:
            sheet.ticks.set(key, sheet.text, ticked=ticked)
            self._touched()

    def check_now(self) -> None:
        """Run the checks on the text as it stands, and show what they say."""
        self._check.stop()
        sheet = self.now.sheet
        if sheet is None:
            return
        sheet.ticks.hold_for(sheet.composition.text)
        if not sheet.note:
            try:
                checking.look(self._work, sheet)
            except KnownError as error:
                self.failed.emit(error)
        self._show()

    def send(self, *, then_next: bool = False) -> None:
        """Let the answer go, or say what is still open."""
        sheet = self.now.sheet
        if sheet is None or sheet.sending:
            return
        if self._check.isActive():
            self.check_now()
        if not sheet.ready:
            self.blocked.emit()
        elif sheet.note:
            self._notes.save(sheet.conversation, sheet.note_text, self.failed.emit)
            self._end()
        elif len(sheet.options) > 1 and self._goes_to_open_option(sheet):
            self.blocked.emit()
        else:
            self.keeping.save()
            sheet.sending = True
            self._then_next = then_next
            self._show()
            self.leaving.go(sheet)

    def _join(self) -> None:
        self._check.timeout.connect(self.check_now)
        self._again.timeout.connect(self.check_now)
        self.now.touched.connect(self._touched)
        self.now.failed.connect(self.failed)
        self.switching.text_changed.connect(lambda text: self.opened.emit(text, ()))
        self.leaving.queued.connect(self.queued)
        self.leaving.manual_begun.connect(self.manual_begun)
        self.leaving.gone.connect(self._gone)
        self.answering_all.answered.connect(self._gone)
        self.leaving.refused.connect(self._refused)
        self.leaving.taken_back.connect(self._read_again)

    def _begin(self, conversation: int, *, note: bool) -> bool:
        self._leave()
        try:
            sheet = sheet_for(self._work, conversation)
        except KnownError as error:
            self._work.tell(str(error), None)
            return False
        reader, now = self._work.lanes.reader, self._work.office.now()
        self.now.templates = templates.offered(reader, now)
        self.now.sheet = sheet
        self.offered.emit(self.now.templates)
        sheet.note = note
        sheet.note_text = self._notes.of(conversation)
        self.opened.emit(sheet.text, ())
        self._again.start()
        self.check_now()
        return True

    def _touched(self) -> None:
        """Something was changed: check, show, and save it soon."""
        self.check_now()
        self.keeping.soon()

    def _goes_to_open_option(self, sheet: Sheet) -> bool:
        """Open the first candidate that does not pass; False when all do."""
        place = checking.first_open(self._work, sheet)
        if place is not None:
            self.switching.open_option(place)
        return place is not None

    def _gone(self, sheet: Sheet) -> None:
        self.gone.emit(sheet.conversation)
        if self.now.sheet is sheet:
            self._end()
        if self._then_next:
            self._then_next = False
            self.next_wanted.emit(sheet.conversation)

    def _end(self) -> None:
        """Put away what has gone; there is nothing left to save."""
        for timer in (self.keeping.clock, self._check, self._again):
            timer.stop()
        self.now.sheet = None
        self.closed.emit()

    def _refused(self, sheet: Sheet, error: KnownError) -> None:
        sheet.sending = False
        self.check_now()
        self.failed.emit(error)

    def _read_again(self, conversation: int) -> None:
        """A request was taken back: its words are the draft that is open now."""
        if self.conversation == conversation:
            self._leave()
            self.open(conversation)

    def _leave(self) -> None:
        self.keeping.save()
        self._check.stop()
        self._again.stop()
        self.now.sheet = None

    def _show(self) -> None:
        sheet = self.now.sheet
        if sheet is None:
            return
        seconds = self._work.settings().undo_seconds
        around = Around(self.now.used(), seconds, moment(self._work))
        self.shown.emit(composer_state(sheet, around))
        if sheet.note:
            words = self.tr("Catatan internal tidak melalui ceklis.")
            self.listed.emit(ChecklistState(summary=words))
            self.marked.emit([])
        elif sheet.view is not None:
            state = checklist_state(
                sheet.view,
                sheet.text,
                ready=sheet.ready,
                asks_approval=sheet.asks_approval,
                emptied=sheet.ticks.emptied,
            )
            self.listed.emit(state)
            self.marked.emit(sheet.findings())
