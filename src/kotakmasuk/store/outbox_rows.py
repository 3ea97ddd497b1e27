"""The lines of the outbox screen: what is written, waits, leaves, and has left."""

from dataclasses import replace
from typing import Any

from kotakmasuk.domain.accounts import AccountState
from kotakmasuk.domain.looks import next_look
from kotakmasuk.domain.replies import OutboxRow, ReplyState
from kotakmasuk.store import leaving, outbox
from kotakmasuk.store.database import Connection


UNDER_WAY = f"""
    SELECT outbox.reply, coalesce(reply.conversation, 0), outbox.state,
        account.platform,
        coalesce(iif(author.name <> '', author.name, author.handle),
            announcement.title, ''),
        iif(reply.purpose IN ('answer', 'announcement'), revision.text,
            coalesce(target.text, '')),
        revision.actor, coalesce(finished_at, began_at, queued_at), outbox.not_before,
        iif(outbox.reason <> '' OR outbox.state <> 'queued', outbox.reason,
            coalesce(pause.value ->> '$.reason', '')),
        outbox.url, ethics_check.at, account.id,
        iif(account.handle <> '', account.handle, account.name), reply.purpose,
        reply.part, reply.parts, outbox.tries, account.manual,
        account.state = 'sign_in_needed',
        iif(outbox.state = 'queued' AND outbox.tries = 0
            AND outbox.not_before - outbox.queued_at > {leaving.LONGEST_UNDO},
            outbox.not_before, NULL),
        pause.value ->> '$.until', coalesce(
            (SELECT min(before.part) FROM reply AS before LEFT JOIN outbox AS other
                ON other.reply = before.id
                WHERE reply.series <> '' AND before.series = reply.series
                AND before.part < reply.part
                AND coalesce(other.state, '') NOT IN ('sent', 'sent_manually')), 0),
        outbox.seen_at, coalesce(approval.actor, ''), approval.approved_at,
        (SELECT count(*) FROM revision_picture
            WHERE revision_picture.revision = outbox.revision),
        began_at, account.state, coalesce(reply.announcement, 0)
    FROM outbox JOIN reply ON reply.id = outbox.reply
    JOIN revision ON revision.id = outbox.revision
    JOIN ethics_check ON ethics_check.id = outbox.ethics_check
    JOIN account ON account.id = revision.account
    LEFT JOIN approval ON approval.id = outbox.approval
    LEFT JOIN announcement ON announcement.id = reply.announcement
    LEFT JOIN conversation ON conversation.id = reply.conversation
    LEFT JOIN author ON author.id = conversation.author
    LEFT JOIN message AS target ON target.id = reply.message
    LEFT JOIN setting AS pause ON pause.name = '{leaving.PAUSED}' || account.id
    WHERE outbox.state NOT IN ('sent', 'sent_manually') OR finished_at >= ?
"""
DRAFTS = """
    SELECT 0, draft.conversation, 'draft', conversation.platform,
        iif(author.name <> '', author.name, author.handle), draft.text, draft.actor,
        draft.at
    FROM draft JOIN conversation ON conversation.id = draft.conversation
    JOIN author ON author.id = conversation.author WHERE draft.text <> ''
"""
# An announcement is a draft while none of its posts waits, is under way or has left.
ANNOUNCED = """
    FROM announcement AS one
    LEFT JOIN account ON account.id = nullif(one.draft, '') ->> '$.accounts[0]'
    WHERE removed_at IS NULL AND ended_at IS NULL
    AND nullif(one.draft, '') ->> '$.text' <> ''
    AND NOT EXISTS (SELECT 1 FROM reply
        WHERE reply.announcement = one.id AND discarded_at IS NULL)
"""
ANNOUNCEMENTS = f"""
    SELECT one.id, coalesce(account.platform, ''), one.title,
        nullif(one.draft, '') ->> '$.text',
        one.actor, one.at {ANNOUNCED}
"""
# Of several candidates the first stands for all; its newest words are shown.
WAITING = """
    SELECT min(reply.id), coalesce(asked.conversation, 0), 'waiting',
        coalesce(conversation.platform, account.platform),
        coalesce(iif(author.name <> '', author.name, author.handle),
            announcement.title, ''),
        revision.text, asked.actor, asked.at, asked.id, count(DISTINCT reply.label),
        coalesce(asked.announcement, 0)
    FROM approval_request AS asked
    JOIN reply ON reply.request = asked.id AND reply.part = 1
    JOIN revision ON revision.reply = reply.id AND number = (
        SELECT max(number) FROM revision AS newest WHERE newest.reply = reply.id)
    JOIN account ON account.id = revision.account
    LEFT JOIN announcement ON announcement.id = asked.announcement
    LEFT JOIN conversation ON conversation.id = asked.conversation
    LEFT JOIN author ON author.id = conversation.author
    WHERE asked.state = 'waiting' GROUP BY asked.id
"""
COUNTS = """
    SELECT state, count(*) FROM outbox GROUP BY state UNION ALL
    SELECT state, count(*) FROM approval_request WHERE state = 'waiting' GROUP BY state
"""


