"""Decides what may be sent: keeps the draft, runs the checks, and queues the answer.

The one rule: nothing leaves but through `services.replies.queue`, and no word that was
typed is lost: what is open is saved after two seconds, at closing and before another.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.reply import wording
from kotakmasuk.desktop.reply.fixing import hole_of, removals
from kotakmasuk.desktop.reply.notes import Notes
from kotakmasuk.desktop.reply.sheet import Sheet, composer_state
from kotakmasuk.desktop.reply.states import ChecklistState
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import checklist, replies, templates


SAVE_AFTER = 2000  # ms without a key
CHECK_AFTER = 80  # ms, so that fast typing is checked once


class ReplyPresenter(QObject):
    """The answer or note being written.

    `queued` carries the reply's id, the undo time in seconds and the words for the toast
    (with "{seconds}" in them); `blocked` says that something is still open.
    """

    opened = Signal(str, tuple)
    resumed = Signal()
    closed = Signal()
    shown = Signal(object)
    listed = Signal(object)
    marked = Signal(list)
    offered = Signal(list)
    template_filled = Signal(str, tuple)
    text_replaced = Signal(int, int, str)
    place_shown = Signal(int, int)
    blocked = Signal()
    queued = Signal(int, int, str)
    next_wanted = Signal()
    manual_begun = Signal(int, str, str, str)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Nothing is open yet."""
        super().__init__()
        self.may_leave: Callable[[], bool] = lambda: True
        self._work = workplace
        self._sheet: Sheet | None = None
        self._notes = Notes(workplace)
        self._templates: list[Template] = []
        self._save = QTimer(self, interval=SAVE_AFTER, singleShot=True)
        self._save.timeout.connect(self.save_draft)
        self._check = QTimer(self, interval=CHECK_AFTER, singleShot=True)
        self._check.timeout.connect(self.check_now)

    @property
    def conversation(self) -> int | None:
        """The conversation that is being answered, or None."""
        return self._sheet.conversation if self._sheet else None

    def open(self, conversation: int, *, note: bool = False) -> None:
        """Begin, or go on with, an answer or an internal note."""
        if self._sheet and self._sheet.conversation == conversation:
            self.set_note(note)
            self.resumed.emit()
            return
        self._leave()
        reader, office = self._work.lanes.reader, self._work.office
        draft = replies.draft(reader, conversation)
        self._templates = templates.offered(reader)
        self._sheet = Sheet(
            conversation=conversation,
            identity=checklist.identity(reader, office, conversation),
            answer=draft.text if draft else "",
            template=draft.template if draft else "",
        )
        self.offered.emit(self._templates)
        self._sheet.note = note
        self._sheet.note_text = self._notes.of(conversation)
        self.opened.emit(self._sheet.text, ())
        self.check_now()

    def open_with_template(self, conversation: int, uid: str) -> None:
        """Begin an answer with a template, put after what was drafted already."""
        self.open(conversation)
        self.take_template(uid)

    def leave(self) -> None:
        """Go back one level (Esc): close, unless something above was closed first."""
        if self.may_leave():
            self.close()

    def close(self) -> None:
        """Put it away; the draft stays."""
        if self._sheet is not None:
            self._leave()
            self.closed.emit()

    def set_note(self, note: bool) -> None:  # noqa: FBT001  a Qt slot
        """Write an internal note instead, or the answer again; both keep their words."""
        sheet = self._sheet
        if sheet is not None and sheet.note != note:
            self.save_draft()
            sheet.note = note
            self.opened.emit(sheet.text, ())
            self.check_now()

    def write(self, text: str) -> None:
        """Take the text as it stands after a change."""
        sheet = self._sheet
        if sheet is None or text == sheet.text:
            return
        sheet.take(text)
        if sheet.note:
            self._notes.keep(sheet.conversation, text)
        self._save.start()
        self._check.start()

    def take_template(self, uid: str) -> None:
        """Fill what is known into a template and hand it to the editor."""
        chosen = next((one for one in self._templates if one.uid == uid), None)
        if self._sheet is None or chosen is None:
            return
        filled = templates.fill_known(
            self._work.lanes.reader,
            self._sheet.conversation,
            chosen,
            self._work.settings(),
        )
        self._sheet.template = uid
        self.template_filled.emit(filled.text, filled.filled)
        self.check_now()

    def tick(self, key: str, ticked: bool) -> None:  # noqa: FBT001  a Qt slot
        """Take an answer to one of the questions."""
        if self._sheet is not None:
            self._sheet.ticks.set(key, self._sheet.text, ticked=ticked)
            self.check_now()

    def fix(self, key: str) -> None:
        """Mend a failed check at once: fill the isian, or take the data out."""
        sheet = self._sheet
        view = sheet.view if sheet else None
        if sheet is None or view is None:
            return
        result = next((one for one in view.results if one.rule == key), None)
        if result is None or not result.spans:
            return
        if hole := hole_of(result, sheet.text):
            self.place_shown.emit(*hole)
            return
        for one in removals(result, sheet.text):
            self.text_replaced.emit(one.start, one.end, "")
        self.check_now()

    def check_now(self) -> None:
        """Run the checks on the text as it stands, and show what they say."""
        self._check.stop()
        sheet = self._sheet
        if sheet is None:
            return
        sheet.ticks.hold_for(sheet.answer)
        if not sheet.note:
            sheet.view = checklist.check(
                self._work.lanes.reader,
                self._work.office,
                sheet.conversation,
                sheet.text,
                ticks=sheet.ticks.keys,
                shown=sheet.identity,
            )
        self._show()

    def save_draft(self) -> None:
        """Keep the answer's words as the conversation's draft."""
        self._save.stop()
        sheet = self._sheet
        if sheet is not None and sheet.answer != sheet.saved and not sheet.sending:
            sheet.saved = sheet.answer
            self._work.lanes.write(
                replies.save_draft,
                sheet.conversation,
                sheet.answer,
                sheet.template,
                failed=self.failed.emit,
                initiator=self,
            )

    def send(self, *, then_next: bool = False) -> None:
        """Let the answer go, or say what is still open."""
        sheet = self._sheet
        if sheet is None or sheet.sending:
            return
        if self._check.isActive():
            self.check_now()
        if not sheet.ready:
            self.blocked.emit()
        elif sheet.note:
            self._notes.save(sheet.conversation, sheet.note_text, self.failed.emit)
            self._save.stop()
            self._sheet = None
            self.closed.emit()
        else:
            self._queue(sheet, then_next=then_next)

    def _queue(self, sheet: Sheet, *, then_next: bool) -> None:
        # Kept first: whatever happens on the way, the words are the draft.
        self.save_draft()
        sheet.sending = True
        seconds = self._work.settings().undo_seconds if sheet.identity.sends else 0
        self._work.lanes.write(
            replies.queue,
            sheet.conversation,
            sheet.answer,
            ticks=sheet.ticks.keys,
            template=sheet.template,
            shown=sheet.identity,
            then=lambda changes: self._queued(sheet, changes, seconds, then_next),
            failed=lambda error: self._refused(sheet, error),
            initiator=self,
        )
        self._show()

    def _queued(
        self,
        sheet: Sheet,
        changes: Changes,
        seconds: int,
        then_next: bool,  # noqa: FBT001  carried from the key
    ) -> None:
        reply = next(iter(changes.replies))
        if self._sheet is sheet:
            self._sheet = None
            self.closed.emit()
        name = platform_of(sheet.identity.platform).name
        if sheet.identity.sends:
            words = self.tr("Akan dikirim dalam {seconds} detik · {platform}, {name}")
            said = words.replace("{platform}", name)
            said = said.replace("{name}", sheet.identity.answers)
            self.queued.emit(reply, seconds, said)
        else:
            text, url = replies.manual_text(self._work.lanes.reader, reply)
            self.manual_begun.emit(reply, text, url, name)
        if then_next:
            self.next_wanted.emit()

    def declare_sent(self, reply: int, evidence: str) -> None:
        """Write that the officer states she sent it by hand."""
        self._work.lanes.write(
            replies.declare_sent,
            reply,
            evidence=evidence,
            failed=self.failed.emit,
            initiator=self,
        )

    def _refused(self, sheet: Sheet, error: KnownError) -> None:
        sheet.sending = False
        self.check_now()
        self.failed.emit(error)

    def _leave(self) -> None:
        self.save_draft()
        self._check.stop()
        self._sheet = None

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        title = next((o.title for o in self._templates if o.uid == sheet.template), "")
        asked = next((o.body for o in self._templates if o.uid == sheet.template), "")
        seconds = self._work.settings().undo_seconds
        self.shown.emit(composer_state(sheet, title, asked, seconds=seconds))
        if sheet.note:
            words = self.tr("Catatan internal tidak melalui ceklis.")
            self.listed.emit(ChecklistState(summary=words))
            self.marked.emit([])
        elif sheet.view is not None:
            state = wording.checklist_state(
                sheet.view.results,
                self._work.office.rules(),
                sheet.text,
                ready=sheet.ready,
                emptied=sheet.ticks.emptied,
            )
            self.listed.emit(state)
            self.marked.emit(sheet.findings())
