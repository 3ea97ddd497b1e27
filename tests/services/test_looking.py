"""When nobody knows whether an answer arrived, it is looked for and not sent twice."""

import pytest

from kotakmasuk.connectors.kit.errors import (
    BadAnswer,
    ConnectorError,
    Duplicate,
    Unreachable,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import declaring, replies, sending
from tests.helpers.desks import (
    MINUTE,
    Place,
    account,
    answer,
    incoming,
    make_place,
    receive,
)
from tests.helpers.leaving import UNKNOWN, reason, state
from tests.helpers.platforms import Delivered


@pytest.mark.parametrize(
    "error",
    [UNKNOWN, Duplicate("Sudah ada."), BadAnswer("HTML."), ConnectorError("Aneh.")],
    ids=lambda error: type(error).__name__,
)
def test_an_unknown_outcome_is_to_be_looked_at(
    place: Place, reply: int, error: ConnectorError
) -> None:
    """Neither sent nor failed: *Perlu diperiksa*."""
    place.platform.moods = [error]
    sending.send(place.write, reply)
    assert state(place, reply) == ("unsure", None)
    assert error.message in reason(place, reply)


def test_looking_finds_what_arrived(place: Place, reply: int) -> None:
    """The receipt was lost; the answer was not, and it is not sent again."""
    place.platform.moods = [Delivered(UNKNOWN)]
    sending.send(place.write, reply)
    assert state(place, reply) == ("unsure", None)
    sending.look(place.write, reply)
    assert state(place, reply) == ("sent", "s1")
    assert place.platform.asked == 1


def test_looking_without_a_match_leaves_it_and_allows_another_try(
    place: Place, reply: int
) -> None:
    """It is certainly not there; a human decides."""
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, reply)
    sending.look(place.write, reply)
    assert state(place, reply) == ("unsure", None)
    replies.retry(place.desk, reply)
    sending.send(place.write, reply)
    assert state(place, reply) == ("sent", "s1")
    assert len(place.platform.posted) == 1


def test_nobody_tries_again_who_has_not_looked(place: Place, reply: int) -> None:
    """The citizen would get it twice."""
    place.platform.moods = [Delivered(UNKNOWN)]
    sending.send(place.write, reply)
    with pytest.raises(KnownError, match="Belum pasti"):
        replies.retry(place.desk, reply)
    assert len(place.platform.posted) == 1


def test_a_look_that_could_not_see_everything_proves_nothing(
    place: Place, reply: int
) -> None:
    """The line was cut while reading."""
    place.platform.moods = [Delivered(UNKNOWN)]
    sending.send(place.write, reply)
    place.platform.blind = Unreachable("Tidak ada jaringan.")
    with pytest.raises(Unreachable):
        sending.look(place.write, reply)
    with pytest.raises(KnownError, match="Belum pasti"):
        replies.retry(place.desk, reply)


def test_an_old_look_says_nothing_about_a_new_attempt(place: Place, reply: int) -> None:
    """Each attempt is looked for anew."""
    place.platform.moods = [UNKNOWN, Delivered(UNKNOWN)]
    sending.send(place.write, reply)
    sending.look(place.write, reply)
    place.clock.pass_by(MINUTE)
    replies.retry(place.desk, reply)
    sending.send(place.write, reply)
    with pytest.raises(KnownError, match="Belum pasti"):
        replies.retry(place.desk, reply)
    assert len(place.platform.posted) == 1


def test_what_a_look_finds_while_it_was_queued_again_is_not_sent(
    place: Place, reply: int
) -> None:
    """It was there all the time."""
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, reply)
    sending.look(place.write, reply)

    def find_late(access: object, outgoing: object) -> object:
        replies.retry(place.desk, reply)
        del access
        place.platform.posted.append(outgoing)  # type: ignore[arg-type]
        return place.platform._receipt(1)

    place.platform.find_sent = find_late  # type: ignore[method-assign, assignment]
    sending.look(place.write, reply)
    assert state(place, reply) == ("sent", "s1")
    assert not sending.send(place.write, reply)


def test_what_an_officer_declared_meanwhile_stays_her_word(
    place: Place, reply: int
) -> None:
    """A look that ends later does not overwrite it."""
    place.platform.moods = [Delivered(UNKNOWN)]
    sending.send(place.write, reply)
    found = place.platform.find_sent

    def find_late(access: object, outgoing: object) -> object:
        declaring.declare_sent(place.desk, reply)
        return found(access, outgoing)  # type: ignore[arg-type]

    place.platform.find_sent = find_late  # type: ignore[method-assign, assignment]
    sending.look(place.write, reply)
    assert state(place, reply) == ("sent_manually", None)


