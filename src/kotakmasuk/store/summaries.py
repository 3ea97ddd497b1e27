"""The plain rows out of which a weekly summary is computed.

Nothing of a citizen is read here: no name, no handle, no words.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from kotakmasuk.domain.approvals import Tally
from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.summaries import (
    Arrival,
    Channel,
    Checks,
    Note,
    NoteKind,
    Wait,
    Way,
    WeekRows,
    labelled,
)
from kotakmasuk.domain.weeks import Week
from kotakmasuk.store.database import Connection


def first_message(reader: Connection, *, since: int) -> int | None:
    """Give the time of the first citizen's message at or after an instant, UTC ms."""
    row = reader.execute(
        "SELECT min(sent_at) FROM message WHERE direction = 'in' AND sent_at >= ?",
        (since,),
    ).fetchone()
    return None if row[0] is None else int(row[0])


def count_messages(reader: Connection, *, since: int, until: int) -> int:
    """Count citizens' messages of a time (UTC ms) that are not spam, by SQL alone."""
    row = reader.execute(
        "SELECT count(*) FROM message WHERE direction = 'in' AND sent_at >= ?"
        " AND sent_at < ? AND NOT EXISTS (SELECT 1 FROM conversation"
        " WHERE conversation.id = message.conversation AND status = 'spam')",
        (since, until),
    ).fetchone()
    return int(row[0])


def week_rows(reader: Connection, week: Week) -> WeekRows:
    """Read all that the figures of a week and of the week before it need."""
    arrivals, waits = _arrivals(reader, week), _waits(reader, week)
    active = {one.account for one in arrivals} | {one.account for one in waits}
    told = {one.conversation for one in arrivals} | {one.conversation for one in waits}
    channels = _channels(reader, week, active)
    return WeekRows(
        channels=channels,
        arrivals=arrivals,
        waits=waits,
        topics=_topics(reader, told),
        checks=_checks(reader, week),
        notes=_notes(reader, week, {channel.id: channel for channel in channels}),
        latest=_latest(reader, waits),
        spam=_spam(reader, week),
    )


def _channels(reader: Connection, week: Week, active: set[int]) -> tuple[Channel, ...]:
    """Give the accounts of that time: those with messages, and those connected."""
    rows = reader.execute(
        "SELECT id, iif(name <> '', name, handle), platform,"
        " state <> 'removed' AND created_at < ? FROM account ORDER BY id",
        (week.end,),
    )
    return labelled(row[:3] for row in rows if row[3] or row[0] in active)


# Twenty thousand rows go through these; a look-up costs a tenth of Kind(word).
KINDS: dict[str | None, Kind | None] = {
    None: None,
    "": None,
    **{one: one for one in Kind},
}
WAYS = {"sent": Way.PLATFORM, "sent_manually": Way.MANUAL}


def _arrivals(reader: Connection, week: Week) -> tuple[Arrival, ...]:
    rows = reader.execute(
        "SELECT sent_at, conversation, account, kind FROM message"
        " JOIN conversation ON conversation.id = message.conversation"
        " WHERE direction = 'in' AND sent_at >= ? AND sent_at < ? AND status <> 'spam'",
        (week.before.start, week.end),
    )
    return tuple(
        Arrival(sent_at, conversation, account, KINDS[kind])
        for sent_at, conversation, account, kind in rows
    )


def _spam(reader: Connection, week: Week) -> int:
    row = reader.execute(
        "SELECT count(*) FROM message"
        " JOIN conversation ON conversation.id = message.conversation"
        " WHERE direction = 'in' AND sent_at >= ? AND sent_at < ? AND status = 'spam'",
        (week.start, week.end),
    ).fetchone()
    return int(row[0])


# Whatever was open or fell due at any time of the two weeks.
WAITS = """
    SELECT message.conversation, conversation.uid, account, kind, sent_at,
        message.due_at, answered_at, elsewhere,
        answered_at IS NULL AND status IN ('done', 'not_ours'),
        (SELECT state FROM reply JOIN outbox ON outbox.reply = reply.id
         WHERE reply.conversation = message.conversation
         AND state IN ('sent', 'sent_manually')
         AND (finished_at = message.answered_at OR outbox.remote_id = (
            SELECT said.remote_id FROM message AS said
            WHERE said.conversation = message.conversation
            AND said.direction = 'out' AND said.sent_at = message.answered_at)))
    FROM message JOIN conversation ON conversation.id = message.conversation
    WHERE opens_turn = 1 AND sent_at < ? AND status <> 'spam' AND (
        answered_at IS NULL OR answered_at >= ? OR message.due_at >= ?)
"""


def _waits(reader: Connection, week: Week) -> tuple[Wait, ...]:
    since = week.before.start
    rows = reader.execute(WAITS, (week.end, since, since))
    return tuple(_wait(row) for row in rows)


def _wait(row: tuple[Any, ...]) -> Wait:
    conversation, uid, account, kind, sent_at, due_at, answered_at = row[:7]
    return Wait(
        conversation,
        uid,
        account,
        KINDS[kind],
        sent_at,
        due_at,
        answered_at,
        Way.ELSEWHERE if row[7] else WAYS.get(row[9], Way.OUTSIDE),
        bool(row[8]),
    )


TOPICS = """
    SELECT conversation, tag.id, tag.name
    FROM conversation_tag JOIN tag ON tag.id = conversation_tag.tag
    WHERE removed_at IS NULL
    AND conversation IN (SELECT value FROM json_each(?)) ORDER BY tag.name
"""


