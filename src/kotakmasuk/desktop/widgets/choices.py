"""A popover list with a filter: tags, officers, times to snooze to.

The one rule: typing filters, Enter takes, Esc leaves everything as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.list_field import ListField
from kotakmasuk.desktop.widgets.matching import best


WIDTH = 280
MOST_HEIGHT = 280
NEW = "\x00new"
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Choice:
    """One row: its id, its words, a quieter hint, and whether it is set already."""

    id: str
    title: str
    hint: str = ""
    icon: str = ""
    checked: bool = False


class ChoicePopover(Plane):
    """Emits `chosen` with the ids once; `created` with a name that was not there."""

    chosen = Signal(list)
    created = Signal(str)
    cancelled = Signal()

    def __init__(
        self, theme: Theme, name: str, parent: QWidget, *, several: bool = False
    ) -> None:
        """Name is the question; `several` shows check boxes and a set of ids."""
        super().__init__("raised", edge="popup", parent=parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self._theme = theme
        self._several = several
        self._new_words = ""
        self._choices: tuple[Choice, ...] = ()
        self._checked: set[str] = set()
        self._done = False
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(TextLabel(theme, name, role="sectionLabel", tone="text2"))
        self.field = ChoiceField(name)
        self.list = QListWidget()
        self.list.setProperty("raised", True)  # noqa: FBT003  Qt's own signature
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(name)
        self.list.setFont(theme.font("listText"))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedWidth(WIDTH)
        self.field.textChanged.connect(self.refresh)
        self.field.moved.connect(self._go)
        self.field.accepted.connect(self.accept)
        self.field.toggled.connect(self.toggle_current)
        self.list.itemClicked.connect(self._clicked)

    def open_choices(
        self, choices: Sequence[Choice], at: QPoint, *, new_words: str = ""
    ) -> None:
        """Open at a point of the screen; new_words ("Buat tag") allow a new name."""
        self._choices = tuple(choices)
        self._checked = self._before()
        self._new_words = new_words
        self._done = False
        self.list.ensurePolished()  # rows laid out before would keep the bare height
        self.field.clear()
        self.refresh()
        self.move(self._within_screen(at))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """Show what fits the typed text."""
        typed = self.field.text().strip()
        self.list.clear()
        for choice, _fit in best(typed, [(c.title, c) for c in self._choices]):
            self.list.addItem(self._item(choice))
        known = {choice.title.casefold() for choice in self._choices}
        if self._new_words and typed and typed.casefold() not in known:
            item = QListWidgetItem(f"{self._new_words} “{typed}”")
            item.setIcon(self._theme.icon("plus", 16, "accent"))
            item.setData(_ID, NEW)
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(self.tr("Tidak ada yang cocok."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)
        rows = max(self.list.count(), 1) * self._theme.size("menuItem") + 12
        self.list.setFixedHeight(min(rows, MOST_HEIGHT))
        self.adjustSize()

    def titles(self) -> list[str]:
        """The words of the rows that are shown."""
        rows = [self.list.item(row) for row in range(self.list.count())]
        return [row.text() for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled]

    def accept(self) -> None:
        """Take the current row; of several, Enter takes what is checked and closes."""
        item = self._current()
        if item is None:
            return
        if item.data(_ID) == NEW:
            self._finish()
            self.created.emit(self.field.text().strip())
            return
        if not self._several:
            self._checked = {item.data(_ID)}
        elif self.field.text().strip():
            self._toggle(item)
        self._finish()
        self.chosen.emit(sorted(self._checked))

    def toggle_current(self) -> None:
        """Check or uncheck the current row, and stay open."""
        item = self._current()
        if self._several and item is not None and item.data(_ID) != NEW:
            self._toggle(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave everything as it was at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._checked = self._before()
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.hide()

    def hideEvent(self, event: object) -> None:  # noqa: ARG002
        """Closed beside the list: keep what was checked, or say that nothing was."""
        if self._done:
            return
        self._done = True
        if self._several and self._checked != self._before():
            self.chosen.emit(sorted(self._checked))
        else:
            self.cancelled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off, which stay black where nothing blends windows."""
        super().resizeEvent(event)
        shape = QPainterPath()
        radius = self._theme.radius("card")
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def _within_screen(self, at: QPoint) -> QPoint:
        """The point, moved so that all of the list can be seen."""
        room = QGuiApplication.screenAt(at) or self.screen()
        box = QRect(at, self.size())
        edge = room.availableGeometry()
        box.moveRight(min(box.right(), edge.right()))
        box.moveBottom(min(box.bottom(), edge.bottom()))
        box.moveLeft(max(box.left(), edge.left()))
        box.moveTop(max(box.top(), edge.top()))
        return box.topLeft()

    def _before(self) -> set[str]:
        return {choice.id for choice in self._choices if choice.checked}

    def _current(self) -> QListWidgetItem | None:
        row = self.list.currentRow()
        if row < 0:
            return None
        item = self.list.item(row)
        return item if item.flags() & Qt.ItemFlag.ItemIsEnabled else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the round ground, which Qt leaves out of translucent windows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("lineStrong"), 1))
        painter.setBrush(self._theme.color("raised"))
        radius = self._theme.radius("card")
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, radius, radius)

    def _finish(self) -> None:
        self._done = True
        self.hide()

    def _item(self, choice: Choice) -> QListWidgetItem:
        words = f"{choice.title}   {choice.hint}" if choice.hint else choice.title
        item = QListWidgetItem(words)
        item.setData(_ID, choice.id)
        if choice.icon:
            item.setIcon(self._theme.icon(choice.icon, 16, "text2"))
        if self._several:
            on = choice.id in self._checked
            states = Qt.CheckState
            item.setCheckState(states.Checked if on else states.Unchecked)
        return item

    def _clicked(self, item: QListWidgetItem) -> None:
        if self._several and item.data(_ID) != NEW:
            self._toggle(item)
        else:
            self.accept()

    def _toggle(self, item: QListWidgetItem) -> None:
        self._checked ^= {item.data(_ID)}
        on = item.data(_ID) in self._checked
        states = Qt.CheckState
        item.setCheckState(states.Checked if on else states.Unchecked)

    def _go(self, step: int) -> None:
        rows = self.list.count()
        if rows:
            self.list.setCurrentRow((self.list.currentRow() + step) % rows)
            words = self.list.item(self.list.currentRow()).text()
            self.field.setAccessibleDescription(words)


class ChoiceField(ListField):
    """Filters the list; space ticks a row while nothing is typed."""

    toggled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Ketik untuk menyaring"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with space, as a box is ticked."""
        if event.key() == Qt.Key.Key_Space and not self.text():
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
