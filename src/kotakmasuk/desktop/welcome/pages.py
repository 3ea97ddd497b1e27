"""The pages of the first run before there is an inbox: who, and how it is locked.

The one rule: what is wrong stands below its field; what was typed stays.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import (
    LARGEST_TEXT_PERCENT,
    SMALLEST_TEXT_PERCENT,
    Theme,
)
from kotakmasuk.desktop.welcome.parts import Page
from kotakmasuk.desktop.welcome.presenter import (
    Introduction,
    wrong_introduction,
    wrong_passphrase,
)
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import IconLabel, TextLabel
from kotakmasuk.desktop.widgets.times import ZONE_CHOICES
from kotakmasuk.domain.errors import KnownError


class WhoPage(Page):
    """Agency, officer and zone; or a look at the example first."""

    went_on = Signal()
    asked_for_demo = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self._title(), self._sentence(), marked=True)
        self.agency = QLineEdit()
        self.officer = QLineEdit()
        self.zone = QComboBox()
        for key, words in ZONE_CHOICES:
            self.zone.addItem(words, key)
        self.agency.setPlaceholderText(self.tr("mis. Pemerintah Kabupaten Sukamaju"))
        self.officer.setPlaceholderText(self.tr("mis. Sari Rahmawati"))
        self.fields = {
            "agency": Field(theme, self.tr("Nama instansi"), self.agency),
            "officer": Field(theme, self.tr("Nama Anda sebagai petugas"), self.officer),
        }
        for field in self.fields.values():
            self.column.addWidget(field)
        self.column.addWidget(Field(theme, self.tr("Zona waktu"), self.zone))
        self.next_button = Button(theme, self.tr("Lanjutkan"), kind="primary")
        self.add_buttons(self.next_button)
        self._build_below(theme)
        self.next_button.clicked.connect(self.go_on)
        self.agency.returnPressed.connect(self.officer.setFocus)
        self.officer.returnPressed.connect(self.go_on)

    def introduction(self) -> Introduction:
        """What was typed."""
        return Introduction(
            agency=self.agency.text(),
            officer=self.officer.text(),
            zone=self.zone.currentData(),
            text_size=self._theme.text_percent,
        )

    def go_on(self) -> None:
        """Go on when nothing is missing."""
        wrong = wrong_introduction(self.agency.text(), self.officer.text())
        for name, field in self.fields.items():
            field.set_error(wrong.get(name, ""))
        if wrong:
            self.fields[next(iter(wrong))].control.setFocus()
        else:
            self.went_on.emit()

    def _build_below(self, theme: Theme) -> None:
        demo = self.demo_button = Button(
            theme, self.tr("Lihat data contoh dulu"), kind="link"
        )
        demo.clicked.connect(self.asked_for_demo)
        self.percent = QComboBox()
        self.percent.setAccessibleName(self.tr("Ukuran teks"))
        for size in range(SMALLEST_TEXT_PERCENT, LARGEST_TEXT_PERCENT + 1, 10):
            self.percent.addItem(f"{size} %", size)
        self.percent.setCurrentIndex(self.percent.findData(theme.text_percent))
        self.percent.activated.connect(self._resize)
        self.below.addStretch(1)
        self.below.addWidget(demo)
        self.below.addWidget(IconLabel(theme, "type", 16, "text2"))
        self.below.addWidget(TextLabel(theme, self.tr("Ukuran teks"), tone="text2"))
        self.below.addWidget(self.percent)
        self.below.addStretch(1)

    def _resize(self, place: int) -> None:
        self._theme.set_text_percent(self.percent.itemData(place))

    def _title(self) -> str:
        return self.tr("Selamat datang di Kotak Masuk")

    def _sentence(self) -> str:
        return self.tr(
            "Semua aduan, pertanyaan, dan sebutan warga di satu tempat. Data tersimpan "
            "di komputer ini."
        )


class LockPage(Page):
    """The keyring was found, or a passphrase twice."""

    went_on = Signal(object)
    went_back = Signal()

    def __init__(self, theme: Theme, *, has_keyring: bool) -> None:
        super().__init__(theme, self._title(), self._sentence())
        self._has_keyring = has_keyring
        self.passphrase = QLineEdit()
        self.again = QLineEdit()
        self.fields: dict[str, Field] = {}
        self.banner = StateBanner(theme)
        self.column.addWidget(self.banner)
        if has_keyring:
            found = self.tr(
                "Kuncinya disimpan di sana; tidak ada kata sandi tambahan yang perlu "
                "diingat."
            )
            strong = self.tr("Brankas kata sandi komputer ini ditemukan.")
            self.banner.show_state("ok", strong, found, icon="key-round")
        self._form = QWidget()
        self._form.setVisible(not has_keyring)
        self.column.addWidget(self._form)
        self._ask(theme)
        self.back_button = Button(theme, self.tr("Kembali"))
        self.next_button = Button(theme, self.tr("Buat kotak masuk"), kind="primary")
        self.add_buttons(self.back_button, self.next_button)
        self.back_button.clicked.connect(self.went_back)
        self.next_button.clicked.connect(self.go_on)

    def go_on(self) -> None:
        """Hand the passphrase on, or None where the keyring has the key."""
        if self._has_keyring:
            self.went_on.emit(None)
            return
        wrong = wrong_passphrase(self.passphrase.text(), self.again.text())
        for name, field in self.fields.items():
            field.set_error(wrong.get(name, ""))
        if wrong:
            self.fields[next(iter(wrong))].control.setFocus()
        else:
            self.went_on.emit(self.passphrase.text())

    def wait(self) -> None:
        """Say that the inbox is being made."""
        self.next_button.setEnabled(False)
        self.back_button.setEnabled(False)
        strong = self.tr("Sedang membuat kotak masuk…")
        self.banner.show_state("info", strong, icon="hourglass")

    def refuse(self, error: KnownError) -> None:
        """Say why it could not be made; a keyring that fails leaves the passphrase."""
        self.rest()
        self._has_keyring = False
        self._form.show()
        self.banner.show_error(error)

    def rest(self) -> None:
        """Let the buttons work again."""
        self.next_button.setEnabled(True)
        self.back_button.setEnabled(True)

    def forget(self) -> None:
        """Let the passphrase go as soon as it was used."""
        self.passphrase.clear()
        self.again.clear()

    def _ask(self, theme: Theme) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        words = self.tr(
            "Tanpa brankas kata sandi, buat satu kata sandi; Kotak Masuk menanyakannya "
            "setiap kali dibuka."
        )
        column.addWidget(TextLabel(theme, words, wrap=True))
        hint = self.tr("mis. empat kata yang mudah Anda ingat")
        every = (
            ("passphrase", self.tr("Kata sandi"), self.passphrase, hint),
            ("again", self.tr("Ulangi kata sandi"), self.again, ""),
        )
        for name, label, edit, below in every:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.fields[name] = Field(theme, label, edit, hint=below)
            column.addWidget(self.fields[name])
        self.passphrase.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.go_on)

    def _title(self) -> str:
        return self.tr("Lindungi data warga")

    def _sentence(self) -> str:
        return self.tr("Semua pesan disimpan terenkripsi di komputer ini.")
