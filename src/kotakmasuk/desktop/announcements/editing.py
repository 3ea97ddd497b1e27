"""What is done to the open announcement: fields, texts, channels, pictures, ticks.

The one rule: each of these changes the sheet alone; the presenter stores and checks it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from kotakmasuk.desktop.announcements.presenter import AnnouncementsPresenter
from kotakmasuk.domain.announcements import COMMON
from kotakmasuk.domain.replies import Picture
from kotakmasuk.services import pictures


class Editing(QObject):
    """Takes what the officer types and chooses."""

    def __init__(self, presenter: AnnouncementsPresenter) -> None:
        """Work on whatever is open."""
        super().__init__(presenter)
        self._presenter = presenter

    def put(self, **fields: Any) -> None:
        """Take a field as it is typed."""
        self._presenter.change(lambda sheet: sheet.put(**fields))

    def write(self, text: str) -> None:
        """Take the words of the text that is shown."""
        self._presenter.change(lambda sheet: sheet.write(text))

    def open_text(self, platform: str) -> None:
        """Show the common text, or what goes to one platform."""
        sheet = self._presenter.sheet
        if sheet is not None:
            sheet.shown = platform
            self._presenter.show_text()

    def set_variant(self, *, wanted: bool) -> None:
        """Give the shown platform words of its own, or the common ones again."""
        sheet = self._presenter.sheet
        if sheet is None or sheet.shown == COMMON:
            return
        change = type(sheet).begin_variant if wanted else type(sheet).drop_variant
        self._presenter.change(change)
        self._presenter.show_text()
        self._presenter.check_now()

    def choose(self, account: int, chosen: bool) -> None:  # noqa: FBT001  a box's state
        """Let it go to an account, or not."""
        self._presenter.change(lambda sheet: sheet.choose(account, chosen=chosen))
        self._presenter.check_now()

    def tick(self, rule: str, ticked: bool) -> None:  # noqa: FBT001  a box's state
        """Tick or untick a rule for the text that is shown."""
        self._presenter.change(lambda sheet: sheet.tick(rule, ticked=ticked))
        self._presenter.check_now()

    def attach(self, sources: Sequence[Path | bytes]) -> None:
        """Add pictures, once each is looked at."""
        for source in sources:
            self._presenter.work.lanes.write(
                pictures.attach,
                source,
                then=self._attached,
                failed=self._presenter.failed.emit,
                initiator=self,
            )

    def describe(self, digest: str, alt: str) -> None:
        """Say in words what a picture shows."""
        self._presenter.change(lambda sheet: sheet.describe(digest, alt))

    def remove_picture(self, digest: str) -> None:
        """Leave a picture out."""
        self._presenter.change(lambda sheet: sheet.remove_picture(digest))

    def picture(self, picture: Picture) -> bytes:
        """Give the bytes of a picture, to be drawn."""
        return pictures.load(self._presenter.work.lanes.reader, picture)

    def _attached(self, picture: Picture) -> None:
        self._presenter.change(lambda sheet: sheet.add_picture(picture))
