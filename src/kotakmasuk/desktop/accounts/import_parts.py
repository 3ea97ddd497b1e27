"""The parts of the import: where a file is dropped, the first rows, the mapping, the end.

The one rule: what a column was taken for is shown before anything is stored.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.accounts.importing import FIELDS, NEEDED, Looked, field_words
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.desktop.widgets.times import ZONE_CHOICES


ENDINGS = "*.csv *.tsv *.txt *.xlsx *.jsonl *.ndjson *.json"
MAPPING_COLUMNS = 3
CELL = 60
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class DropPlane(Plane):
    """Emits `dropped` with a path, `asked` when the button is pressed."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("sunken", edge="card")
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(IconLabel(theme, "upload", 30, "text3"), 0, _CENTRE)
        lead = self.tr("Letakkan berkas CSV, XLSX, atau JSON Lines di sini")
        column.addWidget(TextLabel(theme, lead, role="bodyStrong"), 0, _CENTRE)
        rest = self.tr("Baris yang sudah pernah diimpor tidak digandakan.")
        column.addWidget(TextLabel(theme, rest, tone="text2"), 0, _CENTRE)
        column.addSpacing(6)
        self.button = Button(theme, self.tr("Pilih berkas…"), kind="primary")
        self.button.set_large()
        self.button.clicked.connect(self.asked)
        column.addWidget(self.button, 0, _CENTRE)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file."""
        if _local_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which file it was."""
        path = _local_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


class PreviewModel(QAbstractTableModel):
    """The first rows of the file as they were read."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(
        self, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
    ) -> None:
        """Show these rows under these titles."""
        self.beginResetModel()
        self._columns, self._rows = columns, rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """One column a column."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's beginning; the tooltip has more of it."""
        cells = self._rows[index.row()]
        words = cells[index.column()] if index.column() < len(cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(words[: CELL * 2].split())[:CELL]
        return words[:500] if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The column's own title."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._columns[section]


class MappingPane(QWidget):
    """For each field of a message the column it comes from, and the account."""

    changed = Signal()

    def __init__(self, theme: Theme, zone: str) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self.fields: dict[str, Field] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.account = QLineEdit()
        self.account.textChanged.connect(self.changed)
        name = Field(theme, self.tr("Simpan sebagai kanal"), self.account)
        self.fields["account"] = name
        grid.addWidget(name, 0, 0, 1, 2)
        self.zone = QComboBox()
        for key, words in ZONE_CHOICES:
            self.zone.addItem(words, key)
        self.zone.setCurrentIndex(max(self.zone.findData(zone), 0))
        grid.addWidget(Field(theme, self.tr("Zona waktu berkas"), self.zone), 0, 2)
        for place, field in enumerate(FIELDS):
            box = QComboBox()
            box.currentIndexChanged.connect(self.changed)
            label = field_words(field)
            words = self.tr("{label} (wajib)").format(label=label)
            self.fields[field] = Field(theme, words if field in NEEDED else label, box)
            self.boxes[field] = box
            row, column = divmod(place, MAPPING_COLUMNS)
            grid.addWidget(self.fields[field], row + 1, column)
        for column in range(MAPPING_COLUMNS):
            grid.setColumnStretch(column, 1)

    def show_columns(self, looked: Looked) -> None:
        """Offer the file's columns, with what was guessed already chosen."""
        for field, box in self.boxes.items():
            box.blockSignals(True)  # noqa: FBT003  Qt's own signature
            box.clear()
            box.addItem(self.tr("(tidak dipakai)"), "")
            for column in looked.columns:
                box.addItem(column, column)
            place = box.findData(looked.guessed.get(field, ""))
            box.setCurrentIndex(max(place, 0))
            box.blockSignals(False)  # noqa: FBT003
        self.changed.emit()

    def mapping(self) -> dict[str, str]:
        """Field to column, as chosen now."""
        chosen = {field: box.currentData() for field, box in self.boxes.items()}
        return {field: column for field, column in chosen.items() if column}

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say beside each field what is missing."""
        for name, field in self.fields.items():
            field.set_error(wrong.get(name, ""))


def file_filter(all_words: str) -> str:
    """The endings that are read, for the file chooser."""
    return f"{all_words} ({ENDINGS})"


def rejected_text(rejected: Sequence[tuple[int, str]]) -> str:
    """The lines that were not taken, one a row, as they are copied."""
    return "\n".join(f"{line}\t{reason}" for line, reason in rejected)


def _local_file(event: QDropEvent) -> Path | None:
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
