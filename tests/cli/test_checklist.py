"""kotakmasuk checklist: what answers are checked by, for people and for scripts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from click.testing import CliRunner

from kotakmasuk.cli.app import kotakmasuk
from kotakmasuk.cli.tools import Tools
from kotakmasuk.services import rules
from tests.cli.test_json_keys import documented
from tests.helpers.desks import Place


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
    ran = CliRunner().invoke(kotakmasuk, ["checklist", "list", *words], obj=tools)
    assert ran.exit_code == 0, ran.output
    return ran.output


def test_a_script_reads_what_is_in_force_and_what_no_longer_is(place: Place) -> None:
    """The documented keys, with the agency's own versions told apart."""
    shipped = next(one for one in rules.in_force(place.reader) if one.key == "E12")
    rules.save(place.desk, replace(shipped, text="Bahasa santun"))
    rules.retire(place.desk, "E18")

    found = {one["key"]: one for one in json.loads(told(place, "--json"))}

    keys = documented("checklist list") - {"shipped", "agency"}
    assert all(set(one) == keys for one in found.values())
    assert (found["E12"]["origin"], found["E12"]["version"]) == ("agency", 2)
    assert [found[key]["active"] for key in ("E12", "E18")] == [True, False]


def test_people_read_the_basis_with_its_confidence_and_day(place: Place) -> None:
    """A line an item."""
    rules.retire(place.desk, "E05P")

    lines = told(place).splitlines()

    assert (
        "E05 v1 (blokir, otomatis): Tidak memuat data pribadi warga."
        " Acuan: UU 27/2022 (kerahasiaan data pribadi)"
        " [keyakinan A, diperiksa 2026-11-22]" in lines
    )
    assert any(one.startswith("E05P v1 (peringatan, otomatis, tidak") for one in lines)
