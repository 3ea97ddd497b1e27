"""The words of an announcement: one text for all, and a variant where a platform has one.

The one rule: each platform's counter counts as that platform does.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.announcements.lent import Lent
from kotakmasuk.desktop.announcements.sheet import Sheet
from kotakmasuk.desktop.announcements.wording import (
    EXAMPLE,
    moment_text,
    read_moment,
    sheet_name,
)
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.tabs import TabStrip
from kotakmasuk.domain.announcements import COMMON
from kotakmasuk.domain.replies import Limit


KINDS = "Gambar (*.png *.jpg *.jpeg *.webp *.gif)"
LEAST = 150
LEAST_READ = 96


class TextPart(QWidget):
    """Emits which text was opened, whether it is a variant, and what was attached."""

    opened = Signal(str)
    variant_wanted = Signal(bool)
    attached = Signal(list)
    scheduled = Signal(object)

    def __init__(self, theme: Theme, lent: Lent) -> None:
        """Editor and pictures are the composer's own."""
        super().__init__()
        self._theme = theme
        self._lent = lent
        self._zone = "Asia/Jakarta"
        self._names: list[tuple[str, str]] = []
        self._tabs: TabStrip | None = None
        self.editor = lent.editor
        self.pictures = lent.pictures
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._tab_row = QHBoxLayout()
        column.addLayout(self._tab_row)
        frame = Plane("surface", edge="card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self.editor.setMinimumHeight(LEAST)
        words = self.tr("Tulis isinya sekali untuk semua kanal.")
        self.editor.setPlaceholderText(words)
        self.editor.setAccessibleName(self.tr("Isi pengumuman"))
        inside.addWidget(self.editor)
        inside.addWidget(self.pictures)
        inside.addLayout(self._tools())
        column.addWidget(frame)
        self.fault = TextLabel(theme, role="meta", tone="danger", wrap=True)
        self.fault.hide()
        column.addWidget(self.fault)
        column.addLayout(self._schedule())

    def show_sheet(self, sheet: Sheet, zone: str) -> None:
        """Fill the parts beside the words anew for another announcement."""
        self._zone = zone
        begins = sheet.announcement.not_before
        self.when.setText(moment_text(begins, zone))
        self.later.setChecked(begins is not None)
        self.when_field.setVisible(begins is not None)

    def show_state(self, sheet: Sheet, count: Callable[[int, str], Limit]) -> None:
        """Show tabs, counters and pictures as they stand."""
        self._show_tabs(sheet)
        self._show_counts(sheet, count)
        own = sheet.shown != COMMON and sheet.shown in sheet.announcement.variants
        borrowed = sheet.shown != COMMON and not own
        self.variant.setVisible(sheet.shown != COMMON and sheet.editable)
        words = self.tr("Pakai teks bersama lagi")
        make = self.tr("Buat varian untuk {name}").format(name=sheet_name(sheet.shown))
        self.variant.setText(words if own else make)
        self.editor.setReadOnly(borrowed or not sheet.editable)
        self.pictures.show_pictures(sheet.announcement.pictures)
        self.pictures.setEnabled(sheet.editable)
        self.attach.setVisible(sheet.editable)
        self.later.setVisible(sheet.editable)
        self.when.setReadOnly(not sheet.editable)
        self.editor.setMinimumHeight(LEAST if sheet.editable else LEAST_READ)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say below the text what keeps it back."""
        said = faults.get("text") or faults.get("pictures", "")
        self.fault.setText(said)
        self.fault.setVisible(bool(said))
        self.when_field.set_error(faults.get("not_before", ""))

    def _show_tabs(self, sheet: Sheet) -> None:
        names = [(one, _title(sheet, one)) for one in (COMMON, *sheet.platforms())]
        if self._tabs is None or names != self._names:
            self._make_tabs(names)
        if self._tabs is not None:
            self._tabs.open_tab(sheet.shown)

    def _make_tabs(self, names: list[tuple[str, str]]) -> None:
        if self._tabs is not None:
            self._tab_row.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
        self._names = names
        self._tabs = TabStrip(self._theme, names)
        self._tabs.setAccessibleName(self.tr("Teks menurut kanal"))
        self._tabs.chosen.connect(self.opened)
        self._tab_row.addWidget(self._tabs)

    def _show_counts(self, sheet: Sheet, count: Callable[[int, str], Limit]) -> None:
        parts, tone = [], "text2"
        seen: set[str] = set()
        for account in sheet.accounts_shown():
            platform = sheet.places[account].platform
            if platform in seen:
                continue
            seen.add(platform)
            words, ink = self._lent.limit_words(count(account, sheet.text))
            tone = ink if ink == "danger" or tone == "text2" else tone
            parts.append(f"{sheet_name(platform)} {words}")
        self.counter.setText("  ·  ".join(parts))
        self.counter.set_tone(tone)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 10, 6)
        row.setSpacing(8)
        add = self.tr("Tambah gambar…")
        self.attach = Button(self._theme, add, kind="quiet", icon="image")
        self.attach.clicked.connect(self._choose_pictures)
        self.variant = Button(self._theme, "", kind="link")
        self.variant.clicked.connect(self._say_variant)
        self.counter = TextLabel(self._theme, role="meta", tone="text2", wrap=True)
        row.addWidget(self.attach)
        row.addWidget(self.variant)
        row.addWidget(self.counter, 1)
        return row

    def _schedule(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.later = QCheckBox(self.tr("Terbitkan nanti"))
        self.when = QLineEdit()
        self.when.setPlaceholderText(f"mis. {EXAMPLE}")
        self.when_field = Field(self._theme, self.tr("Waktu terbit"), self.when)
        self.later.clicked.connect(self._say_scheduled)
        self.when.textEdited.connect(self._say_scheduled)
        row.addWidget(self.later)
        row.addWidget(self.when_field, 1)
        row.addStretch(1)
        return row

    def _say_scheduled(self) -> None:
        later = self.later.isChecked()
        self.when_field.setVisible(later)
        self.scheduled.emit(
            read_moment(self.when.text(), self._zone) if later else None
        )

    def _say_variant(self) -> None:
        self.variant_wanted.emit(self.editor.isReadOnly())

    def _choose_pictures(self) -> None:
        title = self.tr("Tambah gambar")
        files, _ = QFileDialog.getOpenFileNames(self, title, "", KINDS)
        if files:
            self.attached.emit(files)


def _title(sheet: Sheet, platform: str) -> str:
    """A platform with words of its own says so in its tab."""
    own = platform in sheet.announcement.variants
    return f"{sheet_name(platform)} (varian)" if own else sheet_name(platform)
