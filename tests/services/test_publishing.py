"""An announcement through the gate: queued, asked about, followed by its end."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.announcements import Announcement, Preset, Standing
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import (
    announcements,
    approvals,
    declaring,
    publishing,
    rules,
    undo,
)
from tests.helpers.desks import HOUR, NOW, Place, account, every_tick
from tests.helpers.seats import APPROVER, set_up


TEXT = "Mobil layanan KTP ada di Pasar Melati pada jam kantor. Gratis."


def write(place: Place, preset: Preset = Preset.ANNOUNCEMENT, **given: object) -> int:
    """Begin an announcement for one account, with every tick."""
    announcements.begin(place.desk, preset)
    fresh = kept(place)
    values: dict[str, object] = {
        "title": "Mobil KTP",
        "text": TEXT,
        "accounts": (account(place, key=f"kota{fresh.id}"),),
        "ticks": {"": every_tick(place.office)},
        **given,
    }
    announcements.save(place.desk, replace(fresh, **values))  # type: ignore[arg-type]
    return fresh.id


def kept(place: Place) -> Announcement:
    found = announcements.newest(place.reader)
    assert found is not None
    return found


def state(place: Place, number: int) -> announcements.Listed:
    found = announcements.state_of(place.reader, place.office, number)
    assert found is not None
    return found


def free(place: Place) -> Place:
    """Let plain announcements go without an approver, as an agency may decide."""
    rules.retire(place.desk, "E16D")
    return place


def warning(place: Place) -> int:
    """A whole emergency warning, which an approver of the team is named for."""
    return write(
        place,
        Preset.EMERGENCY,
        title="Banjir Melati",
        text="Air Sungai Melati naik. Warga RW 02 diminta menuju Balai Desa Melati.",
        source="BPBD Sukamaju, laporan pukul 13.40",
        contact="112",
        happens_at=NOW - HOUR,
        expires_at=NOW + HOUR,
        approver=APPROVER,
    )


def published(place: Place) -> int:
    """One announcement that the officer put up herself."""
    number = write(free(place))
    publishing.submit(place.desk, number)
    (post,) = state(place, number).posts
    declaring.declare_sent(place.desk, post.reply or 0)
    return number


def test_each_account_gets_its_own_post_through_the_gate(place: Place) -> None:
    """With its own reply and check."""
    second = account(free(place), key="kedua")
    number = write(place)
    first = kept(place)
    announcements.save(place.desk, replace(first, accounts=(*first.accounts, second)))
    publishing.submit(place.desk, number)
    found = state(place, number)
    assert found.standing is Standing.QUEUED
    assert [one.state for one in found.posts] == [ReplyState.QUEUED] * 2
    assert place.one("SELECT count(DISTINCT ethics_check) FROM outbox") == 2


def test_without_the_ticks_nothing_leaves(place: Place) -> None:
    """All or nothing; the account is named."""
    number = write(place, ticks={})
    with pytest.raises(KnownError, match="kotasukamaju di Mastodon"):
        publishing.submit(place.desk, number)
    assert place.one("SELECT count(*) FROM reply") == 0


def test_a_variant_has_ticks_of_its_own(place: Place) -> None:
    """Other words were not read with the ticks of the common ones."""
    number = write(place, variants={"mastodon": f"{TEXT} Info di kelurahan."})
    with pytest.raises(KnownError, match="belum lolos ceklis"):
        publishing.submit(place.desk, number)


def test_what_has_been_submitted_is_not_edited(place: Place) -> None:
    """It can be taken back, then written anew."""
    number = write(place)
    publishing.submit(place.desk, number)
    changed = replace(kept(place), text="Lain.")
    with pytest.raises(KnownError, match="tidak dapat diubah"):
        announcements.save(place.desk, changed)
    publishing.withdraw(place.desk, number)
    assert announcements.save(place.desk, changed)


def test_submitting_twice_posts_once(place: Place) -> None:
    """Every account has its post already."""
    number = write(free(place))
    publishing.submit(place.desk, number)
    with pytest.raises(KnownError, match="sudah berjalan"):
        publishing.submit(place.desk, number)
    assert place.one("SELECT count(*) FROM outbox") == 1


def test_taking_a_submission_back_makes_it_a_draft_again(place: Place) -> None:
    """By Ctrl+Z, as long as nothing has left."""
    number = write(place)
    changes = publishing.submit(place.desk, number)
    undo.undo(place.desk, changes.undo or "")
    assert state(place, number).standing is Standing.DRAFT


def test_a_warning_asks_its_approver(place: Place) -> None:
    """Also where no rule would; the one that the officer named is asked."""
    set_up(free(place))
    number = warning(place)
    publishing.submit(place.desk, number)
    assert state(place, number).standing is Standing.WAITING
    (asked,) = approvals.waiting(place.reader)
    assert (asked.announcement, asked.approver) == (number, APPROVER)


def test_a_warning_that_was_sent_back_says_why(place: Place) -> None:
    """And can be edited."""
    seat = set_up(place)
    number = warning(place)
    publishing.submit(place.desk, number)
    (asked,) = approvals.waiting(place.reader)
    approvals.send_back(place.sat(seat), asked.id, "Sebut titik kumpulnya.")
    found = state(place, number)
    assert found.standing is Standing.RETURNED
    assert found.posts[0].returned == "Sebut titik kumpulnya."
    assert announcements.save(place.desk, replace(found.announcement, text="Lain."))


def test_a_warning_lacking_its_contact_is_not_even_asked_about(place: Place) -> None:
    """The sentence says what to write."""
    set_up(place)
    number = warning(place)
    announcements.save(place.desk, replace(kept(place), contact=" "))
    with pytest.raises(KnownError, match="kontak"):
        publishing.submit(place.desk, number)


def test_an_expired_warning_must_be_declared_over(place: Place) -> None:
    """It says so until the end was posted, or an officer closes it."""
    number = published(place)
    expired = "UPDATE announcement SET expires_at = ? WHERE id = ?"
    place.desk.database.execute(expired, (NOW - 1, number))
    assert state(place, number).standing is Standing.TO_END
    changes = announcements.end(place.desk, number)
    assert state(place, number).standing is Standing.ENDED
    undo.undo(place.desk, changes.undo or "")
    assert state(place, number).standing is Standing.TO_END


@pytest.mark.parametrize("preset", [Preset.CORRECTION, Preset.ENDED])
def test_what_was_sent_is_followed_to_the_same_accounts(
    place: Place, preset: Preset
) -> None:
    """Prefilled, with isian that a hand must fill before it may leave."""
    number = published(place)
    publishing.follow_up(place.desk, number, preset)
    after, before = kept(place), state(place, number).announcement
    assert (after.preset, after.follows) == (preset, number)
    assert after.accounts == before.accounts
    assert "{" in after.text


def test_the_posted_end_ends_the_announcement(place: Place) -> None:
    """Only when it is really out."""
    number = published(place)
    publishing.follow_up(place.desk, number, Preset.ENDED)
    words = "Banjir dinyatakan berakhir. Warga dapat pulang."
    ticks = {"": every_tick(place.office)}
    after = replace(kept(place), text=words, ticks=ticks, source="BPBD")
    announcements.save(place.desk, after)
    publishing.submit(place.desk, after.id)
    assert state(place, number).standing is Standing.PUBLISHED
    declaring.declare_sent(place.desk, state(place, after.id).posts[0].reply or 0)
    assert state(place, number).standing is Standing.ENDED


def test_nothing_follows_what_was_never_sent(place: Place) -> None:
    """A draft is simply changed."""
    with pytest.raises(KnownError, match="Belum ada yang terbit"):
        publishing.follow_up(place.desk, write(place), Preset.CORRECTION)


def test_what_follows_points_on_each_platform_to_the_post_there(place: Place) -> None:
    """And a link to the agency's own post is not called foreign."""
    second = account(free(place), key="kedua")
    execute = place.desk.database.conn.execute
    execute("UPDATE account SET platform = 'bluesky' WHERE id = ?", (second,))
    number = write(place)
    before = kept(place)
    both = (*before.accounts, second)
    announcements.save(place.desk, replace(before, accounts=both))
    publishing.submit(place.desk, number)
    for one in state(place, number).posts:
        declaring.declare_sent(place.desk, one.reply or 0)
        link = f"https://{one.platform}.example/1"
        execute("UPDATE outbox SET url = ? WHERE reply = ?", (link, one.reply))

    publishing.follow_up(place.desk, number, Preset.ENDED)

    after = kept(place)
    views = announcements.check_all(place.reader, place.office, after)
    words = {one: after.text_for(one) for one in ("mastodon", "bluesky")}
    told = [text.partition("Unggahan semula: ")[2] for text in words.values()]
    assert told == [f"https://{one}.example/1" for one in words]
    found = [one.evidence for view in views.values() for one in view.results]
    assert len(views) == 2
    assert not any("Tautan di luar" in evidence for evidence in found)
