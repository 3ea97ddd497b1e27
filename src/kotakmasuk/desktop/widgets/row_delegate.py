"""Draws the rows of the conversation list.

The one rule: nothing is measured twice; cut texts and icons are kept between paints,
because this runs for every row at every scroll step.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import NOBODY, draw_initials
from kotakmasuk.desktop.widgets.chips import DEADLINES, ChipLook, chip_width, draw_chip
from kotakmasuk.desktop.widgets.glyph import draw_glyph
from kotakmasuk.desktop.widgets.paint_cache import KEPT_TEXTS, PictureCache, TextCache
from kotakmasuk.desktop.widgets.row_content import RowContent
from kotakmasuk.desktop.widgets.rows import Index


BADGE_LEFT = 22
BADGE_GAP = 8
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
        self._texts = TextCache(theme, self)
        self._pictures = PictureCache(theme, self)
        self._widths: dict[tuple[str, str], int] = {}
        theme.changed.connect(self._widths.clear)

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
        if state & QStyle.StateFlag.State_HasFocus and _by_keyboard(option.widget):
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
        left = box.x() + BADGE_LEFT + self._theme.size("glyph") + BADGE_GAP
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
        self._texts.draw(painter, text, content.snippet, "rowText")
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
        width, height = self._theme.size("glyph"), self._theme.size("glyphHeight")
        badge = QRectF(corner.x() + BADGE_LEFT, corner.y() + 1, width, height)
        paint = partial(_badge, self._theme, content.glyph)
        self._pictures.draw(painter, badge, ("badge", content.glyph), paint)

    def _paint_title(
        self, painter: QPainter, line: QRectF, content: RowContent, muted: QColor
    ) -> None:
        painter.setPen(muted)
        time = self._texts.draw(painter, line, content.time_word, "caption", right=True)
        form = self._texts.fit(content.form_word, "caption", int(line.width())).width
        room = line.adjusted(0, 0, -time - form - 18, 0)
        shown = self._paint_name(painter, room, content)
        painter.setPen(muted)
        beside = line.adjusted(shown + 6, 0.5, -time - 6, 0.5)
        self._texts.draw(painter, beside, content.form_word, "caption")

    def _paint_name(
        self, painter: QPainter, line: QRectF, content: RowContent
    ) -> float:
        role = "rowNameUnread" if content.unread else "rowName"
        painter.setPen(self._theme.color("text"))
        return self._texts.draw(painter, line, content.name, role)

    def _paint_foot(
        self, painter: QPainter, line: QRectF, content: RowContent, muted: QColor
    ) -> None:
        right = self._paint_right(painter, line, content)
        tags = " ".join(f"#{tag}" for tag in content.tags[:SHOWN_TAGS])
        painter.setPen(muted)
        room = line.adjusted(0, 0, right - 6 - line.right(), 0)
        self._texts.draw(painter, room, tags, "tag")

    def _paint_right(
        self, painter: QPainter, line: QRectF, content: RowContent
    ) -> float:
        """Assignee, deadline and shield from the right; gives the x still free."""
        middle = line.center().y()
        right = self._paint_assignee(painter, line, content)
        look = DEADLINES.get(content.deadline)
        if look is not None and content.deadline_words:
            words = content.deadline_words
            height = self._theme.size("chip")
            width = self._chip_width(content.deadline, words)
            right -= width + 6
            capsule = QRectF(right, middle - height / 2, width, height)
            paint = partial(_chip, self._theme, look, words)
            self._pictures.draw(painter, capsule, (content.deadline, words), paint)
        if content.personal_data and not self._theme.compact:
            right -= 20
            shield = self._theme.pixmap("shield-alert", 14, "warn")
            painter.drawPixmap(QPointF(right, middle - 7), shield)
        return right - 6

    def _paint_assignee(
        self, painter: QPainter, line: QRectF, content: RowContent
    ) -> float:
        side = self._theme.size("assignee")
        left = line.right() - side
        circle = QRectF(left, line.center().y() - side / 2, side, side)
        initials = content.assignee_initials or NOBODY
        paint = partial(_initials, self._theme, initials, mine=content.mine)
        self._pictures.draw(painter, circle, (initials, content.mine), paint)
        return left

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

    def _chip_width(self, kind: str, words: str) -> int:
        key = (kind, words)
        if key not in self._widths:
            if len(self._widths) >= KEPT_TEXTS:
                self._widths.clear()
            self._widths[key] = chip_width(self._theme, DEADLINES[kind], words)
        return self._widths[key]


def _chip(
    theme: Theme, look: ChipLook, words: str, painter: QPainter, box: QRectF
) -> None:
    draw_chip(painter, theme, box, look, words)


def _badge(theme: Theme, letters: str, painter: QPainter, box: QRectF) -> None:
    draw_glyph(painter, theme, box, letters)


def _initials(
    theme: Theme, initials: str, painter: QPainter, circle: QRectF, *, mine: bool
) -> None:
    ink, fill = ("accent", "accentSoft") if mine else ("text2", "hover")
    draw_initials(painter, theme, circle, initials, ink=ink, fill=fill)


def _is_chosen(state: QStyle.StateFlag) -> bool:
    return bool(state & QStyle.StateFlag.State_Selected)


def _by_keyboard(widget: QWidget) -> bool:
    came_by_key = Qt.WidgetAttribute.WA_KeyboardFocusChange
    return widget.window().testAttribute(came_by_key)
