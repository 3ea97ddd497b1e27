"""What changed between two wordings: added underlined, removed struck through.

The one rule: both marks are lines as well as colours, so that they print in grey.
"""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.changed_words import ADDED, REMOVED, Part, changed_words


class DiffText(QTextEdit):
    """Sections of a title and the words that stayed, went and came; only to read."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Name is what a screen reader says of it."""
        super().__init__()
        self._theme = theme
        self._sections: tuple[tuple[str, str, str], ...] = ()
        self._nothing = ""
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        theme.changed.connect(self._draw)

    def show_changes(
        self, sections: Sequence[tuple[str, str, str]], *, nothing: str
    ) -> None:
        """Show (title, before, after) for each; `nothing` where there is none."""
        self._sections = tuple(sections)
        self._nothing = nothing
        self._draw()

    def _draw(self) -> None:
        self.clear()
        cursor = self.textCursor()
        if not self._sections:
            cursor.insertText(self._nothing, self._look(""))
        for number, (title, before, after) in enumerate(self._sections):
            gap = "\n\n" if number else ""
            cursor.insertText(f"{gap}{title}\n", self._title_look())
            for part in changed_words(before, after):
                cursor.insertText(part.text, self._look(part.kind))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleDescription(self._spoken())

    def _look(self, kind: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.font("message"))
        look.setForeground(self._theme.color("text"))
        if kind == ADDED:
            look.setBackground(self._theme.color("okSoft"))
            look.setFontUnderline(True)
        elif kind == REMOVED:
            look.setBackground(self._theme.color("dangerSoft"))
            look.setFontStrikeOut(True)
        return look

    def _title_look(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.font("sectionLabel"))
        look.setForeground(self._theme.color("text2"))
        return look

    def _spoken(self) -> str:
        """The same in words, for who does not see the lines."""
        words = {
            ADDED: self.tr("ditambah: {text}"),
            REMOVED: self.tr("dihapus: {text}"),
        }

        def told(part: Part) -> str:
            return words[part.kind].format(text=part.text.strip())

        found = [
            f"{title}: "
            + ", ".join(told(p) for p in changed_words(old, new) if p.kind in words)
            for title, old, new in self._sections
        ]
        return ". ".join(found) or self._nothing
