"""Each test of the page begins with one request of two wordings and its approver."""

import pytest

from kotakmasuk.system import signing
from tests.helpers.asking import SHORTER, asking
from tests.helpers.deciding import deciding
from tests.helpers.desks import ANSWER, account, make_place
from tests.helpers.seats import derived


@pytest.fixture
def asked(tmp_path, monkeypatch):
    monkeypatch.setattr(signing, "derive", derived)
    place = make_place(tmp_path)
    account(place)
    yield asking(place, undo_seconds=10)
    place.close()


@pytest.fixture
def row(asked):
    return asked.request(ANSWER, SHORTER, note="Mohon dipilih")


@pytest.fixture
def open_page(qtbot, asked, row):
    """Open the page as the approver, or as whoever is given."""
    assert row

    def opened(seat=None):
        made = deciding(asked, seat)
        qtbot.addWidget(made.page)
        made.page.show()
        return made

    return opened


@pytest.fixture
def desk(open_page):
    return open_page()
