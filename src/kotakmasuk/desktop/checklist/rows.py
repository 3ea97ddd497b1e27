"""The items as rows: code, who checks, what a finding leads to, and the text.

The one rule: the text is shown with the code, because nobody knows codes by heart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import cast

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kotakmasuk.desktop.checklist.wording import (
    LOOKS,
    effect,
    effect_words,
    marks,
    mode_words,
)
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.chips import chip_width, draw_chip
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
from kotakmasuk.services.rules import Kept


PADDING, GAP = 8, 6
CODE, MODE = Ink("rowName", "text"), Ink("caption", "text3")


@dataclass(frozen=True)
class RuleLine:
    """One item, or a heading with how many follow when there is no item."""

    kept: Kept | None = None
    title: str = ""
    count: int = 0

    @property
    def key(self) -> str:
        """The item's code; empty for a heading."""
        return self.kept.rule.key if self.kept else ""


def lines_of(rules: Sequence[Kept], typed: str = "") -> list[RuleLine]:
    """What fits, under *Berlaku* and *Tidak berlaku*."""
    wanted = typed.casefold().split()

    def fits(kept: Kept) -> bool:
        words = f"{kept.rule.key} {kept.rule.text} {kept.rule.basis}".casefold()
        return all(one in words for one in wanted)

    lines: list[RuleLine] = []
    for active, title in ((True, _say("Berlaku")), (False, _say("Tidak berlaku"))):
        found = [one for one in rules if one.active == active and fits(one)]
        if found:
            lines.append(RuleLine(title=title, count=len(found)))
            lines += [RuleLine(kept) for kept in found]
    return lines


class RuleRows(LineRows[RuleLine]):
    """Items and their headings."""

    def __init__(self) -> None:
        super().__init__(attrgetter("key"), _told)


def _told(line: RuleLine) -> dict[int, object]:
    if line.kept is None:
        title = line.title
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return dict.fromkeys(roles, title)
    rule = line.kept.rule
    return {
        Qt.ItemDataRole.DisplayRole: f"{rule.key} {rule.text}",
        Qt.ItemDataRole.AccessibleTextRole: spoken(line.kept),
        Qt.ItemDataRole.ToolTipRole: rule.basis,
    }


def spoken(kept: Kept) -> str:
    """An item in one sentence, as it is drawn."""
    rule = kept.rule
    parts = [rule.key, rule.text, effect_words(effect(rule)), mode_words(rule)]
    parts += [words for _look, words in marks(kept)]
    if not kept.active:
        parts.append(_say("tidak berlaku"))
    return ", ".join(parts)


class RuleDelegate(QStyledItemDelegate):
    """Draws an item in three lines, or four where something is to be told of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the lines of text and their margins."""
        line: RuleLine = index.data(Qt.ItemDataRole.UserRole)
        if line.kept is None:
            return QSize(0, self._theme.size("groupHeader"))
        view = cast("QListView", option.widget)
        count = len(self._lines(line.kept, view.viewport().width() - 2 * EDGE))
        high = self._theme.line_height("body") + count * self._theme.line_height("meta")
        if marks(line.kept):
            high += self._theme.size("chipTable") + 4
        return QSize(0, high + 2 * PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one line."""
        line: RuleLine = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kept is not None:
            draw_ground(painter, self._theme, box, option.state)
            inner = box.adjusted(EDGE, PADDING, -EDGE, -PADDING)
            self._paint_rule(painter, inner, line.kept)
        else:
            name, count = line.title, line.count
            draw_heading(painter, self._theme, box, title=name, count=count)
        draw_foot(painter, self._theme, box)
        painter.restore()

    def _lines(self, kept: Kept, width: float) -> list[str]:
        return two_lines(self._theme.font("meta"), kept.rule.text, width)

    def _paint_rule(self, painter: QPainter, inner: QRectF, kept: Kept) -> None:
        rule, theme = kept.rule, self._theme
        first = QRectF(inner.x(), inner.y(), inner.width(), theme.line_height("body"))
        name = effect(rule)
        wide = chip_width(theme, LOOKS[name], effect_words(name))
        self._paint_chip(
            painter, first, first.right() - wide, (name, effect_words(name))
        )
        draw_words(painter, theme, first, rule.key, CODE)
        beside = words_width(theme.font(CODE.role), rule.key) + GAP
        room = first.adjusted(beside, 0, -wide, 0)
        draw_words(painter, theme, room, mode_words(rule), MODE)
        high = theme.line_height("meta")
        ink = Ink("meta", "text" if kept.active else "text3")
        lines = self._lines(kept, inner.width())
        for place, words in enumerate(lines):
            top = first.bottom() + place * high
            box = QRectF(inner.x(), top, inner.width(), high)
            draw_words(painter, theme, box, words, ink)
        foot = QRectF(
            inner.x(),
            first.bottom() + len(lines) * high + 4,
            0,
            theme.size("chipTable"),
        )
        left = inner.x()
        for look, words in marks(kept):
            left += self._paint_chip(painter, foot, left, (look, words)) + GAP

    def _paint_chip(
        self, painter: QPainter, line: QRectF, left: float, told: tuple[str, str]
    ) -> float:
        look, words = LOOKS[told[0]], told[1]
        wide, high = chip_width(self._theme, look, words), self._theme.size("chipTable")
        box = QRectF(left, line.center().y() - high / 2, wide, high)
        draw_chip(painter, self._theme, box, look, words)
        return wide


def two_lines(font: QFont, text: str, width: float) -> list[str]:
    """A text in at most two lines; what does not fit the second ends in …."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    cut = line.textLength()
    layout.endLayout()
    elide = Qt.TextElideMode.ElideRight
    rest = QFontMetricsF(font).elidedText(text[cut:], elide, width)
    return [one for one in (text[:cut].rstrip(), rest) if one]


def _say(text: str) -> str:
    return QCoreApplication.translate("Checklist", text)
