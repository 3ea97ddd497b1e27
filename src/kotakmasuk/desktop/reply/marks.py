"""What is drawn in the text of an answer: filled and unfilled isian, findings.

The one rule: a place is told in characters of the Python text; Qt counts an emoji as
two, so every place goes through `qt_place` on its way into the document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPen,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.placeholders import Span, unfilled


FILLED = QTextFormat.Property.UserProperty.value + 1
OVERHANG = 1


@dataclass(frozen=True)
class Finding:
    """A place that a check complains about, in characters of the text."""

    start: int
    end: int


def qt_place(text: str, place: int) -> int:
    """Count a place of the text as Qt does."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def filled_format(name: str) -> QTextCharFormat:
    """The format that remembers which isian stood here."""
    kept = QTextCharFormat()
    kept.setProperty(FILLED, name)
    return kept


def mark_filled(
    document: QTextDocument, begin: int, text: str, filled: Sequence[Span]
) -> None:
    """Remember what stands in for isian in a text that was put at `begin`."""
    cursor = QTextCursor(document)
    for one in filled:
        cursor.setPosition(begin + qt_place(text, one.start))
        cursor.setPosition(
            begin + qt_place(text, one.end), QTextCursor.MoveMode.KeepAnchor
        )
        cursor.mergeCharFormat(filled_format(one.name))


def filled_ranges(block: QTextBlock) -> Iterator[tuple[int, int]]:
    """Start and length, within the block, of what stands in for an isian."""
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.isValid() and piece.charFormat().hasProperty(FILLED):
            yield piece.position() - block.position(), piece.length()
        pieces += 1


def unfilled_ranges(block: QTextBlock) -> Iterator[tuple[int, int]]:
    """Start and length, within the block, of every isian that is still open."""
    text = block.text()
    for hole in unfilled(text):
        start, end = qt_place(text, hole.start), qt_place(text, hole.end)
        yield start, end - start


def with_names(document: QTextDocument, names: frozenset[str]) -> str:
    """The text with what stands in for these isian taken out again: "Halo {nama}"."""
    lines = []
    block = document.begin()
    while block.isValid():
        pieces, line = block.begin(), ""
        while not pieces.atEnd():
            piece = pieces.fragment()
            name = piece.charFormat().property(FILLED)
            line += f"{{{name}}}" if name in names else piece.text()
            pieces += 1
        lines.append(line)
        block = block.next()
    return "\n".join(lines)


class MarkPen(QSyntaxHighlighter):
    """Colours isian and underlines findings, block by block."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._findings: tuple[tuple[int, int], ...] = ()

    def set_findings(self, text: str, findings: Sequence[Finding]) -> None:
        """Underline these places and no others."""
        places = tuple(
            (qt_place(text, one.start), qt_place(text, one.end)) for one in findings
        )
        if places != self._findings:
            self._findings = places
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line of the text."""
        block = self.currentBlock()
        ink = QTextCharFormat()
        ink.setForeground(self._theme.color("accent"))
        for start, length in filled_ranges(block):
            self.setFormat(start, length, ink)
        hole = QTextCharFormat()
        hole.setForeground(self._theme.color("warn"))
        hole.setFontWeight(700)
        for start, length in unfilled_ranges(block):
            self.setFormat(start, length, hole)
        self._underline(block.position(), len(text.encode("utf-16-le")) // 2)

    def _underline(self, begin: int, length: int) -> None:
        wave = QTextCharFormat.UnderlineStyle.WaveUnderline
        for start, end in self._findings:
            first, last = max(start - begin, 0), min(end - begin, length)
            for place in range(first, last):
                look = self.format(place)
                look.setUnderlineStyle(wave)
                look.setUnderlineColor(self._theme.color("danger"))
                self.setFormat(place, 1, look)


def paint_boxes(painter: QPainter, document: QTextDocument, theme: Theme) -> None:
    """Paint the boxes behind the text, in the document's own coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPen(theme.color("warn"), 1)
    edge.setDashPattern([3, 2])
    block = document.begin()
    while block.isValid():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accentSoft"))
        _paint(painter, block, filled_ranges(block))
        painter.setPen(edge)
        painter.setBrush(theme.color("warnSoft"))
        _paint(painter, block, unfilled_ranges(block))
        block = block.next()


def _paint(
    painter: QPainter, block: QTextBlock, ranges: Iterator[tuple[int, int]]
) -> None:
    for start, length in ranges:
        for box in _boxes(block, start, start + length):
            painter.drawRoundedRect(box, 4, 4)


def _boxes(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    corner = layout.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left = _x_at(line.cursorToX(first))
        right = _x_at(line.cursorToX(last))
        box = QRectF(left, line.y(), right - left, line.height())
        box.translate(QPointF(corner))
        yield box.adjusted(-OVERHANG, -1.5, OVERHANG, 2)


def _x_at(found: object) -> float:
    """PySide gives (x, place) where C++ gives x alone."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
