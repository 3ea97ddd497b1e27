"""The rail at the left edge: the six pages, settings, and who is working.

The one rule: a badge in indigo needs the officer, a grey one only informs; both are in
the accessible name too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.seat_button import SeatButton
from kotakmasuk.domain.team import Seat


BADGE = 16
ICON = 18
MOST_SHOWN = 99


@dataclass(frozen=True)
class RailItem:
    """One page on the rail; `at_bottom` puts it above the officer."""

    id: str
    title: str
    icon: str
    at_bottom: bool = False


def standard_items() -> tuple[RailItem, ...]:
    """The pages of the first whole Kotak Masuk, in order of Alt+1..7."""
    say = QCoreApplication.translate
    return (
        RailItem("inbox", say("Rail", "Pesan"), "inbox"),
        RailItem("outbox", say("Rail", "Kiriman"), "send"),
        RailItem("approvals", say("Rail", "Setujui"), "badge-check"),
        RailItem("summary", say("Rail", "Laporan"), "chart-column"),
        RailItem("templates", say("Rail", "Templat"), "file-text"),
        RailItem("accounts", say("Rail", "Kanal"), "radio-tower"),
        RailItem("settings", say("Rail", "Atur"), "settings", at_bottom=True),
    )


class Rail(Plane):
    """Emits `chosen` with the id of the page that the officer opened.

    `seat_requested` is emitted when somebody else wants to sit down.
    """

    chosen = Signal(str)
    seat_requested = Signal(object)

    def __init__(
        self, theme: Theme, items: Sequence[RailItem], *, officer: str = ""
    ) -> None:
        """Show the items; `officer` is the name heard and shown at the foot."""
        super().__init__("rail", edge="right")
        self._buttons: dict[str, RailButton] = {}
        self._theme = theme
        self._group = QButtonGroup(self)
        self.setAccessibleName(self.tr("Halaman"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 3, 14)
        column.setSpacing(2)
        self.seat = SeatButton(theme)
        self.seat.set_seat(Seat(officer))
        self.seat.clicked.connect(lambda: self.seat_requested.emit(None))
        for item in items:
            if not item.at_bottom:
                column.addWidget(self._make(item), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        for item in items:
            if item.at_bottom:
                column.addWidget(self._make(item), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        column.addWidget(self.seat, 0, Qt.AlignmentFlag.AlignHCenter)
        self._narrow = False
        self._dress()
        theme.changed.connect(self._dress)
        for place, item in enumerate(items, start=1):
            keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
            keys.activated.connect(self._buttons[item.id].click)

    def button(self, item_id: str) -> "RailButton":
        """The button of a page; KeyError where there is none."""
        return self._buttons[item_id]

    def open_page(self, item_id: str) -> None:
        """Mark a page as the open one, without emitting `chosen`."""
        self._buttons[item_id].setChecked(True)

    def set_badge(self, item_id: str, count: int, *, needs_you: bool = False) -> None:
        """Show a number on a page; 0 takes it away."""
        self._buttons[item_id].set_badge(count, needs_you=needs_you)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone (44 px) or icons with words (60 px)."""
        self._narrow = narrow
        self.setFixedWidth(self._theme.size("railNarrow" if narrow else "rail"))
        for button in self._buttons.values():
            button.set_narrow(narrow=narrow)

    def _make(self, item: RailItem) -> "RailButton":
        place = len(self._buttons) + 1
        button = RailButton(self._theme, item, f"Alt+{place}")
        button.clicked.connect(self._say_chosen)
        self._group.addButton(button)
        self._buttons[item.id] = button
        return button

    def _dress(self) -> None:
        self.set_narrow(narrow=self._narrow)

    def _say_chosen(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.item.id)


class RailButton(QToolButton):
    """One page: icon, word, badge."""

    def __init__(self, theme: Theme, item: RailItem, shortcut: str) -> None:
        super().__init__()
        self.item = item
        self._theme = theme
        self._count = 0
        self._needs_you = False
        self.setProperty("rail", True)  # noqa: FBT003  Qt's own signature
        self.setCheckable(True)
        self.setText(item.title)
        self.setToolTip(f"{item.title} ({shortcut.replace('+', ' ')})")
        self.setAccessibleDescription(self.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(ICON, ICON))
        self.set_badge(0, needs_you=False)
        self._dress()
        self.toggled.connect(self._dress)
        theme.changed.connect(self._dress)

    def set_badge(self, count: int, *, needs_you: bool) -> None:
        """Show the number, in words too."""
        self._count = count
        self._needs_you = needs_you
        words = self.item.title
        if count and needs_you:
            words = self.tr("{title}, {count} perlu ditanggapi")
        elif count:
            words = self.tr("{title}, {count}")
        self.setAccessibleName(words.format(title=self.item.title, count=count))
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone, or with its word."""
        style = Qt.ToolButtonStyle
        icon_only, under = style.ToolButtonIconOnly, style.ToolButtonTextUnderIcon
        self.setToolButtonStyle(icon_only if narrow else under)
        width = 36 if narrow else self._theme.size("railItemWidth")
        self.setFixedSize(width, self._theme.size("railItem"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then its badge."""
        super().paintEvent(event)
        if not self._count:
            return
        over = self._count > MOST_SHOWN
        words = f"{MOST_SHOWN}+" if over else str(self._count)
        font = self._theme.font("badge")
        width = max(BADGE, int(QFontMetricsF(font).horizontalAdvance(words)) + 10)
        place = QRectF(self.width() - width - 4, 2, width, BADGE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        grey = "text3" if not self._theme.dark else "line"
        painter.setBrush(self._theme.color("accentFill" if self._needs_you else grey))
        painter.drawRoundedRect(place, BADGE / 2, BADGE / 2)
        painter.setFont(font)
        painter.setPen(self._theme.color("onAccent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _dress(self) -> None:
        token = "accent" if self.isChecked() else "text2"
        self.setIcon(self._theme.icon(self.item.icon, ICON, token))
        self.setFont(self._theme.font("railLabel"))
