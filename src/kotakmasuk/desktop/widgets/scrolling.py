"""A pane that scrolls where the window is low, and is not seen where it is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(inside: QWidget) -> QScrollArea:
    """Put contents into a pane that scrolls up and down and takes no focus."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    # QScrollArea switches the filling on; the plane's own colour must show.
    inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def refill(area: QScrollArea, inside: QWidget) -> None:
    """Put other contents into such a pane, also while the old ones handle a press."""
    old = area.takeWidget()
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    inside.show()
    if old is not None:
        old.hide()
        old.deleteLater()
