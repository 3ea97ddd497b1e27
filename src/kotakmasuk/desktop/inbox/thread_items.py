"""Turns the items of a conversation into what stands in the thread.

The one rule: every text a citizen wrote goes in masked and as plain text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.inbox.masking import masked
from kotakmasuk.desktop.inbox.wording import (
    Clock,
    day_words,
    form_phrase,
    moment_words,
    say,
    short_date,
)
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.bubble import (
    IncomingBubble,
    NoteBubble,
    OutgoingBubble,
)
from kotakmasuk.desktop.widgets.passage import Span
from kotakmasuk.desktop.widgets.thread_parts import DayLine, EventLine, ParentPostCard
from kotakmasuk.domain.inbox import Item, Thread
from kotakmasuk.domain.replies import REPLY_WORDS, ReplyState
from kotakmasuk.domain.wording import number


_STATE_ICONS = {
    "draft": "pencil",
    "queued": "layers",
    "sending": "loader",
    "unsure": "search",
    "failed": "circle-x",
}


@dataclass(frozen=True)
class Maker:
    """What every item needs: the look, the time, and how to ask for open data."""

    theme: Theme
    clock: Clock
    reveal: Callable[[IncomingBubble, str], object]
    sought: tuple[str, ...] = ()
    act: Callable[[int, QPoint], object] | None = None

    def make(self, thread: Thread) -> list[QWidget]:
        """All widgets of a thread, oldest first, with the days between them."""
        made: list[QWidget] = []
        day = ""
        for item in thread.items:
            words = day_words(self.clock, item.at)
            if words != day:
                made.append(DayLine(self.theme, words))
                day = words
            made.append(self._item(item, thread))
        return made

    def _item(self, item: Item, thread: Thread) -> QWidget:
        makers = {"out": self._answer, "note": self._note, "event": self._event}
        if item.what in makers:
            return makers[item.what](item)
        return self._message(item, thread)

    def _message(self, item: Item, thread: Thread) -> QWidget:
        hidden = masked(item.text)
        parts = [form_phrase(item.form, public=item.public)] if item.form else []
        parts.append(moment_words(self.clock, item.at))
        parts += [say("diubah warga")] if item.edited else []
        parts += [say("dihapus warga")] if item.deleted else []
        bubble = IncomingBubble(
            self.theme,
            author=item.author or thread.row.author,
            meta=" · ".join(parts),
            text=hidden.text or attached(item) or say("(tanpa teks)"),
            masked=hidden.spans,
            masked_words=hidden.words,
        )
        bubble.reveal_requested.connect(lambda: self.reveal(bubble, item.text))
        if self.act is not None and not item.deleted:
            bubble.offer_menu(say("Tindakan untuk pesan ini"))
            bubble.menu_requested.connect(partial(self.act, item.id))
        found = hits(hidden.text, self.sought)
        if found:
            bubble.passage.set_text(hidden.text, (*hidden.spans, *found))
        return bubble

    def _answer(self, item: Item) -> QWidget:
        parts = (item.author, moment_words(self.clock, item.at))
        words, icon = answer_state(item)
        return OutgoingBubble(
            self.theme,
            meta=" · ".join(part for part in parts if part),
            text=item.text or attached(item),
            state_words=words,
            state_icon=icon,
        )

    def _note(self, item: Item) -> QWidget:
        meta = f"{item.author} · {moment_words(self.clock, item.at)}"
        return NoteBubble(self.theme, meta=meta, text=item.text)

    def _event(self, item: Item) -> QWidget:
        at = moment_words(self.clock, item.at)
        words = f"{at} · {reaction_words(item)}"
        return EventLine(self.theme, REACTION_ICONS.get(item.text, "history"), words)


def post_card(theme: Theme, clock: Clock, thread: Thread) -> ParentPostCard | None:
    """The agency's own post above the thread, where there is one."""
    if not (thread.post_text or thread.post_url):
        return None
    meta = ""
    if thread.post_at:
        moment = clock.local(thread.post_at)
        meta = f"{short_date(moment.date(), year=True)}, {moment:%H.%M}"
    counted = (
        (thread.post_likes, say("{n} suka")),
        (thread.post_comments, say("{n} komentar")),
    )
    numbers = [words.format(n=number(n)) for n, words in counted if n is not None]
    return ParentPostCard(
        theme,
        title=say("Unggahan instansi"),
        meta=meta,
        text=" ".join(thread.post_text.split()),
        counts=" · ".join(numbers),
    )


def reaction_words(item: Item) -> str:
    """Say it whole: "Disukai sebagai @pemkab", or that it is still under way."""
    if item.text not in REACTED:
        return item.text
    done, doing = REACTED[item.text]
    words = say(done if item.state == ReplyState.SENT else doing)
    said = words.format(handle=item.author)
    if item.state == ReplyState.SENT:
        return said
    return f"{said} ({REPLY_WORDS[_known(item.state)]})"


REACTED = {
    "like": ("Disukai sebagai {handle}", "Suka sebagai {handle}"),
    "share": ("Dibagikan sebagai {handle}", "Bagikan sebagai {handle}"),
    "hide": ("Disembunyikan sebagai {handle}", "Sembunyikan sebagai {handle}"),
}
REACTION_ICONS = {"like": "smile", "share": "redo-2", "hide": "ban"}


def hits(text: str, sought: Iterable[str]) -> tuple[Span, ...]:
    """Where a text has the words that were searched for, whatever their case."""
    lowered = text.casefold()
    if len(lowered) != len(text):
        return ()
    spans: list[Span] = []
    for word in sought:
        at = lowered.find(word.casefold())
        while word and at >= 0:
            spans.append(Span(at, at + len(word), "hit"))
            at = lowered.find(word.casefold(), at + len(word))
    return tuple(spans)


def answer_state(item: Item) -> tuple[str, str]:
    """How an answer of ours stands, in a word and an icon."""
    if item.state:
        word = REPLY_WORDS.get(_known(item.state), item.state)
        return word, _STATE_ICONS.get(item.state, "check-check")
    if item.manual:
        return REPLY_WORDS[ReplyState.SENT_MANUALLY], "check-check"
    return REPLY_WORDS[ReplyState.SENT], "check-check"


def attached(item: Item) -> str:
    """What hangs on a message, in words: "[Foto] [Video]"."""
    pieces = (one.description or one.kind for one in item.attachments)
    return _listed(pieces)


def _listed(pieces: Iterable[str]) -> str:
    return " ".join(f"[{piece}]" for piece in pieces)


def _known(state: str) -> ReplyState:
    return ReplyState(state) if state in set(ReplyState) else ReplyState.QUEUED
