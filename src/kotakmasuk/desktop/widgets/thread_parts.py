"""What stands between the messages: the post above them, events, days.

The one rule: the post is context, so it folds to one line while an answer is written.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.labels import (
    ElidedLabel,
    IconLabel,
    Plane,
    Separator,
    TextLabel,
)


class ParentPostCard(Plane):
    """The agency's own post that citizens answer to: two lines and counts, or one."""

    opened = Signal()
    folded = Signal(bool)

    def __init__(
        self, theme: Theme, *, title: str, meta: str, text: str, counts: str
    ) -> None:
        """Title is "Unggahan instansi"; meta the date; counts the last line."""
        super().__init__("sunken", edge="card")
        self._whole = QWidget()
        self._line = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        column.addWidget(self._line)
        self._fill_whole(theme, title, meta, text, counts)
        self._fill_line(theme, title, text)
        self._line.hide()
        self.setAccessibleName(f"{title}, {meta}. {text}. {counts}")

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001  a Qt slot
        """Show one line, or the whole card."""
        self._whole.setVisible(not folded)
        self._line.setVisible(folded)

    def is_folded(self) -> bool:
        """True while only one line is shown."""
        return self._whole.isHidden()

    def _fill_whole(
        self, theme: Theme, title: str, meta: str, text: str, counts: str
    ) -> None:
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        picture = Plane("hover", edge="strip")
        side = theme.size("thumbnail")
        picture.setFixedSize(QSize(side, side))
        inside = QHBoxLayout(picture)
        icon = IconLabel(theme, "image", 18, "text3")
        inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(picture)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(TextLabel(theme, title, role="bodyStrong"))
        head.addWidget(TextLabel(theme, f"· {meta}", tone="text2"), 1)
        button = Button(theme, self.tr("Buka"), kind="link", icon="external-link")
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setAccessibleName(self.tr("Buka unggahan di platformnya"))
        button.clicked.connect(self.opened)
        head.addWidget(button)
        lines.addLayout(head)
        lines.addWidget(ElidedLabel(theme, text, role="rowText", tone="text2"))
        lines.addWidget(ElidedLabel(theme, counts, role="caption", tone="text3"))
        row.addLayout(lines, 1)

    def _fill_line(self, theme: Theme, title: str, text: str) -> None:
        row = QHBoxLayout(self._line)
        row.setContentsMargins(10, 3, 4, 3)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "image", 14, "text2"))
        row.addWidget(TextLabel(theme, title, role="bodyStrong"))
        row.addWidget(ElidedLabel(theme, text, role="rowText", tone="text2"), 1)
        unfold = IconButton(theme, "chevron-down", self.tr("Lihat unggahan"))
        unfold.clicked.connect(self._unfold)
        row.addWidget(unfold)

    def _unfold(self) -> None:
        self.set_folded(False)
        self.folded.emit(False)  # noqa: FBT003


class EventLine(QWidget):
    """Something that happened, in one quiet line: "13.42 · dibuka kembali"."""

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        """Icon 14 px, text in 11.5."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(theme, icon, 14, "text3"))
        row.addWidget(TextLabel(theme, text, role="eventLine", tone="text2"), 1)
        self.setAccessibleName(text)


class DayLine(QWidget):
    """The day, between two lines."""

    def __init__(self, theme: Theme, text: str) -> None:
        """Text is "Hari ini" or "Kamis, 19 November"."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Separator(), 1)
        row.addWidget(TextLabel(theme, text, role="meta", tone="text2"))
        row.addWidget(Separator(), 1)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        self.setAccessibleName(text)
