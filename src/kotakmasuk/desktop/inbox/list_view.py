"""The conversation list: rows to go through by J and K, groups to fold.

The one rule: what is open stays open when the list is read again, or the one after it
takes its place.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kotakmasuk.desktop.inbox.model import ConversationModel
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.row_delegate import ConversationRowDelegate
from kotakmasuk.desktop.widgets.rows import Index


Flag = QItemSelectionModel.SelectionFlag
CHOOSE = Flag.ClearAndSelect | Flag.Rows
LOOKED_AHEAD = 200


class ConversationList(QTableView):
    """Emits what is current, what is chosen, and what was opened by Enter or click."""

    current_changed = Signal(object)
    chosen_changed = Signal(object)
    opened = Signal(int)
    menu_requested = Signal(QPoint)
    # What was answered stays open when it leaves the list; J goes on behind it.
    stays: int | None = None
    _behind: int | None = None

    def __init__(self, theme: Theme, model: ConversationModel) -> None:
        """Show the model in one column without a header."""
        super().__init__()
        self._theme = theme
        self._model = model
        self._restoring = False
        self._choosing = False
        self._low_rows: list[int] = []
        self._delegate = ConversationRowDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Percakapan"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        # An opaque ground lets Qt move the rows that stay instead of painting them.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalHeader().hide()
        stretch = QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(stretch)
        self.verticalHeader().hide()
        fixed = QHeaderView.ResizeMode.Fixed
        self.verticalHeader().setSectionResizeMode(fixed)
        self.verticalHeader().setMinimumSectionSize(20)
        model.modelReset.connect(self._lay)
        theme.changed.connect(self._lay)
        self._lay()

    def show_list(
        self, ids: Sequence[int], groups: Sequence[tuple[str, int]], *, fresh: bool
    ) -> None:
        """Show a list; unless it is a fresh one, keep what is open and the place."""
        before, current = self._model.ids, self.current()
        self._choosing = False
        scrolled = 0 if fresh else self.verticalScrollBar().value()
        self._restoring = True
        self._model.show_list(ids, groups)
        self.verticalScrollBar().setValue(scrolled)
        self._restoring = False
        if fresh or current is None:
            return
        kept = self._successor(before, current)
        if kept != current and current == self.stays:
            self._behind = kept
            return
        if kept is not None:
            self.go_to(kept)
        if kept != current:
            self.current_changed.emit(kept)

    def current(self) -> int | None:
        """The conversation on which the keyboard stands."""
        return self._model.id_at(self.currentIndex().row())

    def chosen(self) -> list[int]:
        """The conversations that an action works on, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [self._model.id_at(row) for row in rows]
        return [one for one in found if one is not None]

    def go_to(self, conversation: int) -> bool:
        """Stand on a conversation; False when it is not in this list."""
        row = self._model.row_of(conversation)
        if row is None:
            return False
        self._stand(row)
        return True

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) row; from nowhere to the first."""
        row = self.currentIndex().row()
        behind = None if self._behind is None else self._model.row_of(self._behind)
        if row < 0 and direction < 0 and behind is None:
            return
        target = self._model.step(row, direction)
        if row < 0 and behind is not None:
            target = behind if direction > 0 else self._model.step(behind, -1)
        if target is not None:
            self._stand(target)

    def toggle_chosen(self) -> None:
        """Choose the current conversation too, or no longer, and go on (X)."""
        index = self.currentIndex()
        if self._model.id_at(index.row()) is None:
            return
        how = Flag.Toggle if self._choosing else Flag.ClearAndSelect
        self._choosing = True
        # From here on the ring tells where one stands among what is chosen.
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.selectionModel().select(index, how | Flag.Rows)
        self.step(1)

    def is_choosing(self) -> bool:
        """True while actions work on what was chosen, not on what is open."""
        return self._choosing or len(self.selectionModel().selectedRows()) > 1

    def choose_only_current(self) -> None:
        """Let go of all others that were chosen."""
        self._choosing = False
        index = self.currentIndex()
        if index.isValid():
            self.selectionModel().select(index, CHOOSE)

    def is_held(self) -> bool:
        """True while rows must not move: scrolled away from the top, or in use."""
        return self.hasFocus() or self.verticalScrollBar().value() > 0

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which conversation the keyboard has come to."""
        super().currentChanged(current, previous)
        if not self._restoring:
            found = self._model.id_at(current.row())
            if found is not None:
                self._behind = None
                self.current_changed.emit(found)

    def selectionChanged(
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell which conversations are chosen."""
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self.chosen_changed.emit(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down pass headers over, Left and Right fold, Enter opens."""
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold_here(folded=key == Qt.Key.Key_Left)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_here()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a header folds its group."""
        row = self.rowAt(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.LeftButton and self._model.fold(row):
            return
        self._choosing = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens, where only one pane is shown."""
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain:
            found = self._model.id_at(self.rowAt(event.position().toPoint().y()))
            if found is not None:
                self.opened.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the last row, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        painter.end()
        super().paintEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer all actions for what is chosen (also Shift+F10)."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(box.bottomLeft())
        self.menu_requested.emit(place)

    def _stand(self, row: int) -> None:
        index = self._model.index(row, 0)
        how = Flag.NoUpdate if self._choosing else CHOOSE
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def _fold_here(self, *, folded: bool) -> None:
        row = self.currentIndex().row()
        header = self._model.header_of(row) if row >= 0 else None
        if header is not None and self._model.fold(header, folded=folded):
            target = header if folded else self._model.step(header, 1)
            self._stand(header if target is None else target)

    def _open_here(self) -> None:
        row, current = self.currentIndex().row(), self.current()
        if current is not None:
            self.opened.emit(current)
        else:
            self._model.fold(row)

    def _successor(self, before: Sequence[int], current: int) -> int | None:
        """The conversation itself, or the one that came after it, or before it."""
        if self._model.row_of(current) is not None:
            return current
        if not self._model.ids or current not in before:
            return None
        place = list(before).index(current)
        after = before[place + 1 : place + LOOKED_AHEAD]
        earlier = before[max(place - LOOKED_AHEAD, 0) : place]
        for other in (*after, *reversed(earlier)):
            if self._model.row_of(other) is not None:
                return other
        return None

    def _lay(self) -> None:
        """Give headers their own height, and rows that were headers the common one."""
        height = self._delegate.row_height(group=False)
        self.verticalHeader().setDefaultSectionSize(height)
        headers = self._model.header_rows()
        count = self._model.rowCount()
        for row in self._low_rows:
            if row < count and row not in headers:
                self.setRowHeight(row, height)
        for row in headers:
            self.setRowHeight(row, self._delegate.row_height(group=True))
        self._low_rows = headers
