"""The fields of one item: what it says, when it applies, which words it looks for.

The one rule: what is wrong stands under its own field, and what was typed is kept.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kotakmasuk.desktop.checklist.head import EditorHead
from kotakmasuk.desktop.checklist.what_part import WhatPart
from kotakmasuk.desktop.checklist.when_part import WhenPart
from kotakmasuk.desktop.checklist.words_part import WordsPart
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.labels import Plane, Separator
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.domain.checks import PERIODIC
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.rule_faults import why_firm
from kotakmasuk.services.rules import AGENCY, Kept, is_firm


NARROW = 640


class RuleEditor(Plane):
    """The middle of the page; `written` at each change by hand."""

    written = Signal()
    revived = Signal()
    shipped_wanted = Signal()
    proof_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface")
        self._theme = theme
        self._filling = False
        self._retired = False
        self._shown = ""
        self.head = EditorHead(theme)
        self.problem = StateBanner(theme)
        self.standing = StateBanner(theme)
        self.right = StateBanner(theme)
        self.what, self.when = WhatPart(theme), WhenPart(theme)
        self.words = WordsPart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.problem)
        self.area = scrolled(self._laid_out())
        column.addWidget(self.area, 1)
        self._connect()
        theme.changed.connect(self._settle)

    def show_rule(self, kept: Kept, version: str, *, is_new: bool) -> None:
        """Fill the fields; another item is read from its top."""
        self._filling = True
        if kept.rule.key != self._shown:
            self.area.verticalScrollBar().setValue(0)
        self._shown = kept.rule.key
        rule, firm = kept.rule, is_firm(kept.rule)
        self.what.show_rule(rule, is_new=is_new, is_firm=firm)
        self.when.show_rule(rule, is_firm=firm)
        self.words.show_rule(rule)
        self._filling = False
        self.head.show_rule(
            self.tr("Butir baru") if is_new else rule.key,
            "" if is_new else version,
            can_retire=kept.active and not firm and not is_new,
            can_ship=rule.origin == AGENCY and bool(rule.shipped) and kept.active,
        )
        self.problem.hide()
        self._show_standing(kept, is_new=is_new)

    def show_right(self, *, may_change: bool) -> None:
        """Say beforehand who may save."""
        if may_change:
            self.right.hide()
            return
        words = self.tr("Ceklis hanya dapat diubah admin yang sudah membuktikan diri.")
        self.right.show_state("note", words, action=self.tr("Buktikan peran…"))

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say beside each field what is wrong, and go to the first of them."""
        fields = {
            **self.what.fields,
            **self.when.fields,
            "words": self.words.field,
        }
        for name, field in fields.items():
            field.set_error(faults.get(name, ""))
        first = next((name for name in fields if name in faults), "")
        if first:
            self.area.ensureWidgetVisible(fields[first])
            fields[first].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, error: KnownError) -> None:
        """Say what failed and that the words are still here."""
        self.problem.show_error(error)

    def values(self, start: Rule) -> Rule:
        """The item as it stands in the fields."""
        return self.words.values(self.when.values(self.what.values(start)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put into a menu what there is no room for."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        least = NARROW * self._theme.text_percent / 100
        self.head.set_narrow(narrow=self.width() < least)

    def _show_standing(self, kept: Kept, *, is_new: bool) -> None:
        rule = kept.rule
        self._retired = not kept.active and not is_new
        if self._retired:
            words = self.tr("Butir ini tidak berlaku.")
            more = self.tr("Balasan tidak diperiksa dengannya.")
            action = self.tr("Berlakukan lagi")
            self.standing.show_state("warn", words, more, action=action)
        elif kept.offered is not None:
            words = self.tr("Ada versi bawaan baru.")
            more = self.tr("Bedanya ada di Riwayat; versi instansi tetap berlaku.")
            action = self.tr("Pakai versi bawaan")
            self.standing.show_state("info", words, more, action=action)
        elif is_firm(rule):
            words = self.tr("Butir ini tidak dapat dilonggarkan atau dihentikan.")
            more = self.tr("Butir {key} {why}. Teks dan acuannya boleh diubah.")
            told = more.format(key=rule.key, why=why_firm(rule))
            self.standing.show_state("info", words, told, icon="lock")
        elif rule.check in PERIODIC and not (rule.starts or rule.ends):
            words = self.tr("Butir ini belum diperiksa pada hari apa pun.")
            more = self.tr("Isi masa pemilihan pada Periode mulai dan Periode sampai.")
            self.standing.show_state("warn", words, more, icon="calendar")
        else:
            self.standing.hide()

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(12)
        for part in (self.right, self.standing, self.what, Separator(), self.when):
            column.addWidget(part)
        column.addWidget(self.words)
        column.addStretch(1)
        return inside

    def _connect(self) -> None:
        for part in (self.what, self.when, self.words):
            part.written.connect(self._say_written)
        self.what.check_chosen.connect(self.when.follow)
        self.what.check_chosen.connect(self.words.follow)
        self.standing.acted.connect(self._act)
        self.right.acted.connect(self.proof_wanted)
        self.head.shipped_wanted.connect(self.shipped_wanted)

    def _act(self) -> None:
        if self._retired:
            self.revived.emit()
        else:
            self.shipped_wanted.emit()

    def _say_written(self) -> None:
        if not self._filling:
            self.written.emit()
