"""The question who approved outside the app, when, and what proves it.

The one rule: what came from outside the app needs a person, a time and its evidence.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QTimeEdit, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import TEXT_MARGIN, DateField, Field
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.weeks import local


EVIDENCE_HIGH = 72


class OutsideDialog(Dialog):
    """Asks who approved outside the app, when, and what proves it."""

    def __init__(
        self, theme: Theme, parent: QWidget, people: Sequence[str], *, moment: Moment
    ) -> None:
        super().__init__(
            theme,
            parent,
            title=self.tr("Siapa yang menyetujui di luar aplikasi?"),
            verb=self.tr("Catat persetujuan"),
        )
        self._zone = moment.zone
        words = self.tr(
            "Dihitung terpisah dalam laporan. Balasan masuk antrean setelah dicatat."
        )
        self.body.addWidget(Passage(theme, words, role="body", tone="text2"))
        self.approver = QComboBox()
        self.approver.addItems(list(people))
        self.body.addWidget(Field(theme, self.tr("Penyetuju"), self.approver))
        here = local(moment.now, moment.zone)
        self.day = DateField()
        self.day.setDate(QDate(here.year, here.month, here.day))
        self.hour = QTimeEdit(QTime(here.hour, here.minute))
        self.hour.setDisplayFormat("HH.mm")
        self.hour.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field(theme, self.tr("Tanggal"), self.day), 2)
        row.addWidget(Field(theme, self.tr("Pukul"), self.hour), 1)
        self.body.addLayout(row)
        self.evidence = QPlainTextEdit()
        self.evidence.setTabChangesFocus(True)
        self.evidence.setFixedHeight(EVIDENCE_HIGH)
        label = self.tr("Bukti: surat, pesan, atau risalah, dan di mana disimpan")
        self.body.addWidget(Field(theme, label, self.evidence))
        self.evidence.textChanged.connect(self._allow)
        self._allow()

    def at(self) -> int:
        """When it was approved, UTC ms."""
        day, hour = self.day.date(), self.hour.time()
        here = datetime(
            day.year(),
            day.month(),
            day.day(),
            hour.hour(),
            hour.minute(),
            tzinfo=ZoneInfo(self._zone),
        )
        return int(here.astimezone(UTC).timestamp() * 1000)

    def _allow(self) -> None:
        known = bool(self.approver.count() and self.evidence.toPlainText().strip())
        self.verb_button.setEnabled(known)
        reason = "" if known else self.tr("Isi buktinya dahulu.")
        self.verb_button.setAccessibleDescription(reason)
