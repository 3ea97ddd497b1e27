"""What a check of the whole file reads of the gate: approvals, checks and the outbox.

The one rule: nothing that was computed when it was written is believed; it is computed
again from what lies below it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kotakmasuk.domain.approvals import Statement, Way, Words
from kotakmasuk.store.database import Connection


@dataclass(frozen=True)
class Stored:
    """An approval with what stands in the file below it, computed anew.

    `said` is the statement that its rows amount to; `signed` is the text that was signed,
    `told` the same as the journal has it, None where that was erased.
    """

    uid: str
    way: Way
    author: str
    said: Statement
    signed: str
    signature: bytes | None
    journaled: bool
    told: str | None


APPROVALS = """
    SELECT approval.id, approval.uid, way, reply.actor, signed, signature,
        revision.uid, revision.id, text, account.uid, revision.public, purpose,
        ethics_check.uid, approval.actor, acting, approved_at,
        EXISTS (SELECT 1 FROM journal
            WHERE subject = approval.uid AND kind = 'approval.grant'),
        (SELECT body ->> '$.signed' FROM journal
            JOIN journal_payload USING (device, sequence)
            WHERE subject = approval.uid AND kind = 'approval.grant')
    FROM approval JOIN revision ON revision.id = approval.revision
    JOIN reply ON reply.id = revision.reply
    JOIN account ON account.id = revision.account
    JOIN ethics_check ON ethics_check.id = approval.ethics_check
    ORDER BY approval.id
"""


def approvals(reader: Connection) -> Iterator[Stored]:
    """Walk all approvals, voided ones too."""
    for row in reader.execute(APPROVALS).fetchall():
        yield _stored(reader, row)


def _stored(reader: Connection, row: tuple[Any, ...]) -> Stored:
    number, uid, way, author, signed, signature, revision, revision_id, *rest = row
    text, account, public, purpose, check, approver, acting, at, *kept = rest
    shown = reader.execute(
        "SELECT digest, alt FROM revision_picture WHERE revision = ? ORDER BY position",
        (revision_id,),
    ).fetchall()
    words = Words(text, account, bool(public), purpose, tuple(shown))
    reasons = reader.execute(
        "SELECT rule, reason FROM approval_override WHERE approval = ?", (number,)
    ).fetchall()
    return Stored(
        uid=uid,
        way=Way(way),
        author=author,
        said=Statement(
            revision, words.digest(), check, approver, acting, at, dict(reasons)
        ),
        signed=signed,
        signature=signature,
        journaled=bool(kept[0]),
        told=kept[1],
    )


# Only answers that were written through the gate have a journal row with their outcomes.
CHECKS = """
    SELECT uid, body ->> '$.outcomes', (
        SELECT json_group_object(rule || '.' || version, outcome) FROM check_item
        WHERE ethics_check = ethics_check.id)
    FROM ethics_check JOIN journal ON subject = uid AND kind = 'reply.check'
    JOIN journal_payload USING (device, sequence)
"""


def changed_checks(reader: Connection) -> list[str]:
    """Name the checks whose items say something else than the journal does."""
    return [
        f"check {uid}"
        for uid, told, found in reader.execute(CHECKS)
        if told is not None and json.loads(told) != json.loads(found)
    ]


OUTBOX = """
    SELECT 'outbox ' || reply.uid || ' ' || wrong FROM (
        SELECT reply, 'failed check' AS wrong FROM outbox WHERE EXISTS (
            SELECT 1 FROM check_item WHERE ethics_check = outbox.ethics_check
            AND (outcome = 'unticked' OR (outcome = 'failed' AND severity = 'block')))
        UNION ALL
        SELECT reply, 'borrowed check' FROM outbox WHERE NOT EXISTS (
            SELECT 1 FROM ethics_check WHERE id = outbox.ethics_check
            AND revision = outbox.revision)
        UNION ALL
        SELECT reply, 'without approval' FROM outbox WHERE EXISTS (
            SELECT 1 FROM check_item WHERE ethics_check = outbox.ethics_check
            AND outcome IN ('to_approve', 'overridden'))
            AND NOT EXISTS (SELECT 1 FROM approval WHERE id = outbox.approval
                AND revision = outbox.revision)
        UNION ALL
        SELECT reply, 'voided approval' FROM outbox JOIN approval
            ON approval.id = outbox.approval WHERE approval.granted = 0
        UNION ALL
        SELECT reply, 'no reason for ' || check_item.rule FROM outbox JOIN check_item
            ON check_item.ethics_check = outbox.ethics_check
            WHERE outcome = 'overridden' AND NOT EXISTS (
                SELECT 1 FROM approval_override WHERE approval = outbox.approval
                AND approval_override.rule = check_item.rule)
        UNION ALL
        SELECT reply, 'lifted ' || check_item.rule FROM outbox JOIN check_item
            ON check_item.ethics_check = outbox.ethics_check
            JOIN rule ON rule.key = check_item.rule
            AND rule.version = check_item.version
            WHERE outcome = 'overridden' AND coalesce(body ->> '$.overridable', 0) <> 1
    ) JOIN reply ON reply.id = reply
"""


def wrong_outbox(reader: Connection) -> list[str]:
    """Name what is or was in the outbox and should never have come there."""
    return [row[0] for row in reader.execute(OUTBOX)]
