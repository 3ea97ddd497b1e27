"""The explicit switches: from which account, how openly, and which candidate is open.

The one rule: nothing is switched by the program, and to answer a private message in
public is asked about once.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.sheet import MOST_OPTIONS, Option, Sheet
from kotakmasuk.desktop.reply.wording import say
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import checklist


class Switching(QObject):
    """Changes the open sheet; `public_doubted` asks before a private matter is told."""

    public_doubted = Signal()
    text_changed = Signal(str)

    def __init__(self, now: OpenSheet) -> None:
        """Work on whatever is open."""
        super().__init__(now)
        self._open = now

    def send_from(self, account: int) -> None:
        """Send from another account; the one addressed is no switch any more."""
        sheet = self._open.sheet
        if sheet is not None and account != sheet.identity.account:
            own = sheet.accounts[0][0] if sheet.accounts else None
            self._switch(sheet, account=None if account == own else account)

    def set_public(self, public: bool, *, sure: bool = False) -> None:  # noqa: FBT001  a Qt slot
        """Answer in public or in private; where that is more open, ask first."""
        sheet = self._open.sheet
        if sheet is None or public == sheet.identity.public:
            return
        if public not in sheet.openness:
            self._open.fail(_no_such_way(public=public))
            return
        own = sheet.openness[0]
        if public and not own and not (sure or sheet.was_public_asked):
            self.public_doubted.emit()
            return
        sheet.was_public_asked = sheet.was_public_asked or (public and not own)
        self._switch(sheet, public=None if public == own else public)

    def go_back(self, what: str) -> None:
        """Take back a switch: "own_account" or "own_reach"."""
        sheet = self._open.sheet
        if sheet is not None:
            name = {"own_account": "account", "own_reach": "public"}[what]
            self._switch(sheet, **{name: None})

    def add_option(self) -> None:
        """Keep the present words as one candidate and begin another."""
        sheet = self._open.sheet
        if sheet is None or sheet.note or len(sheet.options) >= MOST_OPTIONS:
            return
        begun = replace(sheet.composition, text="", templates=(), pictures=())
        sheet.options.append(Option(begun))
        self.open_option(len(sheet.options) - 1)

    def open_option(self, place: int) -> None:
        """Write on another candidate."""
        sheet = self._open.sheet
        if sheet is not None and place < len(sheet.options):
            sheet.place = place
            self._look_again(sheet)
            self.text_changed.emit(sheet.text)
            self._open.touch()

    def remove_option(self) -> None:
        """Give the open candidate up; the last one stays."""
        sheet = self._open.sheet
        if sheet is not None and len(sheet.options) > 1:
            del sheet.options[sheet.place]
            self.open_option(max(0, sheet.place - 1))

    def remark(self, words: str) -> None:
        """Say something to the approver: of one candidate among several, or of it all."""
        sheet = self._open.sheet
        if sheet is not None:
            sheet.option.remark = words
            self._open.touch()

    def ask_of(self, approver: str) -> None:
        """Lay it before one approver, or with an empty name before whoever comes first."""
        sheet = self._open.sheet
        if sheet is not None and approver != sheet.approver:
            sheet.approver = approver
            self._open.touch()

    def _switch(self, sheet: Sheet, **changed: object) -> None:
        before = sheet.composition
        sheet.put(**changed)
        try:
            self._look_again(sheet)
        except KnownError as error:
            sheet.option.composition = before
            self._open.fail(error)
            return
        sheet.ticks.empty()
        self._open.touch()

    def _look_again(self, sheet: Sheet) -> None:
        """Read as whom and how openly it goes now."""
        work = self._open.work
        chosen: Composition = sheet.composition
        sheet.identity = checklist.identity(
            work.lanes.reader, work.office, sheet.conversation, chosen
        )


def _no_such_way(*, public: bool) -> KnownError:
    message = say("Percakapan ini tidak dapat dibalas lewat pesan langsung dari sini.")
    if public:
        message = say("Percakapan ini tidak dapat dibalas secara publik dari sini.")
    return KnownError(message, say("Yang Anda tulis tetap ada."))
