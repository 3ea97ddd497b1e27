"""The section *Data dan keamanan*: where the data lies, how it is locked, the check.

The one rule: the recovery words are never shown again; only what they are for is told.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from kotakmasuk.desktop.settings.presenter import SettingsPresenter
from kotakmasuk.desktop.settings.sections import Section
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.fields import Field


class Safety(Section):
    """Folder, recovery words, and *Periksa jurnal* with its result."""

    def __init__(self, theme: Theme, presenter: SettingsPresenter) -> None:
        super().__init__(theme, self._title())
        self._presenter = presenter
        self.folder = QLineEdit(presenter.folder())
        self.folder.setReadOnly(True)
        copy = IconButton(theme, "copy", self.tr("Salin alamat folder"))
        copy.clicked.connect(self._copy_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field(theme, self.tr("Folder data"), self.folder), 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)
        self.say(
            self.tr(
                "Data terenkripsi. Kata pemulihan ditampilkan satu kali saat pertama "
                "memakai; kata itu membuka data bila kata sandi atau brankas komputer "
                "hilang. Simpan catatannya terpisah dari komputer ini."
            )
        )
        self.verify_button = Button(
            theme, self.tr("Periksa jurnal"), icon="badge-check"
        )
        self.verify_button.set_large()
        self.verify_button.clicked.connect(self.verify)
        self.column.addWidget(self.verify_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.result = StateBanner(theme)
        self.column.addWidget(self.result)
        presenter.verified.connect(self._show)

    def verify(self) -> None:
        """Check chain, references and counts of the whole file."""
        self.verify_button.setEnabled(False)
        strong = self.tr("Sedang memeriksa jurnal…")
        rest = self.tr("Anda dapat terus bekerja.")
        self.result.show_state("info", strong, rest, icon="hourglass")
        self._presenter.verify()

    def _show(self, whole: bool, strong: str, words: str) -> None:  # noqa: FBT001  a slot
        self.verify_button.setEnabled(True)
        if whole:
            self.result.show_state("ok", strong, words)
            return
        advice = self.tr("Data tidak diubah. Hubungi pengelola dan simpan cadangannya.")
        self.result.show_state("danger", strong, f"{words}. {advice}")

    def _copy_folder(self) -> None:
        QGuiApplication.clipboard().setText(self.folder.text())

    def _title(self) -> str:
        return self.tr("Data dan keamanan")
