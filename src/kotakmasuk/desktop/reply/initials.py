"""The officer's initials at the end of an answer: "^SR".

The one rule: however many templates make up an answer, they stand once, at its end.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from kotakmasuk.desktop.reply.marks import qt_place
from kotakmasuk.domain.placeholders import Span


_CLOSING = re.compile(r"(?P<before>\s*)\^[A-Za-z]{1,4}(?P<after>\s*)$")
_KEEP = QTextCursor.MoveMode.KeepAnchor


def once(
    cursor: QTextCursor, text: str, filled: Sequence[Span]
) -> tuple[str, Sequence[Span]]:
    """Make a template's words ready for this place, so that initials stand once.

    At the end the older ones are marked with the cursor, to be replaced; before the end
    the template's own are left out.
    """
    whole = cursor.document().toPlainText()
    older, own = _CLOSING.search(whole), _CLOSING.search(text)
    if older is None or own is None:
        return text, filled
    start = qt_place(whole, older.start())
    if cursor.selectionEnd() < start:
        kept = text[: own.start()]
        return kept, [one for one in filled if one.end <= len(kept)]
    cursor.setPosition(min(cursor.selectionStart(), start))
    cursor.setPosition(qt_place(whole, len(whole)), _KEEP)
    between = older["after"] or older["before"] or " "
    lead = between if cursor.selectionStart() else ""
    moved = len(lead)
    return lead + text, [
        replace(one, start=one.start + moved, end=one.end + moved) for one in filled
    ]
