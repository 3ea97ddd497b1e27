"""Internal notes: begun ones by conversation, and their way into the thread.

The one rule: leaving a note half written loses nothing while the program runs.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import inbox


class Notes(QObject):
    """What stands in the note of each conversation."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self._texts: dict[int, str] = {}

    def of(self, conversation: int) -> str:
        """The words begun there."""
        return self._texts.get(conversation, "")

    def keep(self, conversation: int, text: str) -> None:
        """Remember the words."""
        self._texts[conversation] = text

    def save(
        self, conversation: int, text: str, failed: Callable[[KnownError], object]
    ) -> None:
        """Put the note into the thread; where that fails the words are kept."""
        self._texts.pop(conversation, None)

        def keep_and_tell(error: KnownError) -> None:
            self.keep(conversation, text)
            failed(error)

        self._work.lanes.write(
            inbox.add_note,
            conversation,
            text,
            then=self._tell,
            failed=keep_and_tell,
            initiator=self,
        )

    def _tell(self, changes: Changes) -> None:
        self._work.tell(self.tr("Catatan disimpan"), changes.undo)
