"""Asks for the passphrase or the recovery words of a data folder.

The one rule: a wrong try costs nothing and says so; trying runs away from the window.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.welcome.parts import Tile, dressed, no_database
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.errors import KnownError


MARK = 44


class UnlockDialog(QDialog):
    """Accepted as soon as something that was typed opens the folder."""

    def __init__(
        self,
        theme: Theme,
        lanes: Lanes,
        try_passphrase: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`try_passphrase` takes either; it may raise KnownError."""
        super().__init__(parent)
        self._lanes = lanes
        self._try = try_passphrase
        self._words = False
        self._over = False
        self.setWindowTitle(self.tr("Buka kotak masuk"))
        self.setAccessibleName(self.windowTitle())
        self.setFixedWidth(theme.size("dialog"))
        self.fields: dict[bool, Field] = {}
        for words, label in (
            (False, self.tr("Kata sandi")),
            (True, self.tr("Kata pemulihan, dipisah spasi")),
        ):
            edit = QLineEdit()
            if not words:
                edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.fields[words] = Field(theme, label, edit)
        self.banner = StateBanner(theme)
        self.other_button = Button(theme, "", kind="link")
        self.close_button = Button(theme, self.tr("Tutup aplikasi"))
        self.verb_button = Button(theme, self.tr("Buka kotak masuk"), kind="primary")
        self._build(theme)
        self.use_words(words=False)

    def use_words(self, *, words: bool) -> None:
        """Ask for the recovery words, or for the passphrase again."""
        self._words = words
        for kind, field in self.fields.items():
            field.setVisible(kind == words)
            field.set_error("")
        self.other_button.setText(
            self.tr("Pakai kata sandi") if words else self.tr("Pakai kata pemulihan")
        )
        self.edit().setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self) -> QLineEdit:
        """The field that is asked now."""
        return cast("QLineEdit", self.fields[self._words].control)

    def error(self) -> str:
        """What is said below the field."""
        return self.fields[self._words].error()

    def submit(self) -> None:
        """Try what was typed."""
        typed = self.edit().text()
        given = " ".join(typed.casefold().split()) if self._words else typed
        if not given or not self.verb_button.isEnabled():
            return
        self.verb_button.setEnabled(False)
        self.fields[self._words].set_error("")
        self.banner.show_state("info", self.tr("Sedang membuka…"), icon="hourglass")
        tried = self._try
        self._lanes.network(
            0, lambda _: tried(given), then=self._tried, failed=self._refuse
        )

    def done(self, result: int) -> None:
        """Close; an answer that comes later is not waited for."""
        self._over = True
        super().done(result)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Tile(theme, "lock", side=MARK, strong=True), 0, centre)
        title = TextLabel(theme, self.windowTitle(), role="dialogTitle")
        column.addWidget(title, 0, centre)
        words = self.tr(
            "Brankas kata sandi komputer ini tidak memberi kuncinya. Data Anda aman dan "
            "tetap terkunci."
        )
        column.addWidget(TextLabel(theme, words, tone="text2", wrap=True))
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.close_button, self.verb_button):
            button.set_large()
            row.addWidget(button)
        column.addLayout(row)
        self.verb_button.setDefault(True)
        self.verb_button.clicked.connect(self.submit)
        self.close_button.clicked.connect(self.reject)
        self.other_button.clicked.connect(lambda: self.use_words(words=not self._words))

    def _tried(self, opened: bool) -> None:  # noqa: FBT001  called back with the result
        if self._over:
            return
        self._rest()
        if opened:
            self.accept()
            return
        wrong = self.tr("Kata sandi tidak cocok. Periksa huruf besar-kecilnya.")
        if self._words:
            wrong = self.tr("Kata pemulihan tidak cocok. Periksa urutan dan ejaannya.")
        self.fields[self._words].set_error(wrong)
        self.edit().selectAll()
        self.edit().setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: KnownError) -> None:
        if self._over:
            return
        self._rest()
        self.banner.show_error(error)

    def _rest(self) -> None:
        self.banner.hide()
        self.verb_button.setEnabled(True)


def ask_passphrase(theme: Theme, try_passphrase: Callable[[str], bool]) -> bool:
    """Ask until something opens the folder; False when the officer gave up."""
    lanes = Lanes(open_desk=no_database, open_reader=no_database)
    with dressed(theme):
        # A field made before would keep the font that it found.
        dialog = UnlockDialog(theme, lanes, try_passphrase)
        opened = dialog.exec() == QDialog.DialogCode.Accepted
    lanes.close()
    dialog.deleteLater()
    return opened
