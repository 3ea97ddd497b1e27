"""The checklist's column, with the way back where it stands alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import Plane


class Side(Plane):
    """The composer's own checklist; `back_wanted` asks for the text again."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, checklist: QWidget) -> None:
        super().__init__("sunken")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = ColumnHeader(theme, self.tr("Sebelum terbit"), surface="sunken")
        back = IconButton(theme, "chevron-left", self.tr("Kembali"), shortcut="Esc")
        back.clicked.connect(self.back_wanted)
        self._head.add_first(back)
        column.addWidget(self._head)
        column.addWidget(checklist, 1)

    def show_back(self, *, shown: bool) -> None:
        """Offer the way back, where there is no room for both."""
        self._head.setVisible(shown)
