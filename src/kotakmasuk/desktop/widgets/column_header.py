"""The 44 px head of a column, and the small label above a section.

The one rule: no toolbar; what can be done with a column stands in its own head.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import ElidedLabel, Plane, TextLabel


FEW_LETTERS = 40


class ColumnTitle(ElidedLabel):
    """As wide as its words where there is room, cut with … where there is not."""

    def __init__(self, theme: Theme, title: str) -> None:
        """Show a title."""
        super().__init__(theme, title, role="columnTitle")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The room that the whole title wants."""
        words = self.whole_text()
        width = self.fontMetrics().horizontalAdvance(words) + 2 if words else 0
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters; nothing where there is no title."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), FEW_LETTERS), wanted.height())


class ColumnHeader(Plane):
    """Title and count at the left, whatever was added at the right."""

    def __init__(self, theme: Theme, title: str = "", *, surface: str = "surface"):
        """Show a title; `set_count` adds the number beside it."""
        super().__init__(surface, edge="bottom")
        self._theme = theme
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 0, 10, 0)
        self.row.setSpacing(6)
        self._title = ColumnTitle(theme, title)
        self._count = TextLabel(theme, role="meta", tone="text3")
        self._count.hide()
        self.row.addWidget(self._title)
        self.row.addSpacing(2)
        self.row.addWidget(self._count)
        self.row.addStretch(1)
        self._dress()
        theme.changed.connect(self._dress)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.set_text(title)
        self._title.updateGeometry()

    def set_count(self, words: str) -> None:
        """Show a number beside the title; empty takes it away."""
        self._count.setText(words)
        self._count.setVisible(bool(words))

    def add_first(self, widget: QWidget) -> None:
        """Put a widget before the title, such as a glyph or a back arrow."""
        self.row.insertWidget(0, widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self.row.addWidget(widget)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("columnHeader"))


class PageHeader(Plane):
    """The 52 px head of a full page: title left, actions right."""

    def __init__(self, theme: Theme, title: str) -> None:
        """Show the title of the page."""
        super().__init__("surface", edge="bottom")
        self._theme = theme
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 0, 20, 0)
        self.row.setSpacing(8)
        self._title = TextLabel(theme, title, role="screenTitle")
        self.row.addWidget(self._title)
        self.row.addStretch(1)
        self._dress()
        theme.changed.connect(self._dress)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def add_action(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self.row.addWidget(widget)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("pageHeader"))


class SectionHeader(QWidget):
    """The small label above a section, with actions at its right."""

    def __init__(self, theme: Theme, title: str) -> None:
        """Show the title in 11 px."""
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._label = TextLabel(theme, title, role="sectionLabel", tone="text2")
        self._row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._label.setText(title)

    def add_action(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)
