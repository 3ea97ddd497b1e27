"""One message of a conversation: a citizen's, ours, or a note nobody else sees.

The one rule: personal data arrives masked; the bubble only asks, by
`reveal_requested`, for the open form, and covers it again by `conceal`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import NOBODY, draw_initials, initials_of
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.labels import IconLabel, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage, Span


SHARE_OF_WIDTH = 0.84
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class IncomingBubble(QWidget):
    """A citizen's message at the left, with name, form and time above it."""

    reveal_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(
        self,
        theme: Theme,
        *,
        author: str,
        meta: str,
        text: str,
        masked: Sequence[Span] = (),
        masked_words: str = "",
    ) -> None:
        """Text is masked already; masked_words say what, such as "Nomor HP"."""
        super().__init__()
        self._theme = theme
        self._author = author
        self._meta = meta
        self._masked = (text, tuple(masked))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self.passage = Passage(theme, text, spans=masked)
        self._column.addWidget(BubbleBody(theme, self.passage, outgoing=False))
        self._reveal: Button | None = None
        self._more: IconButton | None = None
        if masked:
            self._column.addLayout(self._mask_line(theme, masked_words))
        self.setAccessibleName(f"{author}, {meta}. {text}")
        self._dress()
        theme.changed.connect(self._dress)

    def offer_menu(self, name: str) -> None:
        """Show the button of the message's own menu beside its text."""
        more = IconButton(self._theme, "ellipsis", name, parent=self)
        below = more.rect().bottomLeft()
        more.clicked.connect(lambda: self.menu_requested.emit(more.mapToGlobal(below)))
        self._more = more
        self._place_menu()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu where the pointer is."""
        event.setAccepted(self._more is not None)
        if self._more is not None:
            self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button beside the text."""
        super().resizeEvent(event)
        self._place_menu()

    def _place_menu(self) -> None:
        if self._more is not None:
            left = self.width() - self._more.width()
            self._more.move(left, head_height(self._theme))

    def reveal(self, text: str) -> None:
        """Show the open text, after the service has written who asked."""
        self.passage.set_text(text)
        if self._reveal is not None:
            self._reveal.hide()

    def conceal(self) -> None:
        """Show the masked text again."""
        text, spans = self._masked
        self.passage.set_text(text, spans)
        if self._reveal is not None:
            self._reveal.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw initials, name and time; the text draws itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.size("avatar")
        initials = initials_of(self._author) or NOBODY
        draw_initials(painter, self._theme, QRectF(0, 0, side, side), initials)
        left = indent(self._theme)
        font = self._theme.font("bodyStrong")
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        line = QRectF(left, 0, self.width() - left, head_height(self._theme))
        painter.drawText(line, _MIDDLE, self._author)
        shift = QFontMetricsF(font).horizontalAdvance(self._author) + 6
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.color("text3"))
        painter.drawText(line.adjusted(shift, 0.5, 0, 0.5), _MIDDLE, self._meta)

    def _dress(self) -> None:
        self._column.setContentsMargins(
            indent(self._theme), head_height(self._theme), 0, 0
        )
        self.update()

    def _mask_line(self, theme: Theme, what: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 3, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel(theme, "shield-alert", 14, "text3"))
        subject = what or self.tr("Data pribadi")
        words = self.tr("{what} disamarkan otomatis.").format(what=subject)
        line.addWidget(TextLabel(theme, words, role="meta", tone="text2"))
        name = self.tr("Tampilkan {what} selama 30 detik").format(what=subject)
        self._reveal = Button(theme, self.tr("Tampilkan"), kind="link")
        self._reveal.setAccessibleName(name)
        self._reveal.clicked.connect(self.reveal_requested)
        line.addWidget(self._reveal)
        line.addStretch(1)
        return line


