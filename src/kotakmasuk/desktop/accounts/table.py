"""The table of accounts with a menu in each row.

The one rule: what the menu offers can be reached by mouse, by the menu key and by Enter.
"""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from kotakmasuk.desktop.accounts import model
from kotakmasuk.desktop.accounts.delegate import LEFT, PADDING, AccountDelegate
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.list_parts import dress_table


WIDTHS = {
    model.CONDITION: 180,
    model.COMPLETE: 230,
    model.NEXT: 200,
    model.CONVERSATIONS: 110,
    model.MENU: 48,
}
NARROW = 960
HEAD_ROOM = 16


class AccountTable(QTableView):
    """Emits `menu_asked` with an account's id and a point of the screen."""

    menu_asked = Signal(int, QPoint)
    opened = Signal(int)

    def __init__(self, theme: Theme, accounts: model.AccountModel) -> None:
        super().__init__()
        self._theme = theme
        self._accounts = accounts
        self._delegate = AccountDelegate(theme)
        self.setModel(accounts)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Daftar akun"))
        dress_table(self)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = TableHead(theme, self)
        self.setHorizontalHeader(head)
        for column, width in WIDTHS.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        head.setSectionResizeMode(model.ACCOUNT, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)
        accounts.modelReset.connect(self.fit)
        self._dress()
        theme.changed.connect(self._dress)

    def current_account(self) -> int | None:
        """Give the id of the chosen account."""
        row = self._accounts.row(self.currentIndex().row())
        return row.id if row else None

    def choose(self, account: int) -> None:
        """Choose an account's row and show it."""
        place = self._accounts.row_of(account)
        if place >= 0:
            self.setCurrentIndex(self._accounts.index(place, model.ACCOUNT))

    def fit(self) -> None:
        """Be as high as the rows are; the page scrolls, not the table."""
        rows = self._accounts.rowCount() * self._theme.size("channelRow")
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)

    def resizeEvent(self, event: object) -> None:
        """Leave out what has no room; the menu and the tooltip still tell it."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        width = self.viewport().width()
        self.setColumnHidden(model.NEXT, width < NARROW)
        self.setColumnHidden(model.CONVERSATIONS, width < NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_at(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row below the pointer, or of the chosen one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_at(self.currentIndex())
            return
        row = self._accounts.row(self.indexAt(event.pos()).row())
        if row is not None:
            self.menu_asked.emit(row.id, event.globalPos())

    def _click(self, index: QModelIndex) -> None:
        if index.column() == model.MENU:
            self._ask_at(index)

    def _open(self, index: QModelIndex) -> None:
        row = self._accounts.row(index.row())
        if row is not None and index.column() != model.MENU:
            self.opened.emit(row.id)

    def _ask_at(self, index: QModelIndex) -> None:
        row = self._accounts.row(index.row())
        if row is None:
            return
        box = self.visualRect(self._accounts.index(index.row(), model.MENU))
        corner = self.viewport().mapToGlobal(box.bottomLeft())
        self.menu_asked.emit(row.id, corner)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.size("channelRow"))
        self.fit()
        self.viewport().update()


class TableHead(QHeaderView):
    """Titles that stand exactly above what they name."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A small label with room above and below."""
        height = self._theme.line_height("sectionLabel") + HEAD_ROOM
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's own name
        """Draw one title and the line below."""
        painter.fillRect(rect, self._theme.color("surface"))
        line = QRectF(rect.x(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, self._theme.color("line"))
        role = Qt.ItemDataRole.DisplayRole
        words = self.model().headerData(logicalIndex, self.orientation(), role)
        right = logicalIndex == model.CONVERSATIONS
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        left = LEFT if logicalIndex == model.ACCOUNT else PADDING
        painter.setFont(self._theme.font("sectionLabel"))
        painter.setPen(self._theme.color("text2"))
        box = rect.adjusted(left, 0, -PADDING, 0)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)
