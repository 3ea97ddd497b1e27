"""Asks which answer of a unit (OPD) a promise rests on, or takes in a new one.

The one rule: what is kept is the unit's own words, who they are from and of when.
"""

import mimetypes
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.reply.wording import date_words
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import TEXT_MARGIN, DateField, Field
from kotakmasuk.desktop.widgets.labels import ElidedLabel
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.domain.weeks import local


TEXT_HIGH = 84
MOST_SHOWN = 4
MOST_BYTES = 10 * 1024 * 1024


class UnitAnswerDialog(Dialog):
    """`chosen` is a stored answer's id or None; `written` and `scan` hold a new one."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        known: Sequence[UnitAnswer],
        now: int,
        zone: str,
    ) -> None:
        """Offer the stored answers, newest first, and the fields for another."""
        super().__init__(
            theme,
            parent,
            title=self.tr("Balasan ini bersandar pada jawaban OPD yang mana?"),
            verb=self.tr("Kaitkan jawaban"),
        )
        self._theme = theme
        self._zone = zone
        self._now = now
        self._known = list(known)[:MOST_SHOWN]
        self._group = QButtonGroup(self)
        self.content, self.media_type, self._name = b"", "", ""
        for place, answer in enumerate(self._known):
            self._offer(place, answer)
        self._new = QRadioButton(self.tr("Jawaban baru"))
        self._new.setFont(theme.font("bodyMedium"))
        self._group.addButton(self._new, len(self._known))
        self.body.addWidget(self._new)
        self._new.setVisible(bool(self._known))
        self._add_fields(now)
        (self._group.buttons()[0] if self._known else self._new).setChecked(True)
        self._group.idToggled.connect(self._show_fields)
        self._show_fields()
        self.verb_button.setDefault(True)

    def chosen(self) -> int | None:
        """The stored answer that was chosen; None for a new one."""
        place = self._group.checkedId()
        return self._known[place].id if place < len(self._known) else None

    def written(self) -> UnitAnswer:
        """What was filled in."""
        day, hour = self._day.date(), self._hour.time()
        there = datetime.combine(
            date(day.year(), day.month(), day.day()),
            time(hour.hour(), hour.minute()),
            ZoneInfo(self._zone),
        )
        at = round(there.timestamp() * 1000)
        return UnitAnswer(
            id=0,
            unit=self.unit.text().strip(),
            text=self.text.toPlainText().strip(),
            answered_at=at,
            at=at,
            actor="",
            name=self._name,
        )

    def accept(self) -> None:
        """Close when something was chosen or filled in, else say what is missing."""
        unit = "" if self.unit.text().strip() else self.tr("Isi nama OPD.")
        said = self.text.toPlainText().strip() or self.content
        text = "" if said else self.tr("Tempelkan jawabannya, atau lampirkan.")
        later = self.tr("Masih di masa depan.")
        when = later if self.written().answered_at > self._now else ""
        if self.chosen() is None and (unit or text or when):
            self._unit_field.set_error(unit)
            self._text_field.set_error(text)
            self._day_field.set_error(when)
            return
        super().accept()

    def attach(self, file: Path) -> None:
        """Take a scan or a letter along."""
        if file.stat().st_size > MOST_BYTES:
            words = self.tr("{name} lebih dari 10 MB; perkecil dahulu.")
            self._text_field.set_error(words.format(name=file.name))
            return
        self.content, self._name = file.read_bytes(), file.name
        self.media_type = mimetypes.guess_type(file.name)[0] or ""
        self._attach.setText(file.name)

    def _offer(self, place: int, answer: UnitAnswer) -> None:
        when = date_words(answer.answered_at, self._zone)
        button = QRadioButton(f"{answer.unit} · {when}")
        button.setFont(self._theme.font("bodyMedium"))
        self._group.addButton(button, place)
        said = ElidedLabel(
            self._theme, answer.text or answer.name, role="meta", tone="text2"
        )
        said.setContentsMargins(26, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(said)
        self.body.addLayout(column)

    def _add_fields(self, now: int) -> None:
        theme = self._theme
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.unit = QLineEdit()
        self.unit.setPlaceholderText(self.tr("misalnya Dinas Pekerjaan Umum"))
        self._unit_field = Field(theme, self.tr("OPD yang menjawab"), self.unit)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HIGH)
        self._text_field = Field(theme, self.tr("Isi jawabannya"), self.text)
        column.addWidget(self._unit_field)
        column.addWidget(self._text_field)
        column.addLayout(self._when(now))
        self.body.addWidget(self._fields)

    def _when(self, now: int) -> QHBoxLayout:
        there = local(now, self._zone)
        self._day, self._hour = DateField(), QTimeEdit()
        self._day.setDate(QDate(there.year, there.month, there.day))
        self._hour.setDisplayFormat("HH.mm")
        self._hour.setTime(QTime(there.hour, there.minute))
        self._hour.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        self._attach = Button(self._theme, self.tr("Lampirkan…"), icon="paperclip")
        self._attach.clicked.connect(self._ask_file)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._day_field = Field(self._theme, self.tr("Tanggal jawaban"), self._day)
        row.addWidget(self._day_field, 1)
        row.addWidget(Field(self._theme, self.tr("Jam"), self._hour))
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self._attach)
        row.addLayout(beside)
        return row

    def _show_fields(self) -> None:
        wanted = self.chosen() is None
        self._fields.setVisible(wanted)
        self.adjustSize()
        if wanted:
            self.unit.setFocus()

    def _ask_file(self) -> None:
        title = self.tr("Lampirkan jawaban OPD")
        kinds = self.tr("Dokumen dan gambar (*.pdf *.png *.jpg *.jpeg *.docx)")
        file, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if file:
            self.attach(Path(file))
