"""The theme that the tests of the widgets share, in its light colours."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop import theme as themes
from kotakmasuk.desktop.theme import Theme


RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="session")
def shared_theme(qapp: QApplication) -> Theme:
    assert qapp
    return themes.load(RESOURCES, "light")


@pytest.fixture
def theme(shared_theme: Theme) -> Theme:
    return shared_theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.show()
    return made
