"""Carrying answers out: claimed before the call, believed only with the platform's id.

Nothing is sent twice: an outcome that nobody knows becomes *Perlu diperiksa*, and only
reading the thread again can settle it.
"""

from kotakmasuk.connectors.kit.errors import ConnectorError, Duplicate, Refused
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.looks import next_look
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import outcomes
from kotakmasuk.services.desk import Desk, Office, Write
from kotakmasuk.services.errands import (
    Errand,
    can_look,
    can_send,
    claim,
    errand,
    opened,
)
from kotakmasuk.store import leaving, outbox
from kotakmasuk.store.database import Connection


KILLED = "Aplikasi tertutup saat balasan sedang dikirim."


def due(reader: Connection, office: Office, now: int) -> list[tuple[int, int]]:
    """List (reply, account) whose undo time is over and which no one holds back.

    What no connector can carry out waits for a person and is never listed.
    """
    return [
        (one.reply, one.account)
        for one in leaving.due(reader, now)
        if can_send(office, one.connector, one.purpose)
    ]


def to_look(reader: Connection, office: Office, now: int) -> list[tuple[int, int]]:
    """List (reply, account) of unknown outcome whose thread is to be read by now."""
    found = []
    for reply, account, connector, began in outbox.unsure(reader):
        looks = outbox.looks(reader, reply, began)
        looked = [(at, complete) for at, complete, _ in looks]
        at = next_look(began, looked)
        if at is not None and at <= now and can_look(office, connector):
            found.append((reply, account))
    return found


def recover(desk: Desk) -> Changes:
    """Turn what was being sent when the program died into *Perlu diperiksa*.

    Only the holder of the data folder's lock may call this.
    """
    orphans = outbox.sending(desk.database.conn)
    with desk.atomic(by_machine=True):
        for reply in orphans:
            outcomes.finish(desk, reply, ReplyState.UNSURE, KILLED)
    return Changes(replies=frozenset(orphans))


def send(write: Write, reply: int) -> Changes:
    """Send one due answer, once; what happened is written in words."""
    held = write(claim, reply)
    if held is None:
        return Changes()
    try:
        _demand_pictures(held)
        receipt = held.connector.send(opened(write, held), held.outgoing)
    except Duplicate as error:
        return _settle_duplicate(write, held, error)
    except ConnectorError as error:
        return write(outcomes.fail, held, error)
    except Exception:
        write(outcomes.unsure, reply, outcomes.UNKNOWN)
        raise
    return write(outcomes.confirm, held, receipt)


def look(write: Write, reply: int) -> Changes:
    """Read the thread again for an answer of unknown outcome; may make it *Terkirim*.

    Raises ConnectorError when the platform cannot be read; the answer stays as it is.
    """
    held = write(errand, reply)
    if held is None or held.queued.state is not ReplyState.UNSURE:
        return Changes()
    if not held.can_be_found:
        raise KnownError(
            "Kanal ini tidak dapat diperiksa dari sini.",
            "Balasan tetap Perlu diperiksa dan tidak dikirim ulang.",
            "Buka utasnya; bila balasannya ada, pilih “Sudah saya kirim”.",
        )
    try:
        receipt = held.connector.find_sent(opened(write, held), held.outgoing)
    except ConnectorError:
        write(outcomes.note_look, held, complete=False, found=False)
        raise
    if receipt is not None and write(outcomes.is_another, held, receipt):
        receipt = None
    write(outcomes.note_look, held, complete=True, found=receipt is not None)
    if receipt is None:
        return Changes(replies=frozenset((reply,)))
    return write(outcomes.confirm, held, receipt)


def look_again(write: Write, reply: int) -> Changes:
    """Look by itself, without telling anybody that the line is cut; it is written down."""
    try:
        return look(write, reply)
    except ConnectorError:
        return Changes(replies=frozenset((reply,)))


def _settle_duplicate(write: Write, held: Errand, error: Duplicate) -> Changes:
    """The platform says that it stands there already: only its id can prove that."""
    changes = write(outcomes.fail, held, error)
    if not held.can_be_found:
        return changes
    return changes | look_again(write, held.queued.reply)


def _demand_pictures(held: Errand) -> None:
    if not held.missing:
        return
    names = ", ".join(one.name for one in held.missing)
    raise Refused(
        f"Gambar {names} tidak ada lagi di komputer ini.",
        "Teks balasan tetap tersimpan dan tidak dikirim.",
        "Jadikan draf lagi, lalu lampirkan gambarnya sekali lagi.",
    )