def _topics(
    reader: Connection, conversations: set[int]
) -> dict[int, tuple[tuple[int, str], ...]]:
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    named = json.dumps(list(conversations))
    for conversation, tag, name in reader.execute(TOPICS, (named,)):
        found[conversation].append((tag, name))
    return {conversation: tuple(tags) for conversation, tags in found.items()}


CHECKED = """
    SELECT count(*), count(DISTINCT revision.reply), coalesce(sum(passed = 0), 0)
    FROM ethics_check JOIN revision ON revision.id = ethics_check.revision
    WHERE ethics_check.at >= ? AND ethics_check.at < ?
"""
PASSED_AT_ONCE = """
    SELECT count(*) FROM (
        SELECT passed, ethics_check.at, min(ethics_check.id)
        FROM ethics_check JOIN revision ON revision.id = ethics_check.revision
        GROUP BY revision.reply)
    WHERE passed = 1 AND at >= ? AND at < ?
"""
HELD = """
    SELECT coalesce(body ->> '$.text', check_item.rule), count(*)
    FROM ethics_check JOIN check_item ON check_item.ethics_check = ethics_check.id
    JOIN rule ON rule.key = check_item.rule AND rule.version = check_item.version
    WHERE at >= ? AND at < ? AND passed = 0 AND (
        outcome = 'unticked' OR (outcome = 'failed' AND severity = 'block'))
    GROUP BY 1 ORDER BY 2 DESC, 1
"""
LEFT = """
    SELECT state, count(*) FROM outbox
    WHERE coalesce(finished_at, began_at, queued_at) >= ?
    AND coalesce(finished_at, began_at, queued_at) < ? GROUP BY state
"""


# What ended later was still in force in that week.
APPROVED = """
    SELECT way, count(*) FROM approval WHERE at >= ?1 AND at < ?2
    AND (voided_at IS NULL OR voided_at >= ?2) GROUP BY way
"""
LIFTED = """
    SELECT coalesce(body ->> '$.text', approval_override.rule), count(*)
    FROM approval_override JOIN approval ON approval.id = approval
    JOIN check_item ON check_item.ethics_check = approval.ethics_check
        AND check_item.rule = approval_override.rule
    JOIN rule ON rule.key = check_item.rule AND rule.version = check_item.version
    WHERE at >= ?1 AND at < ?2 AND (voided_at IS NULL OR voided_at >= ?2)
    GROUP BY 1 ORDER BY 2 DESC, 1
"""


def _approvals(reader: Connection, week: Week) -> Tally:
    span = (week.start, week.end)
    return Tally(
        **dict(reader.execute(APPROVED, span).fetchall()),
        lifted=tuple(reader.execute(LIFTED, span).fetchall()),
    )


def _checks(reader: Connection, week: Week) -> Checks:
    span = (week.start, week.end)
    run, replies, not_passed = reader.execute(CHECKED, span).fetchone()
    left = dict(reader.execute(LEFT, span).fetchall())
    return Checks(
        run=run,
        replies=replies,
        passed_at_once=reader.execute(PASSED_AT_ONCE, span).fetchone()[0],
        not_passed=not_passed,
        held=tuple(reader.execute(HELD, span).fetchall()),
        sent=left.get("sent", 0),
        sent_manually=left.get("sent_manually", 0),
        unsure=left.get("unsure", 0),
        failed=left.get("failed", 0),
        approvals=_approvals(reader, week),
    )


GAPS = """
    SELECT account, since, until, filled_at FROM gap
    WHERE coalesce(since, 0) < ? AND coalesce(until, ?) >= ? AND (
        filled_at IS NULL OR (since IS NOT NULL AND until IS NOT NULL))
    ORDER BY account, since, id
"""
READ_UNTIL = """
    SELECT id, manual, connector = 'files', last_success,
        (SELECT min(coalesce(complete_until, 0)) FROM stream WHERE account = account.id)
    FROM account WHERE state <> 'removed' ORDER BY id
"""


def _notes(
    reader: Connection, week: Week, channels: dict[int, Channel]
) -> tuple[Note, ...]:
    gaps = reader.execute(GAPS, (week.end, week.end, week.start))
    notes = [
        Note(
            NoteKind.GAP if filled_at is None else NoteKind.GAP_FILLED,
            channels[account],
            since,
            until,
        )
        for account, since, until, filled_at in gaps
        if account in channels
    ]
    marks = (
        _read_until(week, channels[row[0]], row)
        for row in reader.execute(READ_UNTIL).fetchall()
        if row[0] in channels
    )
    return (*notes, *(mark for mark in marks if mark is not None))


def _read_until(week: Week, channel: Channel, row: tuple[Any, ...]) -> Note | None:
    _, manual, from_file, last_success, complete_until = row
    if from_file:
        return Note(NoteKind.FILE, channel)
    if manual:
        return Note(NoteKind.MANUAL, channel, until=last_success)
    if complete_until is None or complete_until >= week.end:
        return None
    return Note(NoteKind.INCOMPLETE, channel, until=complete_until or None)


LATEST = (
    "SELECT max(sent_at) FROM message",
    "SELECT max(last_success) FROM account",
    "SELECT max(finished_at) FROM outbox",
    "SELECT max(at) FROM ethics_check",
)


def _latest(reader: Connection, waits: Sequence[Wait]) -> int:
    known = [reader.execute(question).fetchone()[0] or 0 for question in LATEST]
    # Answers that an import tells of are no messages here.
    return max(*known, *(one.answered_at or 0 for one in waits))
