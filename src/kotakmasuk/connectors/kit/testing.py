"""The contract every connector is held to, run by what its manifest promises.

A connector's tests subclass ConnectorContract and give it a Platform: a server on this
machine that plays the platform, or whatever stands in its place.
"""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from kotakmasuk.connectors.kit import registry
from kotakmasuk.connectors.kit.errors import (
    BadAnswer,
    ConnectorError,
    NotAllowed,
    OutcomeUnknown,
    Refused,
    SignInNeeded,
    TargetGone,
    TryLater,
    Unreachable,
)
from kotakmasuk.connectors.kit.loopback import Fault
from kotakmasuk.connectors.kit.played import Platform
from kotakmasuk.connectors.kit.testing_purposes import WRITE_FAULTS, PurposesContract
from kotakmasuk.domain.messages import Cursor


MANY = 90
READ_FAULTS: Mapping[str, tuple[Fault, type[ConnectorError]]] = {
    "401": (Fault(401, body=b'{"error":"invalid"}'), SignInNeeded),
    "403": (Fault(403), NotAllowed),
    "404": (Fault(404), TargetGone),
    "410": (Fault(410), TargetGone),
    "422": (Fault(422), Refused),
    "429": (Fault(429), TryLater),
    "500": (Fault(500), Unreachable),
    "503": (Fault(503), TryLater),
    "html": (Fault(200, body=b"<!DOCTYPE html><p>Masuk ke Wi-Fi"), BadAnswer),
    "half a page": (Fault(200, body=b'[{"id": "1", "te'), BadAnswer),
    "cut body": (Fault(200, body=b"[]", promised=1000), Unreachable),
    "reset": (Fault(reset=True), Unreachable),
}


