"""One conversation opened: its facts and its newest items of every sort, in order."""

import json
from typing import Any

from kotakmasuk.domain.inbox import Item, Kind, Suggestion, Thread
from kotakmasuk.domain.messages import Attachment, Form
from kotakmasuk.store.database import Connection
from kotakmasuk.store.inbox import rows


HEAD = """
    SELECT conversation.account, conversation.author, author.name, author.handle,
        author.since,
        (SELECT count(*) FROM conversation AS other WHERE other.author = author.id),
        kind, waiting_since,
        (SELECT id FROM message WHERE conversation = conversation.id
            AND direction = 'in' ORDER BY sent_at DESC, id DESC LIMIT 1),
        post.text, post.url, post.at, post.likes, post.comments
    FROM conversation JOIN author ON author.id = conversation.author
    LEFT JOIN post ON post.id = conversation.post
    WHERE conversation.id = ?
"""
MESSAGES = """
    SELECT message.id, message.uid, direction, sent_at,
        iif(author.name <> '', author.name, author.handle), text, form, public,
        message.url, edited_at, deleted_at, attachments,
        message.remote_id LIKE 'reply:%' OR EXISTS (SELECT 1 FROM outbox
            JOIN reply ON reply.id = outbox.reply WHERE direction = 'out'
            AND reply.conversation = message.conversation
            AND outbox.seen_remote_id = message.remote_id),
        (SELECT reply.actor FROM outbox JOIN reply ON reply.id = outbox.reply
            WHERE direction = 'out' AND reply.conversation = message.conversation
            AND (message.remote_id IN (outbox.remote_id, outbox.seen_remote_id)
                OR message.remote_id = 'reply:' || reply.uid))
    FROM message LEFT JOIN author ON author.id = message.author
    WHERE conversation = ? ORDER BY sent_at DESC, message.id DESC LIMIT ?
"""
PENDING = """
    SELECT reply.id, reply.uid, coalesce(began_at, queued_at), revision.actor,
        revision.text, state, revision.public
    FROM outbox JOIN reply ON reply.id = outbox.reply
    JOIN revision ON revision.id = outbox.revision
    WHERE conversation = ? AND state NOT IN ('sent', 'sent_manually')
    AND purpose = 'answer'
"""
REACTIONS = """
    SELECT reply.id, reply.uid, coalesce(finished_at, began_at, queued_at),
        iif(account.handle <> '', account.handle, account.name), purpose,
        outbox.state, outbox.url
    FROM outbox JOIN reply ON reply.id = outbox.reply
    JOIN revision ON revision.id = outbox.revision
    JOIN account ON account.id = revision.account
    WHERE conversation = ? AND purpose IN ('like', 'share', 'hide')
"""


def thread(reader: Connection, conversation: int, *, limit: int) -> Thread:
    """Load a conversation with its newest items; raises KeyError for an unknown one."""
    row = next(iter(rows(reader, [conversation])), None)
    if row is None:
        raise KeyError(conversation)
    head = reader.execute(HEAD, (conversation,)).fetchone()
    items = _messages(reader, conversation, limit + 1)
    older = len(items) > limit
    items = [
        *items[-limit:],
        *_notes(reader, conversation),
        *_pending(reader, conversation),
        *_reactions(reader, conversation),
    ]
    items.sort(key=lambda item: (item.at, item.id))
    return Thread(
        row=row,
        account=head[0],
        author_id=head[1],
        author_name=head[2],
        author_handle=head[3],
        author_since=head[4],
        author_conversations=head[5],
        kind=Kind(head[6]) if head[6] else None,
        waiting_since=head[7],
        answer_to=head[8],
        url=next(
            (one.url for one in reversed(items) if one.what == "in" and one.url), ""
        ),
        post_text=head[9] or "",
        post_url=head[10] or "",
        post_at=head[11],
        post_likes=head[12],
        post_comments=head[13],
        items=tuple(items),
        older=older,
        suggestions=_suggestions(reader, conversation),
        tag_ids=_tag_ids(reader, conversation),
    )


def _messages(reader: Connection, conversation: int, limit: int) -> list[Item]:
    found = [
        Item(
            id=row[0],
            uid=row[1],
            what=row[2],
            at=row[3],
            author=row[13] or row[4] or "",
            text=row[5],
            form=Form(row[6]),
            public=bool(row[7]),
            url=row[8],
            edited=row[9] is not None,
            deleted=row[10] is not None,
            attachments=_attachments(row[11]),
            manual=bool(row[12]),
        )
        for row in reader.execute(MESSAGES, (conversation, limit))
    ]
    return found[::-1]


def _attachments(stored: str) -> tuple[Attachment, ...]:
    return tuple(Attachment(**one) for one in json.loads(stored)) if stored else ()


def _notes(reader: Connection, conversation: int) -> list[Item]:
    found = reader.execute(
        "SELECT id, uid, at, actor, text FROM note"
        " WHERE conversation = ? AND removed_at IS NULL",
        (conversation,),
    )
    return [
        Item(id=row[0], uid=row[1], what="note", at=row[2], author=row[3], text=row[4])
        for row in found
    ]


def _pending(reader: Connection, conversation: int) -> list[Item]:
    found = reader.execute(PENDING, (conversation,))
    return [_deed(row, "out", public=bool(row[6])) for row in found]


def _reactions(reader: Connection, conversation: int) -> list[Item]:
    """What was done with a message besides answering it; `text` is the purpose."""
    found = reader.execute(REACTIONS, (conversation,))
    return [_deed(row, "event", url=row[6]) for row in found]


def _deed(row: tuple[Any, ...], what: str, **more: Any) -> Item:
    """What was done here, out of the first six columns of a row."""
    number, uid, at, author, text, state = row[:6]
    return Item(
        id=number,
        uid=uid,
        what=what,
        at=at,
        author=author,
        text=text,
        state=state,
        **more,
    )


def _tag_ids(reader: Connection, conversation: int) -> tuple[int, ...]:
    found = reader.execute(
        "SELECT tag.id FROM conversation_tag JOIN tag ON tag.id = tag"
        " WHERE conversation = ? AND removed_at IS NULL ORDER BY name",
        (conversation,),
    )
    return tuple(row[0] for row in found)


def _suggestions(reader: Connection, conversation: int) -> tuple[Suggestion, ...]:
    """Join what the text help noticed in the citizen's messages, newest first."""
    found: dict[tuple[str, str], Suggestion] = {}
    for (marks,) in reader.execute(
        "SELECT marks FROM message WHERE conversation = ? AND direction = 'in'"
        " AND marks <> '' ORDER BY sent_at DESC LIMIT 5",
        (conversation,),
    ):
        noticed: list[dict[str, Any]] = json.loads(marks)
        for one in noticed:
            key = (one["what"], one["value"])
            found.setdefault(key, Suggestion(*key, tuple(one["because"])))
    return tuple(found.values())
