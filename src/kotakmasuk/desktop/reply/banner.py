"""Above every answer: as whom it goes, where, and who will see it.

The one rule: it is always there while one writes, and says the same in words as by icon.
"""

from PySide6.QtWidgets import QHBoxLayout

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import (
    ElidedLabel,
    IconLabel,
    Plane,
    TextLabel,
)
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import Identity


ICON = 14


class IdentityBanner(Plane):
    """One line of 34 px: "Dikirim sebagai @akun di Instagram", "Balasan publik"."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("accentSoft", edge="top")
        self._theme = theme
        self._icon = "globe"
        self.setObjectName("identityBanner")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(4)
        self._glyph = PlatformGlyph(theme, "")
        self._lead = TextLabel(theme)
        self._handle = TextLabel(theme, role="bodyStrong")
        self._where = ElidedLabel(theme)
        self._picture = IconLabel(theme, "globe", ICON, "text")
        self._reach = TextLabel(theme, role="bodyStrong")
        row.addWidget(self._glyph)
        row.addSpacing(4)
        row.addWidget(self._lead)
        row.addWidget(self._handle)
        row.addWidget(self._where, 1)
        row.addWidget(self._picture)
        row.addWidget(self._reach)
        self._dress()
        theme.changed.connect(self._dress)

    def show_identity(self, identity: Identity) -> None:
        """Say as whom and how openly this answer goes."""
        platform = platform_of(identity.platform)
        name = platform.name
        self._glyph.set_letters(platform.glyph)
        self._glyph.show()
        if identity.sends:
            where = self.tr("di {platform}").format(platform=name)
            self._say(self.tr("Dikirim sebagai"), identity.handle, where)
        else:
            where = self.tr("sebagai {account}").format(account=identity.handle)
            self._say(self.tr("Dikirim manual oleh Anda di"), name, where)
        reach = self.tr("Balasan publik") if identity.public else ""
        self._show_reach(
            "globe" if identity.public else "lock", reach or self.tr("Pesan langsung")
        )
        self._paint("accentSoft", "text")

    def show_note(self) -> None:
        """Say that what is written now never leaves the office."""
        self._glyph.hide()
        self._lead.setText(self.tr("Catatan internal"))
        self._handle.setText("")
        self._where.set_text("")
        self._show_reach("lock", self.tr("Hanya terlihat oleh petugas"))
        self._paint("note", "noteText")

    def words(self) -> str:
        """All that it says, for a screen reader."""
        parts = (self._lead, self._handle)
        said = [part.text() for part in parts if part.text()]
        where = self._where.whole_text()
        return ", ".join((" ".join([*said, where]).strip(), self._reach.text()))

    def _say(self, lead: str, strong: str, where: str) -> None:
        self._lead.setText(lead)
        self._handle.setText(strong)
        self._where.set_text(where)

    def _show_reach(self, icon: str, words: str) -> None:
        self._icon = icon
        self._reach.setText(words)

    def _paint(self, surface: str, ink: str) -> None:
        self._picture.show_icon(self._icon, ICON, ink)
        for label in (self._lead, self._handle, self._where, self._reach):
            label.set_tone(ink)
        self.setProperty("surface", surface)
        self.style().polish(self)
        self.setAccessibleName(self.words())

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("identityBanner"))
