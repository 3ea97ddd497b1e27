"""The candidates for an approver, A to E, a remark about them, and who she is.

The one rule: there is only one editor; a letter says which candidate stands in it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from kotakmasuk.desktop.reply.states import OptionRow
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane
from kotakmasuk.desktop.widgets.tabs import TabStrip


LETTERS_SHOWN = 12  # of a name, where there is little room


class OptionStrip(Plane):
    """Letters at the left while there are several, and a field for the remark."""

    chosen = Signal(int)
    removed = Signal()
    remarked = Signal(str)
    asked_of = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until an approver is asked for."""
        super().__init__("surface", edge="top")
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._tabs: TabStrip | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 3, 10, 3)
        self._row.setSpacing(8)
        self._sign = IconLabel(theme, "badge-check", 14, "accent")
        self._remark = QLineEdit()
        self._remark.setObjectName("approverRemark")
        self.people = QComboBox()
        self.people.setObjectName("approverChoice")
        self.people.setAccessibleName(self.tr("Penyetuju"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.people.setSizeAdjustPolicy(policy)
        self.people.setMinimumContentsLength(LETTERS_SHOWN)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._drop = IconButton(theme, "trash-2", self.tr("Hapus pilihan ini"))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self._sign, 0, middle)
        self._row.addWidget(self._remark, 1)
        self._row.addWidget(self.people, 0, middle)
        self._row.addWidget(self._drop)
        self._remark.textEdited.connect(self.remarked)
        self.people.activated.connect(self._say_asked)
        self._drop.clicked.connect(self.removed)
        self.hide()

    def show_options(self, row: OptionRow) -> None:
        """Show the letters, the open one, and what is said about it."""
        if row.names != self._names:
            self._make_tabs(row.names)
        if self._tabs is not None:
            self._tabs.open_tab(str(row.place))
        several = bool(row.names)
        self._drop.setVisible(several)
        words = self.tr("Catatan untuk penyetuju (boleh kosong)")
        if several:
            words = self.tr("Keterangan pilihan {letter} (boleh kosong)")
            words = words.format(letter=row.names[row.place])
        self._remark.setPlaceholderText(words)
        self._remark.setAccessibleName(words)
        if self._remark.text() != row.remark:
            self._remark.setText(row.remark)
        self._show_people(row)
        self.setVisible(row.asks)

    def _show_people(self, row: OptionRow) -> None:
        """Whom to ask; where nobody may approve, the line above says so."""
        if row.people != self._shown:
            self._shown = row.people
            self.people.clear()
            self.people.addItem(self.tr("Siapa saja"), "")
            for name, words in row.people:
                self.people.addItem(words, name)
        self.people.setCurrentIndex(max(0, self.people.findData(row.approver)))
        self.people.setToolTip(self.people.currentText())
        self.people.setVisible(bool(row.people))

    def _say_asked(self) -> None:
        self.asked_of.emit(self.people.currentData())

    def _make_tabs(self, names: tuple[str, ...]) -> None:
        self._names = names
        if self._tabs is not None:
            self._row.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
            self._tabs = None
        if names:
            tabs = [
                (str(at), self.tr("Pilihan {letter}").format(letter=letter))
                if len(names) < 3  # noqa: PLR2004  words while there is room for them
                else (str(at), letter)
                for at, letter in enumerate(names)
            ]
            self._tabs = TabStrip(self._theme, tabs, kind="filter")
            self._tabs.chosen.connect(lambda place: self.chosen.emit(int(place)))
            self._row.insertWidget(1, self._tabs)
