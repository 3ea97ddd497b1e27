"""The one way in which a tag's name is written."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.tags import tag_name


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Jalan Rusak", "jalan-rusak"),
        ("  #PJU ", "pju"),
        ("air_bersih", "air_bersih"),
        ("e-KTP / KK", "e-ktp-kk"),
        ("--lampu--", "lampu"),
        ("cafe\u0301", "caf\u00e9"),
        ("2025", "2025"),
    ],
)
def test_however_it_is_typed_it_is_stored_one_way(typed: str, stored: str) -> None:
    """So that no two tags mean the same."""
    assert tag_name(typed) == stored
    assert tag_name(stored) == stored


@pytest.mark.parametrize("typed", ["", "   ", "#", "!?", "x" * 41])
def test_what_leaves_no_name_is_refused_in_words(typed: str) -> None:
    """Or one that nobody can read in a list."""
    with pytest.raises(KnownError, match="1 sampai 40"):
        tag_name(typed)
