"""Draws one cell of the account table.

The one rule: badge, capsule and words; colour only helps.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.accounts import model
from kotakmasuk.desktop.accounts.presenter import AccountRow
from kotakmasuk.desktop.accounts.wording import LOOKS
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.chips import chip_width, draw_chip
from kotakmasuk.desktop.widgets.glyph import draw_glyph
from kotakmasuk.desktop.widgets.rows import Index


LEFT = 20
PADDING = 10
BAR = 3
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_TONES = {"auth": "danger", "lagging": "warn", "quota": "warn"}


class AccountDelegate(QStyledItemDelegate):
    """Paints cells of 52 px by their column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as the row of a channel."""
        return QSize(100, self._theme.size("channelRow"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw ground, line and contents."""
        row: AccountRow = index.data(model.ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, box, first=index.column() == 0)
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        column = index.column()
        if column == model.ACCOUNT:
            self._paint_account(painter, box, row)
        elif column == model.CONDITION:
            self._paint_condition(painter, inner, row)
        elif column == model.NEXT:
            self._paint_lines(painter, inner, row.next_check, row.why)
        elif column == model.MENU:
            self._paint_menu(painter, box)
        else:
            self._paint_words(painter, inner, row, column)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        *,
        first: bool,
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "selected" if selected else "hover" if hovered else "surface"
        painter.fillRect(box, self._theme.color(ground))
        line = QRectF(box.x(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, self._theme.color("line"))
        if selected and first:
            bar = QRectF(box.x(), box.y(), BAR, box.height() - 1)
            painter.fillRect(bar, self._theme.color("marker"))

    def _paint_account(self, painter: QPainter, box: QRectF, row: AccountRow) -> None:
        badge = QRectF(box.x() + LEFT, box.center().y() - 9, 22, 17)
        draw_glyph(painter, self._theme, badge, row.glyph)
        self._paint_lines(
            painter, box.adjusted(LEFT + 32, 0, -PADDING, 0), row.name, row.below
        )

    def _paint_condition(self, painter: QPainter, box: QRectF, row: AccountRow) -> None:
        look = LOOKS[row.condition]
        height = self._theme.size("chipTable")
        width = min(
            chip_width(self._theme, look, row.condition_words), int(box.width())
        )
        place = QRectF(box.x(), box.center().y() - height / 2, width, height)
        draw_chip(painter, self._theme, place, look, row.condition_words)

    def _paint_lines(
        self, painter: QPainter, box: QRectF, above: str, below: str
    ) -> None:
        first = self._theme.line_height("body")
        second = self._theme.line_height("meta")
        top = box.center().y() - (first + second) / 2
        self._paint_text(
            painter, QRectF(box.x(), top, box.width(), first), above, "bodyMedium"
        )
        lower = QRectF(box.x(), top + first, box.width(), second)
        self._paint_text(painter, lower, below, "meta", tone="text2")

    def _paint_words(
        self, painter: QPainter, box: QRectF, row: AccountRow, column: int
    ) -> None:
        if column == model.CONVERSATIONS:
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.color("text"))
            painter.drawText(box, _RIGHT, row.conversations)
            return
        tone = _TONES.get(row.condition, "text")
        role = "bodyStrong" if row.condition in _TONES else "body"
        self._paint_text(painter, box, row.complete, role, tone=tone)

    def _paint_menu(self, painter: QPainter, box: QRectF) -> None:
        icon = self._theme.pixmap("ellipsis", 16, "text")
        painter.drawPixmap(int(box.center().x()) - 8, int(box.center().y()) - 8, icon)

    def _paint_text(
        self, painter: QPainter, box: QRectF, words: str, role: str, tone: str = "text"
    ) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(tone))
        mode = Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(font).elidedText(words, mode, box.width())
        painter.drawText(box, _MIDDLE, shown)
