"""The sheet on the desk: one answer, or note, and all that is known of it now.

The one rule: answer and note never share their words, so neither can be sent as the
other.
"""

from dataclasses import dataclass, field

from kotakmasuk.desktop.reply import wording
from kotakmasuk.desktop.reply.marks import Finding
from kotakmasuk.desktop.reply.states import ComposerState
from kotakmasuk.desktop.reply.ticks import Ticks
from kotakmasuk.desktop.reply.wording import say
from kotakmasuk.domain.checklist import FAILED
from kotakmasuk.domain.replies import Identity
from kotakmasuk.domain.templates import placeholders, unfilled
from kotakmasuk.services.checklist import CheckView


@dataclass
class Sheet:
    """What is being written, for whom, and what the last check said."""

    conversation: int
    identity: Identity
    answer: str = ""
    template: str = ""
    note: bool = False
    note_text: str = ""
    saved: str | None = None
    sending: bool = False
    view: CheckView | None = None
    ticks: Ticks = field(default_factory=Ticks)

    def __post_init__(self) -> None:
        """What was read is what is saved."""
        self.saved = self.answer

    @property
    def text(self) -> str:
        """The words in the editor: the note's or the answer's."""
        return self.note_text if self.note else self.answer

    def take(self, text: str) -> None:
        """Keep the words of the editor."""
        if self.note:
            self.note_text = text
        else:
            self.answer = text

    @property
    def ready(self) -> bool:
        """True when it may go, or when the note may be saved."""
        if self.sending:
            return False
        if self.note:
            return bool(self.note_text.strip())
        return self.view is not None and self.view.passed

    def findings(self) -> list[Finding]:
        """The places that failed checks point at; an open isian has its own look."""
        holes = {(hole.start, hole.end) for hole in unfilled(self.text)}
        results = self.view.results if self.view else ()
        return [
            Finding(span.start, span.end)
            for one in results
            if one.outcome == FAILED
            for span in one.spans
            if (span.start, span.end) not in holes
        ]


def composer_state(
    sheet: Sheet, title: str, body: str, *, seconds: int
) -> ComposerState:
    """Everything around the text; `title` and `body` are the chosen template's."""
    if sheet.note:
        return _note_state(sheet)
    count, tone = "", "text2"
    if sheet.view is not None:
        count, tone = wording.limit_words(sheet.view.limit)
    asked = len(placeholders(body))
    left = len({hole.name for hole in unfilled(sheet.text)})
    reason, icon, ink = _reason(sheet, seconds)
    manual = not sheet.identity.sends
    return ComposerState(
        identity=sheet.identity,
        template=title,
        filled=max(0, max(asked, left) - left),
        asked=max(asked, left),
        count=count,
        count_tone=tone,
        reason=reason,
        reason_icon=icon,
        reason_tone=ink,
        send=say("Salin dan buka") if manual else say("Kirim"),
        send_icon="copy" if manual else "send",
        ready=sheet.ready,
    )


def _note_state(sheet: Sheet) -> ComposerState:
    empty = "" if sheet.ready else say("Tulis catatannya lebih dulu.")
    return ComposerState(
        identity=sheet.identity,
        note=True,
        reason=empty,
        reason_tone="noteText",
        send=say("Simpan catatan"),
        send_icon="lock",
        ready=sheet.ready,
    )


def _reason(sheet: Sheet, seconds: int) -> tuple[str, str, str]:
    """Why it cannot go, or what happens when it does: words, icon, tone."""
    if sheet.sending:
        return say("Memasukkan ke antrean…"), "loader", "text2"
    if not sheet.answer.strip():
        return say("Belum dapat dikirim: balasan masih kosong"), "pencil", "text2"
    results = sheet.view.results if sheet.view else ()
    if blocked := wording.reason_words(results):
        return blocked, "circle-x", "danger"
    return _prospect(sheet.identity, seconds)


def _prospect(identity: Identity, seconds: int) -> tuple[str, str, str]:
    """What happens when it goes."""
    if not identity.sends:
        by_hand = say("Anda kirim sendiri: teks disalin dan percakapan dibuka.")
        return identity.reason or by_hand, "copy", "text2"
    if not seconds:
        return say("Langsung dikirim; tidak dapat dibatalkan."), "send", "text2"
    words = say("Setelah Kirim: dikirim {n} detik lagi; masih dapat dibatalkan")
    return words.format(n=seconds), "undo-2", "text2"
