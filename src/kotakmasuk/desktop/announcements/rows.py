"""The announcements as a list: what, of which kind, and where each stands."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.announcements.wording import LOOKS
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.chips import chip_width, draw_chip
from kotakmasuk.desktop.widgets.row_parts import (
    EDGE,
    Ink,
    draw_foot,
    draw_ground,
    draw_words,
    words_width,
)
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.desktop.widgets.times import Moment, moment_words
from kotakmasuk.domain.announcements import FORMS, STANDING_WORDS
from kotakmasuk.services.announcements import Listed, words_of


GAP = 4
TITLE, KIND = Ink("bodyStrong", "text"), Ink("meta", "text2")
WHEN = Ink("caption", "text3")


class AnnouncementRows(QAbstractListModel):
    """One row an announcement, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Listed] = []
        self._moment = Moment(0, "UTC")

    def show_rows(self, rows: Sequence[Listed], moment: Moment) -> None:
        """Show other rows; times are told for that moment."""
        self.beginResetModel()
        self._rows, self._moment = list(rows), moment
        self.endResetModel()

    def row(self, place: int) -> Listed | None:
        """What stands at a place."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, announcement: int) -> int:
        """The row of an announcement, or -1."""
        ids = [one.announcement.id for one in self._rows]
        return ids.index(announcement) if announcement in ids else -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One an announcement."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its title, its time, or all of it for a screen reader."""
        row = self._rows[index.row()]
        title, one = words_of(row.announcement), row.announcement
        when = moment_words(self._moment, one.at)
        spoken = (title, FORMS[one.preset].words, STANDING_WORDS[row.standing], when)
        told: dict[int, Any] = {
            Qt.ItemDataRole.UserRole: row,
            Qt.ItemDataRole.UserRole + 1: when,
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.AccessibleTextRole: ". ".join(spoken),
        }
        return told.get(role)


class AnnouncementDelegate(QStyledItemDelegate):
    """Draws title and time, then the kind, then the state as a capsule."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Three lines with some room around them."""
        line = self._theme.line_height
        chip = self._theme.size("chipTable")
        return QSize(0, line("body") + line("meta") + chip + 2 * GAP + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one row."""
        row: Listed = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, self._theme, box, option.state)
        draw_foot(painter, self._theme, box)
        inner = box.adjusted(EDGE, 8, -EDGE, -8)
        when = index.data(Qt.ItemDataRole.UserRole + 1)
        top = self._paint_title(painter, inner, str(index.data()), when)
        height = self._theme.line_height("meta")
        line = QRectF(inner.x(), top, inner.width(), height)
        kind = FORMS[row.announcement.preset].words
        draw_words(painter, self._theme, line, kind, KIND)
        look, words = LOOKS[row.standing], STANDING_WORDS[row.standing]
        wide = min(chip_width(self._theme, look, words), int(inner.width()))
        high = self._theme.size("chipTable")
        capsule = QRectF(inner.x(), line.bottom() + GAP, wide, high)
        draw_chip(painter, self._theme, capsule, look, words)
        painter.restore()

    def _paint_title(
        self, painter: QPainter, inner: QRectF, title: str, when: str
    ) -> float:
        high = self._theme.line_height("body")
        line = QRectF(inner.x(), inner.y(), inner.width(), high)
        draw_words(painter, self._theme, line, when, WHEN, right=True)
        taken = words_width(self._theme.font(WHEN.role), when)
        room = line.adjusted(0, 0, -taken - 8, 0)
        draw_words(painter, self._theme, room, title, TITLE)
        return line.bottom()