class OutgoingBubble(QWidget):
    """Our answer at the right, with author, time and state above it."""

    def __init__(
        self,
        theme: Theme,
        *,
        meta: str,
        text: str,
        state_words: str = "",
        state_icon: str = "check-check",
    ) -> None:
        """Meta is "Sari Rahmawati · 17.31"; the state is icon and words."""
        super().__init__()
        self._theme = theme
        self._meta = meta
        self._state = (state_icon, state_words)
        self._column = QVBoxLayout(self)
        self.passage = Passage(theme, text)
        self._column.addWidget(BubbleBody(theme, self.passage, outgoing=True))
        self.setAccessibleName(f"{meta}. {state_words}. {text}")
        self._dress()
        theme.changed.connect(self._dress)

    def show_state(self, icon: str, words: str) -> None:
        """Show another state, such as *Terkirim* after *Mengirim*."""
        self._state = (icon, words)
        self.setAccessibleName(f"{self._meta}. {words}. {self.passage.text()}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw author, time and state from the right."""
        painter = QPainter(self)
        font = self._theme.font("meta")
        painter.setFont(font)
        painter.setPen(self._theme.color("text3"))
        line = QRectF(0, 0, self.width(), head_height(self._theme) - 2)
        icon, words = self._state
        said = self._meta
        if words:
            painter.drawText(line, _MIDDLE_RIGHT, words)
            line.adjust(0, 0, -QFontMetricsF(font).horizontalAdvance(words) - 18, 0)
            picture = self._theme.pixmap(icon, 14, "text3")
            painter.drawPixmap(QPointF(line.right(), line.center().y() - 7), picture)
            line.adjust(0, 0, -4, 0)
            said = f"{self._meta} ·"
        painter.drawText(line, _MIDDLE_RIGHT, said)

    def _dress(self) -> None:
        self._column.setContentsMargins(
            indent(self._theme), head_height(self._theme), 0, 0
        )
        self.update()


class BubbleBody(QFrame):
    """The rounded ground of a message, no wider than its text."""

    def __init__(self, theme: Theme, passage: Passage, *, outgoing: bool) -> None:
        super().__init__()
        self._theme = theme
        self._passage = passage
        self._outgoing = outgoing
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(passage)
        theme.changed.connect(self.update)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """Keep the text no wider than it needs and than is good to read."""
        self.fit(self.width())

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text at this width, with its padding."""
        return self._passage.heightForWidth(self._inner_width(width)) + 16

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ground, with a small corner towards the sender."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "bubbleOut" if self._outgoing else "bubbleIn"
        painter.setBrush(self._theme.color(ground))
        box = QRectF(self._passage.geometry()).adjusted(-12, -8, 12, 8)
        big, small = (self._theme.radius(one) for one in ("bubble", "bubbleTail"))
        painter.drawPath(speech_shape(box, big, small, outgoing=self._outgoing))

    def _inner_width(self, width: int) -> int:
        most = min(int(width * SHARE_OF_WIDTH), self._theme.size("bubbleMax")) - 24
        return max(min(self._passage.natural_width(), most), 20)

    def fit(self, width: int) -> None:
        """Take the room that the text wants now, at this width in pixels."""
        sides = (12, width - self._inner_width(width) - 12)
        left, right = sides[::-1] if self._outgoing else sides
        self._column.setContentsMargins(left, 8, right, 8)


class NoteBubble(QFrame):
    """An internal note: full width, dashed and locked, never taken for a reply."""

    def __init__(self, theme: Theme, *, meta: str, text: str) -> None:
        """Meta is the author and the time."""
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(indent(theme) + 12, 8, 12, 8)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        title = self.tr("Catatan internal · {meta}").format(meta=meta)
        head.addWidget(IconLabel(theme, "lock", 14, "noteText"))
        label = TextLabel(theme, title, role="sectionLabel", tone="noteText")
        head.addWidget(label, 1)
        column.addLayout(head)
        self.passage = Passage(theme, text, role="body", tone="noteText")
        column.addWidget(self.passage)
        self.setAccessibleName(f"{title}. {text}")
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the dashed ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("note"))
        pen = QPen(self._theme.color("noteLine"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(indent(self._theme) + 0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 8, 8)


def indent(theme: Theme) -> int:
    """Where the text of a message begins, right of the initials."""
    return theme.size("avatar") + 8


def head_height(theme: Theme) -> int:
    """The room in pixels for the line above a message."""
    return theme.line_height("body") + 2


def speech_shape(
    box: QRectF, big: float, small: float, *, outgoing: bool
) -> QPainterPath:
    """A rounded box whose upper corner towards the sender is small."""
    path = QPainterPath()
    path.addRoundedRect(box, big, big)
    left = box.right() - big if outgoing else box.left()
    corner = QPainterPath()
    corner.addRoundedRect(QRectF(left, box.top(), big, big), small, small)
    return path.united(corner)
