"""A composer and a checklist on a real desk, side by side in a window."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.reply import build
from kotakmasuk.desktop.reply.presenter import ReplyPresenter


@pytest.fixture
def presenter(desk):
    """What decides, without the widgets."""
    made = ReplyPresenter(desk.work)
    yield made
    made.close()


@pytest.fixture
def parts(desk, qtbot):
    window = QWidget()
    window.resize(900, 640)
    row = QHBoxLayout(window)
    column = QVBoxLayout()
    row.addLayout(column)
    made = build(desk.work)
    column.addStretch(1)
    column.addWidget(made.composer)
    row.addWidget(made.checklist)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield made
    made.presenter.close()
    window.close()
