"""Draws the rows of the conversation list.

The one rule: nothing is measured twice; cut texts and icons are kept between paints,
because this runs for every row at every scroll step.
"""

from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import NOBODY, draw_initials
from kotakmasuk.desktop.widgets.chips import DEADLINES, chip_width, draw_chip
from kotakmasuk.desktop.widgets.glyph import draw_glyph
from kotakmasuk.desktop.widgets.row_content import RowContent


Index = QModelIndex | QPersistentModelIndex

KEPT_TEXTS = 4000
TEXT_LEFT = 52
RIGHT = 12
SHOWN_TAGS = 2
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ConversationRowDelegate(QStyledItemDelegate):
    """Paints the RowContent that the model gives under Qt.UserRole."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Forget all measurements whenever the theme changes."""
        super().__init__(parent)
        self._theme = theme
        self._metrics: dict[str, QFontMetricsF] = {}
        self._cut: dict[tuple[str, str, int], tuple[str, float]] = {}
        self._chips: dict[tuple[str, str], int] = {}
        theme.changed.connect(self._forget)

    def row_height(self, *, group: bool) -> int:
        """The height in pixels of a group header or of a conversation."""
        if group:
            return self._theme.size("groupHeader")
        return self._theme.size("rowCompact" if self._theme.compact else "row")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As tall as the kind of row asks."""
        content: Any = index.data(Qt.ItemDataRole.UserRole)
        group = isinstance(content, RowContent) and content.is_group
        return QSize(0, self.row_height(group=group))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one row; a row that is not loaded yet is drawn as a skeleton."""
        content: Any = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(content, RowContent):
            self._paint_missing(painter, box)
        elif content.is_group:
            self._paint_group(painter, box, content)
        else:
            self._paint_ground(painter, box, state)
            self._paint_row(painter, box, content, chosen=_is_chosen(state))
        line = QRectF(box.x(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, self._theme.color("line"))
        if state & QStyle.StateFlag.State_HasFocus and _by_keyboard(state):
            self._paint_focus(painter, box)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, state: QStyle.StateFlag
    ) -> None:
        ground = "surface"
        if _is_chosen(state):
            ground = "selected"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.fillRect(box, self._theme.color(ground))
        if ground == "selected":
            bar = QRectF(box.x(), box.y(), 3, box.height())
            painter.fillRect(bar, self._theme.color("marker"))

    def _paint_row(
        self, painter: QPainter, box: QRectF, content: RowContent, *, chosen: bool
    ) -> None:
        muted = self._theme.color("text2" if chosen else "text3")
        first = self._theme.line_height("rowName")
        second = self._theme.line_height("rowText")
        top = (
            7 if not self._theme.compact else (box.height() - first - second) / 2 - 0.5
        )
        left = box.x() + TEXT_LEFT
        width = box.right() - RIGHT - left
        self._paint_left(painter, QPointF(box.x(), box.y() + top), content)
        line = QRectF(left, box.y() + top, width, first)
        if self._theme.compact:
            room = self._paint_right(painter, line, content)
            self._paint_name(
                painter, line.adjusted(0, 0, room - line.right(), 0), content
            )
        else:
            self._paint_title(painter, line, content, muted)
        text = QRectF(left, line.bottom(), width, second)
        painter.setPen(self._theme.color("text" if content.unread else "text2"))
        self._paint_text(painter, text, content.snippet, "rowText")
        if not self._theme.compact:
            last = QRectF(left, text.bottom() + 3, width, self._theme.size("chip"))
            self._paint_foot(painter, last, content, muted)

    def _paint_left(
        self, painter: QPainter, corner: QPointF, content: RowContent
    ) -> None:
        if content.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("marker"))
            painter.drawEllipse(QRectF(corner.x() + 8, corner.y() + 6, 7, 7))
        badge = QRectF(corner.x() + 22, corner.y() + 1, 22, 17)
        draw_glyph(painter, self._theme, badge, content.glyph)

    def _paint_title(
        self, painter: QPainter, line: QRectF, content: RowContent, muted: QColor
    ) -> None:
        painter.setPen(muted)
        painter.setFont(self._theme.font("caption"))
        time_width = self._advance("caption", content.time_word)
        form_width = self._advance("caption", content.form_word)
        painter.drawText(line, _MIDDLE_RIGHT, content.time_word)
        room = line.width() - time_width - form_width - 18
        shown = self._paint_name(
            painter, QRectF(line.x(), line.y(), room, line.height()), content
        )
        painter.setPen(muted)
        painter.setFont(self._theme.font("caption"))
        form = line.adjusted(shown + 6, 0.5, 0, 0.5)
        painter.drawText(form, _MIDDLE, content.form_word)

    def _paint_name(
        self, painter: QPainter, line: QRectF, content: RowContent
    ) -> float:
        role = "rowNameUnread" if content.unread else "rowName"
        painter.setPen(self._theme.color("text"))
        return self._paint_text(painter, line, content.name, role)

    def _paint_foot(
        self, painter: QPainter, line: QRectF, content: RowContent, muted: QColor
    ) -> None:
        right = self._paint_right(painter, line, content)
        tags = " ".join(f"#{tag}" for tag in content.tags[:SHOWN_TAGS])
        painter.setPen(muted)
        room = line.adjusted(0, 0, right - 6 - line.right(), 0)
        self._paint_text(painter, room, tags, "tag")

    def _paint_right(
        self, painter: QPainter, line: QRectF, content: RowContent
    ) -> float:
        """Assignee, deadline and shield from the right; gives the x still free."""
        side = self._theme.size("assignee")
        middle = line.center().y()
        right = line.right() - side
        circle = QRectF(right, middle - side / 2, side, side)
        ink = "accent" if content.mine else "text2"
        fill = "accentSoft" if content.mine else "hover"
        initials = content.assignee_initials or NOBODY
        draw_initials(painter, self._theme, circle, initials, ink=ink, fill=fill)
        look = DEADLINES.get(content.deadline)
        if look is not None and content.deadline_words:
            height = self._theme.size("chip")
            width = self._chip_width(content.deadline, content.deadline_words)
            right -= width + 6
            capsule = QRectF(right, middle - height / 2, width, height)
            draw_chip(painter, self._theme, capsule, look, content.deadline_words)
        if content.personal_data and not self._theme.compact:
            right -= 20
            shield = self._theme.pixmap("shield-alert", 14, "warn")
            painter.drawPixmap(QPointF(right, middle - 7), shield)
        return right - 6

    def _paint_group(self, painter: QPainter, box: QRectF, content: RowContent) -> None:
        painter.fillRect(box, self._theme.color("sunken"))
        arrow = "chevron-right" if content.collapsed else "chevron-down"
        spot = QPointF(box.x() + 14, box.center().y() - 6)
        painter.drawPixmap(spot, self._theme.pixmap(arrow, 12, "text2"))
        painter.setPen(self._theme.color("text2"))
        painter.setFont(self._theme.font("sectionLabel"))
        painter.drawText(box.adjusted(32, 0, -40, 0), _MIDDLE, content.group_title)
        painter.setFont(self._theme.font("caption"))
        count = f"{content.group_count:,}".replace(",", ".")
        painter.drawText(box.adjusted(0, 0, -14, 0), _MIDDLE_RIGHT, count)

    def _paint_missing(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self._theme.color("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        for top, share in ((0.18, 0.4), (0.44, 0.8), (0.7, 0.3)):
            width = (box.width() - TEXT_LEFT - RIGHT) * share
            place = QPointF(box.x() + TEXT_LEFT, box.y() + box.height() * top)
            painter.drawRoundedRect(
                QRectF(place, QPointF(place.x() + width, place.y() + 8)), 4, 4
            )

    def _paint_focus(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("marker"), 2))
        radius = self._theme.radius("row") - 2
        painter.drawRoundedRect(box.adjusted(4, 2, -3, -3), radius, radius)

    def _paint_text(
        self, painter: QPainter, line: QRectF, text: str, role: str
    ) -> float:
        """Draw what fits of the text; gives its width in pixels."""
        shown, width = self._fitted(text, role, int(line.width()))
        painter.setFont(self._theme.font(role))
        painter.drawText(line, _MIDDLE | Qt.TextFlag.TextSingleLine, shown)
        return width

    def _fitted(self, text: str, role: str, room: int) -> tuple[str, float]:
        key = (text, role, room)
        found = self._cut.get(key)
        if found is None:
            metrics = self._metric(role)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            found = (shown, metrics.horizontalAdvance(shown))
            if len(self._cut) >= KEPT_TEXTS:
                self._cut.clear()
            self._cut[key] = found
        return found

    def _advance(self, role: str, text: str) -> float:
        return self._fitted(text, role, 10_000)[1]

    def _chip_width(self, kind: str, words: str) -> int:
        key = (kind, words)
        if key not in self._chips:
            if len(self._chips) >= KEPT_TEXTS:
                self._chips.clear()
            self._chips[key] = chip_width(self._theme, DEADLINES[kind], words)
        return self._chips[key]

    def _metric(self, role: str) -> QFontMetricsF:
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self._theme.font(role))
        return self._metrics[role]

    def _forget(self) -> None:
        self._metrics.clear()
        self._cut.clear()
        self._chips.clear()


def _is_chosen(state: QStyle.StateFlag) -> bool:
    return bool(state & QStyle.StateFlag.State_Selected)


def _by_keyboard(state: QStyle.StateFlag) -> bool:
    return bool(state & QStyle.StateFlag.State_KeyboardFocusChange)
