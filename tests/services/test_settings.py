"""What the agency and its officers set."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Officer
from kotakmasuk.services import settings
from tests.helpers.desks import Place


def test_a_new_inbox_has_the_defaults(place: Place) -> None:
    """Nothing must be set to begin."""
    assert settings.load(place.reader) == Settings()


def test_what_is_set_is_there_for_everybody_who_reads(place: Place) -> None:
    """Also a list of officers."""
    officers = (Officer("Sari", "SR"), Officer("Budi", "BU"))
    settings.save(place.desk, agency="Kota", officers=officers, theme="dark")
    found = settings.load(place.reader)
    assert (found.agency, found.officers, found.theme) == ("Kota", officers, "dark")


def test_a_change_is_written_down_with_what_was_before(place: Place) -> None:
    """Who set the target to a day, and when."""
    settings.save(place.desk, target_minutes=60)
    body = place.one("SELECT body FROM journal_payload ORDER BY sequence DESC LIMIT 1")
    assert body == '{"target_minutes":[450,60]}'


@pytest.mark.parametrize(
    "bad",
    [
        {"zone": "Mars/Olympus"},
        {"zone": ""},
        {"undo_seconds": -1},
        {"undo_seconds": 9999},
        {"target_minutes": 0},
        {"text_size": 10},
        {"due_soon_minutes": 0},
    ],
)
def test_a_value_without_sense_is_refused_in_words(
    place: Place, bad: dict[str, object]
) -> None:
    """It would stop the clocks or hide the window."""
    with pytest.raises(KnownError, match="Setelan lama tetap berlaku"):
        settings.save(place.desk, agency="Kota", **bad)
    assert settings.load(place.reader) == Settings()


def test_an_unknown_name_is_a_bug(place: Place) -> None:
    """Nobody can type one."""
    with pytest.raises(TypeError, match="no such setting"):
        settings.save(place.desk, colour="red")
