"""kotakmasuk team: who works here, for people and for scripts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from click.testing import CliRunner

from kotakmasuk.cli.app import kotakmasuk
from kotakmasuk.cli.tools import Tools
from kotakmasuk.domain.team import Officer, Role
from tests.cli.test_json_keys import documented
from tests.helpers import seats
from tests.helpers.desks import Place, make_place
from tests.helpers.seats import APPROVER, set_up


DEPUTY = Officer(
    "Bagas Nugroho",
    "BN",
    deputy_kind="Plt.",
    deputy_for="Kepala Bidang",
    deputy_since="2025-11-19",
    deputy_until="2025-11-30",
)


@pytest.fixture
def place(tmp_path: Any) -> Iterator[Place]:
    made = make_place(tmp_path)
    set_up(made)
    seats.write_down(made, DEPUTY)
    yield made
    made.close()


def told(place: Place, *words: str) -> str:
    """What the command prints over this place's file."""

    @contextmanager
    def reader() -> Iterator[Any]:
        yield place.reader

    def nothing(*_: object, **__: object) -> Any:
        raise AssertionError

    tools = Tools(
        office=lambda: place.office,
        reader=reader,
        desk=nothing,
        open_desktop=nothing,
        run_demo=nothing,
        examine=nothing,
    )
    ran = CliRunner().invoke(kotakmasuk, ["team", "list", *words], obj=tools)
    assert ran.exit_code == 0, ran.output
    return ran.output


def test_the_team_is_told_with_who_stands_in_today(place: Place) -> None:
    """A line a person."""
    assert told(place).splitlines() == [
        f"{APPROVER}: Penyetuju",
        "Bagas Nugroho: Petugas, Plt. Kepala Bidang",
    ]


def test_a_script_reads_roles_and_deputies(place: Place) -> None:
    """The documented keys, and no key of anybody's."""
    first, second = json.loads(told(place, "--json"))

    assert set(first) | set(second["deputy"]) == documented("team list") - {"null"}
    assert (first["role"], first["passphrase_set"]) == (Role.APPROVER, True)
    assert second["deputy"]["today"] is True
