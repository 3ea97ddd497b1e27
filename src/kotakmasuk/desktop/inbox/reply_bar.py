"""The bar below a thread that opens the composer.

The one rule: the keys stand where the action is.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import IconLabel, KeyCap, Plane, TextLabel


ROOM_FOR_HINTS = 500
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ReplyBar(QWidget):
    """Emits `asked` with "reply", "note" or "template".

    `asked_back` wants the request back that waits for an approver.
    """

    asked = Signal(str)
    asked_back = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show no name yet."""
        super().__init__()
        self._theme = theme
        self._name = self._draft = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 0, 14, 12)
        outer.setSpacing(6)
        outer.addWidget(self._make_waiting())
        self._plane = Plane("surface")
        self._plane.setObjectName("replyBar")
        outer.addWidget(self._plane)
        row = QHBoxLayout(self._plane)
        row.setContentsMargins(4, 4, 6, 4)
        row.setSpacing(4)
        self.reply = Button(theme, "", kind="quiet", icon="reply", shortcut="R")
        self._hint = KeyHint(theme, "R", self.tr("balas"))
        self.note = KeyHint(theme, "N", self.tr("catatan"))
        self.note.setAccessibleName(self.tr("Tulis catatan internal"))
        words = self.tr("Templat")
        self.template = Button(theme, words, kind="quiet", icon="file-text")
        row.addWidget(self.reply, 1)
        for button in (self._hint, self.note, self.template):
            row.addWidget(button)
        self.reply.clicked.connect(lambda: self.asked.emit("reply"))
        self._hint.clicked.connect(lambda: self.asked.emit("reply"))
        self.note.clicked.connect(lambda: self.asked.emit("note"))
        self.template.clicked.connect(lambda: self.asked.emit("template"))
        self._dress()
        theme.changed.connect(self._dress)

    def show_waiting(self, words: str) -> None:
        """Say that an approver is waited for; no words say that none is."""
        self._since.setText(words)
        self._waiting.setAccessibleName(words)
        self._waiting.setVisible(bool(words))

    def show_name(self, name: str) -> None:
        """Say to whom one would answer."""
        self._name = name
        self._say_what_r_does()

    def show_draft(self, words: str) -> None:
        """Say that an answer is begun, and whose; no words say that none is."""
        self._draft = words
        self._say_what_r_does()

    def _say_what_r_does(self) -> None:
        words = self._draft or self.tr("Balas {name}").format(name=self._name)
        self.reply.setText(words)
        self.reply.setToolTip(f"{words} (R)")

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """Leave the first hint out where there is no room for it."""
        self._hint.setVisible(self.width() > ROOM_FOR_HINTS)

    def _make_waiting(self) -> Plane:
        self._waiting = Plane("accentSoft", edge="strip")
        self._waiting.setObjectName("waitingForApproval")
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(12, 3, 8, 3)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "hourglass", 14, "accent"))
        self._since = TextLabel(self._theme, role="meta")
        row.addWidget(self._since, 1)
        back = Button(self._theme, self.tr("Tarik kembali"), kind="link")
        back.clicked.connect(self.asked_back)
        row.addWidget(back)
        self._waiting.hide()
        return self._waiting

    def _dress(self) -> None:
        edge = self._theme.color("lineStrong").name()
        radius = self._theme.radius("card")
        self._plane.setStyleSheet(
            f"#replyBar {{ border: 1px solid {edge}; border-radius: {radius}px; }}"
        )
        ink = self._theme.color("text2").name()
        self.reply.setStyleSheet(f"text-align: left; color: {ink};")
        self.reply.setMinimumWidth(100)


class KeyHint(Button):
    """A key and what it does, also to be pressed with the mouse."""

    def __init__(self, theme: Theme, key: str, words: str) -> None:
        super().__init__(theme, "", kind="quiet")
        self.setAccessibleName(words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 0, 6, 0)
        self._row.setSpacing(5)
        for label in (
            KeyCap(theme, key),
            TextLabel(theme, words, role="meta", tone="text2"),
        ):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(label, 0, _MIDDLE)

    def sizeHint(self) -> QSize:
        """Room for the key and the word."""
        return QSize(self._row.sizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No narrower than that."""
        return self.sizeHint()
