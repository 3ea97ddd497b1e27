"""The contract for all that is sent besides an answer: posts, likes, shares, pictures.

It is part of ConnectorContract and run by what a manifest promises.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import pytest

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import (
    ConnectorError,
    NotAllowed,
    OutcomeUnknown,
    Refused,
    SignInNeeded,
    TargetGone,
    TryLater,
)
from kotakmasuk.connectors.kit.loopback import Fault
from kotakmasuk.connectors.kit.played import Platform, Played
from kotakmasuk.domain.replies import Outgoing, Picture


CAPABILITIES = {
    "announcement": "publish",
    "like": "like",
    "share": "share",
    "hide": "hide",
}
LATER = 10 * 60_000
SEEN = {b"\x89PNG\r\n\x1a\n satu": "Peta banjir", b"\xff\xd8\xff dua": ""}
WRITE_FAULTS: Mapping[str, tuple[Fault, type[ConnectorError]]] = {
    "401": (Fault(401), SignInNeeded),
    "403": (Fault(403), NotAllowed),
    "404": (Fault(404), TargetGone),
    "422": (Fault(422), Refused),
    "429": (Fault(429), TryLater),
    "500": (Fault(500), OutcomeUnknown),
    "503": (Fault(503), OutcomeUnknown),
    "html": (Fault(200, body=b"<!DOCTYPE html>"), OutcomeUnknown),
    "half an answer": (Fault(200, body=b'{"id": "1', promised=1000), OutcomeUnknown),
    "reset": (Fault(reset=True), OutcomeUnknown),
}
every_purpose = pytest.mark.parametrize("purpose", CAPABILITIES)


def pictures() -> tuple[Picture, ...]:
    """Make two pictures, one described and one not."""
    return tuple(
        Picture(hashlib.sha256(each).hexdigest(), f"{alt}.png", "image/png", 9, alt)
        for each, alt in SEEN.items()
    )


def with_pictures(access: Access, steps: list[str]) -> Access:
    """Give an access that has their bytes and writes down the steps."""
    contents = {hashlib.sha256(each).hexdigest(): each for each in SEEN}
    return replace(access, picture=contents.__getitem__, keep_step=steps.append)


class PurposesContract(Played):
    """What is not promised is skipped."""

    def asked(self, platform: Platform, purpose: str, key: str) -> Outgoing:
        """Ask for a purpose, on a new item of a citizen where it needs one."""
        self.needs(CAPABILITIES[purpose])
        answer = platform.outgoing(platform.write("tanya"), key)
        asked = replace(answer, purpose=purpose, mention="")
        if purpose == "announcement":
            text = "Pengumuman: jembatan ditutup."
            return replace(asked, in_reply_to=None, conversation="", text=text)
        return replace(asked, text="")

    @every_purpose
    def test_it_is_done_once_and_found(self, platform: Platform, purpose: str) -> None:
        """Before it is done it is not found, afterwards with the same receipt."""
        outgoing = self.asked(platform, purpose, "kunci-11")
        assert self.connector.find_sent(platform.access, outgoing) is None
        receipt = self.connector.send(platform.access, outgoing)
        found = self.connector.find_sent(platform.access, outgoing)
        assert found is not None
        assert found.remote_id == receipt.remote_id
        assert platform.done(purpose) == 1

    @every_purpose
    def test_a_lost_one_is_found_and_not_done_twice(
        self, platform: Platform, purpose: str
    ) -> None:
        """Nobody knows what became of it; looking does, without any key."""
        outgoing = self.asked(platform, purpose, "kunci-12")
        platform.lose_answer()
        with pytest.raises(OutcomeUnknown):
            self.connector.send(platform.access, outgoing)
        assert self.connector.find_sent(platform.access, outgoing) is not None
        assert platform.done(purpose) == 1

    @every_purpose
    def test_one_thing_is_not_taken_for_another(
        self, platform: Platform, purpose: str
    ) -> None:
        """Another message liked, or the same warning given once more, is another."""
        first = self.asked(platform, purpose, "kunci-13")
        self.connector.send(platform.access, first)
        platform.wait(LATER)
        outgoing = self.asked(platform, purpose, "kunci-14")
        assert self.connector.find_sent(platform.access, outgoing) is None

    @every_purpose
    def test_what_is_gone_is_told(self, platform: Platform, purpose: str) -> None:
        """Nothing can be done to a message that was deleted."""
        outgoing = self.asked(platform, purpose, "kunci-15")
        if outgoing.in_reply_to is None:
            pytest.skip("a post stands under nothing")
        gone = replace(outgoing, in_reply_to="sudah-hilang")
        with pytest.raises(TargetGone):
            self.connector.send(platform.access, gone)
        assert platform.done(purpose) == 0

    @every_purpose
    def test_a_failing_purpose_has_the_right_error(
        self, platform: Platform, purpose: str
    ) -> None:
        """A refusal is certain, doubt is doubt, and nothing is tried twice."""
        outgoing = self.asked(platform, purpose, "kunci-16")
        server = self.server(platform)
        for fault, error in WRITE_FAULTS.values():
            server.fault, before = fault, len(server.seen)
            with pytest.raises(error):
                self.connector.send(platform.access, outgoing)
            assert len(server.seen) - before == 1

    def test_pictures_arrive_with_their_words(self, platform: Platform) -> None:
        """A reader who cannot see them hears what they show."""
        self.needs("pictures")
        answer = platform.outgoing(platform.write("tanya"), "kunci-17")
        outgoing = replace(answer, pictures=pictures())
        receipt = self.connector.send(with_pictures(platform.access, []), outgoing)
        shown = [(each.digest, each.alt) for each in outgoing.pictures]
        assert platform.shown(receipt.remote_id) == shown
        found = self.connector.find_sent(platform.access, outgoing)
        assert found is not None
        assert found.remote_id == receipt.remote_id
