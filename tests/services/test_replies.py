"""Writing an answer: drafts, the checklist, the queue, and taking it back."""

import pytest

from kotakmasuk.domain.checklist import FAILED, UNTICKED
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition, ReplyState
from kotakmasuk.services import checklist, declaring, replies, rules
from tests.helpers.desks import ANSWER, Place, answer, every_tick, incoming, receive


NIK = "3175064107900003"


@pytest.fixture
def asked(place: Place, owner: int) -> Place:
    """One citizen who waits in public."""
    receive(place, owner, incoming())
    return place


def queue(place: Place, text: str, *, ticks: frozenset[str] | None = None) -> None:
    given = every_tick(place.office) if ticks is None else ticks
    replies.queue(place.desk, 1, Composition(text), ticks=given)


def outcomes(place: Place, text: str, ticks: frozenset[str]) -> dict[str, str]:
    view = checklist.check(
        place.reader, place.office, 1, Composition(text), ticks=ticks
    )
    return {one.rule: one.outcome for one in view.results}


def test_a_draft_is_kept_and_forgotten(asked: Place) -> None:
    """One a conversation; empty words are none."""
    replies.save_draft(asked.desk, 1, Composition("Terima ka", ("t-1",)))
    draft = replies.draft(asked.reader, 1)
    assert draft
    assert draft.composition == Composition("Terima ka", ("t-1",))
    replies.save_draft(asked.desk, 1, Composition("  "))
    assert replies.draft(asked.reader, 1) is None


def test_every_rule_is_answered_for(asked: Place) -> None:
    """Also those that do not apply."""
    found = outcomes(asked, ANSWER, every_tick(asked.office))
    assert set(found) == {rule.key for rule in asked.office.rules()}
    assert FAILED not in found.values()


def test_what_the_composer_shows_is_what_the_file_computes(asked: Place) -> None:
    """The same words pass or fail in both."""
    for text in (ANSWER, f"NIK Anda {NIK}", "Halo {nama}", "x" * 600):
        view = checklist.check(
            asked.reader,
            asked.office,
            1,
            Composition(text),
            ticks=every_tick(asked.office),
        )
        if view.passed:
            queue(asked, text)
        else:
            with pytest.raises(KnownError, match="belum lolos"):
                queue(asked, text)
    stored = asked.reader.execute("SELECT text FROM revision").fetchall()
    assert stored == [(ANSWER,)]


@pytest.mark.parametrize("text", [f"NIK Anda {NIK}", "Halo {nama}", "x" * 600])
def test_a_failed_answer_leaves_only_its_draft(asked: Place, text: str) -> None:
    """Nothing of it is stored, and the words are not lost."""
    replies.save_draft(asked.desk, 1, Composition(text))
    before = asked.one("SELECT count(*) FROM journal")
    with pytest.raises(KnownError, match="Draf tetap ada"):
        queue(asked, text)
    assert asked.one("SELECT count(*) FROM reply") == 0
    assert asked.one("SELECT count(*) FROM ethics_check") == 0
    assert asked.one("SELECT count(*) FROM journal") == before
    assert replies.draft(asked.reader, 1)


def test_a_tick_that_was_not_set_keeps_it_back(asked: Place) -> None:
    """Each is the officer's own."""
    ticks = every_tick(asked.office)
    needed = [
        key for key in ticks if outcomes(asked, ANSWER, ticks - {key})[key] == UNTICKED
    ]
    assert needed
    for key in needed:
        with pytest.raises(KnownError, match="belum lolos"):
            queue(asked, ANSWER, ticks=ticks - {key})


@pytest.mark.parametrize("text", ["", "   ", "x" * 20_001])
def test_no_words_or_endless_ones_are_refused(asked: Place, text: str) -> None:
    """Before anything is checked."""
    with pytest.raises(KnownError, match="kosong atau terlalu panjang"):
        queue(asked, text)


def test_a_queued_answer_takes_its_draft_with_it(asked: Place) -> None:
    """The composer is empty again."""
    replies.save_draft(asked.desk, 1, Composition(ANSWER))
    queue(asked, ANSWER)
    assert replies.draft(asked.reader, 1) is None
    (row,) = replies.outbox_rows(asked.reader, now=asked.clock())
    assert (row.state, row.text, row.recipient) == (ReplyState.QUEUED, ANSWER, "Warga")


def test_taken_back_it_is_a_draft_again(asked: Place) -> None:
    """Word for word."""
    reply = answer(asked, 1)
    replies.withdraw(asked.desk, reply)
    draft = replies.draft(asked.reader, 1)
    assert draft
    assert draft.text == ANSWER
    assert asked.one("SELECT count(*) FROM outbox") == 0


def test_taking_back_does_not_write_over_a_newer_draft(asked: Place) -> None:
    """She began another answer meanwhile."""
    reply = answer(asked, 1)
    replies.save_draft(asked.desk, 1, Composition("Yang baru"))
    replies.withdraw(asked.desk, reply)
    draft = replies.draft(asked.reader, 1)
    assert draft
    assert draft.text == "Yang baru"


@pytest.mark.parametrize("deed", ["withdraw", "declare", "retry", "text"])
def test_an_answer_that_is_gone_is_told(asked: Place, deed: str) -> None:
    """Somebody took it back on another screen."""
    reply = answer(asked, 1)
    replies.withdraw(asked.desk, reply)
    deeds = {
        "withdraw": lambda: replies.withdraw(asked.desk, reply),
        "declare": lambda: declaring.declare_sent(asked.desk, reply),
        "retry": lambda: replies.retry(asked.desk, reply),
        "text": lambda: declaring.manual_text(asked.reader, reply),
    }
    with pytest.raises(KnownError):
        deeds[deed]()


def test_the_rules_are_adopted_once(asked: Place) -> None:
    """A new version is one row in the journal; the same ones are none."""
    before = asked.one("SELECT count(*) FROM journal")
    rules.adopt(asked.desk)
    assert asked.one("SELECT count(*) FROM journal") == before


def test_the_outbox_counts_what_it_lists(asked: Place, owner: int) -> None:
    """Drafts included."""
    receive(asked, owner, incoming("m2"))
    replies.save_draft(asked.desk, 2, Composition("Terima ka"))
    answer(asked, 1)
    counts = replies.outbox_counts(asked.reader)
    listed = replies.outbox_rows(asked.reader, now=asked.clock())
    assert counts == {ReplyState.QUEUED: 1, ReplyState.DRAFT: 1}
    assert sorted(row.state for row in listed) == ["draft", "queued"]


@pytest.mark.parametrize("words", range(90, 99))
def test_a_cut_hides_no_number_from_the_check(asked: Place, words: int) -> None:
    """A NIK in groups, wherever the thread is cut, is still a NIK."""
    text = " ".join(["aman"] * words) + " NIK 3175 0641 0790 0003 " + "aman " * 40
    composition = Composition(text.strip(), split=True)
    allowed = checklist.check(
        asked.reader, asked.office, 1, composition, ticks=frozenset()
    )
    assert len(allowed.parts) > 1
    with pytest.raises(KnownError, match="belum lolos"):
        replies.queue(asked.desk, 1, composition, ticks=every_tick(asked.office))
    assert asked.one("SELECT count(*) FROM outbox") == 0
