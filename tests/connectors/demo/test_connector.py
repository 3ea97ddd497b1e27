"""The story of Sukamaju through the fictional platform."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.connectors.demo import connector
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import TargetGone
from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Cursor, Incoming
from kotakmasuk.domain.replies import Outgoing


STORY = Path(__file__).parents[3] / "resources" / "demo"
MONDAY = 1_794_762_000_000  # 2026-11-16 00:00 WIB
FRIDAY = MONDAY + 4 * 86_400_000 + (14 * 60 + 5) * 60_000


def access(folder: Path, key: str = "ig", *, now: int = FRIDAY) -> Access:
    settings: Mapping[str, str] = {
        "story": str(STORY),
        "key": key,
        "monday": str(MONDAY),
        "opened": str(FRIDAY),
        "state": str(folder),
    }
    return Access(
        account=f"uid-{key}",
        remote_id="178400",
        handle="@pemkab_sukamaju",
        settings=settings,
        http=Http(),
        read_token=lambda _name: None,
        save_token=lambda _name, _value: None,
        now=lambda: now,
    )


def everything(given: Access) -> dict[str, Incoming]:
    found: dict[str, Incoming] = {}
    cursor, more = Cursor("messages"), True
    while more:
        page = connector.fetch(given, cursor)
        assert len(page.messages) <= 100
        found.update({each.remote_id: each for each in page.messages})
        cursor, more = page.cursor, page.has_more
    return found


def answer_to(message: Incoming, key: str) -> Outgoing:
    room = message.conversation
    return Outgoing(key, "Siap.", room, message.remote_id, message.form, public=True)


def test_the_whole_story_is_read(tmp_path: Path) -> None:
    """At least 300 messages of citizens come in, from all accounts together."""
    found: dict[str, Incoming] = {}
    for key in ("ig", "fb", "x", "yt", "mail", "tt"):
        found |= everything(access(tmp_path, key))
    citizens = [each for each in found.values() if not each.own]
    assert len(citizens) >= 300
    assert any(each.own for each in found.values())
    assert all(each.sent_at <= FRIDAY for each in found.values())


def test_messages_keep_arriving(tmp_path: Path) -> None:
    """While the demo is open, new messages come in at their seconds."""
    later = FRIDAY + 3_600_000
    before = everything(access(tmp_path))
    after = everything(access(tmp_path, now=later))
    arrived = after.keys() - before.keys()
    assert arrived
    assert all(FRIDAY < after[key].sent_at <= later for key in arrived)


def test_a_comment_has_its_post(tmp_path: Path) -> None:
    """The officer sees under which post of the agency the citizen wrote."""
    comments = [each for each in everything(access(tmp_path)).values() if each.post]
    assert comments
    assert comments[0].post is not None
    assert comments[0].post.text


def test_an_edited_and_a_deleted_message_are_marked(tmp_path: Path) -> None:
    """The story has both, as real platforms do."""
    found = [
        each
        for key in ("ig", "fb", "x")
        for each in everything(access(tmp_path, key)).values()
    ]
    assert any(each.edited_at for each in found)
    assert any(each.deleted for each in found)


def test_the_same_key_is_received_once(tmp_path: Path) -> None:
    """A second attempt with the same key gets the same receipt."""
    given = access(tmp_path)
    asked = next(each for each in everything(given).values() if not each.own)
    first = connector.send(given, answer_to(asked, "kunci"))
    again = connector.send(given, answer_to(asked, "kunci"))
    assert first == again
    assert len((tmp_path / "sent.jsonl").read_text().splitlines()) == 1


def test_some_citizens_say_something_back(tmp_path: Path) -> None:
    """After an answer a citizen reacts in her own conversation, always the same way."""
    given = access(tmp_path)
    asked = [each for each in everything(given).values() if not each.own][:6]
    for number, message in enumerate(asked):
        connector.send(given, answer_to(message, f"kunci-{number}"))
    later = everything(access(tmp_path, now=FRIDAY + 600_000))
    reactions = [each for key, each in later.items() if key.endswith("-tanggapan")]
    assert 0 < len(reactions) < len(asked)
    rooms = {each.conversation: each.author.remote_id for each in asked}
    assert all(rooms[each.conversation] == each.author.remote_id for each in reactions)
    assert all(later[each.parent or ""].own for each in reactions)


def test_an_answer_to_nothing_is_refused(tmp_path: Path) -> None:
    """What is not there cannot be answered."""
    asked = Incoming(
        **{**vars(next(iter(everything(access(tmp_path)).values()))), "remote_id": "?"}
    )
    with pytest.raises(TargetGone):
        connector.send(access(tmp_path), answer_to(asked, "kunci"))


def test_a_half_written_line_was_never_received(tmp_path: Path) -> None:
    """A crash in the middle of a line loses that answer and no other."""
    given = access(tmp_path)
    asked = next(each for each in everything(given).values() if not each.own)
    (tmp_path / "sent.jsonl").write_text('{"id": "ig-balasan-1", "acc')
    receipt = connector.send(given, answer_to(asked, "kunci"))
    assert connector.find_sent(given, answer_to(asked, "kunci")) == receipt


def test_the_account_is_the_storys(tmp_path: Path) -> None:
    """Host, id and handle stand in the agency's file."""
    identity = connector.identify(access(tmp_path, "fb"))
    assert identity.host == "facebook.example"
    assert identity.handle == "Pemkab Sukamaju"


def test_a_broken_story_is_told_with_its_line(tmp_path: Path) -> None:
    """A mistake in the story names its file and line."""
    for name in ("posts", "arrivals", "answers"):
        (tmp_path / f"{name}.jsonl").touch()
    (tmp_path / "messages.jsonl").write_text(json.dumps({"account": "fb"}) + "\n{oops")
    given = access(tmp_path)
    broken = replace(given, settings={**given.settings, "story": str(tmp_path)})
    with pytest.raises(KnownError, match=r"messages\.jsonl baris 2"):
        connector.fetch(broken, Cursor("messages"))