def test_a_platform_that_cannot_be_looked_at_is_told_in_words(tmp_path) -> None:
    """The officer looks herself then."""
    place = make_place(tmp_path, can_look=False)
    receive(place, account(place), incoming())
    reply = answer(place, 1)
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, reply)
    with pytest.raises(KnownError, match="tidak dapat diperiksa"):
        sending.look(place.write, reply)
    place.close()


def test_a_bug_while_sending_leaves_the_answer_unsure(place: Place, reply: int) -> None:
    """It is told as a bug, and nothing is sent again."""
    place.platform.moods = [Delivered(ZeroDivisionError())]
    with pytest.raises(ZeroDivisionError):
        sending.send(place.write, reply)
    assert state(place, reply) == ("unsure", None)


def test_an_orphan_of_a_dead_program_becomes_unsure(place: Place, reply: int) -> None:
    """At the next start, by the one who holds the folder."""
    place.platform.moods = [Delivered(KeyboardInterrupt())]
    with pytest.raises(KeyboardInterrupt):
        sending.send(place.write, reply)
    assert state(place, reply) == ("sending", None)
    assert sending.recover(place.desk).replies == {reply}
    assert state(place, reply) == ("unsure", None)
    assert not sending.recover(place.desk)
    sending.look(place.write, reply)
    assert state(place, reply) == ("sent", "s1")
    assert len(place.platform.posted) == 1


def test_every_step_is_written_down(place: Place, reply: int) -> None:
    """Who asks later sees each of them."""
    place.platform.moods = [Delivered(UNKNOWN)]
    sending.send(place.write, reply)
    sending.look(place.write, reply)
    kinds = place.reader.execute(
        "SELECT kind FROM journal WHERE kind LIKE 'reply.%' ORDER BY sequence"
    ).fetchall()
    assert [kind.removeprefix("reply.") for (kind,) in kinds] == [
        "check",
        "queue",
        "claim",
        "unsure",
        "look",
        "sent",
    ]


def test_the_same_key_goes_with_every_attempt(place: Place, reply: int) -> None:
    """A platform that heeds it answers twice with the same receipt."""
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, reply)
    sending.look(place.write, reply)
    replies.retry(place.desk, reply)
    sending.send(place.write, reply)
    uid = place.one("SELECT uid FROM reply WHERE id = ?", reply)
    assert [one.key for one in place.platform.posted] == [uid]
    assert replies.outbox_counts(place.reader)[ReplyState.SENT] == 1


def test_a_duplicate_is_looked_for_at_once(place: Place, reply: int) -> None:
    """The platform says it stands there; only its id makes it *Terkirim*."""
    place.platform.moods = [Delivered(Duplicate("Sudah ada."))]
    sending.send(place.write, reply)
    assert state(place, reply) == ("sent", "s1")
    assert len(place.platform.posted) == 1


def test_an_earlier_answer_with_the_same_words_is_not_taken_for_this_one(
    place: Place, reply: int
) -> None:
    """Twice “Terima kasih.”; the second was lost on its way, and is not called sent."""
    sending.send(place.write, reply)
    second = answer(place, 1)
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, second)
    sending.look(place.write, second)
    assert state(place, second) == ("unsure", None)
    replies.retry(place.desk, second)
    sending.send(place.write, second)
    assert state(place, second) == ("sent", "s2")


def test_threads_are_read_again_by_themselves(place: Place, reply: int) -> None:
    """Half a minute later, then further and further apart; nothing is sent by it."""
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, reply)
    assert sending.to_look(place.reader, place.office, place.clock()) == []
    now = place.clock.pass_by(MINUTE)
    assert [one for one, _ in sending.to_look(place.reader, place.office, now)] == [
        reply
    ]
    sending.look_again(place.write, reply)
    assert sending.to_look(place.reader, place.office, now) == []
    assert place.platform.asked == 1


def test_a_cut_line_is_not_told_when_nobody_asked(place: Place, reply: int) -> None:
    """It is written down, and looked for again later."""
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, reply)
    place.platform.blind = Unreachable("Tidak ada jaringan.")
    sending.look_again(place.write, reply)
    assert place.one("SELECT count(*) FROM look WHERE complete = 0") == 1
