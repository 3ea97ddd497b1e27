"""Pita keadaan: the strip that says what is wrong, and what can be done.

The one rule: it states what happened and that nothing was lost; the colour only helps.
"""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane
from kotakmasuk.desktop.widgets.passage import Passage, Span
from kotakmasuk.domain.errors import KnownError


BannerKind = Literal["offline", "warn", "danger", "info", "ok", "note"]

_LOOKS = {
    "offline": ("wifi-off", "warn", "warnSoft"),
    "warn": ("triangle-alert", "warn", "warnSoft"),
    "danger": ("circle-x", "danger", "dangerSoft"),
    "info": ("info", "accent", "accentSoft"),
    "ok": ("circle-check", "ok", "okSoft"),
    "note": ("lock", "noteText", "note"),
}


class StateBanner(Plane):
    """One strip; `acted` is emitted when its button is pressed."""

    acted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start hidden; `show_state` shows it."""
        super().__init__("warnSoft", edge="strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        self._icon = IconLabel(theme, "info", 16, "accent")
        self._words = Passage(theme, role="body")
        self._action = Button(theme, "")
        self._action.clicked.connect(self.acted)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self.hide()

    def show_state(
        self,
        kind: BannerKind,
        strong: str,
        text: str = "",
        *,
        action: str = "",
        icon: str = "",
    ) -> None:
        """Show the strip: the first words bold, and a button where action is given."""
        standard, ink, surface = _LOOKS[kind]
        self._icon.show_icon(icon or standard, 16, ink)
        self.setProperty("surface", surface)
        self.style().polish(self)
        whole = f"{strong} {text}".strip()
        self._words.set_text(whole, (Span(0, len(strong), "strong"),))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(whole)
        self.show()

    def show_error(self, error: KnownError, *, action: str = "") -> None:
        """Say what happened, what was kept and what to do."""
        self.show_state("danger", error.message, error.advice, action=action)

    def words(self) -> str:
        """What the strip says."""
        return self._words.text()
