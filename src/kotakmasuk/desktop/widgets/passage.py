"""Text of several lines with its own line height, to be read and copied, not edited.

The one rule: the text is set as plain text, so nothing a citizen wrote becomes markup;
what is masked on the screen is masked in the clipboard too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kotakmasuk.desktop.theme import Theme


FIXED_LINE = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, as its setter asks


@dataclass(frozen=True)
class Span:
    """Characters of a passage drawn as masked, hit, strong, added or removed."""

    start: int
    end: int
    kind: str = "masked"


class Passage(QWidget):
    """A plain text in a type role, wrapped to the width it gets."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: str = "message",
        tone: str = "text",
        spans: Sequence[Span] = (),
    ) -> None:
        """Show the text; spans are counted in its characters."""
        super().__init__()
        self._theme = theme
        self._role = role
        self._tone = tone
        self._text = text
        self._spans = tuple(spans)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._cursor = QTextCursor(self._document)
        self._heights: dict[int, int] = {}
        self._natural = 0
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        theme.changed.connect(self._dress)

    def set_text(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show another text."""
        self._text = text
        self._spans = tuple(spans)
        self._dress()

    def text(self) -> str:
        """The text as it is shown."""
        return self._text

    def selected_text(self) -> str:
        """What the officer has marked."""
        return self._cursor.selectedText().replace("\u2029", "\n")

    def natural_width(self) -> int:
        """The width in pixels of the longest line when nothing is wrapped."""
        if not self._natural:
            metrics = QFontMetricsF(self._theme.font(self._role))
            lines = self._text.split("\n")
            longest = max(metrics.horizontalAdvance(line) for line in lines)
            self._natural = int(longest) + 2
        return self._natural

    def sizeHint(self) -> QSize:
        """As wide as the longest line."""
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line, ten letters wide."""
        return QSize(80, self._theme.line_height(self._role))

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels of the wrapped text."""
        if width not in self._heights:  # a layout asks for the same widths often
            self._document.setTextWidth(width)
            self._heights[width] = round(self._document.size().height())
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text and what is marked in it."""
        self._wrap()
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.color(self._tone))
        context.palette = palette
        context.clip = QRectF(event.rect()).translated(0, -self._top())
        if self._cursor.hasSelection():
            marked = QAbstractTextDocumentLayout.Selection()
            marked.cursor = self._cursor
            look = QTextCharFormat()
            look.setBackground(self._theme.color("accentFill"))
            look.setForeground(self._theme.color("onAccent"))
            marked.format = look
            context.selections = [marked]
        painter = QPainter(self)
        painter.translate(0, self._top())
        self._document.documentLayout().draw(painter, context)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start marking."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._cursor.setPosition(self._letter_at(event.position()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark up to the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            kept = QTextCursor.MoveMode.KeepAnchor
            self._cursor.setPosition(self._letter_at(event.position()), kept)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Mark the word."""
        self._cursor.setPosition(self._letter_at(event.position()))
        self._cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark all, or copy what is marked, masked as it is shown."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._cursor.select(QTextCursor.SelectionType.Document)
            self.update()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)

    def _letter_at(self, point: QPointF) -> int:
        self._wrap()
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        spot = point - QPointF(0, self._top())
        return self._document.documentLayout().hitTest(spot, fuzzy)

    def _wrap(self) -> None:
        if self._document.textWidth() != self.width():
            self._document.setTextWidth(self.width())

    def _top(self) -> float:
        """Where the text begins when the room is higher than it."""
        return max((self.height() - self._document.size().height()) / 2, 0)

    def _dress(self) -> None:
        self._heights.clear()
        self._natural = 0
        self._document.setDefaultFont(self._theme.font(self._role))
        self._document.setPlainText(self._text)
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(self._theme.line_height(self._role), FIXED_LINE)
        cursor.mergeBlockFormat(lines)
        for span in self._spans:
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._span_format(span.kind))
        self._cursor = QTextCursor(self._document)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def _span_format(self, kind: str) -> QTextCharFormat:
        look = QTextCharFormat()
        if kind == "hit":
            look.setBackground(self._theme.color("hit"))
            look.setForeground(self._theme.color("hitText"))
            look.setFontWeight(700)
        elif kind == "strong":
            look.setFontWeight(600)
        elif kind == "added":
            look.setFontUnderline(True)
            look.setBackground(self._theme.color("okSoft"))
            look.setForeground(self._theme.color("ok"))
        elif kind == "removed":
            look.setFontStrikeOut(True)
            look.setBackground(self._theme.color("dangerSoft"))
            look.setForeground(self._theme.color("danger"))
        else:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(self._theme.color("lineStrong"))
        return look
