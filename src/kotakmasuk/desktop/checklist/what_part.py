"""What an item says: code, words, basis, and what a finding leads to.

The one rule: the basis always stands with how sure it is and the day it was checked.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.checklist import wording
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.day_field import DayField
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.checklist import AUTOMATIC, BLOCK, MANUAL, WARN, Rule
from kotakmasuk.domain.rule_faults import DOUBTED
from kotakmasuk.services.rules import AGENCY


LINES = 2
INNER = 16  # above and below the lines of a text
TOP = Qt.AlignmentFlag.AlignTop


class LinesField(QPlainTextEdit):
    """A text of one paragraph, two lines high."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTabChangesFocus(True)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setFixedHeight(LINES * self._theme.line_height("body") + INNER)


class WhatPart(QWidget):
    """`written` at each change by hand, `check_chosen` with another way to check."""

    written = Signal()
    check_chosen = Signal(str)
    basis_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._regional = ""
        self._make(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.fields["text"])
        column.addLayout(self._row(("key", 2), ("check", 5), ("severity", 3)))
        column.addWidget(self.overridable)
        column.addWidget(self.fields["basis"])
        column.addWidget(self.doubt)
        line = QHBoxLayout()
        line.addWidget(self.regional)
        line.addStretch(1)
        column.addLayout(line)
        column.addLayout(self._row(("confidence", 3), ("checked_on", 2)))
        self._connect()

    def show_rule(self, rule: Rule, *, is_new: bool, is_firm: bool) -> None:
        """Fill the fields; what a firm item must keep cannot be changed."""
        own = is_new or (rule.origin == AGENCY and not rule.shipped)
        self.key.setText(rule.key)
        self.key.setReadOnly(not is_new)
        self.key.setEnabled(is_new)
        self.text.setPlainText(rule.text)
        self.basis.setPlainText(rule.basis)
        _choose(self.check, rule.check if rule.mode != MANUAL else "")
        _choose(self.severity, rule.severity)
        _choose(self.confidence, rule.confidence)
        self.checked_on.show_iso(rule.checked_on)
        self.overridable.setChecked(rule.overridable)
        self.check.setEnabled(own)
        self.severity.setEnabled(not is_firm)
        self.overridable.setEnabled(not is_firm)
        self._follow_check()

    def show_regional(self, basis: str) -> None:
        """Offer the agency's own legal basis, or the way to where it is written."""
        self._regional = basis.strip()
        words = self.tr("Isi dasar hukum daerah di Atur…")
        if self._regional:
            words = self.tr("Tambahkan dasar hukum daerah")
            self.regional.setToolTip(self._regional)
        self.regional.setText(words)
        self._follow_basis()

    def values(self, start: Rule) -> Rule:
        """The item as it stands in the fields."""
        check = self.check.currentData()
        return replace(
            start,
            key=self.key.text().strip(),
            text=_one_line(self.text),
            basis=_one_line(self.basis),
            mode=AUTOMATIC if check else MANUAL,
            check=check,
            severity=self.severity.currentData(),
            confidence=self.confidence.currentData(),
            checked_on=self.checked_on.iso(),
            overridable=self.overridable.isChecked(),
        )

    def _make(self, theme: Theme) -> None:
        self.key, self.checked_on = QLineEdit(), DayField(theme)
        self.text, self.basis = LinesField(theme), LinesField(theme)
        self.text.setObjectName("ruleText")
        self.basis.setObjectName("ruleBasis")
        self.checked_on.setPlaceholderText(self.tr("mis. 22 November 2026"))
        self.check = _list(wording.checks())
        severities = (BLOCK, WARN)
        self.severity = _list([(s, wording.effect_words(s)) for s in severities])
        self.confidence = _list(wording.confidences())
        words = self.tr("Penyetuju boleh melewati blokirnya dengan alasan tertulis")
        self.overridable = QCheckBox(words)
        words = self.tr(
            "PermenPANRB 83/2012 mungkin sudah dicabut; sebut selalu bersama acuan yang "
            "masih berlaku."
        )
        self.doubt = TextLabel(theme, words, role="meta", tone="warn", wrap=True)
        self.regional = Button(theme, "", kind="link", icon="landmark")
        self.fields = {
            "text": Field(theme, self.tr("Butir"), self.text),
            "key": Field(theme, self.tr("Kode"), self.key),
            "check": Field(theme, self.tr("Cara memeriksa"), self.check),
            "severity": Field(theme, self.tr("Bila ditemukan"), self.severity),
            "basis": Field(theme, self.tr("Acuan"), self.basis),
            "confidence": Field(theme, self.tr("Keyakinan acuan"), self.confidence),
            "checked_on": Field(theme, self.tr("Tanggal diperiksa"), self.checked_on),
        }

    def _row(self, *parts: tuple[str, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for name, stretch in parts:
            row.addWidget(self.fields[name], stretch, TOP)
        return row

    def _connect(self) -> None:
        for edit in (self.text, self.basis, self.key, self.checked_on):
            edit.textChanged.connect(self.written)
        for box in (self.severity, self.confidence):
            box.activated.connect(self.written)
        self.overridable.clicked.connect(self.written)
        self.severity.activated.connect(self._follow_check)
        self.check.activated.connect(self._take_check)
        self.basis.textChanged.connect(self._follow_basis)
        self.regional.clicked.connect(self._add_regional)

    def _take_check(self) -> None:
        self._follow_check()
        self.check_chosen.emit(self.check.currentData())
        self.written.emit()

    def _follow_check(self) -> None:
        """What asks for an approver is neither a block nor a warning."""
        check = self.check.currentData()
        asks = check in wording.ASKING
        self.fields["severity"].setVisible(not asks)
        blocks = bool(check) and self.severity.currentData() == BLOCK
        self.overridable.setVisible(blocks and not asks)

    def _follow_basis(self) -> None:
        basis = self.basis.toPlainText()
        held = bool(self._regional) and self._regional in basis
        self.regional.setEnabled(not held)
        self.doubt.setVisible(DOUBTED in basis)

    def _add_regional(self) -> None:
        if not self._regional:
            self.basis_wanted.emit()
            return
        before = self.basis.toPlainText().rstrip(" ;")
        self.basis.setPlainText("; ".join(filter(None, (before, self._regional))))
        self.basis.setFocus(Qt.FocusReason.OtherFocusReason)


def _list(choices: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    for name, words in choices:
        box.addItem(words, name)
    return box


def _choose(box: QComboBox, name: str) -> None:
    box.setCurrentIndex(max(0, box.findData(name)))


def _one_line(edit: QPlainTextEdit) -> str:
    return " ".join(edit.toPlainText().split())
