"""The dialog *Tangkap*: a pasted link and a text become a message.

The one rule: paste, paste, save; what was typed stays until it is stored.
"""

from datetime import date, time
from typing import cast

from PySide6.QtCore import QDate, QSize, Qt, QTime, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.accounts.capturing import (
    CapturePresenter,
    Caught,
    forms,
    split_paste,
)
from kotakmasuk.desktop.accounts.frame import ToolDialog, foot
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import TEXT_MARGIN, DateField, Field
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError


SIZE = QSize(600, 620)
TEXT_HEIGHT = 120


class CaptureDialog(ToolDialog):
    """Catches one message, or several one after the other."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Begin in the field for the link, at the present minute."""
        theme = workplace.theme
        super().__init__(theme, parent, title=self._name(), size=SIZE)
        self.presenter = CapturePresenter(workplace)
        self._again = False
        self._stored: Changes | None = None
        self.link = LinkEdit()
        self.text = QPlainTextEdit()
        self.author = QLineEdit()
        self.form = QComboBox()
        self.day = DateField()
        self.hour = QTimeEdit()
        self.banner = StateBanner(theme)
        self._build_fields()
        self._build()
        self._connect()
        self._recognise()
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste(self, pasted: str) -> None:
        """Put what was pasted where it belongs: the link above, the rest below."""
        link, rest = split_paste(pasted)
        if link:
            self.link.setText(link)
        if rest and not self.text.toPlainText().strip():
            self.text.setPlainText(rest)
        (self.author if rest else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, *, again: bool = False) -> None:
        """Store it; `again` empties the form for the next message."""
        if self.presenter.running:
            return
        self._again = again
        self.presenter.save(
            Caught(
                link=self.link.text().strip(),
                text=self.text.toPlainText(),
                author=self.author.text(),
                day=cast("date", self.day.date().toPython()),
                hour=cast("time", self.hour.time().toPython()),
                form=self.form.currentData(),
            )
        )

    def _build_fields(self) -> None:
        theme = self._theme
        self.link.setPlaceholderText("https://")
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        for words, form in forms():
            self.form.addItem(words, form)
        now = self.presenter.now()
        self.day.setDate(QDate(now.year, now.month, now.day))
        self.hour.setTime(QTime(now.hour, now.minute))
        self.hour.setDisplayFormat("HH.mm")
        self.hour.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        self.link_field = Field(theme, self.tr("Tautan pesan atau unggahan"), self.link)
        self._glyph = PlatformGlyph(theme, "")
        self.recognised = TextLabel(theme, role="meta", tone="text2", wrap=True)

    def _build(self) -> None:
        theme = self._theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(12)
        column.addWidget(TextLabel(theme, self._name(), role="dialogTitle"))
        lead = self.tr(
            "Salin tautan dan teks dari kanalnya, lalu tempel di sini. Tenggat, ceklis, "
            "dan ringkasannya sama dengan kanal lain."
        )
        column.addWidget(TextLabel(theme, lead, tone="text2", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self.link_field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._glyph)
        row.addWidget(self.recognised, 1)
        column.addLayout(row)
        column.addWidget(Field(theme, self.tr("Isi pesan warga"), self.text))
        column.addLayout(self._build_grid())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(inside), 1)
        outer.addWidget(self._build_foot())

    def _build_grid(self) -> QGridLayout:
        theme = self._theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        hint = self.tr("mis. @dewi.anjani")
        author = Field(theme, self.tr("Akun warga"), self.author, hint=hint)
        grid.addWidget(author, 0, 0)
        grid.addWidget(Field(theme, self.tr("Bentuk pesan"), self.form), 0, 1)
        grid.addWidget(Field(theme, self.tr("Tanggal pesan"), self.day), 1, 0)
        grid.addWidget(Field(theme, self.tr("Jam pesan"), self.hour), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _build_foot(self) -> QWidget:
        theme = self._theme
        self.cancel_button = Button(theme, self.tr("Batalkan"), kind="quiet")
        self.again_button = Button(theme, self.tr("Simpan, lalu tangkap lagi"))
        self.save_button = Button(
            theme, self.tr("Simpan pesan"), kind="primary", shortcut="Ctrl+Return"
        )
        buttons = (self.again_button, self.save_button)
        for button in (self.cancel_button, *buttons):
            button.set_large()
        return foot(buttons, left=(self.cancel_button,))

    def _connect(self) -> None:
        self.link.pasted.connect(self.paste)
        self.link.textChanged.connect(self._recognise)
        self.cancel_button.clicked.connect(self.reject)
        self.again_button.clicked.connect(lambda: self.save(again=True))
        self.save_button.clicked.connect(self.save)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.save)
        self.presenter.saved.connect(self._finish)
        self.presenter.refused.connect(self._refuse)
        self.banner.acted.connect(self._show_stored)

    def _recognise(self) -> None:
        found = self.presenter.recognise(self.link.text())
        self.link_field.set_error(found.wrong)
        self._glyph.set_letters(found.glyph)
        self._glyph.setVisible(bool(found.glyph))
        self.recognised.setText(found.words)

    def _finish(self, changes: Changes) -> None:
        self._stored = changes
        if not self._again:
            self.presenter.tell()
            self.accept()
            self.presenter.show_conversation(changes)
            return
        self.text.clear()
        self.author.clear()
        action = self.tr("Buka")
        self.banner.show_state("ok", self.tr("Pesan tersimpan."), action=action)
        self.link.selectAll()
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stored(self) -> None:
        if self._stored is not None:
            self.accept()
            self.presenter.show_conversation(self._stored)

    def _refuse(self, error: KnownError) -> None:
        self.banner.show_error(error)

    def _name(self) -> str:
        return self.tr("Tangkap pesan")


class LinkEdit(QLineEdit):
    """Emits `pasted` with the whole clipboard, which may hold a link and a text."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a paste on instead of cutting it to one line."""
        words = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and split_paste(words)[0]:
            self.pasted.emit(words)
        else:
            super().keyPressEvent(event)
