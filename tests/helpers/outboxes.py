"""What a test sees and presses on the page Kiriman."""

from typing import Any

from PySide6.QtCore import Qt


def texts(page: Any, column: int) -> list[str]:
    """Read one column of the table."""
    model = page._model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def press(page: Any, qtbot: Any, deed: str) -> None:
    """Press a button of the panel."""
    qtbot.mouseClick(page._panel.button(deed), Qt.MouseButton.LeftButton)


def explanation(page: Any) -> str:
    """Read what the panel explains."""
    return page._panel.findChild(object, "outboxExplanation").text()
