"""What identifies a citizen is hidden, and the officer is told what it is."""

from kotakmasuk.services.privacy import masked


TEXT = "NIK saya 3299010101900001, HP 0812-0000-0047, tolong dicek"


def test_numbers_are_hidden_where_they_stand() -> None:
    """Each hidden place holds bullets and none of the digits between first and last."""
    found = masked(TEXT)
    hidden = [found.text[start:end] for start, end in found.places]
    assert len(hidden) == 2
    assert all("•" in one for one in hidden)
    assert "3299010101900001" not in found.text
    assert "0000-0047" not in found.text


def test_the_kinds_are_told_in_words() -> None:
    """An officer reads what lies behind the bullets without seeing it."""
    words = masked(TEXT).words
    assert words.startswith("NIK")
    assert "telepon" in words.lower() or "HP" in words


def test_a_text_without_any_is_left_as_it_is() -> None:
    """Nothing is hidden where there is nothing to hide."""
    found = masked("Lampu jalan padam sejak tgl 12")
    assert (found.text, found.places, found.words) == (
        "Lampu jalan padam sejak tgl 12",
        (),
        "",
    )
