"""Kanal · lengkap s.d.: up to when nothing is missing, account by account.

The one rule: an account without such a promise says so; a time is never guessed.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from kotakmasuk.desktop.inbox.wording import Clock, say, time_word
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.glyph import draw_glyph
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.domain.accounts import AccountState, Health, platform_of


MOST = 6
LATE_AFTER = 30 * 60_000
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ChannelStrip(Plane):
    """Emits `chosen` with an account's id, or 0 for the page of all of them."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until there are accounts."""
        super().__init__("window", edge="top")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)
        self._title = TextLabel(theme, role="sectionLabel", tone="text2")
        self._title.setText(self.tr("Kanal · lengkap s.d."))
        self._title.setContentsMargins(14, 0, 0, 4)
        self._column.addWidget(self._title)
        self._rows: list[ChannelRow] = []
        self._most = MOST
        self._shown: tuple[Sequence[Health], Clock] | None = None
        self.hide()

    def set_most(self, most: int) -> None:
        """Show at most so many accounts."""
        if most != self._most:
            self._most = most
            if self._shown is not None:
                self.show_health(*self._shown)

    def show_health(self, every: Sequence[Health], clock: Clock) -> None:
        """Show how far each account has been read."""
        self._shown = (every, clock)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for health in every[: self._most]:
            glyph = platform_of(health.account.platform).glyph
            name = health.account.handle or health.account.name
            words, state = standing(health, clock)
            row = ChannelRow(self._theme, glyph, name, words, state=state)
            self._add(row, health.account.id)
        if len(every) > self._most:
            more = self.tr("+{n} kanal").format(n=len(every) - self._most)
            self._add(ChannelRow(self._theme, "", more, "", state="ok"), 0)
        self.setVisible(bool(every))

    def rows(self) -> "tuple[ChannelRow, ...]":
        """What is shown, from the top."""
        return tuple(self._rows)

    def _add(self, row: "ChannelRow", account: int) -> None:
        row.clicked.connect(lambda: self.chosen.emit(account))
        self._column.addWidget(row)
        self._rows.append(row)


def standing(health: Health, clock: Clock) -> tuple[str, str]:
    """The words at the right of a row, and whether it is ok, late or dead."""
    if health.account.state is AccountState.SIGN_IN_NEEDED:
        return say("terputus"), "dead"
    if health.account.state is AccountState.PAUSED:
        return say("dijeda"), "manual"
    until = health.complete_until
    if health.manual or until is None:
        seen = health.last_success
        words = time_word(clock, seen) if seen else say("belum")
        return (say("manual {time}").format(time=words), "manual")
    late = bool(health.gaps) or clock.now() - until > LATE_AFTER
    return time_word(clock, until), "late" if late else "ok"


class ChannelRow(QAbstractButton):
    """Badge, account, and how far it is read."""

    def __init__(
        self, theme: Theme, glyph: str, name: str, words: str, *, state: str
    ) -> None:
        super().__init__()
        self._theme = theme
        self._glyph = glyph
        self._name = name
        self._words = words
        self._state = state
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{glyph} {name}, {words}".strip(" ,"))
        self.setToolTip(name)
        theme.changed.connect(self.updateGeometry)

    def words(self) -> str:
        """Account and standing as one line."""
        return f"{self._name} {self._words}".strip()

    def sizeHint(self) -> QSize:
        """24 px high."""
        return QSize(160, self._theme.size("healthRow"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(box, self._theme.color("hover"))
        if self._glyph:
            badge = QRectF(12, box.center().y() - 8.5, 22, 17)
            draw_glyph(painter, self._theme, badge, self._glyph)
        right = self._paint_words(painter, box)
        font = self._theme.font("eventLine")
        painter.setFont(font)
        painter.setPen(self._theme.color("text2"))
        room = QRectF(41, 0, right - 49, box.height())
        mode = Qt.TextElideMode.ElideRight
        name = QFontMetricsF(font).elidedText(self._name, mode, room.width())
        painter.drawText(room, _MIDDLE, name)

    def _paint_words(self, painter: QPainter, box: QRectF) -> float:
        looks = {
            "late": ("chip", "warn", "clock-alert"),
            "dead": ("chip", "danger", "key-round"),
        }
        role, ink, icon = looks.get(self._state, ("caption", "text3", ""))
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        width = QFontMetricsF(font).horizontalAdvance(self._words)
        left = box.right() - 12 - width
        place = QRectF(left, 0, width + 2, box.height())
        painter.drawText(place, _MIDDLE, self._words)
        if icon:
            left -= 15
            spot = QPointF(left, box.center().y() - 6)
            painter.drawPixmap(spot, self._theme.pixmap(icon, 12, ink))
        return left
