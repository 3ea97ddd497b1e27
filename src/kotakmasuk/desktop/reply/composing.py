"""What is put together around the words: templates, pictures, a unit's answer, a time.

The one rule: whatever makes it another answer than the one that was ticked empties the
ticks.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.sheet import Sheet
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services import pictures, scheduling, templates, unit_answers


class Composing(QObject):
    """Changes the open sheet.

    `time_doubted` carries a time (UTC ms) at which nobody is at the office.
    """

    template_filled = Signal(str, tuple)
    time_doubted = Signal(object)

    def __init__(self, now: OpenSheet) -> None:
        """Work on whatever is open."""
        super().__init__(now)
        self._open = now
        self._work = now.work

    def take_template(self, uid: str) -> None:
        """Fill what is known into a template and hand it to the editor."""
        sheet = self._open.sheet
        chosen = next((one for one in self._open.templates if one.uid == uid), None)
        if sheet is None or chosen is None:
            return
        filled = templates.fill_known(
            self._work.lanes.reader,
            sheet.conversation,
            chosen,
            self._work.settings(),
            now=self._work.office.now(),
            account=sheet.identity.account,
        )
        used = sheet.composition.templates
        sheet.put(templates=used if uid in used else (*used, uid))
        for picture in chosen.pictures:
            _add(sheet, picture)
        self.template_filled.emit(filled.text, filled.filled)
        self._open.touch()

    def attach(self, sources: Sequence[Path | bytes]) -> None:
        """Add pictures from files or from the clipboard, once each is looked at."""
        sheet = self._open.sheet
        if sheet is None or sheet.note:
            return
        for source in sources:
            self._work.lanes.write(
                pictures.attach,
                source,
                sheet.conversation,
                then=lambda picture: self._attached(sheet, picture),
                failed=self._open.fail,
                initiator=self,
            )

    def _attached(self, sheet: Sheet, picture: Picture) -> None:
        now = self._open.sheet
        if now is not None and now.conversation == sheet.conversation:
            sheet = now  # it may have been opened anew while the file was read
        _add(sheet, picture)
        sheet.ticks.empty()
        self._open.touch()

    def describe(self, digest: str, alt: str) -> None:
        """Say in words what a picture shows."""
        sheet = self._open.sheet
        if sheet is not None:
            sheet.put(
                pictures=tuple(
                    replace(one, alt=alt) if one.digest == digest else one
                    for one in sheet.composition.pictures
                )
            )
            self._open.touch()

    def remove_picture(self, digest: str) -> None:
        """Leave a picture out."""
        sheet = self._open.sheet
        if sheet is not None:
            kept = (one for one in sheet.composition.pictures if one.digest != digest)
            sheet.put(pictures=tuple(kept))
            sheet.ticks.empty()
            self._open.touch()

    def picture(self, picture: Picture) -> bytes:
        """Give a picture's bytes to be shown; none where they are gone."""
        return pictures.load(self._work.lanes.reader, picture)

    def unit_answers(self) -> list[UnitAnswer]:
        """List what units have answered about the open conversation, newest first."""
        sheet = self._open.sheet
        if sheet is None:
            return []
        return unit_answers.of_conversation(self._work.lanes.reader, sheet.conversation)

    def rest_on(self, answer: int | None) -> None:
        """Tie the answer to what a unit said, or to nothing."""
        sheet = self._open.sheet
        if sheet is not None:
            sheet.put(unit_answer=answer)
            self._open.touch()

    def add_unit_answer(
        self, answer: UnitAnswer, content: bytes, media_type: str
    ) -> None:
        """Keep what a unit answered, and tie the answer to it."""
        sheet = self._open.sheet
        if sheet is not None:
            told = replace(
                answer, conversation=sheet.conversation, actor=self._work.officer()
            )
            self._work.lanes.write(
                unit_answers.add,
                told,
                content=content,
                media_type=media_type,
                then=lambda made: self.rest_on(made[0]),
                failed=self._open.fail,
                initiator=self,
            )

    def office_times(self) -> list[tuple[str, int]]:
        """Offer moments at which somebody is at the office: words and UTC ms."""
        return scheduling.office_times(self._work.lanes.reader, self._work.office)

    def schedule(self, at: int | None, *, sure: bool = False) -> None:
        """Let it leave at `at` (UTC ms), or at once again.

        A time outside office hours is asked about first, unless `sure`.
        """
        sheet, office = self._open.sheet, self._work.office
        if sheet is None:
            return
        try:
            if at is not None:
                scheduling.refuse_time(office, at)
        except KnownError as error:
            self._open.fail(error)
            return
        reader = self._work.lanes.reader
        if at is not None and not sure:
            sure = scheduling.is_office_time(reader, office, at)
        if at is not None and not sure:
            self.time_doubted.emit(at)
            return
        sheet.put(not_before=at)
        self._open.touch()

    def split(self, *, wanted: bool) -> None:
        """Make a numbered thread of a text that is too long, or one text again."""
        sheet = self._open.sheet
        if sheet is not None:
            sheet.put(split=wanted)
            self._open.touch()


def _add(sheet: Sheet, picture: Picture) -> None:
    """Add a picture that is not there yet."""
    known = sheet.composition.pictures
    if all(one.digest != picture.digest for one in known):
        sheet.put(pictures=(*known, picture))
