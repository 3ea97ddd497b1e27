"""The page over a real desk, which holds the shipped items."""

import pytest

from kotakmasuk.desktop.checklist import build, view


@pytest.fixture
def page(desk, qtbot):
    made = build(desk.work)
    qtbot.addWidget(made)
    made.resize(1305, 700)
    made.show()
    return made


@pytest.fixture
def agreed(monkeypatch):
    """The officer says yes to every question."""
    asked = []
    monkeypatch.setattr(
        view, "ask", lambda *_, title, **__: asked.append(title) or True
    )
    return asked


def choose(page, key):
    """Press the item of that code in the list."""
    rows = page.side.rows
    page.side.view.setCurrentIndex(rows.index(rows.row_of(key)))


def found(page):
    """What the trial says now: the capsule and the evidence."""
    page._trials.try_now()
    trial = page.aside.trial
    return trial.chip.words(), trial.found.text()
