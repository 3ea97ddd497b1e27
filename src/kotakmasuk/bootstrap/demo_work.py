"""What the demo's officers did with the messages: tags, kinds, notes, who and where.

The one rule: what many conversations have in common is done in one go, as one would.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kotakmasuk.bootstrap.demo_story import DAY, OPENED, Story, Told, moment
from kotakmasuk.domain.inbox import Kind, Status
from kotakmasuk.services import inbox, tags


# Whoever reads the messages puts away what nobody else took up.
KEEPER = "SR"
AFTER = 4 * 60_000
OPEN_FOR = 17 * 30 * 60_000  # 07.30 to 16.00


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
    seen = dict.fromkeys(wanted, story.clock.at)
    for kind, where in _gathered(story, wanted, seen):
        inbox.set_kind(story.desk, where, Kind(kind))


def work(story: Story) -> None:
    """Write the notes, give out the conversations, and put each where it stands."""
    rows = list(story.rows("work.jsonl"))
    began, ended = _hours(story)
    names = {row["thread"]: row["assignee"] for row in rows if row.get("assignee")}
    for initials, where in _gathered(story, names, began):
        inbox.assign(story.desk, where, story.officer(initials).seat().officer)
    for row in rows:
        for note in row["notes"]:
            story.at(note)
            desk = story.officer(note["officer"])
            inbox.add_note(desk, story.threads[row["thread"]], note["text"])
    told = {row["thread"]: _stand_of(row) for row in rows}
    for (status, days, initials), where in _gathered(story, told, ended):
        desk = story.officer(initials)
        if status is Status.SNOOZED:
            inbox.snooze(desk, where, OPENED + days * DAY)
        else:
            inbox.set_status(desk, where, status)
    story.clock.at = OPENED
    done = [row["thread"] for row in rows if row["status"] != "new"]
    inbox.mark_read(story.desk, [story.threads[thread] for thread in done])


def _stand_of(row: Told) -> tuple[Status, int, str]:
    """Where a conversation stands, for how many days, and who put it there."""
    return Status(row["status"]), row.get("snooze_days", 1), row["assignee"] or KEEPER


def _hours(story: Story) -> tuple[dict[str, int], dict[str, int]]:
    """When each conversation was given out, and put where it stands (UTC ms).

    Of the weeks before, that was done on the Friday, in one go.
    """
    began: dict[str, int] = {}
    ended: dict[str, int] = {}
    for message in story.rows("messages.jsonl"):
        week, thread = message["week"], message["thread"]
        at = moment(message["day"], message["time"], week=week) + AFTER
        ended[thread] = min(_at_desk(at), OPENED - AFTER)
        if week < 0:
            ended[thread] = moment(5, "15:30", week=week)
        began.setdefault(thread, ended[thread])
    return began, ended


def _at_desk(at: int) -> int:
    """Move what happens at night to the next morning."""
    since = (at - moment(1, "07:30")) % DAY
    return at if since < OPEN_FOR else at - since + DAY


def _gathered(
    story: Story, told: Mapping[str, Any], when: Mapping[str, int]
) -> Iterator[tuple[Any, list[int]]]:
    """Give what was told of threads with those it was told of, and set the clock."""
    found: dict[tuple[int, Any], list[int]] = {}
    for thread, what in told.items():
        found.setdefault((when[thread], what), []).append(story.threads[thread])
    for (at, what), where in sorted(found.items(), key=lambda one: one[0][0]):
        story.clock.at = at
        yield what, where
