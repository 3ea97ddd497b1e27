"""Catching by hand what no API brings: a pasted link and a text become a message."""

from kotakmasuk.connectors.kit.links import LinkFound
from kotakmasuk.domain.accounts import Account, platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import import_id, uuid7
from kotakmasuk.domain.messages import Author, Form, Incoming
from kotakmasuk.services import accounts, marking
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store import messages


MANUAL = "manual"
PUBLIC_FORMS = (Form.MENTION, Form.COMMENT, Form.REVIEW)
LONGEST_TEXT = 100_000


def read_link(office: Office, url: str) -> LinkFound:
    """Read platform, handle and id out of a link, without the network."""
    return office.connectors[MANUAL].links().read_link(url)


def capture(
    desk: Desk, *, link: str, text: str, author: str, sent_at: int, form: Form
) -> Changes:
    """Store what an officer caught; the answer will go out by the manual way.

    Raises KnownError when nothing was caught or the time lies ahead.
    """
    _refuse_bad(desk, text=text, author=author, sent_at=sent_at)
    found = (
        read_link(desk.office, link) if link.strip() else LinkFound(MANUAL, "", "", "")
    )
    account = _account(desk, found.platform)
    handle = author.strip().lstrip("@")
    message = Incoming(
        remote_id=_remote_id(found, account, author=handle, text=text, sent_at=sent_at),
        conversation=f"{found.remote_id or 'manual'}:{handle.casefold()}",
        form=form,
        public=form in PUBLIC_FORMS,
        author=Author(handle.casefold(), handle, author.strip()),
        text=text.strip(),
        sent_at=sent_at,
        url=found.url or link.strip(),
    )
    return _store(desk, account, message)


def _remote_id(
    found: LinkFound, account: Account, *, author: str, text: str, sent_at: int
) -> str:
    """Name what was caught so that the same catch is known again."""
    if found.remote_id:
        return f"{found.remote_id}:{author}:{sent_at}"
    return import_id(
        account=account.remote_id,
        sent_at=sent_at,
        author=author,
        text=text,
        occurrence=0,
    )


def _store(desk: Desk, account: Account, message: Incoming) -> Changes:
    stamp = desk.stamp()
    with desk.atomic():
        saved = messages.save(
            desk.database,
            stamp,
            account,
            messages.Batch(marking.mark_all(desk, [message]), source="capture"),
        )
        account_store.look_through(desk.database, account.id, at=stamp.at)
    if not saved.stored:
        raise KnownError(
            "Pesan ini sudah ada di kotak masuk.", "Yang lama tetap ada.", ""
        )
    return Changes(
        conversations=saved.conversations,
        accounts=frozenset((account.id,)),
        arrived=saved.stored,
    )


def _refuse_bad(desk: Desk, *, text: str, author: str, sent_at: int) -> None:
    kept = "Yang sudah Anda tulis tetap ada."
    if not text.strip() or len(text) > LONGEST_TEXT:
        raise KnownError(
            "Isi pesan belum ada atau terlalu panjang.", kept, "Tempel isi pesannya."
        )
    if not author.strip():
        raise KnownError("Nama akun warga belum diisi.", kept, "Tulis nama akunnya.")
    if sent_at > desk.office.now() + 60_000:
        raise KnownError(
            "Waktu pesan ada di masa depan.", kept, "Periksa tanggal dan jamnya."
        )


def _account(desk: Desk, platform: str) -> Account:
    """Find or make the account that holds what was caught on a platform."""
    name = f"{platform_of(platform).name} (manual)"
    known = account_store.by_name(desk.database.conn, name)
    if known is not None:
        return known
    stamp = desk.stamp()
    changes = accounts.store_account(
        desk,
        Account(
            id=0,
            uid=uuid7(stamp.at, stamp.entropy(10)),
            connector=MANUAL,
            platform=platform,
            host="",
            remote_id=MANUAL,
            handle="",
            name=name,
        ),
        manual=True,
    )
    return account_store.get(desk.database.conn, next(iter(changes.accounts)))
