"""Identifiers: what the digits of a NIK, a date or an amount can prove."""

import pytest

from kotakmasuk.language.identifiers import (
    PROVINCES,
    is_date,
    is_female_id,
    is_money,
    local_mobile,
    national_id_like,
)


def test_there_are_38_provinces():
    """The young provinces of Papua and North Kalimantan are known."""
    assert len(PROVINCES) == 38
    assert {"65", "92", "93", "94", "95", "96"} <= PROVINCES


def test_a_womans_day_of_birth_has_forty_added():
    """Day 52 in a NIK is the 12th, of a woman."""
    assert national_id_like("3374015209950003")
    assert is_female_id("3374015209950003")


@pytest.mark.parametrize(
    "digits",
    [
        "9974011209950003",  # no such province
        "3374013209950003",  # day 32
        "3374018109950003",  # day 81
        "3374013102950003",  # 31 February
        "3374011213950003",  # month 13
        "3374011209950000",  # serial 0000
    ],
)
def test_a_nik_has_a_province_a_day_and_a_serial(digits):
    """Sixteen digits that break one of them are no NIK."""
    assert not national_id_like(digits)


def test_mobile_numbers_are_known_with_and_without_country_code():
    """+62 812..., 62812... and 0812... are the same telephone."""
    assert local_mobile("6281234567847") == local_mobile("081234567847")
    assert local_mobile("021555123456") == ""


def test_dates_and_amounts_are_no_identifiers():
    """A date, a span of years and rupiah with dots identify nobody."""
    assert is_date("12-03-2022")
    assert is_date("2020-05-17")
    assert is_date("2019-2024")
    assert is_money("1.500.000")
