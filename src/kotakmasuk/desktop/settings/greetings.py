"""How citizens are greeted on each platform, where one differs from the others.

The one rule: an empty field means the greeting of the agency.
"""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.settings.judging import say
from kotakmasuk.desktop.settings.presenter import SettingsPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.settings import Settings


class Greetings(QWidget):
    """A field a platform on which the agency has an account."""

    def __init__(self, theme: Theme, presenter: SettingsPresenter) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        self.edits: dict[str, QLineEdit] = {}
        self._platforms: list[str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = say("Sapaan per kanal; yang kosong memakai sapaan di atas.")
        self._lead = TextLabel(theme, words, tone="text2", wrap=True)
        column.addWidget(self._lead)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        column.addLayout(self._grid)
        presenter.loaded.connect(self.show_settings)

    def show_settings(self, settings: Settings) -> None:
        """Show a field for each connected platform, with what is set for it."""
        platforms = self._presenter.platforms()
        if platforms != self._platforms:
            self._platforms = platforms
            self._build(platforms)
        for platform, edit in self.edits.items():
            edit.setPlaceholderText(settings.greeting)
            if not edit.hasFocus():
                edit.setText(settings.greetings.get(platform, ""))

    def _build(self, platforms: list[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.edits = {}
        self.setVisible(bool(platforms))
        for place, platform in enumerate(platforms):
            edit = self.edits[platform] = QLineEdit()
            name = platform_of(platform).name
            self._grid.addWidget(Field(self._theme, name, edit), *divmod(place, 3))
            edit.editingFinished.connect(partial(self._keep, platform))

    def _keep(self, platform: str) -> None:
        self._presenter.greet(platform, self.edits[platform].text())
