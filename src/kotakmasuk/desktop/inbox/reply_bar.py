"""The bar below a thread that opens the composer.

The one rule: the keys stand where the action is.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import KeyCap, Plane, TextLabel


class ReplyBar(QWidget):
    """Emits `asked` with "reply", "note" or "template"."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show no name yet."""
        super().__init__()
        self._theme = theme
        outer = QHBoxLayout(self)
        outer.setContentsMargins(14, 0, 14, 12)
        self._plane = Plane("surface")
        self._plane.setObjectName("replyBar")
        outer.addWidget(self._plane)
        row = QHBoxLayout(self._plane)
        row.setContentsMargins(4, 4, 6, 4)
        row.setSpacing(6)
        self.reply = Button(theme, "", kind="quiet", icon="reply", shortcut="R")
        self.reply.clicked.connect(lambda: self.asked.emit("reply"))
        row.addWidget(self.reply, 1)
        self._hints = _hints(theme)
        row.addWidget(self._hints)
        self.note = Button(theme, "", kind="quiet", icon="lock", shortcut="N")
        self.note.setToolTip(self.tr("Catatan internal (N)"))
        self.note.setAccessibleName(self.tr("Catatan internal"))
        self.note.clicked.connect(lambda: self.asked.emit("note"))
        row.addWidget(self.note)
        self.template = Button(
            theme, self.tr("Templat"), kind="quiet", icon="file-text"
        )
        self.template.clicked.connect(lambda: self.asked.emit("template"))
        row.addWidget(self.template)
        self._dress()
        theme.changed.connect(self._dress)

    def show_name(self, name: str) -> None:
        """Say to whom one would answer."""
        self.reply.setText(self.tr("Balas {name}").format(name=name))

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """Leave the hints out where there is no room for them."""
        self._hints.setVisible(self.width() > 420)  # noqa: PLR2004  pixels

    def _dress(self) -> None:
        edge = self._theme.color("lineStrong").name()
        radius = self._theme.radius("card")
        self._plane.setStyleSheet(
            f"#replyBar {{ border: 1px solid {edge}; border-radius: {radius}px; }}"
        )
        ink = self._theme.color("text2").name()
        self.reply.setStyleSheet(f"text-align: left; color: {ink};")
        self._plane.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _hints(theme: Theme) -> QWidget:
    hints = QWidget()
    row = QHBoxLayout(hints)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for key, words in (("R", hints.tr("balas")), ("N", hints.tr("catatan"))):
        row.addWidget(KeyCap(theme, key))
        row.addWidget(TextLabel(theme, words, role="meta", tone="text2"))
        row.addSpacing(6)
    return hints
