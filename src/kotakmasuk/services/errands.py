"""An errand: something in the outbox with all that its connector needs to carry it out.

The one rule to know: it is claimed, committed, before the world is touched.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kotakmasuk.connectors.kit.contract import Access, Connector
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.checklist import ANNOUNCEMENT, ANSWER
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Outgoing, Picture
from kotakmasuk.services import addressing
from kotakmasuk.services.desk import Desk, Office, Write
from kotakmasuk.store import accounts, addressees, journal, media, outbox, replies
from kotakmasuk.store.database import Connection


CAN_BE_FOUND = "find_sent"
NEEDED = {ANSWER: "send", ANNOUNCEMENT: "publish"}


@dataclass(frozen=True)
class Errand:
    """An answer, post or reaction with its account and its connector.

    `contents` are the bytes of its pictures by their digest.
    """

    queued: outbox.Queued
    account: Account
    access: Access
    connector: Connector
    capabilities: frozenset[str]
    outgoing: Outgoing
    contents: Mapping[str, bytes]

    @property
    def can_be_found(self) -> bool:
        """Whether its connector can look for it."""
        return CAN_BE_FOUND in self.capabilities

    @property
    def missing(self) -> tuple[Picture, ...]:
        """The pictures whose bytes are gone."""
        pictures = self.outgoing.pictures
        return tuple(one for one in pictures if one.digest not in self.contents)


def can_send(office: Office, connector: str, purpose: str) -> bool:
    """Tell whether a connector carries out one purpose by itself."""
    found = office.connectors.get(connector)
    needed = NEEDED.get(purpose, purpose)
    return found is not None and needed in found.manifest.capabilities


def can_look(office: Office, connector: str) -> bool:
    """Tell whether a connector can look for what it sent."""
    found = office.connectors.get(connector)
    return found is not None and CAN_BE_FOUND in found.manifest.capabilities


def errand(desk: Desk, reply: int) -> Errand | None:
    """Collect what one errand needs; None when it was taken back while it waited.

    Raises NotShippedError where this version can't speak with its platform.
    """
    reader = desk.database.conn
    queued = outbox.get(reader, reply)
    if queued is None:
        return None
    account = accounts.get(reader, queued.account)
    found = addressing.connector_of(desk.office, account)
    outgoing = _outgoing(reader, queued)
    contents = {one.digest: media.load(reader, one.digest) for one in outgoing.pictures}
    return Errand(
        queued=queued,
        account=account,
        access=desk.office.access(account),
        connector=found.connector(),
        capabilities=found.manifest.capabilities,
        outgoing=outgoing,
        contents={key: each for key, each in contents.items() if each is not None},
    )


def claim(desk: Desk, reply: int) -> Errand | None:
    """Take one errand, committed; None when it is not due or no machine can do it."""
    held = errand(desk, reply)
    if held is None:
        return None
    if not can_send(desk.office, held.account.connector, held.queued.purpose):
        return None
    with desk.atomic(by_machine=True):
        if not outbox.claim(desk.database, reply, desk.office.now()):
            return None
        _journal(desk, held.queued.uid, "reply.claim", {"key": held.queued.key})
    return held


def opened(write: Write, held: Errand) -> Access:
    """Give the account's access with the pictures and the memory of this errand."""

    def keep(step: str) -> None:
        write(keep_step, held.queued.reply, step)

    return replace(held.access, picture=held.contents.__getitem__, keep_step=keep)


def keep_step(desk: Desk, reply: int, step: str) -> None:
    """Write what a sending of several calls must remember, committed at once."""
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        return
    with desk.atomic(by_machine=True):
        outbox.keep_step(desk.database, reply, step)
        _journal(desk, queued.uid, "reply.step", {"step": step})


def _outgoing(reader: Connection, queued: outbox.Queued) -> Outgoing:
    """Say it in the platform's own ids; a later part answers the part before it."""
    plain = Outgoing(
        key=queued.key,
        text=queued.text,
        conversation="",
        in_reply_to=None,
        form=Form.MENTION,
        public=queued.public,
        not_before=queued.queued_at,
        purpose=queued.purpose,
        pictures=replies.pictures_of(reader, queued.revision),
        step=queued.step,
    )
    earlier = outbox.before(reader, queued)
    if queued.conversation is None:
        return replace(plain, in_reply_to=earlier)
    to = addressees.target(reader, queued.conversation, queued.message)
    return replace(
        plain,
        conversation=to.conversation_key,
        in_reply_to=earlier or to.remote_id,
        form=_form(Form(to.form), public=queued.public, asked_public=to.public),
        mention=to.handle,
    )


def _form(asked: Form, *, public: bool, asked_public: bool) -> Form:
    """A switched answer takes the other way: to one person, or before everybody."""
    if public == asked_public:
        return asked
    return Form.MENTION if public else Form.DIRECT_MESSAGE


def _journal(desk: Desk, uid: str, kind: str, payload: dict[str, object]) -> None:
    journal.append(desk.database, desk.stamp(), kind, subject=uid, payload=payload)
