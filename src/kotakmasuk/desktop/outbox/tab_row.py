"""The row of the outbox's tabs, which scrolls sideways where the letters are large.

The one rule: a tab that does not fit is never cut away silently; a bar below leads to it.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.tabs import TabStrip


class TabRow(Plane):
    """Holds the strip `tabs` and is as high as it and its bar."""

    def __init__(self, theme: Theme, tabs: TabStrip) -> None:
        super().__init__("surface", edge="bottom")
        self._tabs = tabs
        tabs.setContentsMargins(16, 6, 16, 6)
        self.area = QScrollArea()
        self.area.setWidget(tabs)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.area.setVerticalScrollBarPolicy(never)
        # QScrollArea switches the filling on; the plane's own colour must show.
        self.area.viewport().setAutoFillBackground(False)
        tabs.setAutoFillBackground(False)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 1)
        inside.addWidget(self.area)
        self.area.horizontalScrollBar().rangeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        tabs.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the tabs have become larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        bar = self.area.horizontalScrollBar()
        room = bar.sizeHint().height() if bar.maximum() else 0
        self.area.setFixedHeight(self._tabs.sizeHint().height() + room)
