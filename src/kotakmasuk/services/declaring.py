"""The manual way: the officer sends by her own hand and states that she did.

The one rule to know: her word makes an answer *Dikirim manual*, never *Terkirim*.
"""

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import journal, outbox, turns
from kotakmasuk.store import replies as store
from kotakmasuk.store.database import Connection


def manual_text(reader: Connection, reply: int) -> tuple[str, str]:
    """Give the text to copy and the address to open for the manual way."""
    queued = outbox.get(reader, reply)
    if queued is None:
        raise KnownError("Balasan ini sudah tidak ada di Kiriman.")
    to = store.target(reader, queued.conversation, queued.message)
    return queued.text, to.url


def declare_sent(desk: Desk, reply: int, *, evidence: str = "") -> Changes:
    """Write that the officer sent the answer herself; the clocks of the wait stop.

    The state is *Dikirim manual*, never *Terkirim*.
    """
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        raise KnownError("Balasan ini sudah tidak ada di Kiriman.")
    stamp = desk.stamp()
    with desk.atomic():
        outbox.declare(
            desk.database, reply, by=stamp.actor, evidence=evidence, at=stamp.at
        )
        turns.add_own(
            desk.database,
            stamp,
            queued.conversation,
            said=turns.Said(
                uid=queued.uid,
                text=queued.text,
                stem=desk.office.fold(queued.text),
                url=evidence if evidence.startswith("http") else "",
            ),
        )
        journal.append(
            desk.database,
            stamp,
            "reply.declare",
            subject=queued.uid,
            payload={"evidence": evidence},
        )
    return Changes(
        conversations=frozenset((queued.conversation,)), replies=frozenset((reply,))
    )
