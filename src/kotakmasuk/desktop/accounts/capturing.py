"""Decides what a pasted link says and stores what an officer caught.

The one rule: it holds no widget; nothing that was typed is lost when it is refused.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.accounts.wording import say
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import FORM_WORDS, Form
from kotakmasuk.services import capture as service


LINK = re.compile(r"https?://\S+")
FORMS = (Form.COMMENT, Form.MENTION, Form.DIRECT_MESSAGE, Form.REVIEW, Form.NOTE)


@dataclass(frozen=True)
class Caught:
    """What stands in the form."""

    link: str
    text: str
    author: str
    day: date
    hour: time
    form: Form


@dataclass(frozen=True)
class Recognised:
    """What a link says about itself; `wrong` is the sentence when it is none."""

    glyph: str = ""
    words: str = ""
    wrong: str = ""


class CapturePresenter(QObject):
    """Emits when something was stored, or why it was not."""

    saved = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self.running = False

    def recognise(self, link: str) -> Recognised:
        """Read platform and account out of a link, without the network."""
        if not link.strip():
            return Recognised(
                words=say("Tanpa tautan: disimpan sebagai catatan manual.")
            )
        try:
            found = service.read_link(self._work.office, link)
        except KnownError as error:
            return Recognised(wrong=f"{error.message} {error.remedy}".strip())
        platform = platform_of(found.platform)
        words = platform.name
        if found.handle:
            words = say("{platform}, akun @{handle}").format(
                platform=platform.name, handle=found.handle.lstrip("@")
            )
        return Recognised(glyph=platform.glyph, words=words)

    def now(self) -> datetime:
        """The agency's wall clock, to the minute."""
        zone = ZoneInfo(self._work.settings().zone)
        here = datetime.fromtimestamp(self._work.office.now() / 1000, zone)
        return here.replace(second=0, microsecond=0)

    def save(self, caught: Caught) -> None:
        """Store what was caught."""
        zone = ZoneInfo(self._work.settings().zone)
        at = datetime.combine(caught.day, caught.hour, zone)
        self.running = True
        self._work.lanes.write(
            service.capture,
            link=caught.link,
            text=caught.text,
            author=caught.author,
            sent_at=int(at.timestamp() * 1000),
            form=caught.form,
            then=self._save,
            failed=self._refuse,
            initiator=self,
        )

    def show_conversation(self, changes: Changes) -> None:
        """Open what was caught in the inbox."""
        for conversation in changes.conversations:
            self._work.go("inbox", conversation)

    def tell(self) -> None:
        """Say in the window that something was caught."""
        self._work.tell(say("Pesan tersimpan di kotak masuk."), None)

    def _save(self, changes: Changes) -> None:
        self.running = False
        self.saved.emit(changes)

    def _refuse(self, error: KnownError) -> None:
        self.running = False
        self.refused.emit(error)


def split_paste(pasted: str) -> tuple[str, str]:
    """Part what was pasted into its first link and the rest of its text."""
    found = LINK.search(pasted)
    if found is None:
        return "", pasted.strip()
    rest = pasted[: found.start()] + pasted[found.end() :]
    return found.group(), rest.strip()


def forms() -> list[tuple[str, Form]]:
    """The forms a citizen's message can have, with their words."""
    return [(FORM_WORDS[form], form) for form in FORMS]
