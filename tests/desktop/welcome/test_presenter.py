"""What the first run decides, without a window."""

import pytest

from kotakmasuk.desktop.welcome.presenter import (
    FirstRun,
    Introduction,
    WelcomePresenter,
    wrong_introduction,
    wrong_passphrase,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import Officer
from tests.helpers.lanes import ImmediateLanes


WORDS = tuple(f"kata{letter}" for letter in "abcdefghijklmnop")
WHO = Introduction("Pemkab Sukamaju", "  Sari   Rahmawati ", "Asia/Makassar")


@pytest.fixture
def kept():
    return {}


@pytest.fixture
def presenter(qapp, kept):
    assert qapp is not None
    made = FirstRun(has_keyring=True, create=lambda _: WORDS, keep=kept.update)
    return WelcomePresenter(ImmediateLanes(), made)


def test_who_works_here_is_stored_as_soon_as_the_inbox_is_made(presenter, kept):
    """The officer's name stands in the journal from the first row on."""
    presenter.create(WHO, None)

    assert kept["officers"] == (Officer("Sari Rahmawati", "SR"),)
    assert kept["officer"] == "Sari Rahmawati"
    assert kept["zone"] == "Asia/Makassar"


def test_two_different_words_are_asked_for_again(presenter):
    """One word could be luck."""
    presenter.create(WHO, None)

    places = presenter.asked_places()

    assert len(set(places)) == 2
    assert all(0 <= place < len(WORDS) for place in places)


def test_a_word_noted_wrongly_is_named_by_its_place(presenter):
    """The officer sees which line of the note to look at."""
    presenter.create(WHO, None)
    first, second = presenter.asked_places()

    wrong = presenter.wrong_words({first: WORDS[first].upper() + " ", second: "lain"})

    assert list(wrong) == [second]
    assert f"ke-{second + 1}" in wrong[second]


def test_what_cannot_be_made_is_told_in_words(qapp):
    """A full disk at the first run is no crash."""
    assert qapp is not None

    def fail(_):
        raise KnownError("Ruang penyimpanan penuh.", "Belum ada yang dibuat.")

    presenter = WelcomePresenter(
        ImmediateLanes(), FirstRun(has_keyring=True, create=fail, keep=dict)
    )
    told = []
    presenter.refused.connect(told.append)

    presenter.create(WHO, None)

    assert told[0].message == "Ruang penyimpanan penuh."
    assert not presenter.running


@pytest.mark.parametrize(
    ("first", "again", "field"),
    [
        ("pendek", "pendek", "passphrase"),
        ("pagi cerah di desa", "pagi cerah di kota", "again"),
        ("pagi cerah di desa", "pagi cerah di desa", None),
    ],
)
def test_a_passphrase_is_long_and_typed_twice(first, again, field):
    """What is wrong stands at the field that has to change."""
    assert next(iter(wrong_passphrase(first, again)), None) == field


def test_agency_and_officer_are_needed():
    """Spaces are no name."""
    assert set(wrong_introduction("  ", "")) == {"agency", "officer"}
