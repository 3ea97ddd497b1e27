"""Pictures are uploaded once, and nothing is public before the status stands."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import (
    NotAllowed,
    OutcomeUnknown,
    Refused,
    TryLater,
    Unreachable,
)
from kotakmasuk.connectors.kit.loopback import Fault
from kotakmasuk.connectors.mastodon import connector
from kotakmasuk.domain.replies import Outgoing, Picture
from tests.connectors.mastodon.fake_server import FakeMastodon


Start = Callable[..., FakeMastodon]
CONTENTS = {hashlib.sha256(each).hexdigest(): each for each in (b"satu", b"dua")}
PICTURES = tuple(
    Picture(digest, f"{at}.png", "image/png", 4, f"Gambar {at}")
    for at, digest in enumerate(CONTENTS)
)


def prepared(fake: FakeMastodon) -> tuple[Access, Outgoing, list[str]]:
    steps: list[str] = []
    access = replace(fake.access, picture=CONTENTS.__getitem__, keep_step=steps.append)
    outgoing = replace(fake.outgoing(fake.write("halo"), "k"), pictures=PICTURES)
    return access, outgoing, steps


def test_each_upload_is_remembered_before_the_next_call(start: Start) -> None:
    """A program that dies between two calls knows what is already there."""
    fake = start()
    access, outgoing, steps = prepared(fake)
    receipt = connector.send(access, outgoing)
    assert len(steps) == 2
    assert all(each in steps[1] for each in ("7000", "7001"))
    assert "7001" not in steps[0]
    assert [alt for _digest, alt in fake.shown(receipt.remote_id)] == [
        "Gambar 0",
        "Gambar 1",
    ]


def test_a_second_attempt_uploads_nothing_again(start: Start) -> None:
    """The first attempt broke off after both pictures were there."""
    fake = start()
    access, outgoing, steps = prepared(fake)
    connector.send(access, outgoing)
    again = replace(outgoing, step=steps[-1], text="Baik.")
    receipt = connector.send(access, again)
    assert len(fake.uploads.kept) == 2
    assert len(fake.shown(receipt.remote_id)) == 2


@pytest.mark.parametrize("step", ['{"media": {}}', "sobek", "[1]", '{"media": 3}'])
def test_a_step_that_makes_no_sense_is_begun_anew(start: Start, step: str) -> None:
    """Uploading again costs a moment; a missing picture costs more."""
    fake = start()
    access, outgoing, _steps = prepared(fake)
    receipt = connector.send(access, replace(outgoing, step=step))
    assert len(fake.shown(receipt.remote_id)) == 2


def test_an_upload_that_the_server_forgot_is_made_again(start: Start) -> None:
    """What is not used within a day is thrown away there."""
    fake = start()
    access, outgoing, steps = prepared(fake)
    connector.send(access, outgoing)
    fake.uploads.kept.clear()
    connector.send(access, replace(outgoing, step=steps[-1], text="Baik."))
    assert len(fake.uploads.kept) == 2


def test_new_words_for_a_picture_need_a_new_upload(start: Start) -> None:
    """The description goes with the upload."""
    fake = start()
    access, outgoing, steps = prepared(fake)
    connector.send(access, outgoing)
    described = tuple(replace(each, alt="Peta") for each in PICTURES)
    again = replace(outgoing, pictures=described, step=steps[-1], text="Baik.")
    receipt = connector.send(access, again)
    assert {alt for _digest, alt in fake.shown(receipt.remote_id)} == {"Peta"}


def test_a_slow_picture_is_waited_for(start: Start) -> None:
    """202 and 206 mean that it is still being processed."""
    fake = start()
    fake.uploads.slow = 3
    access, outgoing, _steps = prepared(fake)
    receipt = connector.send(access, outgoing)
    assert len(fake.shown(receipt.remote_id)) == 2


def test_a_picture_that_takes_too_long_is_tried_later(start: Start) -> None:
    """The answer waits in the outbox, and the upload is not lost."""
    fake = start()
    fake.uploads.slow = 99
    access, outgoing, steps = prepared(fake)
    with pytest.raises(TryLater) as caught:
        connector.send(access, outgoing)
    assert caught.value.when == fake.clock + 60_000
    assert len(steps) == 1
    assert fake.standing() == 0


def test_a_lost_upload_has_certainly_published_nothing(start: Start) -> None:
    """Unlike a lost status, it may be tried again at once."""
    fake = start()
    access, outgoing, _steps = prepared(fake)
    fake.server.fault = Fault(reset=True)
    with pytest.raises(Unreachable):
        connector.send(access, outgoing)
    fake.server.fault = None
    connector.send(access, outgoing)
    assert fake.standing() == 1


@pytest.mark.parametrize("status", [404, 413, 422])
def test_a_refused_picture_is_told_and_the_text_kept(start: Start, status: int) -> None:
    """Too large for this server, or of a kind that it does not know."""
    fake = start()
    access, outgoing, _steps = prepared(fake)
    fake.server.fault = Fault(status)
    with pytest.raises(Refused) as caught:
        connector.send(access, outgoing)
    assert caught.value.kept
    assert fake.standing() == 0


def test_a_lost_status_with_pictures_is_found(start: Start) -> None:
    """Only the last call can have made anything public."""
    fake = start()
    access, outgoing, steps = prepared(fake)
    connector.send(access, outgoing)
    fake.lose_answer()
    with pytest.raises(OutcomeUnknown):
        connector.send(access, replace(outgoing, text="Baik.", step=steps[-1]))
    again = replace(outgoing, text="Baik.")
    assert connector.find_sent(access, again) is not None
    assert connector.find_sent(access, replace(again, pictures=())) is None


def test_hiding_is_not_offered(start: Start) -> None:
    """Mastodon has no such thing, and says so before anything leaves."""
    fake = start()
    outgoing = replace(fake.outgoing(fake.write("halo"), "k"), purpose="hide")
    with pytest.raises(NotAllowed):
        connector.send(fake.access, outgoing)
