"""Shows the isian of a template where they stand in its text.

The one rule: what is marked here is exactly what will be asked for when it is used.
"""

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.templates import unfilled


LAST_OF_ONE_UNIT = 0xFFFF


class IsianPen(QSyntaxHighlighter):
    """Draws each {isian} in the accent on its soft ground."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Mark one line; Qt counts an emoji as two."""
        look = QTextCharFormat()
        look.setForeground(self._theme.color("accent"))
        look.setBackground(self._theme.color("accentSoft"))
        look.setFontWeight(600)
        for hole in unfilled(text):
            extra = sum(ord(sign) > LAST_OF_ONE_UNIT for sign in text[: hole.start])
            self.setFormat(hole.start + extra, hole.end - hole.start, look)