def rows(reader: Connection, *, sent_since: int) -> list[OutboxRow]:
    """List everything under way, drafts, what waits, and what was sent since (UTC ms)."""
    held = leaving.is_held(reader)
    listed = [
        _row(reader, row, held=held)
        for row in reader.execute(UNDER_WAY, (sent_since,)).fetchall()
    ]
    drafts = [
        OutboxRow(row[0], row[1], ReplyState(row[2]), *row[3:])
        for row in reader.execute(DRAFTS)
    ]
    waiting = [
        replace(
            OutboxRow(row[0], row[1], ReplyState(row[2]), *row[3:8]),
            request=row[8],
            candidates=row[9],
            announcement=row[10],
        )
        for row in reader.execute(WAITING)
    ]
    return [*listed, *drafts, *_announced(reader), *waiting]


def _announced(reader: Connection) -> list[OutboxRow]:
    """The announcements that are still being written."""
    return [
        replace(
            OutboxRow(0, 0, ReplyState.DRAFT, *told),
            purpose="announcement",
            announcement=number,
        )
        for number, *told in reader.execute(ANNOUNCEMENTS)
    ]


def _row(reader: Connection, row: tuple[Any, ...], *, held: bool) -> OutboxRow:
    state, began = ReplyState(row[2]), row[27] or 0
    is_unsure = state is ReplyState.UNSURE
    looked = outbox.looks(reader, row[0], began) if is_unsure else []
    read = [(at, complete) for at, complete, _ in looked]
    return OutboxRow(
        reply=row[0],
        conversation=row[1],
        state=state,
        platform=row[3],
        recipient=row[4],
        text=row[5],
        by=row[6],
        at=row[7],
        due_at=row[8],
        reason=row[9],
        url=row[10],
        looked=tuple(at for at, _ in read),
        last_look_complete=bool(looked and looked[-1][1] and not looked[-1][2]),
        checked_at=row[11],
        account=row[12],
        handle=row[13],
        purpose=row[14],
        part=row[15],
        parts=row[16],
        tries=row[17],
        manual=bool(row[18]),
        signed_out=bool(row[19]),
        scheduled=row[20],
        paused_until=row[21],
        held=held and state is ReplyState.QUEUED,
        waits_for=row[22],
        next_look=next_look(began, read) if is_unsure else None,
        seen_at=row[23],
        approved_by=row[24],
        approved_at=row[25],
        pictures=row[26],
        account_state=AccountState(row[28]),
        announcement=row[29],
    )


def counts(reader: Connection) -> dict[ReplyState, int]:
    """Count the outbox by state, drafts and what waits for an approver included."""
    found = dict(reader.execute(COUNTS).fetchall())
    drafts = "SELECT count(*) FROM draft WHERE text <> ''"
    announced = f"SELECT count(*) {ANNOUNCED}"
    found["draft"] = sum(
        reader.execute(query).fetchone()[0] for query in (drafts, announced)
    )
    return {ReplyState(state): number for state, number in found.items()}
