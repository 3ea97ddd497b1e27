"""Above every answer: as whom it goes, where, and who will see it.

The one rule: it is always there while one writes, says the same in words as by icon, and
looks another way once somebody left what the citizen would expect.
"""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from kotakmasuk.desktop.reply.states import ComposerState
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import (
    ElidedLabel,
    IconLabel,
    Plane,
    TextLabel,
)
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import Identity


ICON = 14
ROOM_FOR_WORDS = 520  # pixels


class IdentityBanner(Plane):
    """One line of 34 px: "Dikirim sebagai @akun di Instagram", "Balasan publik".

    The button at its end holds the explicit switches.
    """

    reach_wanted = Signal(bool)
    account_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("accentSoft", edge="top")
        self._theme = theme
        self._icon = "globe"
        self._leads = ("", "")
        self._opposite: bool | None = None
        self._accounts: tuple[tuple[int, str], ...] = ()
        self._popover: ChoicePopover | None = None
        self.setObjectName("identityBanner")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        self._glyph = PlatformGlyph(theme, "")
        self._lead = TextLabel(theme)
        self._handle = TextLabel(theme, role="bodyStrong")
        self._where = ElidedLabel(theme)
        self._picture = IconLabel(theme, "globe", ICON, "text")
        self._reach = TextLabel(theme, role="bodyStrong")
        words = self.tr("Ganti akun atau cara membalas")
        self.switch = IconButton(theme, "chevron-down", words)
        self.switch.setObjectName("bannerSwitch")
        self._row.addWidget(self._glyph)
        self._row.addSpacing(4)
        self._row.addWidget(self._lead)
        self._row.addWidget(self._handle)
        self._row.addWidget(self._where, 1)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._reach)
        self._row.addWidget(self.switch)
        self.switch.clicked.connect(self.open_switches)
        self._dress()
        theme.changed.connect(self._dress)

    def show_state(self, state: ComposerState) -> None:
        """Say as whom and how openly this goes, and what it may be switched to."""
        self._opposite, self._accounts = state.opposite, state.accounts
        free = state.opposite is not None or bool(state.accounts)
        self.switch.setVisible(free and not state.note)
        self._row.setContentsMargins(14, 0, 6 if free and not state.note else 14, 0)
        if state.note:
            self._show_note()
        else:
            self._show_identity(state.identity)

    def words(self) -> str:
        """All that it says, for a screen reader."""
        said = (self._leads[0], self._handle.text(), self._where.whole_text())
        told = " ".join(one for one in said if one)
        return f"{told}, {self._reach.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in fewer words where there is no room."""
        super().resizeEvent(event)
        self._choose_lead()

    def menu(self) -> Menu:
        """The switches that this answer leaves open."""
        menu = Menu(self._theme, self.switch.accessibleName(), self)
        if self._opposite is not None:
            public = self._opposite
            words = self.tr("Balas lewat pesan langsung")
            if public:
                words = self.tr("Balas secara publik")
            menu.add(
                words,
                lambda: self.reach_wanted.emit(public),
                icon="globe" if public else "lock",
                shortcut="" if public else "Shift+R",
            )
        if self._accounts:
            words = self.tr("Kirim dari akun lain…")
            menu.add(words, self.choose_account, icon="users")
        return menu

    def open_switches(self) -> None:
        """Open them below their button."""
        corner = QPoint(0, self.switch.height())
        self.menu().popup(self.switch.mapToGlobal(corner))

    def choose_account(self) -> None:
        """Ask from which account."""
        title = self.tr("Kirim dari akun lain")
        self._popover = ChoicePopover(self._theme, title, self)
        self._popover.chosen.connect(
            lambda chosen: self.account_wanted.emit(int(chosen[0]))
        )
        offered = [Choice(str(one), words) for one, words in self._accounts]
        at = self.mapToGlobal(QPoint(14, self.height()))
        self._popover.open_choices(offered, at)

    def _show_identity(self, identity: Identity) -> None:
        platform = platform_of(identity.platform)
        name = platform.name
        self._glyph.set_letters(platform.glyph)
        self._glyph.show()
        if identity.sends:
            where = self.tr("di {platform}").format(platform=name)
            leads = (self.tr("Dikirim sebagai"), self.tr("Sebagai"))
            self._say(leads, identity.handle, where)
        else:
            where = self.tr("sebagai {account}").format(account=identity.handle)
            leads = (self.tr("Dikirim manual oleh Anda di"), self.tr("Manual di"))
            self._say(leads, name, where)
        reach = self.tr("Balasan publik") if identity.public else ""
        self._show_reach(
            "globe" if identity.public else "lock", reach or self.tr("Pesan langsung")
        )
        switched = identity.switched_account or identity.switched_public
        self._paint("warnSoft" if switched else "accentSoft", "text")

    def _show_note(self) -> None:
        """Say that what is written now never leaves the office."""
        self._glyph.hide()
        title = self.tr("Catatan internal")
        self._say((title, title), "", "")
        self._show_reach("lock", self.tr("Hanya terlihat oleh petugas"))
        self._paint("note", "noteText")

    def _say(self, leads: tuple[str, str], strong: str, where: str) -> None:
        self._leads = leads
        self._choose_lead()
        self._handle.setText(strong)
        self._where.set_text(where)

    def _choose_lead(self) -> None:
        """Fewer words where the column is narrow; a screen reader hears them all."""
        self._lead.setText(self._leads[self.width() < ROOM_FOR_WORDS])

    def _show_reach(self, icon: str, words: str) -> None:
        self._icon = icon
        self._reach.setText(words)

    def _paint(self, surface: str, ink: str) -> None:
        self._picture.show_icon(self._icon, ICON, ink)
        for label in (self._lead, self._handle, self._where, self._reach):
            if label.property("tone") != ink:
                label.set_tone(ink)
        if self.property("surface") != surface:
            self.setProperty("surface", surface)
            self.style().polish(self)
        self.setAccessibleName(self.words())

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("identityBanner"))
