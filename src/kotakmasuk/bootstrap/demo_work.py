"""What the demo's officers did with the messages: tags, kinds, notes, who and where.

The one rule: what many conversations have in common is done in one go, as one would.
"""

from collections.abc import Iterator
from typing import Any

from kotakmasuk.bootstrap.demo_story import DAY, OPENED, Story
from kotakmasuk.domain.inbox import Kind, Status
from kotakmasuk.services import inbox, tags


def sort_out(story: Story) -> None:
    """Tag the messages and say what each citizen wanted, as it corrected the machine."""
    carried: dict[str, list[int]] = {}
    wanted: dict[str, str] = {}
    for message in story.rows("messages.jsonl"):
        for name in message.get("tags", ()):
            carried.setdefault(name, []).append(story.threads[message["thread"]])
        if message["by"] == "citizen":
            wanted.setdefault(message["thread"], message["kind"])
    for name, where in carried.items():
        tags.add_by_name(story.desk, sorted(set(where)), name)
    for kind, where in _gathered(story, wanted):
        inbox.set_kind(story.desk, where, Kind(kind))


def work(story: Story) -> None:
    """Write the notes, give out the conversations, and put each where it stands."""
    rows = list(story.rows("work.jsonl"))
    for row in rows:
        for note in row["notes"]:
            story.at(note)
            desk = story.officer(note["officer"])
            inbox.add_note(desk, story.threads[row["thread"]], note["text"])
    story.clock.at = OPENED
    names = {row["thread"]: row["assignee"] for row in rows if row.get("assignee")}
    for initials, where in _gathered(story, names):
        inbox.assign(story.desk, where, story.officer(initials).seat().officer)
    _stand(story, rows)
    done = [row["thread"] for row in rows if row["status"] != "new"]
    inbox.mark_read(story.desk, [story.threads[thread] for thread in done])


def _stand(story: Story, rows: list[dict[str, Any]]) -> None:
    now = story.clock.now()
    snoozed = {row["thread"]: row.get("snooze_days", 1) for row in rows if _sleeps(row)}
    for days, where in _gathered(story, snoozed):
        inbox.snooze(story.desk, where, now + days * DAY)
    others = {row["thread"]: row["status"] for row in rows if not _sleeps(row)}
    for status, where in _gathered(story, others):
        inbox.set_status(story.desk, where, Status(status))


def _sleeps(row: dict[str, Any]) -> bool:
    return bool(row["status"] == Status.SNOOZED)


def _gathered(story: Story, told: dict[str, Any]) -> Iterator[tuple[Any, list[int]]]:
    """Give what was told of threads with the conversations that it was told of."""
    found: dict[Any, list[int]] = {}
    for thread, what in told.items():
        found.setdefault(what, []).append(story.threads[thread])
    yield from found.items()
