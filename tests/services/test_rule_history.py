"""Each item of the checklist tells who changed it, when and into what."""

from dataclasses import replace

from kotakmasuk.services import rules
from kotakmasuk.services.rule_history import steps
from tests.helpers.desks import HOUR, NOW, OFFICER, Place


def test_each_version_names_its_author_and_its_hour(place: Place) -> None:
    """The newest first; what came with the program is told as such."""
    shipped = next(one for one in rules.in_force(place.reader) if one.key == "E12")
    place.clock.pass_by(HOUR)
    rules.save(place.desk, replace(shipped, text="Bahasa santun"))
    place.clock.pass_by(HOUR)
    rules.retire(place.desk, "E12")
    place.clock.pass_by(HOUR)
    rules.take_shipped(place.desk, "E12")

    told = steps(place.reader, "E12")

    assert [one.deed for one in told] == ["restored", "retired", "changed", "adopted"]
    assert [one.at - NOW for one in told] == [3 * HOUR, 2 * HOUR, HOUR, 0]
    assert {one.actor for one in told[:3]} == {OFFICER}
    changed = told[2]
    assert changed.before == shipped
    assert changed.rule.text == "Bahasa santun"
    assert told[0].rule.text == shipped.text
    assert told[-1].before is None


def test_a_newer_shipped_version_stands_among_them(place: Place) -> None:
    """Also where it is only offered beside the agency's own."""
    shipped = next(one for one in rules.in_force(place.reader) if one.key == "E12")
    rules.save(place.desk, replace(shipped, text="Bahasa santun"))
    newer = replace(shipped, version=shipped.shipped + 1, text="Versi bawaan baru")
    place.clock.pass_by(HOUR)
    office = replace(place.office, rules=lambda: (newer,))
    rules.adopt(replace(place.desk, office=office))

    newest = steps(place.reader, "E12")[0]

    assert (newest.deed, newest.rule.text) == ("adopted", "Versi bawaan baru")


def test_an_item_nobody_knows_has_no_history(place: Place) -> None:
    """No step, no error."""
    assert steps(place.reader, "X99") == []
