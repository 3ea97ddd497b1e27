"""Servers that speak Mastodon's API with habits of their own."""

import json
from collections.abc import Callable

import pytest

from kotakmasuk.connectors.kit.loopback import Reply, Seen
from kotakmasuk.connectors.mastodon import connector, walking
from kotakmasuk.domain.messages import Cursor, Incoming, Page
from tests.connectors.mastodon.fake_server import FakeMastodon


Start = Callable[..., FakeMastodon]


class Reader:
    """Reads streams to their ends and keeps what came."""

    def __init__(self, fake: FakeMastodon) -> None:
        self.fake = fake
        self.cursors: dict[str, Cursor] = {}
        self.messages: dict[str, Incoming] = {}
        self.removed: list[str] = []
        self.pages: list[Page] = []

    def round(self, *streams: str) -> int:
        """Read once; give the number of requests."""
        before = len(self.fake.server.seen)
        for stream in streams or ("notifications",):
            more = True
            while more:
                cursor = self.cursors.get(stream, Cursor(stream))
                page = connector.fetch(self.fake.access, cursor)
                self.cursors[stream], more = page.cursor, page.has_more
                self.messages |= {each.remote_id: each for each in page.messages}
                self.removed += page.removed
                self.pages.append(page)
        return len(self.fake.server.seen) - before


def test_nothing_new_is_one_request_a_stream(start: Start) -> None:
    """Also with a full overlap, and on a server of small pages."""
    for page in (40, 15):
        fake = start(page=page)
        for number in range(50):
            fake.write(f"pesan {number}")
        reader = Reader(fake)
        reader.round("notifications", "conversations", "own")
        assert reader.round("notifications", "conversations", "own") <= 4
        if page == 40:
            assert reader.round("notifications", "conversations", "own") == 3


def test_a_deletion_vanishes_from_the_list(start: Start) -> None:
    """What is no longer listed is asked for, and its 404 is told."""
    fake = start()
    ids = [fake.write(f"pesan {number}") for number in range(5)]
    reader = Reader(fake)
    reader.round()
    fake.delete(ids[2])
    reader.round()
    assert reader.removed == [ids[2]]
    reader.round()
    assert reader.removed == [ids[2]]


def test_a_deletion_that_stays_listed_is_noticed(start: Start) -> None:
    """A notification without its status makes us look."""
    fake = start(lists_deleted=True)
    ids = [fake.write(f"pesan {number}") for number in range(5)]
    reader = Reader(fake)
    reader.round()
    fake.delete(ids[4])
    reader.round()
    assert reader.removed == [ids[4]]
    assert reader.round() == 1


def test_a_dismissed_notification_is_no_deletion(start: Start) -> None:
    """The officer cleared her notifications on the web; the messages still stand."""
    fake = start()
    for number in range(5):
        fake.write(f"pesan {number}")
    reader = Reader(fake)
    reader.round()
    fake.notifications.clear()
    reader.round()
    reader.round()
    assert reader.removed == []
    assert reader.round() <= 2


def test_an_edit_in_the_overlap_comes_in(start: Start) -> None:
    """The overlap is read again, so a changed text is seen without being told."""
    fake = start()
    ids = [fake.write(f"pesan {number}") for number in range(30)]
    reader = Reader(fake)
    reader.round()
    fake.edit(ids[-3], "diperbaiki")
    reader.round()
    assert reader.messages[ids[-3]].text == "@humas diperbaiki"
    assert reader.messages[ids[-3]].edited_at is not None


def test_an_update_notification_is_the_same_message(start: Start) -> None:
    """A server that tells of an edit does not make a second message of it."""
    fake = start(ulids=True)
    status_id = fake.write("jalan rusak")
    reader = Reader(fake)
    reader.round()
    fake.edit(status_id, "jalan rusak berat")
    fake.notify("update", fake.statuses[status_id])
    reader.round()
    assert list(reader.messages) == [status_id]
    assert reader.messages[status_id].text == "@humas jalan rusak berat"


def test_an_update_of_what_does_not_concern_us_passes_by(start: Start) -> None:
    """A status that we only boosted is no message to us."""
    fake = start()
    other = fake.post("kabar", by="200")
    fake.notify("update", other)
    fake.notify("favourite", other)
    fake.notify("kind_of_the_future", other)
    reader = Reader(fake)
    reader.round()
    assert reader.messages == {}
    assert reader.round() == 1


def test_a_server_without_min_id_loses_nothing(start: Start) -> None:
    """More news than a page holds: the walk goes back to what is known."""
    fake = start(min_id=False, links=False)
    written = {fake.write(f"lama {number}") for number in range(30)}
    reader = Reader(fake)
    reader.round()
    written |= {fake.write(f"baru {number}") for number in range(130)}
    reader.round()
    assert set(reader.messages) == written


