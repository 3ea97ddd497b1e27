"""The rows of the command palette: what they hold and how they are drawn.

The one rule: the letters that matched are marked by background and weight both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import shortcut_words
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index


HEADING = 28
BOLD = 600
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Command:
    """Something the officer can do or open; `kind` serves the prefixes > # @."""

    id: str
    title: str
    group: str
    shortcut: str = ""
    icon: str = ""
    hint: str = ""
    kind: str = "command"


@dataclass(frozen=True)
class PaletteRow:
    """A heading, or a command with the places of its matched letters."""

    heading: str = ""
    command: Command | None = None
    places: tuple[int, ...] = ()


class PaletteRows(QAbstractListModel):
    """The rows that fit what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PaletteRow] = []

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[PaletteRow]:
        """What is shown now."""
        return self._rows

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Headings and commands."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, and its words for a screen reader."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.heading or spoken_command(row.command)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self._rows[index.row()].command is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Draws icon, marked title, hint and keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """38 px a command, less for a heading."""
        row: PaletteRow = index.data(Qt.ItemDataRole.UserRole)
        return QSize(0, self._theme.size("paletteItem") if row.command else HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one row."""
        row: PaletteRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.command is None:
            painter.setFont(self._theme.font("sectionLabel"))
            painter.setPen(self._theme.color("text2"))
            painter.drawText(box.adjusted(14, 4, 0, 0), _MIDDLE, row.heading)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, box, chosen=chosen)
            icon = row.command.icon or "arrow-right"
            token = "accent" if chosen else "text2"
            spot = QPointF(box.x() + 14, box.center().y() - 8)
            painter.drawPixmap(spot, self._theme.pixmap(icon, 16, token))
            right = self._paint_keys(painter, box, row.command.shortcut)
            self._paint_words(painter, box.adjusted(41, 0, right - box.right(), 0), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        if not chosen:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("marker"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(self._theme.color("selected"))
        painter.drawRoundedRect(box.adjusted(3, 0, 0, 0), 4, 4)

    def _paint_words(self, painter: QPainter, box: QRectF, row: PaletteRow) -> None:
        command = row.command
        if command is None:
            return
        x = box.x()
        for piece, hit in pieces(command.title, row.places):
            font = QFont(self._theme.font("body"))
            if hit:
                font.setWeight(QFont.Weight(BOLD))
            width = QFontMetricsF(font).horizontalAdvance(piece)
            if hit:
                mark = QRectF(x - 1, box.center().y() - 9, width + 2, 18)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("hit"))
                painter.drawRoundedRect(mark, 2, 2)
            painter.setFont(font)
            painter.setPen(self._theme.color("hitText" if hit else "text"))
            place = QRectF(x, box.y(), box.right() - x, box.height())
            painter.drawText(place, _MIDDLE, piece)
            x += width
        font = self._theme.font("meta")
        painter.setFont(font)
        painter.setPen(self._theme.color("text3"))
        rest = QRectF(x + 11, box.y(), box.right() - x - 11, box.height())
        mode = Qt.TextElideMode.ElideRight
        hint = QFontMetricsF(font).elidedText(command.hint, mode, rest.width())
        painter.drawText(rest, _MIDDLE, hint)

    def _paint_keys(self, painter: QPainter, box: QRectF, shortcut: str) -> float:
        """Draw the keys at the right; gives the x still free."""
        right = box.right() - 14
        if not shortcut:
            return right
        font = self._theme.font("caption")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for key in reversed(shortcut_words(shortcut).split()):
            width = max(metrics.horizontalAdvance(key) + 10, 17)
            cap = QRectF(right - width, box.center().y() - 9, width, 18)
            painter.setBrush(self._theme.color("sunken"))
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._theme.color("text2"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            right -= width + 4
        return right - 6


def pieces(text: str, places: Sequence[int]) -> list[tuple[str, bool]]:
    """The text cut where marked and unmarked letters meet."""
    marked = set(places)
    cut: list[tuple[str, bool]] = []
    for place, letter in enumerate(text):
        hit = place in marked
        if cut and cut[-1][1] == hit:
            cut[-1] = (cut[-1][0] + letter, hit)
        else:
            cut.append((letter, hit))
    return cut


def spoken_command(command: Command | None) -> str:
    """Title, hint and keys as one sentence."""
    if command is None:
        return ""
    parts = (command.title, command.hint, shortcut_words(command.shortcut))
    return ", ".join(part for part in parts if part)
