"""Texts of nothing but emoji, in the real window, by each platform's own counting."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kotakmasuk.services import accounts, replies
from tests.helpers.desks import Place, account, incoming, make_place, receive
from tests.helpers.platforms import KEY
from tests.helpers.sitting import CONTROL, Sitting, sitting
from tests.helpers.writing import tick_all


FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.fixture
def place(tmp_path: Path, qapp: QApplication) -> Iterator[Place]:
    assert qapp
    made = make_place(tmp_path)
    account(made)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("platform", "most", "counted"),
    [
        ("x", 140, "280 / 280"),
        ("bluesky", 120, "300 / 300"),
        ("mastodon", 500, "500 / 500"),
    ],
)
def test_a_text_of_emoji_alone_goes_to_the_limit_and_not_beyond(
    place: Place, qtbot: QtBot, platform: str, most: int, counted: str
) -> None:
    """A family is one sign on Mastodon, two on X, and on Bluesky 25 bytes of 3,000."""
    known = accounts.get(place.reader, 1)
    changed = replace(known, uid="akun-dua", remote_id="dua", platform=platform)
    accounts.store_account(place.desk, changed, manual=False)
    receive(place, 2, incoming("m2"))
    with sitting(place, qtbot, office=uncounted(place)) as window:
        window.open(1)
        window.write(FAMILY * most)
        assert count_of(window) == counted
        assert cards(window) == []
        window.write(FAMILY)
        before = window.rows(besides=("draft",))
        tick_all(window.parts.presenter)
        window.press(Qt.Key.Key_Return, CONTROL)
        assert "kelebihan" in cards(window)[0]
        window.parts.presenter.close()
        window.wait(lambda: replies.draft(place.reader, 1))
        assert window.rows(besides=("draft",)) == before
        assert replies.draft(place.reader, 1).composition.text == FAMILY * (most + 1)


def uncounted(place: Place) -> Any:
    """The same office; the scripted connector leaves counting to the platform's facts."""
    found: Any = place.office.connectors[KEY]
    plain = replace(found, manifest=replace(found.manifest, limit=None))
    return replace(place.office, connectors={**place.office.connectors, KEY: plain})


def count_of(window: Sitting) -> str:
    return str(window.parts.composer.tools._count.text())


def cards(window: Sitting) -> list[str]:
    return [one.accessibleName() for one in window.parts.checklist._cards if one.blocks]
