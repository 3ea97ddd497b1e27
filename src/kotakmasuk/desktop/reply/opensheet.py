"""The sheet that is open now, handed to all who decide something about it.

The one rule: whoever changed it says so once, by `touch`, and the presenter checks and
shows it anew.
"""

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.reply.sheet import Sheet
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import Template


class OpenSheet(QObject):
    """At most one sheet; `failed` carries a KnownError to be shown above the buttons."""

    touched = Signal()
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Nothing is open yet."""
        super().__init__()
        self.work = workplace
        self.sheet: Sheet | None = None
        self.templates: list[Template] = []

    def touch(self) -> None:
        """Say that something but the words was changed."""
        self.touched.emit()

    def fail(self, error: KnownError) -> None:
        """Show what went wrong."""
        self.failed.emit(error)

    def used(self) -> list[Template]:
        """The templates in the open candidate, in their order."""
        if self.sheet is None:
            return []
        known = {one.uid: one for one in self.templates}
        return [known[uid] for uid in self.sheet.composition.templates if uid in known]
