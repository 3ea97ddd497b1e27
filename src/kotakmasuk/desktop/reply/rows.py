"""The thin rows of the composer: the template and its isian, the tools, the send row.

The one rule: a row shows what it is told and says what was pressed; it decides nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from kotakmasuk.desktop.reply.send_button import SendButton
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import IconLabel, KeyCap, Plane, TextLabel
from kotakmasuk.domain.accounts import platform_of


ICON = 14

ELIDED = Qt.TextElideMode.ElideRight
BESIDE_NAME = 350  # pixels that the number of isian, the link and its key take
LEAST_NAME = 110
LEAST_REASON = 130
BESIDE = 90  # pixels around and between what stands in the send row


class TemplateRow(Plane):
    """Which template, how many isian are filled, and the way to the next one."""

    template_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", edge="bottom")
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(6)
        self._name = Button(theme, self.tr("Pilih templat"), kind="quiet")
        self._name.set_icon("file-text")
        self._name.setObjectName("templateName")
        self._filled = TextLabel(theme, tone="text3")
        self._next = Button(theme, self.tr("Isian berikutnya"), kind="link")
        self._next.setToolTip(self.tr("Isian berikutnya (Tab)"))
        self._key = KeyCap(theme, "Tab")
        row.addWidget(self._name)
        row.addWidget(self._filled)
        row.addStretch(1)
        row.addWidget(self._next)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._name.clicked.connect(self.template_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._dress()
        theme.changed.connect(self._dress)

    def show_template(self, title: str, *, filled: int, asked: int) -> None:
        """Say how far the template is filled; without title or isian say less."""
        name = title or self.tr("Pilih templat")
        room = max(self.width() - BESIDE_NAME, LEAST_NAME)
        cut = self._name.fontMetrics().elidedText(name, ELIDED, room)
        self._name.setText(cut)
        self._name.setAccessibleName(name)
        self._name.setToolTip(name)
        words = self.tr("{filled} dari {asked} isian terisi")
        said = words.format(filled=filled, asked=asked) if asked else ""
        self._filled.setText(f"· {said}" if said else "")
        self._filled.setAccessibleName(said)
        for part in (self._next, self._key):
            part.setVisible(filled < asked)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("templateRow"))


class ToolRow(Plane):
    """Picture, template, unit's answer, note, and how much of the limit is used.

    `wanted` carries the tool: "attach", "template", "unit_answer" or "note".
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("", edge="")
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(2)
        self.tools: dict[str, IconButton] = {}
        for tool, icon, name, key in (
            ("attach", "paperclip", self.tr("Lampirkan gambar"), ""),
            ("template", "file-text", self.tr("Sisipkan templat"), ";"),
            ("unit_answer", "landmark", self.tr("Jawaban OPD"), ""),
            ("note", "lock", self.tr("Catatan internal"), ""),
        ):
            button = IconButton(theme, icon, name, shortcut=key)
            button.clicked.connect(self._teller(tool))
            self.tools[tool] = button
            row.addWidget(button)
        self.tools["note"].setCheckable(True)
        self._glyph = PlatformGlyph(theme, "")
        self._warning = IconLabel(theme, "triangle-alert", ICON, "warn")
        self._count = TextLabel(theme)
        self._count.setObjectName("limitCounter")
        row.addStretch(1)
        row.addWidget(self._glyph)
        row.addSpacing(4)
        row.addWidget(self._warning)
        row.addWidget(self._count)
        self._dress()
        theme.changed.connect(self._dress)

    def show_limit(self, platform: str, words: str, tone: str) -> None:
        """Show the count; a tone other than text puts a warning sign before it."""
        self._glyph.set_letters(platform_of(platform).glyph)
        self._glyph.setVisible(bool(words))
        self._count.setText(words)
        if self._count.property("tone") != tone:
            self._count.set_tone(tone)
            self._warning.show_icon("triangle-alert", ICON, tone)
        self._warning.setVisible(tone != "text2")

    def show_note(self, note: bool) -> None:  # noqa: FBT001  a state, not an option
        """Keep the button down while an internal note is written."""
        for tool, button in self.tools.items():
            button.setEnabled(tool == "note" or not note)
        self.tools["note"].setChecked(note)

    def _teller(self, tool: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(tool)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("toolRow"))


class SendRow(Plane):
    """Why it can or cannot go, the draft, and the one primary button."""

    draft_wanted = Signal()
    send_wanted = Signal()
    ways_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("", edge="")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 12)
        self._picture = IconLabel(theme, "circle-x", ICON, "danger")
        self._reason = TextLabel(theme, role="meta", wrap=True)
        self._reason.setObjectName("sendReason")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._reason.setSizePolicy(policy)
        self.more = IconButton(theme, "ellipsis", self.tr("Alat lain"))
        self.draft = Button(theme, self.tr("Simpan draf"))
        self.send = SendButton(theme)
        self.ways = IconButton(theme, "chevron-down", self.tr("Cara lain mengirim"))
        self.ways.setObjectName("sendWays")
        row.addWidget(self._picture)
        row.addWidget(self._reason, 1)
        row.addWidget(self.more)
        row.addWidget(self.draft)
        row.addWidget(self.send)
        row.addWidget(self.ways)
        row.setSpacing(6)
        self.ways.clicked.connect(self.ways_wanted)
        self._note = False
        self.draft.clicked.connect(self.draft_wanted)
        self.send.clicked.connect(self.send_wanted)

    def show_note(self, note: bool) -> None:  # noqa: FBT001  a state, not an option
        """A note has no draft to be saved."""
        self._note = note
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the draft's button out where the reason would be squeezed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What is written is saved anyway, and Esc puts it away as the button does."""
        taken = self.send.sizeHint().width() + self.draft.sizeHint().width() + BESIDE
        room = self.width() - taken >= LEAST_REASON
        self.draft.setVisible(room and not self._note)

    def show_reason(self, words: str, *, icon: str, tone: str) -> None:
        """Say what keeps it from going, or what will happen when it goes."""
        self._picture.setVisible(bool(icon))
        if icon:
            self._picture.show_icon(icon, ICON, tone)
        self._reason.setText(words)
        if self._reason.property("tone") != tone:
            self._reason.set_tone(tone)
        self.send.setAccessibleDescription(words)

    def show_send(self, words: str, *, icon: str, ready: bool) -> None:
        """Name the button by what it does; it is disabled, never hidden."""
        if self.send.text() != words:
            self.send.setText(words)
            self.send.set_icon(icon)
            self._fit()
        self.send.setAccessibleName(words)
        self.send.setEnabled(ready)
