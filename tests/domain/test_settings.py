"""What a new inbox is set to, and how a name becomes a badge."""

import pytest

from kotakmasuk.domain.settings import Settings, initials


@pytest.mark.parametrize(
    ("name", "badge"),
    [
        ("Sari Rahmawati", "SR"),
        ("Budi", "BU"),
        ("Dr. Ani Wijaya, M.Si.", "AW"),
        ("Hj. Siti Aminah", "SA"),
        ("H.", "H"),
        ("i gusti ayu", "IA"),
        ("X", "X"),
        ("", ""),
        ("123", ""),
    ],
)
def test_a_name_is_shortened_to_two_letters(name: str, badge: str) -> None:
    """As far as it has any."""
    assert initials(name) == badge


def test_a_new_inbox_gives_ten_seconds_to_undo() -> None:
    """And half a working day's notice of what falls due."""
    fresh = Settings()
    assert (fresh.undo_seconds, fresh.due_soon_minutes) == (10, 240)
    assert fresh.zone == "Asia/Jakarta"
