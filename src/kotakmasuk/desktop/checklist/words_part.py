"""The words an item looks for, one a line.

The one rule: how an entry is written stands beside the field, never only in a manual.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.checklist import wording
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.domain.rule_faults import WORDED


LEAST, MOST, INNER = 3, 10, 18


class WordsPart(QWidget):
    """`written` at each change by hand; unseen where the check needs no words."""

    written = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("ruleWords")
        self.edit.setTabChangesFocus(True)
        self.field = Field(theme, self.tr("Kata-kata"), self.edit)
        hint = self.tr(
            "bodoh* untuk semua akhiran; tidak/tak/gak becus untuk salah satu kata; "
            "laporkan ... polisi memberi ruang beberapa kata; (kecuali a, b) "
            "membatalkan; (bila a, b) mensyaratkan."
        )
        self.hint = TextLabel(theme, hint, role="meta", tone="text3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.hint)
        self.edit.textChanged.connect(self._take)
        self._dress()
        theme.changed.connect(self._dress)

    def show_rule(self, rule: Rule) -> None:
        """Fill the field."""
        self.edit.setPlainText("\n".join(rule.words))
        self.follow(rule.check)

    def follow(self, check: str) -> None:
        """Be seen where the check has words, under their own name."""
        label = wording.check_words(check).words
        self.setVisible(bool(label))
        self.field.set_label(label)
        self.hint.setVisible(check in WORDED)
        self._fit()

    def values(self, start: Rule) -> Rule:
        """The item with the words as they stand in the field."""
        lines = (" ".join(one.split()) for one in self.edit.toPlainText().splitlines())
        return replace(start, words=tuple(dict.fromkeys(one for one in lines if one)))

    def _take(self) -> None:
        self._fit()
        self.written.emit()

    def _fit(self) -> None:
        """As high as the words, within bounds."""
        lines = min(max(self.edit.blockCount(), LEAST), MOST)
        self.edit.setFixedHeight(lines * self._theme.line_height("body") + INNER)

    def _dress(self) -> None:
        self.edit.setFont(self._theme.font("body"))
        self._fit()
