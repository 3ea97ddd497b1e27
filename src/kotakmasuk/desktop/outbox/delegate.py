"""How a row of the outbox is drawn: 40 px, the state as a capsule.

The one rule: the state is icon and words in a capsule, never a coloured line alone.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.outbox.model import BY, STATE, TEXT, TO, WHEN
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.chips import OUTBOX, chip_width, draw_chip
from kotakmasuk.desktop.widgets.glyph import draw_glyph
from kotakmasuk.desktop.widgets.row_parts import Ink, draw_foot, draw_ground, draw_words
from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import OutboxRow, ReplyState


EDGE = 20
PADDING = 8
LOOKS = {
    ReplyState.SENT_MANUALLY: "sent_by_hand",
    ReplyState.WAITING: "awaiting",
}
STRONG, PLAIN = Ink("body", "text"), Ink("body", "text2")
INKS = {TO: STRONG, TEXT: PLAIN, BY: STRONG, WHEN: PLAIN}


def look_of(state: ReplyState) -> str:
    """The name of a state's capsule in the chips' table."""
    return LOOKS.get(state, state.value)


class OutboxDelegate(QStyledItemDelegate):
    """Draws one cell; the selection runs through the whole row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as a table row."""
        return QSize(0, self._theme.size("tableRow"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one cell."""
        row: OutboxRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = index.column() == STATE
        draw_ground(painter, self._theme, box, option.state, bar=first)
        draw_foot(painter, self._theme, box)
        if first:
            self._paint_state(painter, box, row.state, str(index.data()))
        else:
            self._paint_words(painter, box, row, index)
        painter.restore()

    def _paint_state(
        self, painter: QPainter, box: QRectF, state: ReplyState, words: str
    ) -> None:
        look = OUTBOX[look_of(state)]
        high = self._theme.size("chipTable")
        wide = min(chip_width(self._theme, look, words), int(box.width()) - EDGE)
        top = box.y() + (box.height() - high) / 2
        capsule = QRectF(box.x() + EDGE, top, wide, high)
        draw_chip(painter, self._theme, capsule, look, words)

    def _paint_words(
        self, painter: QPainter, box: QRectF, row: OutboxRow, index: Index
    ) -> None:
        column = index.column()
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        if column == WHEN:
            inner.adjust(0, 0, -EDGE + PADDING, 0)
        if column == TO:
            wide = self._theme.size("glyph")
            high = self._theme.size("glyphHeight")
            top = inner.y() + (inner.height() - high) / 2
            glyph = QRectF(inner.x(), top, wide, high)
            draw_glyph(painter, self._theme, glyph, platform_of(row.platform).glyph)
            inner.adjust(wide + PADDING, 0, 0, 0)
        words, last = str(index.data()), column == WHEN
        draw_words(painter, self._theme, inner, words, INKS[column], right=last)
