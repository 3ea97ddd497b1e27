"""The pages of the wizard: choose, prepare, fill in, first fetch.

The one rule: a page shows what the manifest says; it knows no platform of its own.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.accounts.choice_card import ChoiceCard
from kotakmasuk.desktop.accounts.connecting import Offer
from kotakmasuk.desktop.accounts.frame import WorkStrip
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import IconLabel, TextLabel


_TOP = Qt.AlignmentFlag.AlignTop


class Page(QWidget):
    """A heading with a sentence; the rest is added to `column`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        self._glyph = PlatformGlyph(theme, "")
        self._glyph.hide()
        self._title = TextLabel(theme, role="dialogTitle", wrap=True)
        head.addWidget(self._glyph)
        head.addWidget(self._title, 1)
        self.column.addLayout(head)
        self._sentence = TextLabel(theme, tone="text2", wrap=True)
        self.column.addWidget(self._sentence)

    def say(self, title: str, sentence: str, glyph: str = "") -> None:
        """Show heading, sentence and perhaps the platform's badge."""
        self._glyph.set_letters(glyph)
        self._glyph.setVisible(bool(glyph))
        self._title.setText(title)
        self._sentence.setText(sentence)


class ChoosePage(Page):
    """One card a platform, and the two ways that need no permission."""

    chose_platform = Signal(object)
    chose_import = Signal()
    chose_capture = Signal()

    def __init__(self, theme: Theme, offers: Sequence[Offer]) -> None:
        super().__init__(theme)
        self.say(
            self.tr("Pilih kanal"),
            self.tr("Yang dapat disambungkan langsung dengan token milik instansi:"),
        )
        self.cards: list[ChoiceCard] = []
        for offer in offers:
            self._add(offer.name, offer.quality, offer.glyph, offer)
        label = self.tr("Tanpa izin platform")
        self.column.addSpacing(6)
        self.column.addWidget(TextLabel(theme, label, role="sectionLabel"))
        self.file_card = ChoiceCard(
            theme,
            self.tr("Impor berkas"),
            self.tr(
                "CSV, XLSX, atau JSON Lines dari unduhan platform atau rekap lama."
            ),
            icon="upload",
        )
        self.file_card.clicked.connect(self.chose_import)
        self.capture_card = ChoiceCard(
            theme,
            self.tr("Tangkap manual"),
            self.tr("Tempel tautan dan teks pesan; balasan dikirim oleh petugas."),
            icon="pencil",
        )
        self.capture_card.clicked.connect(self.chose_capture)
        self.column.addWidget(self.file_card)
        self.column.addWidget(self.capture_card)
        self.column.addStretch(1)

    def _add(self, name: str, quality: str, glyph: str, offer: Offer) -> None:
        card = ChoiceCard(self._theme, name, quality, glyph=glyph)
        card.clicked.connect(lambda: self.chose_platform.emit(offer))
        self.cards.append(card)
        self.column.addWidget(card)


class PreparePage(Page):
    """What the officer does on the platform, and what Kotak Masuk never does."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(8)
        self.column.addLayout(self._steps)
        self.column.addSpacing(8)
        label = self.tr("Yang tidak dilakukan")
        self.column.addWidget(
            TextLabel(theme, label, role="sectionLabel", tone="text2")
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, "ban", 16, "text2"), 0, _TOP)
        never = self.tr("Tidak mengunggah apa pun tanpa perintah dan ceklis")
        row.addWidget(TextLabel(theme, never, wrap=True), 1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def show_offer(self, offer: Offer) -> None:
        """Show the steps of a platform."""
        title = self.tr("Siapkan akses ke {name}").format(name=offer.name)
        self.say(title, offer.introduction, offer.glyph)
        _clear(self._steps)
        for place, step in enumerate(offer.steps, start=1):
            self._steps.addWidget(self._step(place, step))

    def _step(self, place: int, step: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        count = TextLabel(self._theme, f"{place}.", role="bodyStrong", tone="accent")
        count.setFixedWidth(18)
        row.addWidget(count, 0, _TOP)
        row.addWidget(TextLabel(self._theme, step, wrap=True), 1)
        return line


class FieldsPage(Page):
    """What the platform asks for; secrets are masked."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.edits: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.column.addLayout(self._rows)
        self.banner = StateBanner(theme)
        self.column.addWidget(self.banner)
        self.work = WorkStrip(theme)
        self.column.addWidget(self.work)
        self.column.addStretch(1)
        self.name = QLineEdit(self)
        self.name.hide()  # until a platform is chosen

    def show_offer(self, offer: Offer) -> None:
        """Show the fields of a platform, empty or with their defaults."""
        title = self.tr("Isi dan uji {name}").format(name=offer.name)
        sentence = self.tr(
            "Kotak Masuk akan bertanya kepada server siapa pemilik token ini."
        )
        self.say(title, sentence, offer.glyph)
        self.banner.hide()
        _clear(self._rows)
        self.edits, self.fields = {}, {}
        for asked in offer.fields:
            edit = QLineEdit(asked.default)
            if asked.secret:
                edit.setEchoMode(QLineEdit.EchoMode.Password)
            self._add(asked.name, asked.label, edit, asked.hint)
        self.name = QLineEdit()
        hint = self.tr("Boleh kosong; nama akunnya yang dipakai.")
        self._rows.addWidget(
            Field(self._theme, self.tr("Nama di Kotak Masuk"), self.name, hint=hint)
        )
        self.name.returnPressed.connect(self.submitted)

    def values(self) -> dict[str, str]:
        """What was typed, by the name of each field."""
        return {name: edit.text() for name, edit in self.edits.items()}

    def show_wrong(self, wrong: dict[str, str]) -> None:
        """Say beside each field what is wrong, and go to the first."""
        for name, field in self.fields.items():
            field.set_error(wrong.get(name, ""))
        for name in wrong:
            self.edits[name].setFocus(Qt.FocusReason.OtherFocusReason)
            break

    def _add(self, name: str, label: str, edit: QLineEdit, hint: str) -> None:
        edit.returnPressed.connect(self.submitted)
        self.edits[name] = edit
        self.fields[name] = Field(self._theme, label, edit, hint=hint)
        self._rows.addWidget(self.fields[name])


class FetchPage(Page):
    """Connected: the first fetch with its number, then what came of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.banner = StateBanner(theme)
        self.column.addWidget(self.banner)
        self.work = WorkStrip(theme)
        self.column.addWidget(self.work)
        self.column.addStretch(1)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
