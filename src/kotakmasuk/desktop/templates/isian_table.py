"""The isian of the template being edited: name, who fills it, whether it must be.

The one rule: it follows the text; a tick here only writes or takes away the "?" there.
"""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.templates.examples import example, origin
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Separator, TextLabel
from kotakmasuk.domain.placeholders import Field, fields_in


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ORIGIN = 170


class IsianTable(QWidget):
    """One line an isian; hidden while the text has none.

    `required` carries a name and whether it must be filled from now on.
    """

    required = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fields: tuple[Field, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        title = TextLabel(theme, self.tr("Isian"), role="meta", tone="text2")
        self._column.addWidget(title)
        self._grid: QWidget | None = None
        self.ticks: dict[str, QCheckBox] = {}
        self.hide()

    def show_body(self, body: str) -> None:
        """List the isian of this text."""
        fields = fields_in(body)
        if [_unticked(one) for one in fields] == [_unticked(o) for o in self._fields]:
            self._fields = fields
            for one in fields:
                with QSignalBlocker(self.ticks[one.name]):
                    self.ticks[one.name].setChecked(one.required)
            return
        self._fields = fields
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._filled()
        self._column.addWidget(self._grid)
        self.setVisible(bool(fields))

    def _filled(self) -> QWidget:
        self.ticks = {}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)
        grid.setColumnMinimumWidth(1, ORIGIN)
        titles = (self.tr("Nama"), self.tr("Asal"), self.tr("Wajib"), self.tr("Contoh"))
        for column, title in enumerate(titles):
            label = TextLabel(self._theme, title, role="sectionLabel", tone="text2")
            grid.addWidget(label, 0, column, LEFT)
        for number, field in enumerate(self._fields):
            row = 2 * number + 1
            grid.addWidget(Separator(), row, 0, 1, len(titles))
            for column, cell in enumerate(self._cells(field)):
                where = LEFT if column in (0, 2) else Qt.AlignmentFlag.AlignVCenter
                grid.addWidget(cell, row + 1, column, where)
        return holder

    def _cells(self, field: Field) -> tuple[QWidget, ...]:
        name = TextLabel(
            self._theme, f"{{{field.name}}}", role="bodyStrong", tone="accent"
        )
        name.setProperty("surface", "accentSoft")
        by = TextLabel(self._theme, origin(field), tone="text2", wrap=True)
        words = self.tr("Isian {name} wajib diisi").format(name=field.name)
        tick = QCheckBox()
        tick.setAccessibleName(words)
        tick.setToolTip(words)
        tick.setChecked(field.required)
        tick.toggled.connect(lambda on: self.required.emit(field.name, on))
        self.ticks[field.name] = tick
        return name, by, tick, TextLabel(self._theme, example(field), wrap=True)


def _unticked(field: Field) -> tuple[str, str, tuple[str, ...], str]:
    """All of a field but what the tick shows."""
    return field.name, field.default, field.choices, field.kind
