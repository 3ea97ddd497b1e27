"""What one row of the conversation list shows, ready to be drawn.

The one rule: every text arrives finished (masked, shortened to one line, in Indonesian);
the list only cuts what does not fit.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.chips import DeadlineKind
from kotakmasuk.desktop.widgets.glyph import NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class RowContent:
    """One conversation, or the header of a group when `is_group` is set."""

    name: str = ""
    glyph: str = ""
    form_word: str = ""
    time_word: str = ""
    snippet: str = ""
    tags: tuple[str, ...] = ()
    deadline: DeadlineKind = "none"
    deadline_words: str = ""
    unread: bool = False
    personal_data: bool = False
    assignee_initials: str = ""
    assignee_name: str = ""
    mine: bool = False
    is_group: bool = False
    group_title: str = ""
    group_count: int = 0
    collapsed: bool = False


def spoken(row: RowContent) -> str:
    """The row as one sentence, for a screen reader."""
    if row.is_group:
        return _say("{title}, {count} percakapan").format(
            title=row.group_title, count=row.group_count
        )
    parts = [NAMES.get(row.glyph, row.glyph), row.form_word.lower(), row.name]
    parts.append(row.deadline_words)
    if row.assignee_name:
        parts.append(_say("ditangani {name}").format(name=row.assignee_name))
    if row.personal_data:
        parts.append(_say("memuat data pribadi"))
    sentence = ", ".join(part for part in parts if part)
    opening = _say("Belum dibaca. ") if row.unread else ""
    return f"{opening}{sentence}. {row.snippet}"


def _say(text: str) -> str:
    return QCoreApplication.translate("RowContent", text)
