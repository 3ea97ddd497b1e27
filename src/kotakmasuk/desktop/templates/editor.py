"""The fields of one template: title, folder, text, basis.

The one rule: what is wrong stands under its own field, with an example of what works.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.templates.isian_table import IsianTable
from kotakmasuk.desktop.templates.marking import IsianPen
from kotakmasuk.desktop.templates.presenter import Faults
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import Template


BODY = 140
FIXED_LINE = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, as its setter asks


class TemplateEditor(Plane):
    """The middle of the page; `written` at each change by hand."""

    written = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface")
        self._theme = theme
        self._filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(scrolled(self._fields()), 1)
        self._pen = IsianPen(self.body.document(), theme)
        self._connect()
        self._dress()
        theme.changed.connect(self._dress)

    def show_template(self, template: Template, known: bool) -> None:  # noqa: FBT001
        """Fill the fields; a new template cannot be removed yet."""
        self._filling = True
        self.title.setText(template.title)
        self.folder.setEditText(template.folder)
        self.body.setPlainText(template.body)
        self._set_lines()
        self.basis.setText(template.basis)
        self._filling = False
        self._head.set_title(template.title if known else self.tr("Templat baru"))
        self._remove.setVisible(known)
        self._problem.hide()
        self._isian.show_body(template.body)

    def show_folders(self, folders: Sequence[str]) -> None:
        """Offer the folders that exist; another one can be typed."""
        self._filling = True
        typed = self.folder.currentText()
        self.folder.clear()
        self.folder.addItems(list(folders))
        self.folder.setEditText(typed)
        self._filling = False

    def show_faults(self, faults: Faults) -> None:
        """Say beside each field what is wrong, and go to the first of them."""
        self._title_field.set_error(faults.title)
        self._body_field.set_error(faults.body)
        danger = self._theme.color("danger").name()
        self.body.setStyleSheet(f"border-color:{danger}" if faults.body else "")
        if faults.title:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        elif faults.body:
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_dirty(self, dirty: bool) -> None:  # noqa: FBT001  a Qt slot
        """Offer to save or to go back only when there is something to."""
        self.save.setEnabled(dirty)
        self._discard.setEnabled(dirty)

    def show_problem(self, error: KnownError) -> None:
        """Say that saving failed and that the words are still here."""
        self._problem.show_error(error)

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {
            "title": self.title.text(),
            "folder": self.folder.currentText(),
            "body": self.body.toPlainText(),
            "basis": self.basis.text(),
        }

    def _header(self) -> ColumnHeader:
        self._head = ColumnHeader(self._theme)
        self.back = IconButton(
            self._theme, "chevron-left", self.tr("Kembali ke daftar")
        )
        self._head.add_first(self.back)
        self._remove = Button(self._theme, self.tr("Hapus…"), kind="danger")
        self._discard = Button(self._theme, self.tr("Batalkan"))
        self.save = Button(
            self._theme, self.tr("Simpan"), kind="primary", shortcut="Ctrl+S"
        )
        self.save.setObjectName("templateSave")
        for button in (self._remove, self._discard, self.save):
            self._head.add_action(button)
        return self._head

    def _fields(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(12)
        self._problem = StateBanner(self._theme)
        column.addWidget(self._problem)
        column.addLayout(self._first_row())
        self.body = QTextEdit()
        self.body.setAcceptRichText(False)
        self.body.setObjectName("templateBody")
        self.body.setTabChangesFocus(True)
        hint = self.tr("Isian ditulis dalam kurung kurawal, misalnya {nama}.")
        self._body_field = Field(self._theme, self.tr("Isi"), self.body, hint=hint)
        column.addWidget(self._body_field)
        self._isian = IsianTable(self._theme)
        column.addWidget(self._isian)
        self.basis = QLineEdit()
        self.basis.setObjectName("templateBasis")
        column.addWidget(Field(self._theme, self.tr("Dasar atau sumber"), self.basis))
        column.addStretch(1)
        return body

    def _first_row(self) -> QHBoxLayout:
        self.title = QLineEdit()
        self.title.setObjectName("templateTitle")
        self.folder = QComboBox()
        self.folder.setEditable(True)
        self.folder.setMinimumContentsLength(8)
        narrow = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.folder.setSizePolicy(narrow)
        self.folder.setObjectName("templateFolder")
        self._title_field = Field(self._theme, self.tr("Judul"), self.title)
        folder = Field(self._theme, self.tr("Map"), self.folder)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._title_field, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(folder, 2, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        for changed in (
            self.title.textChanged,
            self.folder.editTextChanged,
            self.body.textChanged,
            self.basis.textChanged,
        ):
            changed.connect(self._say_written)
        self.save.clicked.connect(self.save_wanted)
        self._discard.clicked.connect(self.discard_wanted)
        self._remove.clicked.connect(self.remove_wanted)

    def _say_written(self) -> None:
        if not self._filling:
            self._isian.show_body(self.body.toPlainText())
            self.written.emit()

    def _set_lines(self) -> None:
        cursor = QTextCursor(self.body.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(self._theme.line_height("composer"), FIXED_LINE)
        cursor.mergeBlockFormat(lines)

    def _dress(self) -> None:
        self.body.setFont(self._theme.font("composer"))
        self.body.setMinimumHeight(BODY)
        self._filling = True
        self._set_lines()
        self._filling = False
