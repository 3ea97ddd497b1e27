"""The sections of Atur: agency, deadlines and sending, appearance.

The one rule: a section only names its settings; judging and saving are the presenter's.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.settings.bindings import Bindings
from kotakmasuk.desktop.settings.judging import (
    LONGEST_SOON,
    LONGEST_TARGET,
    UNDO_SECONDS,
)
from kotakmasuk.desktop.theme import (
    LARGEST_TEXT_PERCENT,
    SMALLEST_TEXT_PERCENT,
    Theme,
)
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.times import ZONE_CHOICES


SIZES = range(SMALLEST_TEXT_PERCENT, LARGEST_TEXT_PERCENT + 1, 10)


class Section(QWidget):
    """A title, a quiet sentence, and fields in one or two columns."""

    def __init__(self, theme: Theme, title: str, sentence: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(TextLabel(theme, title, role="columnTitle"))
        if sentence:
            self.say(sentence)

    def say(self, sentence: str) -> TextLabel:
        """Add a quiet sentence."""
        words = TextLabel(self._theme, sentence, tone="text2", wrap=True)
        self.column.addWidget(words)
        return words

    def add_pairs(self, fields: Sequence[QWidget]) -> None:
        """Add fields two by two."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, field in enumerate(fields):
            grid.addWidget(field, *divmod(place, 2))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)


class Sections(QObject):
    """Builds the sections that are nothing but settings."""

    def __init__(self, theme: Theme, bindings: Bindings) -> None:
        super().__init__()
        self._theme = theme
        self._bind = bindings

    def agency(self) -> Section:
        """What stands in the kop and under the reports."""
        bind = self._bind
        section = Section(
            self._theme,
            self.tr("Instansi"),
            self.tr("Dipakai pada kop nota dinas, ringkasan mingguan, dan templat."),
        )
        example = self.tr("mis. Pemerintah Kabupaten Sukamaju")
        section.column.addWidget(
            bind.line("agency", self.tr("Nama instansi"), hint=example)
        )
        section.add_pairs(
            (
                bind.line("unit", self.tr("Unit kerja")),
                bind.line("head_title", self.tr("Nota dinas untuk (jabatan)")),
            )
        )
        section.column.addWidget(bind.line("address", self.tr("Alamat")))
        example = self.tr("mis. Perbup Sukamaju Nomor 12 Tahun 2024 tentang Kehumasan")
        section.column.addWidget(
            bind.line("regional_basis", self.tr("Dasar hukum daerah"), hint=example)
        )
        section.add_pairs(
            (
                bind.line("sender_title", self.tr("Jabatan pembuat nota dinas")),
                bind.line("signer", self.tr("Nama penanda tangan")),
                bind.line("signer_rank", self.tr("Pangkat/golongan")),
                bind.line("signer_nip", self.tr("NIP (18 angka)")),
                bind.choice("zone", self.tr("Zona waktu"), ZONE_CHOICES),
            )
        )
        return section

    def sending(self) -> Section:
        """The clock, the time to take back, and the words of an answer."""
        bind = self._bind
        section = Section(self._theme, self.tr("Tenggat dan balasan"))
        minutes = self.tr("menit")
        section.add_pairs(
            (
                bind.number(
                    "target_minutes",
                    self.tr("Target tanggapan pertama"),
                    suffix=minutes,
                    most=LONGEST_TARGET,
                    hint=self.tr("Menit kerja; 450 menit adalah satu hari kerja."),
                ),
                bind.number(
                    "due_soon_minutes",
                    self.tr("Segera jatuh tempo bila sisa kurang dari"),
                    suffix=minutes,
                    most=LONGEST_SOON,
                ),
                bind.choice(
                    "undo_seconds",
                    self.tr("Waktu membatalkan kiriman"),
                    [(one, self._seconds(one)) for one in UNDO_SECONDS],
                ),
                bind.line("greeting", self.tr("Sapaan untuk warga")),
            )
        )
        self._add_trusted(section)
        return section

    def _add_trusted(self, section: Section) -> None:
        """What an answer may lead to, and who may agree to it elsewhere."""
        bind = self._bind
        example = self.tr("mis. https://ppid.sukamaju.example")
        section.column.addWidget(
            bind.line("ppid_link", self.tr("Tautan PPID"), hint=example)
        )
        section.column.addWidget(
            bind.words(
                "known_domains",
                self.tr("Situs tepercaya selain .go.id"),
                hint=self.tr("Dipisah koma; tautan ke situs lain diberi peringatan."),
            )
        )
        outside = self.tr("Persetujuan di luar aplikasi boleh dicatat, dengan buktinya")
        section.column.addWidget(bind.switch("approval_outside_app", outside))

    def appearance(self) -> Section:
        """Colours, rows, text size and single letters."""
        bind = self._bind
        section = Section(self._theme, self.tr("Tampilan"))
        themes = (
            ("system", self.tr("Ikuti sistem")),
            ("light", self.tr("Terang")),
            ("dark", self.tr("Gelap")),
        )
        densities = (
            ("comfortable", self.tr("Nyaman")),
            ("compact", self.tr("Padat")),
        )
        sizes = [(size, f"{size} %") for size in SIZES]
        section.add_pairs(
            (
                bind.choice("theme", self.tr("Warna"), themes),
                bind.choice("density", self.tr("Kepadatan daftar"), densities),
                bind.choice("text_size", self.tr("Ukuran teks"), sizes),
            )
        )
        letters = self.tr("Pintasan satu huruf (J, K, R, T, E, S)")
        section.column.addWidget(bind.switch("single_letters", letters))
        return section

    def _seconds(self, seconds: int) -> str:
        if not seconds:
            return self.tr("Langsung dikirim")
        return self.tr("{n} detik").format(n=seconds)
