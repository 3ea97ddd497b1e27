"""What is liked, shared or hidden, and what of that was already done."""

from dataclasses import dataclass

from kotakmasuk.store.database import Connection


@dataclass(frozen=True)
class Reacted:
    """A citizen's message as it is snapshot; `done` are the purposes done or under way."""

    message: int
    uid: str
    conversation: int
    account: int
    remote_id: str
    form: str
    public: bool
    author: str
    text: str
    done: frozenset[str]


def target(reader: Connection, message: int) -> Reacted:
    """Give one message of a citizen; raises KeyError for an unknown one."""
    row = reader.execute(
        "SELECT message.id, message.uid, conversation, conversation.account,"
        " message.remote_id, message.form, message.public, author.handle, message.text"
        " FROM message JOIN conversation ON conversation.id = message.conversation"
        " LEFT JOIN author ON author.id = message.author"
        " WHERE message.id = ? AND direction = 'in' AND message.deleted_at IS NULL",
        (message,),
    ).fetchone()
    if row is None:
        raise KeyError(message)
    found = reader.execute(
        "SELECT purpose FROM reply JOIN outbox ON outbox.reply = reply.id"
        " WHERE reply.message = ? AND reply.conversation = ?"
        " AND purpose IN ('like', 'share', 'hide') AND outbox.state <> 'failed'",
        (message, row[2]),
    )
    done = frozenset(purpose for (purpose,) in found.fetchall())
    number, uid, conversation, account, remote_id, form, public, *words = row
    return Reacted(
        number,
        uid,
        conversation,
        account,
        remote_id,
        form,
        bool(public),
        words[0] or "",
        words[1],
        done,
    )


def uid_of(reader: Connection, reply: int) -> str:
    """Give the global id of a reply."""
    row = reader.execute("SELECT uid FROM reply WHERE id = ?", (reply,)).fetchone()
    return str(row[0])
