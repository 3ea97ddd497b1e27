"""The small list over the composer from which a template is taken.

The one rule: what was typed to search is given back when nothing is taken, so a plain
semicolon stays possible.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import IconLabel, KeyCap, Plane, TextLabel
from kotakmasuk.desktop.widgets.template_rows import (
    TemplateDelegate,
    TemplateRows,
    lines_of,
)
from kotakmasuk.domain.template_search import Index, find, index_of
from kotakmasuk.domain.templates import Template


WIDE = 460
HIGH = 300
LEAST = 140
GAP = 6
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class TemplatePopover(Plane):
    """Search field and list; `taken` carries the uid, `dismissed` what was typed."""

    taken = Signal(str)
    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Lie hidden over the parent's window."""
        super().__init__("raised", edge="popup", parent=parent)
        self._over = parent
        self._index: Index = index_of(())
        self._platform = ""
        self.setObjectName("templatePopover")
        self.setAccessibleName(self.tr("Pilih templat"))
        head = self._head(theme)
        self._make_list(theme)
        none = self.tr("Tidak ada templat yang cocok.")
        self._none = TextLabel(theme, none, tone="text2")
        self._none.setContentsMargins(14, 8, 14, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._none)
        self._field.textEdited.connect(self._search)
        self._list.clicked.connect(self._take)
        self._field.installEventFilter(self)
        self.hide()

    def open_at(
        self,
        point: QPoint,
        templates: Sequence[Template],
        *,
        typed: str = "",
        platform: str = "",
    ) -> None:
        """Show the templates with the lower edge at a point of the parent.

        They are searched and shown in the words of the platform that is answered.
        """
        self._platform = platform
        self._index = index_of(templates, platform)
        self._field.setText(typed)
        self._search(typed)
        parent = self._over
        wide = min(WIDE, parent.width() - 2 * GAP)
        high = max(min(HIGH, point.y() - 2 * GAP), LEAST)
        left = max(GAP, min(point.x(), parent.width() - wide - GAP))
        self.setGeometry(left, max(GAP, point.y() - high - GAP), wide, high)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the field choose, take and close."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._dismiss()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _head(self, theme: Theme) -> Plane:
        self._field = QLineEdit()
        self._field.setProperty("bare", True)  # noqa: FBT003  Qt's own signature
        self._field.setPlaceholderText(self.tr("Cari judul, isi, atau pintasan"))
        self._field.setAccessibleName(self._field.placeholderText())
        head = Plane("raised", edge="head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(IconLabel(theme, "search", 16, "text3"))
        row.addWidget(self._field, 1)
        row.addWidget(KeyCap(theme, "Esc"), 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _make_list(self, theme: Theme) -> None:
        self._model = TemplateRows()
        self._list = QListView()
        self._list.setProperty("raised", True)  # noqa: FBT003  Qt's own signature
        self._list.setModel(self._model)
        self._delegate = TemplateDelegate(theme, folders=True)
        self._list.setItemDelegate(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Templat"))

    def _key(self, key: int) -> bool:
        if key in STEPS:
            self._step(STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            return False
        return True

    def _search(self, typed: str) -> None:
        found = find(self._index, typed)
        lines = lines_of(found, platform=self._platform, typed=typed)
        self._model.show_lines(lines)
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0))

    def _step(self, by: int) -> None:
        last = self._model.rowCount() - 1
        row = max(0, min(last, self._list.currentIndex().row() + by))
        self._list.setCurrentIndex(self._model.index(row))

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.hide()
        self.taken.emit(self._model.line(index.row()).uid)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit(self._field.text())
