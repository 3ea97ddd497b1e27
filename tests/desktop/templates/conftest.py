"""The page over a real desk, which holds the starters."""

import pytest

from kotakmasuk.desktop.templates import build


@pytest.fixture
def page(desk, qtbot):
    made = build(desk.work)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    return made


def choose(page, title):
    """Press the template of that title in the list."""
    rows = page.side.rows
    found = [n for n in range(rows.rowCount()) if rows.line(n).title == title]
    page.side.view.setCurrentIndex(rows.index(found[-1]))
