"""Where an answer is written: plain text with its isian, as high as its lines.

The one rule: nothing typed is ever lost; what the editor cannot use (a closed template
search) is put back into the text. A QTextEdit, because QPlainTextEdit knows no line
height.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from kotakmasuk.desktop.reply import emptied, initials
from kotakmasuk.desktop.reply.marks import (
    FILLED,
    Finding,
    MarkPen,
    filled_format,
    mark_filled,
    paint_boxes,
    qt_place,
)
from kotakmasuk.desktop.reply.pasting import pictures_in
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.placeholders import Span, unfilled


FIXED_LINE = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, as its setter asks
MARGIN = 12
KEEP = QTextCursor.MoveMode.KeepAnchor


class ReplyEditor(QTextEdit):
    """The text; `written` says that it changed by hand or by a template.

    `hole_reached` carries the name of the open isian that is marked now, and whether it
    may stay empty; `pictures_dropped` what was dropped or pasted and is no text.
    """

    written = Signal()
    template_wanted = Signal()
    hole_reached = Signal(str, bool)
    pictures_dropped = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = False
        self._filling = ""  # the isian as it stood, while it is being filled
        self._typing = False
        self.setObjectName("replyEditor")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self._pen = MarkPen(self.document(), theme)
        self._dress()
        self.textChanged.connect(self._say_written)
        self.cursorPositionChanged.connect(self._leave_filled)
        theme.changed.connect(self._dress)

    def text(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def show_text(self, text: str, filled: Sequence[Span] = ()) -> None:
        """Begin with this text; nobody is told, and there is nothing to undo."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        mark_filled(self.document(), 0, text, filled)
        self._set_lines()
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._pen.set_findings("", ())
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.updateGeometry()

    def insert_filled(self, text: str, filled: Sequence[Span]) -> None:
        """Put a template's text at the cursor, as one step that can be undone."""
        cursor = self.textCursor()
        text, filled = initials.once(cursor, text, filled)
        begin = cursor.selectionStart()
        cursor.beginEditBlock()
        cursor.insertText(text, QTextCharFormat())
        mark_filled(self.document(), begin, text, filled)
        cursor.endEditBlock()
        self.setCurrentCharFormat(QTextCharFormat())
        if unfilled(text):
            cursor.setPosition(begin)
            self.setTextCursor(cursor)
            self.jump()

    def replace(self, start: int, end: int, text: str) -> None:
        """Put other words in place of characters `start` to `end`; can be undone."""
        whole = self.text()
        cursor = self.textCursor()
        cursor.setPosition(qt_place(whole, start))
        cursor.setPosition(qt_place(whole, end), KEEP)
        cursor.insertText(text, QTextCharFormat())
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Show and mark characters `start` to `end`, and take the keyboard."""
        whole = self.text()
        cursor = self.textCursor()
        cursor.setPosition(qt_place(whole, start))
        cursor.setPosition(qt_place(whole, end), KEEP)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def jump(self) -> bool:
        """Mark the next open isian after the cursor; False when none is left."""
        whole = self.text()
        holes = unfilled(whole)
        if not holes:
            return False
        here = self.textCursor().selectionEnd()
        later = [hole for hole in holes if qt_place(whole, hole.start) >= here]
        hole = (later or list(holes))[0]
        self.select(hole.start, hole.end)
        self.hole_reached.emit(hole.name, hole.optional)
        return True

    def fill_hole(self, words: str) -> None:
        """Put words in the place of the marked isian; none takes an optional one away."""
        cursor = self.textCursor()
        hole, words = cursor.selectedText(), words.strip()
        name = hole.strip("{}?")
        if not words and emptied.marks_hole(cursor) and not hole.endswith("?}"):
            return
        if not words and cursor.selectionStart() > 0:
            cursor.setPosition(cursor.selectionStart() - 1)
            cursor.setPosition(self.textCursor().selectionEnd(), KEEP)
            if not cursor.selectedText()[0].isspace():
                cursor = self.textCursor()
        cursor.insertText(words, filled_format(name))
        self.setTextCursor(cursor)
        self._leave_filled()

    def mark_findings(self, findings: Sequence[Finding]) -> None:
        """Underline what the checks found."""
        self._pen.set_findings(self.text(), findings)

    def set_note(self, note: bool) -> None:  # noqa: FBT001  a state, not an option
        """Write in the colours of an internal note, or of an answer."""
        self._note = note
        self._dress()

    def set_purpose(self, *, note: bool) -> None:
        """Say in the empty field, and to a screen reader, what is written here."""
        words = self.tr("Tulis balasan. Ketik ; untuk memilih templat.")
        if note:
            words = self.tr("Tulis catatan untuk petugas lain.")
        name = self.tr("Isi catatan") if note else self.tr("Isi balasan")
        self.setAccessibleName(name)
        self.setPlaceholderText(words)

    def wanted_height(self) -> int:
        """As high as the lines, in pixels."""
        return round(self.document().size().height())

    def sizeHint(self) -> QSize:
        """As high as the lines."""
        return QSize(super().sizeHint().width(), self.wanted_height())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's names
        """Tab goes on to the next open isian; when none is left it leaves the text."""
        if next and self.jump():
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters take the place of a marked isian; `;` before a word wants templates."""
        if event.text() == ";" and not self._note and self._at_word_start():
            self.template_wanted.emit()
            return
        if event.key() in emptied.HELD:
            super().keyPressEvent(event)
            return
        self._typing = emptied.is_letter(event) or event.key() in emptied.ERASING
        self._take_key(event)
        self._typing = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on an open isian marks all of it."""
        super().mouseReleaseEvent(event)
        here = self.textCursor()
        whole = self.text()
        for hole in unfilled(whole):
            start, end = qt_place(whole, hole.start), qt_place(whole, hole.end)
            if start < here.position() < end and not here.hasSelection():
                self.select(hole.start, hole.end)
                self.hole_reached.emit(hole.name, hole.optional)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take pictures too, but never into a note."""
        taken = not self._note and bool(pictures_in(source))
        return taken or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand pictures on; text goes into the text."""
        dropped = [] if self._note else pictures_in(source)
        if dropped:
            self.pictures_dropped.emit(dropped)
        elif source.text().strip() or not emptied.marks_hole(self.textCursor()):
            super().insertFromMimeData(source)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes of the isian, then the text."""
        painter = QPainter(self.viewport())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        painter.translate(QPointF(-across.value(), -down.value()))
        paint_boxes(painter, self.document(), self._theme)
        painter.end()
        super().paintEvent(event)

    def _take_key(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        bare = emptied.left_blank(cursor, event, filling=bool(self._filling))
        if bare is not None:
            self._open_again(bare)
        elif emptied.marks_hole(cursor) and emptied.is_blank(event):
            event.accept()  # a blank fills nothing; it was meant for a tick
        elif emptied.marks_hole(cursor) and emptied.is_letter(event):
            self._filling = cursor.selectedText()
            cursor.insertText(event.text(), filled_format(self._filling.strip("{}?")))
            self.setTextCursor(cursor)
        else:
            self._leave_filled()
            super().keyPressEvent(event)

    def _open_again(self, place: emptied.Place) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, KEEP)
        hole = self._filling or f"{{{place.name}}}"
        cursor.insertText(hole, QTextCharFormat())
        cursor.setPosition(place.start)
        cursor.setPosition(place.start + len(hole), KEEP)
        self.setTextCursor(cursor)

    def _leave_filled(self) -> None:
        """Behind a filled isian one writes plain text, unless it is being filled."""
        self._filling = self._filling if self._typing else ""
        cursor = self.textCursor()
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        inside = ahead.position() > cursor.position() and _is_filled(ahead)
        stays = cursor.hasSelection() or self._filling or inside
        if _is_filled(cursor) and not stays:
            self.setCurrentCharFormat(QTextCharFormat())

    def _at_word_start(self) -> bool:
        cursor = self.textCursor()
        before = cursor.block().text().encode("utf-16-le")
        place = cursor.selectionStart() - cursor.block().position()
        letter = before[2 * place - 2 : 2 * place].decode("utf-16-le", "replace")
        return place == 0 or letter.isspace()

    def _set_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(self._theme.line_height("composer"), FIXED_LINE)
        cursor.mergeBlockFormat(lines)

    def _say_written(self) -> None:
        self.viewport().update()
        self.updateGeometry()
        self.written.emit()

    def _dress(self) -> None:
        self.setFont(self._theme.font("composer"))
        ink = self._theme.color("noteText" if self._note else "text").name()
        faint = self._theme.color("noteText" if self._note else "text3").name()
        self.setStyleSheet(
            f"QTextEdit{{border:none;background:transparent;padding:0;color:{ink};"
            f"placeholder-text-color:{faint}}}"
        )
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self._set_lines()
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._pen.rehighlight()
        self.viewport().update()


def _is_filled(cursor: QTextCursor) -> bool:
    return cursor.charFormat().hasProperty(FILLED)