def test_a_walk_broken_off_is_a_gap_that_can_be_filled(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was too far back is told as a gap, and fetched from there later."""
    monkeypatch.setattr(walking, "CATCH_UP_PAGES", 2)
    fake = start(min_id=False, page=20)
    written = {fake.write(f"lama {number}") for number in range(5)}
    reader = Reader(fake)
    reader.round()
    written |= {fake.write(f"baru {number}") for number in range(200)}
    reader.round()
    [gap] = [gap for page in reader.pages for gap in page.gaps]
    assert set(reader.messages) < written
    reader.cursors["notifications"] = Cursor("notifications", gap.position)
    reader.round()
    assert set(reader.messages) == written


def test_a_direct_message_listed_twice_is_one(start: Start) -> None:
    """Notifications and conversations both tell it, with the same conversation."""
    fake = start()
    asked = fake.write("rahasia", visibility="direct")
    reader = Reader(fake)
    reader.round("notifications")
    first = reader.messages[asked]
    reader.round("conversations")
    assert reader.messages[asked] == first
    assert first.conversation == "dm:200"


def test_direct_messages_without_notifications_come_by_thread(start: Start) -> None:
    """Where only the last status is listed, the thread above it is read."""
    fake = start()
    first = fake.write("satu", visibility="direct")
    second = fake.write("dua", visibility="direct", in_reply_to_id=first)
    ours = fake.post("@warga tiga", visibility="direct", in_reply_to_id=second)
    fake.notifications.clear()
    reader = Reader(fake)
    reader.round("conversations")
    assert set(reader.messages) == {first, second, ours["id"]}
    assert {each.conversation for each in reader.messages.values()} == {"dm:200"}
    assert reader.messages[ours["id"]].own


def test_many_conversations_are_all_read(start: Start) -> None:
    """Conversations go on over pages, and after a pause only as far as they changed."""
    fake = start(page=15)
    written = {
        fake.write(f"surat {number}", visibility="direct") for number in range(50)
    }
    reader = Reader(fake)
    reader.round("conversations")
    assert set(reader.messages) == written
    more = {fake.write(f"lagi {number}", visibility="direct") for number in range(20)}
    reader.round("conversations")
    assert set(reader.messages) == written | more


def test_an_answer_given_outside_stops_the_clock(start: Start) -> None:
    """What the agency answered on the web comes in as its own."""
    fake = start()
    asked = fake.write("kapan?")
    fake.post("Jadwal hari ini.")
    ours = fake.post("@warga besok", in_reply_to_id=asked)
    reader = Reader(fake)
    reader.round("notifications", "own")
    assert set(reader.messages) == {asked, ours["id"]}
    assert reader.messages[ours["id"]].own
    rooms = {each.conversation for each in reader.messages.values()}
    assert rooms == {f"{asked}:200"}


def test_a_broken_context_does_not_block_the_page(start: Start) -> None:
    """A server that cannot show one thread still hands over the message."""
    fake = start()
    asked = fake.write("satu")
    reply = fake.write("dua", in_reply_to_id=asked)
    whole = fake.server.answer

    def broken(seen: Seen) -> Reply:
        return Reply(status=500) if seen.path.endswith("/context") else whole(seen)

    fake.server.answer = broken
    fake.statuses[asked]["created_at"] = "2020-01-01T00:00:00Z"
    fake.notifications.pop(0)
    reader = Reader(fake)
    reader.round()
    assert reader.messages[reply].conversation == f"{asked}:200"


def test_an_unreadable_entry_is_a_gap_and_not_the_end(start: Start) -> None:
    """What could not be read is told, and the rest of the page comes in."""
    fake = start()
    status_id = fake.write("baik")
    whole = fake.server.answer

    def odd(seen: Seen) -> Reply:
        items = json.loads(whole(seen).body)
        return Reply(json.dumps([*items, {"id": "99"}, "aneh"]).encode())

    fake.server.answer = odd
    page = connector.fetch(fake.access, Cursor("notifications"))
    assert [each.remote_id for each in page.messages] == [status_id]
    assert len(page.gaps) == 1
    again = connector.fetch(fake.access, Cursor("notifications", page.gaps[0].position))
    assert not again.has_more


def test_a_cursor_that_makes_no_sense_begins_anew(start: Start) -> None:
    """Reading twice is harmless; losing is not."""
    fake = start()
    status_id = fake.write("halo")
    for position in ("", "bukan json", "[]", '{"known": 3}', '{"lain": 1}'):
        for stream in ("notifications", "own", "conversations"):
            page = connector.fetch(fake.access, Cursor(stream, position))
            ids = [each.remote_id for each in page.messages]
            assert ids == ([status_id] if stream == "notifications" else [])
