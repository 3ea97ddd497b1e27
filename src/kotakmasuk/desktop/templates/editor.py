"""The fields of one template: what it is called, what it says, what stands behind it.

The one rule: what is wrong stands under its own field, with an example of what works.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.templates.body_part import BodyPart
from kotakmasuk.desktop.templates.counts_line import CountsLine
from kotakmasuk.desktop.templates.editor_head import EditorHead
from kotakmasuk.desktop.templates.isian_table import IsianTable
from kotakmasuk.desktop.templates.picture_rows import Load, PictureRows
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.day_field import DayField
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.template_tables import tags_in
from kotakmasuk.domain.templates import Template, shortcut_of


NARROW = 640  # pixels of the editor at the usual text size
TOP = Qt.AlignmentFlag.AlignTop
VARIANT = "variants."


class TemplateEditor(Plane):
    """The middle of the page; `written` at each change by hand."""

    written = Signal()

    def __init__(self, theme: Theme, load: Load) -> None:
        """`load` gives the bytes of a picture."""
        super().__init__("surface")
        self._theme = theme
        self._filling = False
        self.head = EditorHead(theme)
        self.problem = StateBanner(theme)
        self.body = BodyPart(theme)
        self.counts = CountsLine(theme)
        self.isian = IsianTable(theme)
        self.pictures = PictureRows(theme, load)
        self._make_fields(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scrolled(self._laid_out()), 1)
        self._connect()

    def show_template(self, template: Template, version: str) -> None:
        """Fill the fields; without a version it was never saved."""
        self._filling = True
        self.title.setText(template.title)
        self.folder.setEditText(template.folder)
        self.shortcut.setText(template.shortcut)
        self.basis.setText(template.basis)
        self.owner.setText(template.owner)
        self.expires.show_iso(template.expires_on)
        self.tags.setText(", ".join(template.tags))
        self.body.show_bodies(template.body, template.variants)
        self.pictures.show_pictures(template.pictures)
        self._filling = False
        name = template.title if version else self.tr("Templat baru")
        self.head.show_known(name, version)
        self.problem.hide()
        self.isian.show_body(self.body.text.toPlainText())

    def show_folders(self, folders: Sequence[str]) -> None:
        """Offer the categories that exist; another one can be typed."""
        with QSignalBlocker(self.folder):
            typed = self.folder.currentText()
            self.folder.clear()
            self.folder.addItems(list(folders))
            self.folder.setEditText(typed)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say beside each field what is wrong, and go to the first of them."""
        for name, field in self.fields.items():
            field.set_error(faults.get(name, ""))
        wrong = next((name for name in faults if name.startswith(VARIANT)), "")
        self.body.set_error("", faults.get("body", ""))
        if wrong and "body" not in faults:
            self.body.set_error(wrong.removeprefix(VARIANT), faults[wrong])
        self.pictures.set_error(faults.get("pictures", ""))
        first = next(iter(faults), "")
        if first in self.fields:
            self.fields[first].control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first == "body" or first == wrong != "":
            self.body.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, error: KnownError) -> None:
        """Say what failed and that the words are still here."""
        self.problem.show_error(error)

    def values(self, start: Template) -> Template:
        """The template as it stands in the fields."""
        return replace(
            start,
            title=self.title.text(),
            folder=self.folder.currentText(),
            shortcut=shortcut_of(self.shortcut.text()),
            basis=self.basis.text(),
            owner=self.owner.text(),
            expires_on=self.expires.iso(),
            tags=tags_in(self.tags.text()),
            body=self.body.body(),
            variants=self.body.variants(),
            pictures=self.pictures.pictures(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        narrow = self.width() < NARROW * self._theme.text_percent / 100
        self.counts.set_narrow(narrow)
        self.head.show_narrow(narrow)

    def _make_fields(self, theme: Theme) -> None:
        self.title, self.shortcut = QLineEdit(), QLineEdit()
        self.basis, self.owner, self.tags = QLineEdit(), QLineEdit(), QLineEdit()
        self.folder, self.expires = QComboBox(), DayField(theme)
        self.title.setObjectName("templateTitle")
        self.folder.setObjectName("templateFolder")
        self.folder.setEditable(True)
        self.folder.setMinimumContentsLength(6)
        narrow = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.folder.setSizePolicy(narrow)
        self.shortcut.setPlaceholderText(self.tr("mis. ;kabar"))
        self.tags.setPlaceholderText(self.tr("mis. jalan, lampu"))
        self.fields = {
            "title": Field(theme, self.tr("Judul"), self.title),
            "folder": Field(theme, self.tr("Kategori"), self.folder),
            "shortcut": Field(theme, self.tr("Pintasan"), self.shortcut),
            "basis": Field(theme, self.tr("Dasar atau sumber"), self.basis),
            "expires_on": Field(theme, self.tr("Tinjau kembali"), self.expires),
            "tags": Field(theme, self.tr("Tag"), self.tags),
            "owner": Field(theme, self.tr("Pemilik"), self.owner),
        }

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(12)
        column.addWidget(self.problem)
        column.addLayout(self._row(("title", 7), ("folder", 3), ("shortcut", 3)))
        text = QVBoxLayout()
        text.setSpacing(6)
        text.addWidget(self.body)
        text.addWidget(self.counts)
        column.addLayout(text)
        column.addWidget(self.isian)
        column.addLayout(self._row(("basis", 7), ("expires_on", 3)))
        column.addLayout(self._row(("tags", 7), ("owner", 3)))
        column.addWidget(self.pictures)
        column.addStretch(1)
        return inside

    def _row(self, *parts: tuple[str, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for name, stretch in parts:
            row.addWidget(self.fields[name], stretch, TOP)
        return row

    def _connect(self) -> None:
        lines = (self.title, self.shortcut, self.basis, self.owner, self.tags)
        for line in (*lines, self.expires):
            line.textChanged.connect(self._say_written)
        self.folder.editTextChanged.connect(self._say_written)
        self.body.written.connect(self._say_written)
        self.body.turned.connect(self._say_written)
        self.pictures.written.connect(self._say_written)
        self.isian.required.connect(self.body.set_required)
        self._theme.changed.connect(self._settle)

    def _say_written(self) -> None:
        if not self._filling:
            self.isian.show_body(self.body.text.toPlainText())
            self.written.emit()
