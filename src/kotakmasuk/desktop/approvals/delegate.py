"""Draws one request of the queue: who waits, how many wordings, how pressing.

The one rule: the deadline is a capsule with words, as in the list of conversations.
"""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.approvals import wording
from kotakmasuk.desktop.approvals.model import RequestModel
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import draw_initials
from kotakmasuk.desktop.widgets.chips import DEADLINES, chip_width, draw_chip
from kotakmasuk.desktop.widgets.glyph import draw_glyph
from kotakmasuk.desktop.widgets.row_parts import (
    Ink,
    draw_foot,
    draw_ground,
    draw_words,
    words_width,
)
from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.approvals import RequestRow
from kotakmasuk.domain.settings import initials


EDGE = 16
TEXT = 46
RIGHT = 12
TOP = 8
CIRCLE = 20
NAME, SNIPPET = Ink("bodyStrong", "text"), Ink("rowText", "text2")
ASIDE = Ink("caption", "text2")


class RequestDelegate(QStyledItemDelegate):
    """Paints the RequestRow that the model gives under Qt.UserRole."""

    def __init__(self, theme: Theme, model: RequestModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Three lines high."""
        roles = ("rowName", "rowText")
        lines = sum(self._theme.line_height(role) for role in roles)
        return QSize(0, lines + CIRCLE + 2 * TOP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one row."""
        row: RequestRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, self._theme, box, option.state)
        draw_foot(painter, self._theme, box)
        first = self._theme.line_height("rowName")
        second = self._theme.line_height("rowText")
        left = box.x() + TEXT
        line = QRectF(left, box.y() + TOP, box.right() - RIGHT - left, first)
        high = self._theme.size("glyphHeight")
        wide = self._theme.size("glyph")
        glyph = QRectF(box.x() + EDGE, line.center().y() - high / 2, wide, high)
        draw_glyph(painter, self._theme, glyph, platform_of(row.platform).glyph)
        self._paint_title(painter, line, row)
        text = QRectF(left, line.bottom(), line.width(), second)
        draw_words(painter, self._theme, text, row.snippet, SNIPPET)
        self._paint_foot(painter, text.translated(0, second), row)
        painter.restore()

    def _paint_title(self, painter: QPainter, line: QRectF, row: RequestRow) -> None:
        words = wording.choices(row)
        draw_words(painter, self._theme, line, words, ASIDE, right=True)
        taken = words_width(self._theme.font(ASIDE.role), words) + 10
        room = line.adjusted(0, 0, -taken, 0)
        draw_words(painter, self._theme, room, row.recipient, NAME)

    def _paint_foot(self, painter: QPainter, line: QRectF, row: RequestRow) -> None:
        line.setHeight(CIRCLE + 2)
        circle = QRectF(line.x(), line.y() + 2, CIRCLE, CIRCLE)
        draw_initials(painter, self._theme, circle, initials(row.by))
        moment = self._model.moment
        kind, left = wording.time_left(moment, row.due_at, self._model.soon)
        right = line.right()
        look = DEADLINES.get(kind)
        if look is not None and left:
            wide = chip_width(self._theme, look, left)
            high = self._theme.size("chip")
            right -= wide
            capsule = QRectF(right, circle.center().y() - high / 2, wide, high)
            draw_chip(painter, self._theme, capsule, look, left)
        room = QRectF(circle.right() + 8, circle.y(), 0, CIRCLE)
        room.setRight(right - 6)
        draw_words(painter, self._theme, room, wording.asked(moment, row), ASIDE)