class ConnectorContract(PurposesContract):
    """Subclass it with `key` and a fixture `platform`; what is not promised is skipped."""

    def test_it_has_all_that_its_manifest_promises(self) -> None:
        """What the interface offers must be there when it is pressed."""
        functions = {
            "fetch": ("fetch", "identify"),
            "send": ("send", "find_sent"),
            "manual": ("read_link",),
            "import": ("preview", "rows"),
        }
        found = registry.find()[self.key]
        if found.manifest.limit is not None:
            assert found.connector().count("halo", {}) == len("halo")
        for capability in found.manifest.capabilities & functions.keys():
            for name in functions[capability]:
                assert callable(getattr(found.connector(), name)), name

    def test_paging_ends_and_finds_all(self, platform: Platform) -> None:
        """However much waits, each message comes in and the reading ends."""
        self.needs("fetch")
        written = {platform.write(f"pesan {number}") for number in range(MANY)}
        assert set(self.read(platform)) == written

    def test_the_same_pages_twice_give_the_same_messages(
        self, platform: Platform
    ) -> None:
        """A page read again stores nothing new: ids and conversations are the same."""
        self.needs("fetch")
        for number in range(MANY):
            platform.write(f"pesan {number}")
        first, second = self.read(platform), self.read(platform)
        rooms = {key: each.conversation for key, each in first.items()}
        assert rooms == {key: each.conversation for key, each in second.items()}

    def test_nothing_new_gives_nothing(self, platform: Platform) -> None:
        """A round without news has no messages and says that all is complete."""
        self.needs("fetch")
        platform.write("satu")
        cursors: dict[str, Cursor] = {}
        self.read(platform, cursors)
        assert not self.read(platform, cursors)
        for cursor in cursors.values():
            assert self.page(platform, cursor).complete_until is not None

    def test_shuffled_pages_lose_nothing(self, platform: Platform) -> None:
        """A platform that orders its pages at will hides no message."""
        self.needs("fetch")
        platform.shuffle(random.Random(7))  # noqa: S311 - disorder, not a secret
        cursors: dict[str, Cursor] = {}
        written = {platform.write(f"lama {number}") for number in range(MANY)}
        found = set(self.read(platform, cursors))
        written |= {platform.write(f"baru {number}") for number in range(MANY)}
        found |= set(self.read(platform, cursors))
        assert found == written

    def test_a_skipped_page_is_read_again(self, platform: Platform) -> None:
        """A page that failed halfway is asked for again from the same cursor."""
        self.needs("fetch")
        server = self.server(platform)
        written = {platform.write(f"pesan {number}") for number in range(MANY)}
        stream = registry.find()[self.key].manifest.streams[0]
        first = self.page(platform, Cursor(stream))
        server.fault = Fault(reset=True)
        with pytest.raises(Unreachable):
            self.page(platform, first.cursor)
        server.fault = None
        rest = self.read(platform, {stream: first.cursor})
        assert {each.remote_id for each in first.messages} | set(rest) == written

    def test_an_edit_between_pages_loses_nothing(self, platform: Platform) -> None:
        """A message edited while pages are read is there once, with either text."""
        self.needs("fetch")
        written = [platform.write(f"pesan {number}") for number in range(MANY)]
        stream = registry.find()[self.key].manifest.streams[0]
        first = self.page(platform, Cursor(stream))
        platform.edit(written[0], "pesan yang diperbaiki")
        platform.edit(written[-1], "pesan lain yang diperbaiki")
        rest = self.read(platform, {stream: first.cursor})
        found = {each.remote_id for each in first.messages} | set(rest)
        assert found == set(written)

    @pytest.mark.parametrize("name", READ_FAULTS)
    def test_a_failing_read_has_the_right_error(
        self, platform: Platform, name: str
    ) -> None:
        """Each failure has its own sentence, and nothing of it is a page."""
        self.needs("fetch")
        fault, error = READ_FAULTS[name]
        self.server(platform).fault = fault
        for stream in registry.find()[self.key].manifest.streams:
            with pytest.raises(error) as caught:
                self.page(platform, Cursor(stream))
            assert str(caught.value)

    def test_a_closed_server_is_unreachable(self, platform: Platform) -> None:
        """Where nobody listens, certainly nothing was done."""
        self.needs("fetch")
        self.server(platform).close()
        for stream in registry.find()[self.key].manifest.streams:
            with pytest.raises(Unreachable):
                self.page(platform, Cursor(stream))

    def test_a_pause_is_as_long_as_asked(self, platform: Platform) -> None:
        """Retry-After tells until when to wait; without it nobody knows."""
        self.needs("fetch")
        server = self.server(platform)
        stream = registry.find()[self.key].manifest.streams[0]
        for headers, seconds in (({"Retry-After": "30"}, 30), ({}, None)):
            server.fault = Fault(429, headers=headers)
            with pytest.raises(TryLater) as caught:
                self.page(platform, Cursor(stream))
            when = None if seconds is None else platform.access.now() + seconds * 1000
            assert caught.value.when == when

    def test_an_answer_stands_once_and_is_found(self, platform: Platform) -> None:
        """Before it is sent it is not found, afterwards with the same receipt."""
        self.needs("send")
        outgoing = platform.outgoing(platform.write("tanya"), "kunci-1")
        assert self.connector.find_sent(platform.access, outgoing) is None
        receipt = self.connector.send(platform.access, outgoing)
        found = self.connector.find_sent(platform.access, outgoing)
        assert found is not None
        assert found.remote_id == receipt.remote_id
        assert platform.standing() == 1

    def test_a_lost_answer_is_never_sent_twice(self, platform: Platform) -> None:
        """With every idempotency header stripped, looking decides: it stands there."""
        self.needs("send")
        outgoing = platform.outgoing(platform.write("tanya"), "kunci-2")
        platform.lose_answer()
        with pytest.raises(OutcomeUnknown):
            self.connector.send(platform.access, outgoing)
        assert self.connector.find_sent(platform.access, outgoing) is not None
        assert platform.standing() == 1

    def test_another_answer_is_not_taken_for_this_one(self, platform: Platform) -> None:
        """The same words under another message are another answer."""
        self.needs("send")
        one, other = platform.write("tanya"), platform.write("tanya juga")
        self.connector.send(platform.access, platform.outgoing(one, "kunci-3"))
        outgoing = platform.outgoing(other, "kunci-4")
        assert self.connector.find_sent(platform.access, outgoing) is None

    @pytest.mark.parametrize("name", WRITE_FAULTS)
    def test_a_failing_write_has_the_right_error(
        self, platform: Platform, name: str
    ) -> None:
        """A refusal is certain; whatever leaves doubt is an unknown outcome."""
        self.needs("send")
        fault, error = WRITE_FAULTS[name]
        outgoing = platform.outgoing(platform.write("tanya"), "kunci-5")
        server = self.server(platform)
        server.fault = fault
        before = len(server.seen)
        with pytest.raises(error):
            self.connector.send(platform.access, outgoing)
        assert len(server.seen) - before == 1, "a write was tried again"

    def test_no_secret_is_in_an_error(self, platform: Platform) -> None:
        """The token is in no sentence, whatever the platform answers."""
        self.needs("fetch")
        server = self.server(platform)
        token = platform.access.read_token("token") or pytest.skip("no token")
        body = f'{{"error": "token {token} is wrong"}}'.encode()
        for status in (400, 401, 403, 404, 422, 429, 500):
            server.fault = Fault(status, body=body)
            with pytest.raises(ConnectorError) as caught:
                self.page(
                    platform, Cursor(registry.find()[self.key].manifest.streams[0])
                )
            assert token not in f"{caught.value!s} {caught.value!r}"

    def test_nothing_is_kept_between_calls(self) -> None:
        """A connector keeps no state: its module holds values and functions only."""
        kept: dict[str, Any] = {
            name: value
            for name, value in vars(self.connector).items()
            if isinstance(value, list | set) and not name.startswith("__")
        }
        assert kept == {}
