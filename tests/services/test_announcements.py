"""Writing an announcement, keeping it as it is typed, and reading where it stands."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.announcements import Announcement, Preset, Standing
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Picture, ReplyState
from kotakmasuk.services import announcements, undo
from tests.helpers.desks import DAY, NOW, Place, account


TEXT = "Mobil layanan KTP ada di Pasar Melati pada jam kantor. Gratis."


@pytest.fixture
def draft(place: Place) -> Announcement:
    """A plain announcement for one account."""
    owner = account(place)
    announcements.begin(place.desk, Preset.ANNOUNCEMENT)
    fresh = announcements.newest(place.reader)
    assert fresh is not None
    written = replace(fresh, title="Mobil KTP", text=TEXT, accounts=(owner,))
    announcements.save(place.desk, written)
    return written


def kept(place: Place) -> Announcement:
    found = announcements.newest(place.reader)
    assert found is not None
    return found


def test_everything_typed_is_kept(place: Place, draft: Announcement) -> None:
    """Fields, variants, pictures, ticks and schedule, so that a kill loses nothing."""
    whole = replace(
        draft,
        source="Disdukcapil",
        variants={"x": "Mobil KTP di Pasar Melati."},
        pictures=(Picture("ab", "poster.png", "image/png", 9, "Poster jadwal"),),
        ticks={"": frozenset({"E09"}), "x": frozenset({"E10"})},
        not_before=NOW + DAY,
    )
    announcements.save(place.desk, whole)
    assert kept(place) == whole


def test_saving_the_same_again_writes_nothing(
    place: Place, draft: Announcement
) -> None:
    """Typing on and back is no change."""
    assert not announcements.save(place.desk, draft)


def test_a_draft_stands_as_a_draft_with_one_post_an_account(
    place: Place, draft: Announcement
) -> None:
    """Nothing was submitted yet."""
    (found,) = announcements.listed(place.reader, place.office)
    assert found.standing is Standing.DRAFT
    assert [(one.account, one.state) for one in found.posts] == [
        (draft.accounts[0], ReplyState.DRAFT)
    ]


def test_a_removed_draft_can_be_brought_back(place: Place, draft: Announcement) -> None:
    """By the token of its removal."""
    changes = announcements.remove(place.desk, draft.id)
    assert announcements.listed(place.reader, place.office) == []
    undo.undo(place.desk, changes.undo or "")
    assert kept(place) == draft


def test_a_platform_takes_its_own_variant(draft: Announcement) -> None:
    """With its own ticks; the others take the common words."""
    whole = replace(draft, variants={"x": "Pendek."}, ticks={"x": frozenset({"E09"})})
    assert (whole.text_for("x"), whole.text_for("mastodon")) == ("Pendek.", TEXT)
    assert whole.ticks_for("x") == {"E09"}
    assert whole.ticks_for("mastodon") == frozenset()


def test_one_may_post_only_where_everybody_reads(place: Place) -> None:
    """A mailbox is no place for an announcement; where no machine posts, a hand does."""
    account(place)
    there = announcements.places(place.reader, place.office)
    assert [one.platform for one in there] == ["mastodon"]


def test_a_picture_that_a_platform_does_not_take_is_named(
    place: Place, draft: Announcement
) -> None:
    """Before anything is uploaded."""
    scan = Picture("ab", "poster.bmp", "image/bmp", 9, "Poster")
    found = announcements.faults(
        place.reader, place.office, replace(draft, pictures=(scan,))
    )
    assert found["pictures"].startswith("Mastodon: Gambar image/bmp")


def test_an_announcement_that_is_gone_is_told_in_words(place: Place) -> None:
    """Somebody else may have removed it."""
    with pytest.raises(KnownError, match="sudah tidak ada"):
        announcements.save(place.desk, Announcement(id=7))
