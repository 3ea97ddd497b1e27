"""Capsules: a deadline, the state of a reply or of an account, a tag.

The one rule: a state is never colour alone; every capsule is shape, icon and words.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel


DeadlineKind = Literal["far", "soon", "late", "paused", "snoozed", "done", "none"]
ICON = 12
PADDING = 6
GAP = 4


@dataclass(frozen=True)
class ChipLook:
    """How one kind of capsule is drawn; an empty token means none of it."""

    icon: str
    ink: str
    fill: str = ""
    edge: str = ""
    role: str = "chip"


DEADLINES: dict[str, ChipLook] = {
    "far": ChipLook("clock", "text3", role="caption"),
    "soon": ChipLook("clock-alert", "warn", "warnSoft", "warnLine"),
    "late": ChipLook("triangle-alert", "onDanger", "dangerFill"),
    "paused": ChipLook("pause", "text2", "hover"),
    "snoozed": ChipLook("moon", "text2", "hover"),
    "done": ChipLook("circle-check", "ok", "okSoft"),
}
OUTBOX: dict[str, ChipLook] = {
    "draft": ChipLook("pencil", "text2", "hover"),
    "awaiting": ChipLook("hourglass", "accent", "accentSoft"),
    "queued": ChipLook("layers", "text2", "hover"),
    "sending": ChipLook("loader", "accent", "accentSoft"),
    "sent": ChipLook("circle-check", "ok", "okSoft"),
    "sent_by_hand": ChipLook("check-check", "ok", "okSoft"),
    "unsure": ChipLook("search", "warn", "warnSoft", "warnLine"),
    "failed": ChipLook("circle-x", "danger", "dangerSoft"),
}
CHANNELS: dict[str, ChipLook] = {
    "ok": ChipLook("circle-check", "ok", "okSoft"),
    "lagging": ChipLook("clock-alert", "warn", "warnSoft", "warnLine"),
    "auth": ChipLook("key-round", "danger", "dangerSoft"),
    "quota": ChipLook("gauge", "warn", "warnSoft", "warnLine"),
    "manual": ChipLook("upload", "text2", "hover"),
    "offline": ChipLook("wifi-off", "warn", "warnSoft", "warnLine"),
}


def chip_width(theme: Theme, look: ChipLook, words: str) -> int:
    """The width in pixels that a capsule with these words takes."""
    text = QFontMetricsF(theme.font(look.role)).horizontalAdvance(words)
    padding = 2 * PADDING if look.fill else 0
    return int(text + ICON + GAP + padding + 2)


def draw_chip(
    painter: QPainter, theme: Theme, box: QRectF, look: ChipLook, words: str
) -> None:
    """Draw a capsule into the box."""
    if look.fill:
        painter.setBrush(theme.color(look.fill))
        no_edge = Qt.PenStyle.NoPen
        painter.setPen(QPen(theme.color(look.edge), 1) if look.edge else no_edge)
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    left = box.x() + (PADDING if look.fill else 0)
    top = box.y() + (box.height() - ICON) / 2
    painter.drawPixmap(QPointF(left, top), theme.pixmap(look.icon, ICON, look.ink))
    painter.setFont(theme.font(look.role))
    painter.setPen(theme.color(look.ink))
    rest = box.adjusted(left - box.x() + ICON + GAP, 0, 4, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)


class StateChip(QWidget):
    """A capsule as a widget: `StateChip(theme, DEADLINES["soon"], "sisa 3 jam")`."""

    def __init__(self, theme: Theme, look: ChipLook, words: str) -> None:
        """Look is one of DEADLINES, OUTBOX or CHANNELS."""
        super().__init__()
        self._theme = theme
        self._look = look
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(look, words)
        theme.changed.connect(self._dress)

    def show_state(self, look: ChipLook, words: str) -> None:
        """Show another state."""
        self._look = look
        self._words = words
        self.setAccessibleName(words)
        self._dress()

    def words(self) -> str:
        """What the capsule says."""
        return self._words

    def sizeHint(self) -> QSize:
        """As wide as the words need."""
        width = chip_width(self._theme, self._look, self._words)
        return QSize(width, self._theme.size("chipTable"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the capsule."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        draw_chip(painter, self._theme, box, self._look, self._words)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class TagChip(Plane):
    """A tag with a button that takes it off."""

    removed = Signal(str)

    def __init__(self, theme: Theme, tag: str, *, removable: bool = True) -> None:
        """Show the tag's name; `removed` carries it."""
        super().__init__("surface", edge="tag")
        self._theme = theme
        self._tag = tag
        self.setAccessibleName(self.tr("Tag {tag}").format(tag=tag))
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 1, 0)
        row.setSpacing(4)
        row.addWidget(TextLabel(theme, tag, role="listText"))
        self._remove = QToolButton()
        self._remove.setAccessibleName(self.tr("Lepas tag {tag}").format(tag=tag))
        self._remove.setToolTip(self._remove.accessibleName())
        self._remove.setFixedSize(QSize(22, 22))
        self._remove.clicked.connect(self._say_removed)
        # Shown before it has a parent, it would be a window of its own.
        row.addWidget(self._remove)
        self._remove.setVisible(removable)
        self._dress()
        theme.changed.connect(self._dress)

    def _say_removed(self) -> None:
        self.removed.emit(self._tag)

    def _dress(self) -> None:
        self._remove.setIcon(self._theme.icon("x", ICON, "text3"))
        self._remove.setIconSize(QSize(ICON, ICON))
