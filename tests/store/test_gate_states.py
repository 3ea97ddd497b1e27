"""Where an answer may go from where it stands, tried by plain SQL."""

from itertools import product

import pytest
from sqlcipher3 import dbapi2

from kotakmasuk.domain.replies import FOLLOWS, ReplyState
from tests.helpers.gate import TOLD, WAYS, Gate


REFUSED = dbapi2.IntegrityError
LOOK = "INSERT INTO look (reply, at, complete, found) VALUES (?, ?, ?, ?)"


def looked(
    gate: Gate, reply: int, *, at: int = 9, complete: int = 1, found: int = 0
) -> None:
    gate.run(LOOK, reply, at, complete, found)


@pytest.mark.parametrize(
    ("before", "after"),
    [pair for pair in product(WAYS, WAYS) if pair[0] != pair[1]],
)
def test_the_file_allows_what_the_domain_allows(
    gate: Gate, before: str, after: str
) -> None:
    """The trigger and `FOLLOWS` are the same table, written twice."""
    reply = gate.reach(before)
    looked(gate, reply)
    if ReplyState(after) in FOLLOWS[ReplyState(before)]:
        gate.move(reply, after, **TOLD.get(after, {}))
        assert gate.one("SELECT state FROM outbox") == after
    else:
        with pytest.raises(REFUSED):
            gate.move(reply, after, **TOLD.get(after, {}))


def test_every_state_has_its_row_in_the_table() -> None:
    """A draft is not in the outbox, nor what waits for an approver; all others are."""
    before = {ReplyState.DRAFT, ReplyState.WAITING}
    assert set(FOLLOWS) == set(ReplyState) - before
    assert set(WAYS) == set(FOLLOWS)


def test_nothing_is_sent_without_the_platforms_id(gate: Gate) -> None:
    """Only its own word makes an answer *Terkirim*."""
    reply = gate.reach("sending")
    with pytest.raises(REFUSED):
        gate.move(reply, "sent")


def test_an_id_alone_does_not_make_an_answer_sent(gate: Gate) -> None:
    """An answer that failed has no id of the platform."""
    reply = gate.reach("sending")
    with pytest.raises(REFUSED):
        gate.move(reply, "failed", remote_id="s1")


def test_dikirim_manual_names_who_says_so(gate: Gate) -> None:
    """Somebody answers for it."""
    reply = gate.reach("queued")
    with pytest.raises(REFUSED):
        gate.move(reply, "sent_manually")


@pytest.mark.parametrize("state", ["sent", "sent_manually"])
def test_what_was_told_of_a_sending_stays(gate: Gate, state: str) -> None:
    """Neither the id nor the name can be exchanged."""
    gate.reach(state)
    with pytest.raises(REFUSED, match="stays as it was told"):
        gate.run("UPDATE outbox SET declared_by = 'Lain'")


@pytest.mark.parametrize("state", ["sending", "sent", "sent_manually", "unsure"])
def test_what_may_have_left_cannot_be_withdrawn(gate: Gate, state: str) -> None:
    """Taking back is for what surely never left."""
    reply = gate.reach(state)
    with pytest.raises(REFUSED, match="cannot be withdrawn"):
        gate.run("DELETE FROM outbox WHERE reply = ?", reply)


@pytest.mark.parametrize("state", ["queued", "failed"])
def test_what_never_left_can_be_withdrawn(gate: Gate, state: str) -> None:
    """Its words, its check and its rules stay in the file."""
    reply = gate.reach(state)
    gate.run("DELETE FROM outbox WHERE reply = ?", reply)
    assert gate.one("SELECT count(*) FROM ethics_check") == 1


def test_an_unsure_answer_is_looked_for_before_it_is_sent_again(gate: Gate) -> None:
    """Nobody may guess that it did not arrive."""
    reply = gate.reach("unsure")
    with pytest.raises(REFUSED, match="must be read"):
        gate.move(reply, "queued")


@pytest.mark.parametrize(
    "look", [{"complete": 0}, {"found": 1}, {"at": 4}], ids=["half", "found", "before"]
)
def test_a_look_that_proves_nothing_does_not_help(
    gate: Gate, look: dict[str, int]
) -> None:
    """Half a thread, a match, or a look from before the attempt."""
    reply = gate.reach("unsure")
    looked(gate, reply, **look)
    with pytest.raises(REFUSED, match="must be read"):
        gate.move(reply, "queued")


def test_the_last_look_decides(gate: Gate) -> None:
    """An earlier clean one is outweighed by a later match."""
    reply = gate.reach("unsure")
    looked(gate, reply)
    looked(gate, reply, found=1)
    with pytest.raises(REFUSED, match="must be read"):
        gate.move(reply, "queued")
