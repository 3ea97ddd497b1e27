"""Numbers and the names of days, months and zones, as people write them."""

import pytest

from kotakmasuk.domain.wording import SHORT_DAYS, SHORT_MONTHS, number, zone_word


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (999, "999"), (12_345, "12.345")]
)
def test_thousands_are_parted_by_a_dot(value: int, words: str) -> None:
    """As in every letter of an agency."""
    assert number(value) == words


def test_short_names_are_the_first_three_letters() -> None:
    """August is Agu, not Ags; Thursday is Kam."""
    assert SHORT_DAYS[3] == "Kam"
    assert (SHORT_MONTHS[4], SHORT_MONTHS[7], SHORT_MONTHS[11]) == ("Mei", "Agu", "Des")


def test_a_foreign_zone_keeps_its_name() -> None:
    """Indonesia has three; nobody knows the others by a short word."""
    assert [zone_word(zone) for zone in ("Asia/Makassar", "UTC")] == ["WITA", "UTC"]
