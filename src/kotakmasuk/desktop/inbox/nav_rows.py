"""The rows of the sidebar: views, Isu and tags with their exact counts.

The one rule: red is only for what falls due soon, and never without its number.
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
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.inbox.wording import say
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.domain.inbox import VIEW_WORDS, Counts, Listing, View
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.tags import Tag
from kotakmasuk.domain.wording import number


TAGS_SHOWN = 8
ISSUES_SHOWN = 4
BOLD = 700
UNCOUNTED = (View.DONE, View.ALL)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ICONS = {
    View.TO_ANSWER: "inbox",
    View.MINE: "user",
    View.DUE_SOON: "alarm-clock",
    View.SNOOZED: "moon",
    View.WAITING: "hourglass",
    View.DONE: "circle-check",
    View.ALL: "layers",
}


@dataclass(frozen=True)
class NavRow:
    """A list to open, a label between lists, or (`opens` set) something to do."""

    title: str
    icon: str = ""
    count: int | None = None
    urgent: bool = False
    listing: Listing | None = None
    tag: Tag | None = None
    opens: str = ""


def view_title(view: View) -> str:
    """The name of a view as the sidebar and the list's head show it."""
    if view is View.WAITING:
        return say("Menunggu OPD/warga")
    return VIEW_WORDS[view]


def nav_rows(
    counts: Counts,
    tags: Sequence[Tag],
    listing: Listing,
    issues: Sequence[Issue] = (),
) -> list[NavRow]:
    """The views, open Isu, then the tags in use; a chosen one is always among them."""
    rows = [
        NavRow(
            view_title(view),
            _ICONS[view],
            None if view in UNCOUNTED else counts.views.get(view, 0),
            urgent=view is View.DUE_SOON,
            listing=Listing(view),
        )
        for view in View
    ]
    rows += _issue_rows(issues, listing)
    rows.append(NavRow(say("Tag"), opens="label"))
    shown = [
        tag
        for place, tag in enumerate(tags)
        if place < TAGS_SHOWN or tag.id == listing.tag
    ]
    rows += [
        NavRow(
            tag.name,
            "hash",
            counts.tags.get(tag.id, tag.open),
            listing=Listing(View.ALL, tag=tag.id),
            tag=tag,
        )
        for tag in shown
    ]
    words = say("Semua tag…") if len(tags) > len(shown) else say("Kelola tag…")
    rows.append(NavRow(words, "tag", opens="tags"))
    return rows


def _issue_rows(issues: Sequence[Issue], listing: Listing) -> list[NavRow]:
    """Nothing where there is no Isu: most offices have none on most days."""
    if not issues:
        return []
    shown = [
        issue
        for place, issue in enumerate(issues)
        if place < ISSUES_SHOWN or issue.id == listing.issue
    ]
    return [
        NavRow(say("Isu"), opens="label"),
        *(
            NavRow(
                issue.title,
                "flag",
                issue.conversations,
                listing=Listing(View.ALL, issue=issue.id),
            )
            for issue in shown
        ),
        NavRow(say("Semua isu…"), "layers", opens="issues"),
    ]


class NavModel(QAbstractListModel):
    """What the sidebar lists now."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[NavRow] = []

    def show_rows(self, rows: Sequence[NavRow]) -> None:
        """Show other rows; equal ones are left as they are."""
        if len(rows) == len(self._rows):
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, listing: Listing) -> int | None:
        """The row that opens a listing, without regard to a search in it."""
        for place, row in enumerate(self._rows):
            if row.listing == listing:
                return place
        return None

    def row_at(self, place: int) -> NavRow:
        """What stands at a place."""
        return self._rows[place]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Views, labels and tags."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its words for a reader and for typing to find."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.count}" if row.count is not None else row.title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Labels cannot be chosen."""
        if self._rows[index.row()].opens == "label":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class NavDelegate(QStyledItemDelegate):
    """Draws icon, title and count."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """28 px a row, 26 and some room above for a label."""
        row: NavRow = index.data(Qt.ItemDataRole.UserRole)
        label = row.opens == "label"
        height = self._theme.size("sectionLabel") + 6 if label else 0
        return QSize(0, height or self._theme.size("navRow"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one row."""
        row: NavRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect).adjusted(8, 0, -8, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.opens == "label":
            painter.setFont(self._theme.font("sectionLabel"))
            painter.setPen(self._theme.color("text2"))
            painter.drawText(box.adjusted(8, 8, 0, 0), _MIDDLE, row.title)
        else:
            self._paint_row(painter, box, row, option.state)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, box: QRectF, row: NavRow, state: QStyle.StateFlag
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            ground = "selected" if chosen else "hover"
            painter.setBrush(self._theme.color(ground))
            radius = self._theme.radius("row")
            painter.drawRoundedRect(box, radius, radius)
        token = "accent" if chosen else "text2"
        spot = QPointF(box.x() + 8, box.center().y() - 8)
        painter.drawPixmap(spot, self._theme.pixmap(row.icon, 16, token))
        right = self._paint_count(painter, box, row, chosen=chosen)
        font = QFont(self._theme.font("listText"))
        if chosen:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        quiet = row.opens and not chosen
        painter.setPen(self._theme.color("text2" if quiet else "text"))
        room = QRectF(box.x() + 32, box.y(), right - box.x() - 38, box.height())
        mode = Qt.TextElideMode.ElideRight
        title = QFontMetricsF(font).elidedText(row.title, mode, room.width())
        painter.drawText(room, _MIDDLE, title)

    def _paint_count(
        self, painter: QPainter, box: QRectF, row: NavRow, *, chosen: bool
    ) -> float:
        """Draw the number at the right; gives the x still free."""
        if not row.count and not (chosen and row.count == 0):
            return box.right()
        urgent = row.urgent and bool(row.count)
        font = QFont(self._theme.font("meta"))
        if urgent or chosen:
            font.setWeight(QFont.Weight(BOLD))
        painter.setFont(font)
        ink = "accent" if chosen else "text2"
        painter.setPen(self._theme.color("danger" if urgent else ink))
        words = number(row.count or 0)
        painter.drawText(box.adjusted(0, 0, -9, 0), _RIGHT, words)
        return box.right() - 9 - QFontMetricsF(font).horizontalAdvance(words)
