"""What each kind of announcement asks for, and where one stands as a whole."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.announcements import (
    FORMS,
    Announcement,
    PostRow,
    Preset,
    Standing,
    faults_of,
    follow_up_text,
    is_editable,
    standing,
)
from kotakmasuk.domain.placeholders import unfilled
from kotakmasuk.domain.replies import Picture, ReplyState


NOW = 1_763_535_600_000
PLAIN = Announcement(title="Mobil KTP", text="Besok di pasar.", accounts=(1,))
WARNING = replace(
    PLAIN,
    preset=Preset.EMERGENCY,
    source="BPBD",
    contact="112",
    happens_at=NOW - 1,
    expires_at=NOW + 1,
    approver="Hendra Wijaya",
)


def post(state: ReplyState, account: int = 1, **given: str) -> PostRow:
    reply = None if state is ReplyState.DRAFT else account
    return PostRow(account, "kota", "x", sends=True, reply=reply, state=state, **given)


def test_a_plain_announcement_asks_for_title_text_and_a_channel() -> None:
    """And for nothing else."""
    assert faults_of(PLAIN, now=NOW) == {}
    assert set(faults_of(Announcement(), now=NOW)) == {"title", "accounts", "text"}


@pytest.mark.parametrize("field", sorted(FORMS[Preset.EMERGENCY].required))
def test_a_warning_asks_for_all_that_a_citizen_in_danger_needs(field: str) -> None:
    """Source, time, contact, end, and who approves at night."""
    assert faults_of(WARNING, now=NOW) == {}
    empty: object = None if field.endswith("_at") else "  "
    wrong = faults_of(replace(WARNING, **{field: empty}), now=NOW)
    assert list(wrong) == [field]


def test_a_clarification_without_a_source_is_refused() -> None:
    """Whoever corrects others says by what."""
    bare = replace(PLAIN, preset=Preset.CLARIFICATION)
    assert "Sumber" not in faults_of(replace(bare, source="BPBD"), now=NOW)
    assert list(faults_of(bare, now=NOW)) == ["source"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"expires_at": NOW}, "expires_at"),
        ({"expires_at": NOW + 5, "happens_at": NOW + 9}, "expires_at"),
        ({"not_before": NOW - 1}, "not_before"),
        ({"not_before": NOW + 9, "expires_at": NOW + 5}, "not_before"),
    ],
)
def test_times_that_make_no_sense_are_named(given: dict[str, int], field: str) -> None:
    """A warning that is over before it goes out helps nobody."""
    assert list(faults_of(replace(WARNING, **given), now=NOW)) == [field]  # type: ignore[arg-type]


def test_a_picture_without_words_is_named() -> None:
    """Who cannot see it is told as well."""
    scan = Picture("ab", "peta.png", "image/png", 1)
    assert (
        "peta.png" in faults_of(replace(PLAIN, pictures=(scan,)), now=NOW)["pictures"]
    )


@pytest.mark.parametrize(
    ("states", "where"),
    [
        ((ReplyState.DRAFT, ReplyState.DRAFT), Standing.DRAFT),
        ((ReplyState.WAITING, ReplyState.QUEUED), Standing.WAITING),
        ((ReplyState.QUEUED, ReplyState.SENT), Standing.QUEUED),
        ((ReplyState.SENT, ReplyState.UNSURE), Standing.ATTENTION),
        ((ReplyState.SENT, ReplyState.FAILED), Standing.ATTENTION),
        ((ReplyState.SENT, ReplyState.DRAFT), Standing.PARTLY),
        ((ReplyState.SENT, ReplyState.SENT_MANUALLY), Standing.PUBLISHED),
    ],
)
def test_the_whole_stands_where_it_needs_a_person_most(
    states: tuple[ReplyState, ...], where: Standing
) -> None:
    """What is unknown or failed comes before what is fine."""
    posts = [post(state, account) for account, state in enumerate(states, start=1)]
    assert standing(PLAIN, posts, now=NOW, ended=False) is where


def test_a_sent_warning_must_be_ended_once_it_has_expired() -> None:
    """Until its end was posted; one that never went out just lies there."""
    sent, over = [post(ReplyState.SENT)], NOW + 2
    assert standing(WARNING, sent, now=NOW, ended=False) is Standing.PUBLISHED
    assert standing(WARNING, sent, now=over, ended=False) is Standing.TO_END
    assert standing(WARNING, sent, now=over, ended=True) is Standing.ENDED
    assert standing(WARNING, [], now=over, ended=False) is Standing.DRAFT


def test_words_may_change_until_something_waits_or_has_left() -> None:
    """Also after an approver has sent them back."""
    back = post(ReplyState.DRAFT, returned="Sebut sumbernya.")
    assert is_editable([back])
    assert standing(PLAIN, [back], now=NOW, ended=False) is Standing.RETURNED
    assert not is_editable([back, post(ReplyState.WAITING, 2)])


@pytest.mark.parametrize("preset", [Preset.CORRECTION, Preset.ENDED])
def test_what_follows_names_the_first_post_and_leaves_isian(preset: Preset) -> None:
    """The gate keeps an open isian back, so nothing follows by one careless key."""
    text = follow_up_text(WARNING, preset, ["https://contoh.go.id/1"])
    assert "Mobil KTP" in text
    assert "https://contoh.go.id/1" in text
    assert len(unfilled(text)) == 2


def test_each_kind_shows_a_title_of_its_own_as_example() -> None:
    """A warning does not begin like the timetable of a service car."""
    examples = [form.example for form in FORMS.values()]

    told = faults_of(Announcement(preset=Preset.EMERGENCY), now=NOW)["title"]

    assert len(set(examples)) == len(FORMS)
    assert FORMS[Preset.EMERGENCY].example in told
