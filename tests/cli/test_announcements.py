"""`kotakmasuk announcement list` tells how each post stands."""

import json
from contextlib import contextmanager
from dataclasses import replace

from click.testing import CliRunner

from kotakmasuk.cli.announcements import announcement
from kotakmasuk.cli.tools import Tools
from kotakmasuk.domain.announcements import Preset
from kotakmasuk.services import announcements
from tests.cli.test_json_keys import documented
from tests.helpers.desks import Place, account


def tools(place: Place) -> Tools:
    """The commands' tools over the desk of a test; only reading is wanted."""

    @contextmanager
    def reader():
        yield place.reader

    def unwanted():
        raise AssertionError

    return Tools(
        office=lambda: place.office,
        reader=reader,
        desk=unwanted,
        open_desktop=unwanted,
        run_demo=unwanted,
        examine=unwanted,
    )


def listed(place: Place, *words: str) -> str:
    """Run the command and give what it printed."""
    made = CliRunner().invoke(announcement, ["list", *words], obj=tools(place))
    assert made.exit_code == 0, made.output
    return made.output


def write(place: Place) -> None:
    announcements.begin(place.desk, Preset.EMERGENCY)
    fresh = announcements.newest(place.reader)
    assert fresh is not None
    values = {"title": "Banjir Melati", "accounts": (account(place),)}
    announcements.save(place.desk, replace(fresh, **values))


def test_an_empty_list_is_told_in_words(place: Place) -> None:
    """And as an empty list for a script."""
    assert listed(place) == "Belum ada pengumuman.\n"
    assert json.loads(listed(place, "--json")) == []


def test_each_post_is_told_with_its_state(place: Place) -> None:
    """In words for people."""
    write(place)
    assert "Banjir Melati: Draf" in listed(place)
    assert "Mastodon @kotasukamaju: Draf" in listed(place)


def test_a_script_gets_the_documented_keys(place: Place) -> None:
    """Those of the announcement and those of its posts."""
    write(place)
    (found,) = json.loads(listed(place, "--json"))
    assert set(found) | set(found["posts"][0]) == documented("announcement list")
    assert found["state"] == "draft"
