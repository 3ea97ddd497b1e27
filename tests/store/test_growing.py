"""A conversation that goes on is read from its own row, and comes out the same."""

import random
from pathlib import Path

import pytest

from kotakmasuk.domain.messages import Author, Form, Incoming, Marked
from kotakmasuk.store import accounts, growing, messages
from tests.helpers.desks import MINUTE, NOW, account, make_place


def said(chance: random.Random, number: int) -> Marked:
    """Give a message of one of three conversations, sometimes odd in some way."""
    at = NOW + (number // 2 + chance.choice((0, 0, 0, 0, -9))) * MINUTE
    own = chance.random() < 0.4
    message = Incoming(
        remote_id=str(number),
        conversation=f"c{chance.randint(0, 2)}",
        form=Form.COMMENT,
        public=True,
        author=Author("kota" if own else "warga"),
        text=f"pesan {number}",
        sent_at=at,
        own=own,
        deleted=chance.random() < 0.05,
        answered_at=at + MINUTE if chance.random() < 0.1 else None,
    )
    return Marked(message, kind="question", snippet=f"p{number}", due_at=at + 99)


def stored(folder: Path, seed: int) -> list[tuple[object, ...]]:
    """Save sixty messages in pages of three; give what stands in the file."""
    folder.mkdir()
    place = make_place(folder)
    known = accounts.get(place.reader, account(place))
    chance = random.Random(seed)  # noqa: S311
    line = [said(chance, number) for number in range(60)]
    for first in range(0, 60, 3):
        batch = messages.Batch(line[first : first + 3], source="import")
        messages.save(place.desk.database, place.desk.stamp(), known, batch)
    found = place.reader.execute(
        "SELECT conversation.remote_id, status, conversation.author, kind, snippet,"
        " unread, last_at, waiting_since, conversation.due_at, message.remote_id,"
        " opens_turn, answered_at FROM message JOIN conversation"
        " ON conversation.id = conversation ORDER BY message.id"
    ).fetchall()
    place.close()
    return found


@pytest.mark.parametrize("seed", range(12))
def test_reading_only_the_last_turn_gives_what_reading_everything_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """However a conversation goes on, its clocks are those of its whole history."""
    quick = stored(tmp_path / "quick", seed)
    monkeypatch.setattr(growing, "_goes_on", lambda *_: False)
    whole = stored(tmp_path / "whole", seed)
    assert quick == whole
    assert len(quick) == 60
