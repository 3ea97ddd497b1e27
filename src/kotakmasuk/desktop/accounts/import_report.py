"""What came of an import: four numbers, and each line that was not taken.

The one rule: nothing is dropped in silence; a rejected line has its number and reason.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.accounts.import_parts import rejected_text
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.domain.wording import number
from kotakmasuk.services.importing import ImportReport


MOST_SHOWN = 2000


class ReportPane(QWidget):
    """Emits `asked_for_list` when the officer wants to see the conversations."""

    asked_for_list = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rejected: tuple[tuple[int, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.banner = StateBanner(theme)
        column.addWidget(self.banner)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(10)
        self._numbers: dict[str, TextLabel] = {}
        for name, words in (
            ("read", self.tr("Dibaca")),
            ("stored", self.tr("Tersimpan")),
            ("already", self.tr("Sudah ada")),
            ("rejected", self.tr("Ditolak")),
        ):
            self._figures.addWidget(self._figure(name, words))
        column.addLayout(self._figures)
        self._build_list(column)

    def _build_list(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self._title = TextLabel(theme, role="sectionLabel", tone="text2")
        column.addWidget(self._title)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setAccessibleName(self.tr("Baris yang ditolak dan alasannya"))
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy_button = Button(theme, self.tr("Salin daftar"), icon="copy")
        self.copy_button.clicked.connect(self.copy_rejected)
        self.show_button = Button(theme, self.tr("Lihat percakapan"), icon="inbox")
        self.show_button.clicked.connect(self.asked_for_list)
        row.addWidget(self.show_button)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(0)

    def show_report(self, report: ImportReport) -> None:
        """Show the numbers and what was not taken."""
        self._rejected = report.rejected
        numbers = {
            "read": report.read,
            "stored": report.stored,
            "already": report.already,
            "rejected": len(report.rejected),
        }
        for name, count in numbers.items():
            self._numbers[name].setText(number(count))
        if report.cancelled:
            strong, rest = (
                self.tr("Impor dihentikan."),
                self.tr(
                    "Yang sudah dibaca tetap tersimpan; impor lagi melanjutkannya."
                ),
            )
            self.banner.show_state("info", strong, rest)
        else:
            words = self.tr("{n} pesan baru tersimpan.").format(n=number(report.stored))
            self.banner.show_state("ok", self.tr("Impor selesai."), words)
        self._show_rejected()

    def copy_rejected(self) -> None:
        """Put line numbers and reasons on the clipboard."""
        QGuiApplication.clipboard().setText(rejected_text(self._rejected))

    def figures(self) -> dict[str, str]:
        """The four numbers as they are written."""
        return {name: label.text() for name, label in self._numbers.items()}

    def _show_rejected(self) -> None:
        some = bool(self._rejected)
        words = self.tr("Baris yang ditolak dan alasannya")
        if len(self._rejected) > MOST_SHOWN:
            words = self.tr("{words} ({n} pertama; salin untuk semuanya)")
            title = self.list.accessibleName()
            words = words.format(words=title, n=number(MOST_SHOWN))
        self._title.setText(words)
        self.list.setPlainText(rejected_text(self._rejected[:MOST_SHOWN]))
        for widget in (self._title, self.list, self.copy_button):
            widget.setVisible(some)

    def _figure(self, name: str, words: str) -> Plane:
        plane = Plane("surface", edge="card")
        column = QVBoxLayout(plane)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        column.addWidget(TextLabel(self._theme, words, role="meta", tone="text2"))
        figure = TextLabel(self._theme, "0", role="figure")
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(figure)
        self._numbers[name] = figure
        return plane
