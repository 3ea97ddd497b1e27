"""One draft for all conversations of an Isu: looked through first, then queued each.

The one rule: what was filled in for one citizen is an isian again before another reads
it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.sheet import Sheet
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.wording import number
from kotakmasuk.services import answering_many


# What differs from citizen to citizen and from account to account.
PERSONAL = frozenset({"sapaan", "nama", "nomor", "batas", "kanal", "topik"})


class AnsweringAll(QObject):
    """`looked_through` carries a list of Each; `answered` the sheet that was used."""

    looked_through = Signal(list)
    answered = Signal(object)

    def __init__(self, now: OpenSheet) -> None:
        """Work on whatever is open."""
        super().__init__(now)
        self._open = now
        self._composition = Composition("")

    def look_through(self, text: str) -> None:
        """Find out what each would read; `text` has its personal isian open again."""
        sheet = self._open.sheet
        if sheet is None or not sheet.issue[0]:
            return
        plain = without_name(text, sheet.identity.answers)
        self._composition = replace(sheet.composition, text=plain)
        work = self._open.work
        work.lanes.read(
            answering_many.preview,
            work.office,
            sheet.issue[0],
            self._composition,
            sheet.ticks.keys,
            then=self.looked_through.emit,
            failed=self._open.fail,
        )

    def answer(self, conversations: Sequence[int]) -> None:
        """Queue an answer to each of these."""
        sheet = self._open.sheet
        if sheet is None:
            return
        self._open.work.lanes.write(
            answering_many.answer_all,
            sheet.issue[0],
            list(conversations),
            self._composition,
            ticks=sheet.ticks.keys,
            then=lambda changes: self._answered(sheet, conversations, changes),
            failed=self._open.fail,
            initiator=self,
        )

    def _answered(
        self, sheet: Sheet, conversations: Sequence[int], changes: Changes
    ) -> None:
        words = self.tr("{n} balasan masuk antrean")
        self._open.work.tell(words.format(n=number(len(changes.replies))), changes.undo)
        if sheet.conversation in conversations:
            self.answered.emit(sheet)


def without_name(text: str, name: str) -> str:
    """Put {nama} where the citizen's first name stands as a word of its own."""
    first = name.replace("_", " ").replace(".", " ").strip("@ ").partition(" ")[0]
    if len(first) < 2:  # noqa: PLR2004  an initial may be any letter
        return text
    return re.sub(rf"\b{re.escape(first)}\b", "{nama}", text, flags=re.IGNORECASE)
