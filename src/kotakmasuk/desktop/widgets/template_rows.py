"""Templates as a list: what each is called and how its text begins.

The one rule: the text is always shown with the title, because officers remember words
of the body more often than names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import (
    QCoreApplication,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.chips import ChipLook, chip_width, draw_chip
from kotakmasuk.desktop.widgets.line_rows import LineRows
from kotakmasuk.desktop.widgets.row_parts import (
    EDGE,
    Ink,
    draw_foot,
    draw_ground,
    draw_heading,
    draw_words,
    words_width,
)
from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.domain.template_search import excerpt
from kotakmasuk.domain.templates import Template, body_for
from kotakmasuk.domain.wording import number


NAME, BODY = Ink("rowName", "text"), Ink("meta", "text2")
ASIDE = Ink("caption", "text3")
REVIEW = ChipLook("clock-alert", "warn", "warnSoft", "warnLine")


@dataclass(frozen=True)
class TemplateLine:
    """One template, or a folder's heading with how many it holds when uid is empty.

    `used` counts the last 30 days; `review` says that it is past its date.
    """

    uid: str
    title: str
    body: str = ""
    folder: str = ""
    count: int = 0
    shortcut: str = ""
    used: int = 0
    review: bool = False


def lines_of(
    templates: Sequence[Template], *, platform: str = "", typed: str = ""
) -> list[TemplateLine]:
    """The templates as lines in the order given, with the words for a platform.

    The text begins near what was typed, so that one sees why it was found.
    """
    return [
        TemplateLine(
            uid=one.uid,
            title=one.title,
            body=excerpt(body_for(one, platform), typed),
            folder=one.folder,
            shortcut=one.shortcut,
        )
        for one in templates
    ]


def by_folder(lines: Sequence[TemplateLine]) -> list[TemplateLine]:
    """The same templates under a heading for each folder."""
    grouped: list[TemplateLine] = []
    ordered = sorted(lines, key=lambda line: line.folder)
    for folder, inside in groupby(ordered, key=lambda line: line.folder):
        held = list(inside)
        grouped.append(TemplateLine("", folder, count=len(held)))
        grouped.extend(held)
    return grouped


class TemplateRows(LineRows[TemplateLine]):
    """Templates and the headings of their folders."""

    def __init__(self) -> None:
        super().__init__(attrgetter("uid"), _told)


def _told(line: TemplateLine) -> dict[int, object]:
    return {
        Qt.ItemDataRole.DisplayRole: line.title,
        Qt.ItemDataRole.AccessibleTextRole: _spoken(line) if line.uid else line.title,
        Qt.ItemDataRole.ToolTipRole: line.body or None,
    }


def _spoken(line: TemplateLine) -> str:
    late = QCoreApplication.translate("Templates", "perlu ditinjau")
    used = QCoreApplication.translate("Templates", "dipakai {n} kali")
    parts = (
        line.title,
        late if line.review else "",
        used.format(n=line.used) if line.used else "",
        line.shortcut,
        line.body,
    )
    return ". ".join(part for part in parts if part)


class TemplateDelegate(QStyledItemDelegate):
    """Draws a template in two lines, a heading in one."""

    def __init__(self, theme: Theme, *, folders: bool = False) -> None:
        """With `folders` folder and shortcut stand at the right, else how often used."""
        super().__init__()
        self._theme = theme
        self._folders = folders

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as the two lines of text and their margins."""
        line: TemplateLine = index.data(Qt.ItemDataRole.UserRole)
        if not line.uid:
            return QSize(0, self._theme.size("groupHeader"))
        high = self._theme.line_height("body") + self._theme.line_height("meta")
        return QSize(0, high + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one line."""
        line: TemplateLine = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        if line.uid:
            draw_ground(painter, self._theme, box, option.state)
            self._paint_template(painter, box, line)
        else:
            name, count = line.title, line.count
            draw_heading(painter, self._theme, box, title=name, count=count)
        draw_foot(painter, self._theme, box)
        painter.restore()

    def _paint_template(
        self, painter: QPainter, box: QRectF, line: TemplateLine
    ) -> None:
        inner = box.adjusted(EDGE, 8, -EDGE, -8)
        high = self._theme.line_height("body")
        first = QRectF(inner.x(), inner.y(), inner.width(), high)
        aside = self._aside(line)
        if aside:
            draw_words(painter, self._theme, first, aside, ASIDE, right=True)
            wide = words_width(self._theme.font(ASIDE.role), aside)
            first.adjust(0, 0, -wide - 10, 0)
        if line.review:
            first.adjust(0, 0, -self._paint_review(painter, first, line.title), 0)
        draw_words(painter, self._theme, first, line.title, NAME)
        second = QRectF(
            inner.x(), inner.y() + high, inner.width(), self._theme.line_height("meta")
        )
        draw_words(painter, self._theme, second, line.body, BODY)

    def _aside(self, line: TemplateLine) -> str:
        """What stands at the right of the title: folder and shortcut, or the count."""
        if not self._folders:
            return f"{number(line.used)}×" if line.used else ""  # noqa: RUF001  not an x
        return "  ".join(part for part in (line.folder, line.shortcut) if part)

    def _paint_review(self, painter: QPainter, box: QRectF, title: str) -> int:
        """Draw the capsule behind the title; gives the room it takes."""
        words = QCoreApplication.translate("Templates", "tinjau")
        wide = chip_width(self._theme, REVIEW, words)
        name = words_width(self._theme.font(NAME.role), title) + 8
        left = box.x() + min(name, box.width() - wide)
        high = self._theme.size("chipTable")
        place = QRectF(left, box.center().y() - high / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, self._theme, place, REVIEW, words)
        return wide + 8
