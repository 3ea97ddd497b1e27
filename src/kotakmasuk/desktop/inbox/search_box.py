"""The search above the list: a field, what else is looked for, and what went wrong.

The one rule: a search begins 60 ms after the last letter, and says at once that it has.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.fields import SearchField
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel


class SearchBox(Plane):
    """Emits `typed` while one types, `ranked` on Enter, `left` on Esc."""

    typed = Signal(str)
    ranked = Signal(str)
    left = Signal()
    moved_down = Signal()

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until `start` is called."""
        super().__init__("surface", edge="bottom")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        words = self.tr("Cari di semua pesan")
        self.field = SearchField(theme, words)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._sign = IconLabel(theme, "circle-x", 14, "danger")
        self._below = TextLabel(theme, role="meta", tone="text2", wrap=True)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._below, 1)
        column.addLayout(row)
        self._pause = QTimer(self, interval=theme.duration("searchDebounce"))
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tell)
        self.field.textEdited.connect(self._wait)
        self.field.installEventFilter(self)
        self.say_hint()
        self.hide()

    def start(self, text: str = "") -> None:
        """Show the field with the keyboard in it; a text is searched at once."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.field.setText(text)
            self.typed.emit(text)
        else:
            self.field.selectAll()

    def finish(self) -> None:
        """Empty the field and put it away."""
        self._pause.stop()
        self.field.clear()
        self.say_hint()
        self.hide()

    def say_hint(self) -> None:
        """Show the operators that can be typed."""
        self._say(self.tr("dari: kanal: status: tag: isu: jenis: sebelum: sejak: ada:"))

    def say_searching(self) -> None:
        """Say that the search runs."""
        self._say(self.tr("mencari…"))

    def say_found(self, words: str) -> None:
        """Show how many were found and what else was looked for."""
        self._say(words)

    def say_error(self, sentence: str) -> None:
        """Show what the search did not understand, with an example."""
        self._say(sentence, wrong=True)

    def words(self) -> str:
        """What stands below the field."""
        return self._below.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ranks, Esc leaves, Down goes into the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self.ranked.emit(self.field.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.finish()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.moved_down.emit()
        else:
            return super().eventFilter(watched, event)
        return True

    def _wait(self) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self.typed.emit(self.field.text())

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._sign.setVisible(wrong)
        self._below.set_tone("danger" if wrong else "text2")
        self._below.setText(words)
        self.field.setProperty("wrong", wrong)
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(words)
