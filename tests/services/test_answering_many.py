"""One draft for many conversations: each its own reply, check and place in the outbox."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.issues import Each
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Composition, ReplyState
from kotakmasuk.services import answering_many, issues, replies, settings, undo
from tests.helpers.desks import Place, every_tick, incoming, receive


DRAFT = Composition("Halo {sapaan} {nama}, petugas kami memeriksa lampu itu sore ini.")


@pytest.fixture
def three(place: Place, owner: int) -> Place:
    """An Isu of three conversations with three citizens; one minute to take back."""
    names = ("ani", "budi", "citra")
    receive(place, owner, *(incoming(name, author=name) for name in names))
    settings.save(place.desk, undo_seconds=60, greeting="Kak")
    issues.begin(place.desk, "Lampu padam", [1, 2, 3])
    return place


def preview(place: Place, draft: Composition = DRAFT) -> dict[int, Each]:
    ticks = every_tick(place.office)
    every = answering_many.preview(place.reader, place.office, 1, draft, ticks)
    return {one.conversation: one for one in every}


def answer(place: Place, draft: Composition = DRAFT) -> str:
    ticks = every_tick(place.office)
    changes = answering_many.answer_all(place.desk, 1, [1, 2, 3], draft, ticks=ticks)
    return changes.undo or ""


def texts(place: Place) -> list[tuple[int, str]]:
    rows = "SELECT conversation, text FROM reply JOIN revision ON reply = reply.id"
    return place.reader.execute(f"{rows} ORDER BY conversation").fetchall()


def queued(place: Place) -> int:
    return replies.outbox_counts(place.reader).get(ReplyState.QUEUED, 0)


def test_each_citizen_is_greeted_by_name(three: Place) -> None:
    """The isian that the inbox knows are filled for each conversation."""
    answer(three)
    assert [text[:14] for _, text in texts(three)] == [
        "Halo Kak Ani, ",
        "Halo Kak Budi,",
        "Halo Kak Citra",
    ]


def test_each_has_its_own_check_and_place_in_the_outbox(three: Place) -> None:
    """No check counts for two answers."""
    answer(three)
    pairs = "SELECT count(DISTINCT ethics_check), count(DISTINCT key) FROM outbox"
    assert three.reader.execute(pairs).fetchone() == (3, 3)


def test_who_has_a_draft_of_her_own_is_left_out_and_named(three: Place) -> None:
    """What an officer wrote for one citizen is not thrown away."""
    own = Composition("Ibu Budi, sudah kami catat.")
    replies.save_draft(three.desk, 2, own)
    assert preview(three)[2].why == "Ada draf lain di percakapan ini."
    answer(three)
    assert [one for one, _ in texts(three)] == [1, 3]
    kept = replies.draft(three.reader, 2)
    assert kept
    assert kept.text == own.text


def test_who_is_being_answered_already_is_left_out(three: Place) -> None:
    """Nobody gets two answers at once."""
    answer(three)
    assert {one.goes for one in preview(three).values()} == {False}
    with pytest.raises(KnownError, match="Belum ada yang dapat dijawab"):
        answer(three)


def test_one_failing_check_keeps_back_one_answer_alone(
    three: Place, owner: int
) -> None:
    """The same words may go privately and must not go in public."""
    private = incoming("dewi", author="dewi", form=Form.DIRECT_MESSAGE, public=False)
    issues.join(three.desk, 1, receive(three, owner, private))
    draft = Composition(
        "Halo {nama}, petugas kami menghubungi 0812-3456-7847 sore ini."
    )
    goes = {one: found.goes for one, found in preview(three, draft).items()}
    assert goes == {1: False, 2: False, 3: False, 4: True}
    assert "ceklis" in preview(three, draft)[1].why


def test_without_the_ticks_nobody_is_answered(three: Place) -> None:
    """And the draft is kept."""
    replies.save_draft(three.desk, 1, DRAFT)
    with pytest.raises(KnownError, match="Draf tetap ada"):
        answering_many.answer_all(three.desk, 1, [1, 2], DRAFT, ticks=frozenset())
    assert replies.draft(three.reader, 1)
    assert texts(three) == []


def test_taking_back_withdraws_all_and_gives_the_draft_for_many_back(
    three: Place,
) -> None:
    """With its isian, and not three times."""
    token = answer(three)
    undo.undo(three.desk, token)
    assert queued(three) == 0
    kept = [replies.draft(three.reader, one) for one in (1, 2, 3)]
    assert [one.text if one else None for one in kept] == [DRAFT.text, None, None]
