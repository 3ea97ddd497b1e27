"""The conversations of an Isu that one draft may answer, each with its own check.

The one rule: every line shows what this one citizen would read, or why it stays behind.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import ElidedLabel, IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.issues import Each
from kotakmasuk.domain.wording import number


WIDE = 620
ROW = 56
MOST_ROWS = 6
TOP = Qt.AlignmentFlag.AlignTop


class AnswerAllDialog(Dialog):
    """`chosen` gives the conversations whose box is ticked."""

    def __init__(self, theme: Theme, parent: QWidget, every: Sequence[Each]) -> None:
        """List all; those that may go are ticked."""
        title = self.tr("Jawab {n} percakapan dengan draf ini?")
        super().__init__(
            theme, parent, title=title.format(n=number(len(every))), verb=""
        )
        self.setFixedWidth(min(WIDE, max(parent.window().width() - 40, 320)))
        self._lines = [_Line(theme, one) for one in every]
        words = self.tr(
            "Tiap percakapan diperiksa sendiri-sendiri dan masuk antrean sendiri."
        )
        self._summary = TextLabel(theme, words, tone="text2", wrap=True)
        self.body.addWidget(self._summary)
        inside = Plane("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(0)
        for line in self._lines:
            column.addWidget(line)
            line.box.toggled.connect(self._count)
        column.addStretch(1)
        area = scrolled(inside)
        area.setAccessibleName(self.tr("Percakapan Isu ini"))
        room = max(2, (parent.window().height() - 240) // ROW)
        area.setFixedHeight(min(len(every), MOST_ROWS, room) * ROW + 2)
        self.body.addWidget(area)
        words = self.tr("Centang dulu percakapan yang dijawab.")
        self.missing = TextLabel(theme, words, tone="warn", wrap=True)
        self.body.addWidget(self.missing)
        self._count()

    def chosen(self) -> list[int]:
        """The conversations to be answered."""
        return [line.each.conversation for line in self._lines if line.box.isChecked()]

    def _count(self) -> None:
        ready = len(self.chosen())
        words = self.tr("Masukkan {n} balasan ke antrean").format(n=number(ready))
        self.verb_button.setText(words if ready else self.tr("Masukkan ke antrean"))
        self.verb_button.setEnabled(bool(ready))
        reason = "" if ready else self.missing.text()
        self.verb_button.setAccessibleDescription(reason)
        self.missing.setVisible(not ready)


class _Line(QWidget):
    """One conversation."""

    def __init__(self, theme: Theme, each: Each) -> None:
        super().__init__()
        self.each = each
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 6, 0, 6)
        row.setSpacing(8)
        self.box = QCheckBox()
        self.box.setChecked(each.goes)
        self.box.setEnabled(each.goes)
        self.box.setAccessibleName(each.name)
        self.box.setAccessibleDescription(each.why or each.text)
        row.addWidget(self.box, 0, TOP)
        row.addWidget(PlatformGlyph(theme, platform_of(each.platform).glyph), 0, TOP)
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(TextLabel(theme, each.name, role="bodyStrong"))
        icon = "circle-check" if each.goes else "circle-x"
        ink = "ok" if each.goes else "danger"
        head.addWidget(IconLabel(theme, icon, 14, ink))
        why = each.why or self.tr("Lolos ceklis")
        head.addWidget(ElidedLabel(theme, why, role="meta", tone=ink), 1)
        column.addLayout(head)
        shown = " ".join(each.text.split())
        column.addWidget(ElidedLabel(theme, shown, role="meta", tone="text2"))
        row.addLayout(column, 1)
        self.setFixedHeight(ROW)
