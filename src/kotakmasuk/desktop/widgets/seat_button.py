"""Who sits here, at the foot of the rail: initials, and a sign for a proved role.

The one rule: name and role are heard and in the tooltip; the picture only helps.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import NOBODY, draw_initials, initials_of
from kotakmasuk.domain.team import Seat, spoken


SIDE = 36
CIRCLE = 28
SIGN = 14
ICON = 10


class SeatButton(QToolButton):
    """Asks to let somebody else sit down when it is pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._seat = Seat("")
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def set_seat(self, seat: Seat) -> None:
        """Show who sits here, and as what."""
        self._seat = seat
        who = f"{seat.officer}, {spoken(seat)}" if seat.officer else self.tr("Petugas")
        self.setAccessibleName(who)
        words = self.tr("{who}: ganti petugas atau buktikan peran").format(who=who)
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, the circle in it, and a key for a proved role."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = (SIDE - CIRCLE) / 2
        draw_initials(
            painter,
            self._theme,
            QRectF(corner, corner, CIRCLE, CIRCLE),
            initials_of(self._seat.officer) or NOBODY,
            ink="accent",
            fill="accentSoft",
        )
        if self._seat.signer is not None:
            self._draw_sign(painter)

    def _draw_sign(self, painter: QPainter) -> None:
        at = SIDE - SIGN - 1
        painter.setBrush(self._theme.color("accentFill"))
        painter.setPen(QPen(self._theme.color("rail"), 1))
        painter.drawEllipse(QRectF(at, at, SIGN, SIGN))
        edge = (SIGN - ICON) // 2
        drawn = self._theme.pixmap("key-round", ICON, "onAccent")
        painter.drawPixmap(at + edge, at + edge, drawn)
