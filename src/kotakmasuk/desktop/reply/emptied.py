"""What a key would leave of an isian: nothing that only looks filled.

The one rule: a place that holds blanks alone is an open isian again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument

from kotakmasuk.desktop.reply.marks import FILLED
from kotakmasuk.domain.placeholders import unfilled


KEEP = QTextCursor.MoveMode.KeepAnchor
CONTROL = Qt.KeyboardModifier.ControlModifier
ERASING = {
    Qt.Key.Key_Backspace: (
        QTextCursor.MoveOperation.PreviousCharacter,
        QTextCursor.MoveOperation.PreviousWord,
    ),
    Qt.Key.Key_Delete: (
        QTextCursor.MoveOperation.NextCharacter,
        QTextCursor.MoveOperation.NextWord,
    ),
}
# Held down before a capital letter; they write nothing and end nothing.
HELD = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


@dataclass(frozen=True)
class Place:
    """Where something stands in for an isian, in Qt's own counting."""

    start: int
    end: int
    name: str


def is_letter(event: QKeyEvent) -> bool:
    """Tell whether the key writes something by itself."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return bool(event.text().isprintable() and event.text()) and not (
        event.modifiers() & ~plain
    )


def is_blank(event: QKeyEvent) -> bool:
    """Tell whether the key would write a space or a new line."""
    return event.text().isspace() and not event.modifiers() & CONTROL


def marks_hole(cursor: QTextCursor) -> bool:
    """Tell whether exactly one open isian is marked."""
    marked = cursor.selectedText()
    holes = unfilled(marked)
    return len(holes) == 1 and holes[0].end - holes[0].start == len(marked)


def left_blank(cursor: QTextCursor, event: QKeyEvent, *, filling: bool) -> Place | None:
    """Give the filled place of which this key would leave blanks, or nothing.

    What was marked and erased on purpose may go; while it is being filled (`filling`)
    the last letter leaves an open isian.
    """
    gone = _gone(cursor, event)
    if gone is None:
        return None
    start, end = gone
    for place in _filled(cursor.document()):
        if place.start <= start and end <= place.end:
            rest = _words(cursor, place.start, start) + _words(cursor, end, place.end)
            opens = bool(rest) or filling or is_blank(event)
            return place if opens and not rest.strip() else None
    return None


def _gone(cursor: QTextCursor, event: QKeyEvent) -> tuple[int, int] | None:
    """The characters that this key takes away; None where it takes none."""
    moves = ERASING.get(Qt.Key(event.key()))
    step = QTextCursor(cursor)
    if not step.hasSelection() and moves is not None:
        step.movePosition(moves[bool(event.modifiers() & CONTROL)], KEEP)
    if not step.hasSelection() or (moves is None and not is_blank(event)):
        return None
    return step.selectionStart(), step.selectionEnd()


def _filled(document: QTextDocument) -> Iterator[Place]:
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            name = piece.charFormat().property(FILLED)
            if name:
                start = piece.position()
                yield Place(start, start + piece.length(), str(name))
            pieces += 1
        block = block.next()


def _words(cursor: QTextCursor, start: int, end: int) -> str:
    part = QTextCursor(cursor)
    part.setPosition(start)
    part.setPosition(end, KEEP)
    return part.selectedText()
