"""The line below the text: how long it is on the platforms, and what was checked.

The one rule: what was found is quoted in words below, never told by a colour alone.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.templates.trying import Count, Tried
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import IconLabel, KeyCap, TextLabel
from kotakmasuk.domain.wording import number


MOST_SHOWN = 3


class CountsLine(QWidget):
    """Hint at the left; counts and the result of the checks at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self._tried: Tried | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.hint = TextLabel(theme, self.tr("Sisipkan isian: ketik"), role="meta")
        self.hint.set_tone("text2")
        self._key = KeyCap(theme, "{")
        row.addWidget(self.hint)
        row.addWidget(self._key)
        row.addStretch(1)
        self._counts = QHBoxLayout()
        self._counts.setSpacing(6)
        row.addLayout(self._counts)
        row.addSpacing(6)
        self._sign = IconLabel(theme, "circle-check", 14, "ok")
        self.result = TextLabel(theme, role="meta", tone="ok")
        row.addWidget(self._sign)
        row.addWidget(self.result)
        column.addLayout(row)
        self.found = TextLabel(theme, role="meta", tone="warn", wrap=True)
        self.found.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.found)
        self.found.hide()

    def show_tried(self, tried: Tried) -> None:
        """Show the counts and the result."""
        while (item := self._counts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._tried = tried
        for count in tried.counts[: 1 if self._narrow else None]:
            self._add_count(count)
        number_of = len(tried.failed)
        if number_of:
            words = self.tr("{n} pemeriksaan perlu dilihat").format(n=number_of)
        else:
            words = self.tr("{n} pemeriksaan etika lolos").format(n=tried.passed)
        self._sign.show_icon(
            "triangle-alert" if number_of else "circle-check",
            14,
            "warn" if number_of else "ok",
        )
        self.result.set_tone("warn" if number_of else "ok")
        self.result.setText(words)
        self.found.setText("\n".join(tried.failed[:MOST_SHOWN]))
        self.found.setVisible(bool(number_of))

    def counted(self) -> list[str]:
        """What the counts say, in words."""
        places = range(self._counts.count())
        items = [self._counts.itemAt(place) for place in places]
        found = [item.widget() for item in items if item is not None]
        return [one.text() for one in found if isinstance(one, TextLabel)]

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  a Qt slot
        """Leave the hint out where there is little room."""
        self.hint.setVisible(not narrow)
        self._key.setVisible(not narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            if self._tried is not None:
                self.show_tried(self._tried)

    def _add_count(self, count: Count) -> None:
        words = f"±{number(count.used)} / {number(count.allowed)}"
        if count.over:
            told = self.tr("{words}, kelebihan {n}")
            words = told.format(words=words, n=number(count.over))
        label = TextLabel(self._theme, words, role="meta")
        label.set_tone("danger" if count.over else "text2")
        label.setAccessibleName(f"{count.name}: {words}")
        self._counts.addWidget(PlatformGlyph(self._theme, count.glyph))
        self._counts.addWidget(label)
