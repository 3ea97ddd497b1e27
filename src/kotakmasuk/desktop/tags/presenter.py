"""Decides what becomes of tags; each change is told with the way to take it back.

The one rule: it holds no widget; the list always shows what the database says.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.tags import Tag, tag_name
from kotakmasuk.domain.wording import number
from kotakmasuk.services import tags as service
from kotakmasuk.services import undo


class TagsPresenter(QObject):
    """Emits the tags as they are, what was done, and what could not be done."""

    listed = Signal(object)
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `load` begins."""
        super().__init__()
        self._work = workplace
        self._done: list[tuple[str, str]] = []
        self.tags: list[Tag] = []
        workplace.lanes.changed.connect(self._take_changes)

    def load(self) -> None:
        """Read all tags with their counts."""
        self.tags = service.all_tags(self._work.lanes.reader)
        self.listed.emit(self.tags)

    def create(self, name: str) -> None:
        """Make a tag."""
        words = _say("Tag #{name} dibuat.").format(name=_plain(name))
        self._do(words, service.create, name)

    def rename(self, tag: int, name: str) -> None:
        """Give a tag another name on all its conversations."""
        words = _say("Tag #{old} sekarang bernama #{name}.")
        words = words.format(old=self._name(tag), name=_plain(name))
        self._do(words, service.rename, tag, name)

    def merge(self, tag: int, into: int) -> None:
        """Put the conversations of one tag under another."""
        words = _say("Tag #{old} digabungkan ke #{name}.")
        words = words.format(old=self._name(tag), name=self._name(into))
        self._do(words, service.merge, tag, into)

    def remove(self, tag: int) -> None:
        """Take a tag off everywhere."""
        found = self._tag(tag)
        words = _say("Tag #{name} dihapus.").format(name=self._name(tag))
        if found is not None and found.open:
            words = _say("Tag #{name} dihapus dari {n} percakapan terbuka.")
            words = words.format(name=found.name, n=number(found.open))
        self._do(words, service.remove, tag)

    def undo(self) -> bool:
        """Take the newest change back; False where there is none."""
        if not self._done:
            return False
        words, token = self._done.pop()
        told = _say("Diurungkan: {words}").format(words=words)
        self._work.lanes.write(
            undo.undo,
            token,
            then=lambda _: self.told.emit(told),
            failed=self.refused.emit,
            initiator=self,
        )
        return True

    def can_undo(self) -> bool:
        """Tell whether something of this visit can still be taken back."""
        return bool(self._done)

    def leave(self) -> None:
        """Hand the newest change to the window's toast, so that it can be undone there."""
        if self._done:
            words, token = self._done[-1]
            self._work.tell(words, token)
        self._work.lanes.changed.disconnect(self._take_changes)

    def _do(self, words: str, what: Callable[..., Changes], *given: Any) -> None:
        def tell(changes: Changes) -> None:
            if changes.undo:
                self._done.append((words, changes.undo))
                self.told.emit(words)

        self._work.lanes.write(
            what, *given, then=tell, failed=self.refused.emit, initiator=self
        )

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.tags or changes.conversations:
            self.load()

    def _tag(self, tag: int) -> Tag | None:
        return next((one for one in self.tags if one.id == tag), None)

    def _name(self, tag: int) -> str:
        found = self._tag(tag)
        return found.name if found else ""


def wrong_name(text: str) -> str:
    """Say why a text cannot be a tag's name, or nothing."""
    try:
        tag_name(text)
    except KnownError as error:
        return error.message
    return ""


def _plain(name: str) -> str:
    return name.strip() if wrong_name(name) else tag_name(name)


def _say(text: str) -> str:
    return QCoreApplication.translate("Tags", text)
