"""The outbox page on a real desk with a platform that obeys the test."""

import pytest

from kotakmasuk.desktop.outbox import build


@pytest.fixture
def page(desk, qtbot):
    made = build(desk.work)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    yield made
    made._presenter._clock.stop()
