"""The section that leads to what an agency keeps itself: checklist and public contacts.

The one rule: both have a page of their own; here stands only the way.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from kotakmasuk.desktop.settings.sections import Section
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.workplace import Page


class Keeping(Section):
    """A button a page, each with what is found there."""

    def __init__(self, theme: Theme, go: Callable[[Page, object], None]) -> None:
        super().__init__(theme, self._title())
        self.checklist_button = self._way(
            self.tr("Ceklis etika…"),
            "badge-check",
            self.tr(
                "Butir, acuan, kata-kata, masa pemilihan, dan yang perlu disetujui."
            ),
        )
        self.contacts_button = self._way(
            self.tr("Kontak resmi…"),
            "landmark",
            self.tr("Nomor, alamat, dan pejabat yang boleh disebut di ruang publik."),
        )
        self.checklist_button.clicked.connect(lambda: go("checklist", None))
        self.contacts_button.clicked.connect(lambda: go("contacts", None))

    def _way(self, words: str, icon: str, sentence: str) -> Button:
        button = Button(self._theme, words, icon=icon)
        button.set_large()
        button.setAccessibleDescription(sentence)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(TextLabel(self._theme, sentence, tone="text2", wrap=True), 1)
        self.column.addLayout(row)
        return button

    def _title(self) -> str:
        return self.tr("Ceklis dan kontak resmi")
