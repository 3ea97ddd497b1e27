"""The isian of the template being edited: name, who fills it, an example.

The one rule: it follows the text; there is nothing to keep in step by hand.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.templates.examples import example, origin
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Separator, TextLabel
from kotakmasuk.domain.templates import placeholders


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class IsianTable(QWidget):
    """One line an isian; hidden while the text has none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        title = TextLabel(theme, self.tr("Isian"), role="meta", tone="text2")
        self._column.addWidget(title)
        self._grid: QWidget | None = None
        self.hide()

    def show_body(self, body: str) -> None:
        """List the isian of this text."""
        names = placeholders(body)
        if names == self._names:
            return
        self._names = names
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._filled()
        self._column.addWidget(self._grid)
        self.setVisible(bool(names))

    def _filled(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        titles = (self.tr("Nama"), self.tr("Asal"), self.tr("Contoh"))
        for column, title in enumerate(titles):
            label = TextLabel(self._theme, title, role="sectionLabel", tone="text2")
            grid.addWidget(label, 0, column, LEFT)
        for number, name in enumerate(self._names):
            row = 2 * number + 1
            grid.addWidget(Separator(), row, 0, 1, 3)
            shown = (f"{{{name}}}", origin(name), example(name))
            for column, words in enumerate(shown):
                role, tone = (
                    ("bodyStrong", "accent") if not column else ("body", "text")
                )
                label = TextLabel(
                    self._theme, words, role=role, tone=tone, wrap=column > 1
                )
                grid.addWidget(label, row + 1, column)
        return holder
