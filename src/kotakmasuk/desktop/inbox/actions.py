"""What an officer does with conversations, each told in a toast and undone by Ctrl+Z.

The one rule: an action is sent to the writing lane at once; the screen follows what the
database then says.
"""

from collections.abc import Callable, Sequence
from typing import Any

from kotakmasuk.desktop.inbox.wording import Clock, coming_words, say
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.inbox import KIND_WORDS, STATUS_WORDS, Kind, Status
from kotakmasuk.domain.wording import number
from kotakmasuk.services import inbox as service
from kotakmasuk.services import tags


READ = "read"


class Actions:
    """Each method writes, then tells what was done and how to take it back."""

    def __init__(self, workplace: Workplace, clock: Callable[[], Clock]) -> None:
        self._work = workplace
        self._clock = clock

    def finish(self, ids: Sequence[int]) -> None:
        """Mark conversations as done."""
        self._do(say("selesai"), ids, service.set_status, Status.DONE)

    def set_status(self, ids: Sequence[int], status: Status) -> None:
        """Move conversations to a status."""
        words = say("berstatus {status}").format(status=STATUS_WORDS[status])
        self._do(words, ids, service.set_status, status)

    def set_kind(self, ids: Sequence[int], kind: Kind) -> None:
        """Say what the citizens want."""
        words = say("berjenis {kind}").format(kind=KIND_WORDS[kind])
        self._do(words, ids, service.set_kind, kind)

    def assign(self, ids: Sequence[int], officer: str) -> None:
        """Give conversations to an officer, or to nobody."""
        named = say("ditugaskan kepada {name}").format(name=officer)
        words = named if officer else say("tidak ditugaskan lagi")
        self._do(words, ids, service.assign, officer)

    def take(self, ids: Sequence[int]) -> None:
        """Give conversations to oneself."""
        self._do(say("menjadi tugas Anda"), ids, service.assign, self._work.officer())

    def snooze(self, ids: Sequence[int], until: int) -> None:
        """Put conversations away until an instant (UTC ms)."""
        words = say("ditunda s.d. {time}").format(
            time=coming_words(self._clock(), until)
        )
        self._do(words, ids, service.snooze, until)

    def mark_unread(self, ids: Sequence[int]) -> None:
        """Show conversations as unread again."""
        self._do(say("ditandai belum dibaca"), ids, service.mark_read, unread=True)

    def mark_read(self, ids: Sequence[int]) -> None:
        """Note that the officer has seen them; too small a thing to tell."""
        if ids:
            self._work.lanes.write(service.mark_read, list(ids), initiator=READ)

    def tag(self, ids: Sequence[int], name: str) -> None:
        """Set a tag by its name, making it when it is new."""
        words = say("bertag #{tag}").format(tag=name.strip().lstrip("#"))
        self._do(words, ids, tags.add_by_name, name)

    def untag(self, ids: Sequence[int], tag: int, name: str) -> None:
        """Take a tag off."""
        words = say("tanpa tag #{tag}").format(tag=name)
        self._do(words, ids, tags.set_tags, remove=[tag])

    def set_tags(
        self, ids: Sequence[int], *, add: Sequence[int], remove: Sequence[int]
    ) -> None:
        """Set some tags and take others off, as one action."""
        words = say("memiliki tag baru")
        self._do(words, ids, tags.set_tags, add=add, remove=remove)

    def reveal(self, conversation: int, then: Callable[[], object]) -> None:
        """Write down that masked personal data is shown, then show it."""
        self._work.lanes.write(
            service.reveal, conversation, then=lambda _: then(), initiator=self
        )

    def _do(
        self,
        words: str,
        ids: Sequence[int],
        what: Callable[..., Changes],
        *given: Any,
        **named: Any,
    ) -> None:
        if not ids:
            return
        many = say("{n} percakapan {words}").format(n=number(len(ids)), words=words)
        one = say("Percakapan {words}").format(words=words)
        told = one if len(ids) == 1 else many
        self._work.lanes.write(
            what, list(ids), *given, then=self._teller(told), initiator=self, **named
        )

    def _teller(self, words: str) -> Callable[[Changes], None]:
        def tell(changes: Changes) -> None:
            if changes:
                self._work.tell(words, changes.undo)

        return tell
