"""Killed with -9 before, during and after the call: the answer stands there once.

A real server, a real process, and a line that strips Idempotency-Key: only reading the
thread again (`find_sent`) can tell what happened.
"""

import time
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import replies, sending
from tests.peers import mastodon_mock, proxy
from tests.peers.agencies import ANSWER, Agency, _write, agency, kill


pytestmark = [pytest.mark.peers, pytest.mark.slow]


@pytest.fixture
def humas(server: mastodon_mock.Server, line: proxy.Line, tmp_path: Path) -> Agency:
    return agency(tmp_path / "kantor", server, line)


@pytest.fixture
def mention(
    server: mastodon_mock.Server, humas: Agency
) -> tuple[mastodon_mock.User, str]:
    """A citizen who mentioned the agency, and the id of what was written."""
    citizen = server.register(f"warga{id(humas)}")
    posted = citizen.post(f"@{humas.user.name} lampu jalan depan pasar padam")
    humas.sync()
    return citizen, posted["id"]


def answers(mention: tuple[mastodon_mock.User, str]) -> list[str]:
    """What stands under the mention on the server."""
    citizen, status = mention
    return [one["content"] for one in citizen.replies_under(status)]


def settle(humas: Agency, reply: int) -> str:
    """Start again as the window does: settle orphans, then look at the thread."""
    with humas.desk() as desk:
        sending.recover(desk)
        sending.look(_write(desk), reply)
    return humas.state(reply)


def send_again(humas: Agency, reply: int) -> None:
    """What the officer may do after a complete look without a match."""
    with humas.desk() as desk:
        replies.retry(desk, reply)
        sending.send(_write(desk), reply)


def test_killed_before_delivery_it_is_sent_once_after_a_look(
    humas: Agency, mention: tuple[mastodon_mock.User, str]
) -> None:
    """The request never arrived: Perlu diperiksa, a look, and one send by the officer."""
    reply = humas.queue()
    humas.line.seconds_before_delivery = 3
    humas.line.drop_before_delivery = 1
    process = humas.start_sending()
    assert humas.line.arrived.wait(60)
    kill(process)
    while humas.line.drop_before_delivery:
        time.sleep(0.05)
    humas.line.seconds_before_delivery = 0
    assert humas.state(reply) == "sending"
    assert settle(humas, reply) == "unsure"
    send_again(humas, reply)
    assert humas.state(reply) == "sent"
    assert len(answers(mention)) == 1


def test_killed_during_the_call_the_look_finds_the_answer(
    humas: Agency, mention: tuple[mastodon_mock.User, str]
) -> None:
    """Delivered, but killed before the answer came: the look makes it Terkirim."""
    reply = humas.queue()
    humas.line.seconds_after_delivery = 5
    process = humas.start_sending()
    assert humas.line.answered.wait(60)
    kill(process)
    assert humas.state(reply) == "sending"
    assert settle(humas, reply) == "sent"
    assert len(answers(mention)) == 1


def test_killed_after_the_call_it_stays_sent_or_is_found(
    humas: Agency, mention: tuple[mastodon_mock.User, str]
) -> None:
    """Killed at the moment the answer comes back: whatever was written, it stands once."""
    reply = humas.queue()
    process = humas.start_sending()
    assert humas.line.answered.wait(60)
    kill(process)
    if humas.state(reply) != "sent":
        assert settle(humas, reply) == "sent"
    assert len(answers(mention)) == 1


def test_an_answer_lost_on_the_way_back_is_found(
    humas: Agency, mention: tuple[mastodon_mock.User, str]
) -> None:
    """The server took it, the line ate the answer: never a second post."""
    reply = humas.queue()
    humas.line.drop_after_delivery = 1
    with humas.desk() as desk:
        sending.send(_write(desk), reply)
    assert humas.state(reply) == "unsure"
    assert settle(humas, reply) == "sent"
    assert len(answers(mention)) == 1


def test_nobody_may_send_again_without_a_look(
    humas: Agency, mention: tuple[mastodon_mock.User, str]
) -> None:
    """Perlu diperiksa refuses to be sent again until the whole thread was read."""
    reply = humas.queue()
    humas.line.drop_after_delivery = 1
    with humas.desk() as desk:
        sending.send(_write(desk), reply)
        with pytest.raises(KnownError, match="Belum pasti"):
            replies.retry(desk, reply)
    assert [ANSWER in one for one in answers(mention)] == [True]
