"""Connecting accounts, telling how they stand, and letting them go.

Secrets go to the keyring before the account is stored, and leave it when it is removed.
"""

from collections.abc import Mapping

from kotakmasuk.connectors.kit.contract import (
    Access,
    AccountIdentity,
    Connector,
    Manifest,
)
from kotakmasuk.domain.accounts import Account, AccountState, Health
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.services.desk import Desk, Office, Write
from kotakmasuk.store import accounts as store
from kotakmasuk.store import journal
from kotakmasuk.store.database import Connection


def overview(reader: Connection) -> list[Health]:
    """Tell how each account stands."""
    return store.overview(reader)


def get(reader: Connection, account: int) -> Account:
    """Give one account; raises KeyError for an unknown id."""
    return store.get(reader, account)


def offered(office: Office) -> list[Manifest]:
    """List the platforms that can be connected by signing in."""
    return [
        found.manifest
        for found in office.connectors.values()
        if "fetch" in found.manifest.capabilities
        and "demo" not in found.manifest.capabilities
    ]


def add(
    write: Write,
    *,
    connector: str,
    name: str,
    settings: Mapping[str, str],
    secrets: Mapping[str, str],
) -> Changes:
    """Sign in, ask the platform who this is, and store the account.

    Raises ConnectorError when the platform refuses; nothing is stored then.
    """
    account, access = write(_prepare, connector, name, settings, secrets)
    try:
        identity = write(_found, connector).identify(access)
        return write(_store, account, identity)
    except BaseException:
        write(_forget, account)
        raise


def _found(desk: Desk, connector: str) -> Connector:
    _manifest(desk.office, connector)
    return desk.office.connectors[connector].connector()


def _prepare(
    desk: Desk,
    connector: str,
    name: str,
    settings: Mapping[str, str],
    secrets: Mapping[str, str],
) -> tuple[Account, Access]:
    desk.demand_right()
    manifest = _manifest(desk.office, connector)
    for field in manifest.sign_in.fields:
        given = (secrets if field.secret else settings).get(field.name, "")
        if field.required and not given.strip():
            raise KnownError(
                f"{field.label} belum diisi.",
                "Kanal belum disambungkan.",
                field.hint,
            )
    stamp = desk.stamp()
    account = Account(
        id=0,
        uid=uuid7(stamp.at, stamp.entropy(10)),
        connector=connector,
        platform=manifest.platform,
        host="",
        remote_id="",
        handle="",
        name=name,
        settings=dict(settings),
    )
    for key, value in secrets.items():
        desk.office.save_token(account.uid, key, value.strip())
    return account, desk.office.access(account)


def _manifest(office: Office, connector: str) -> Manifest:
    if connector not in office.connectors:
        raise KnownError(
            f"Kanal “{connector}” tidak dikenal.",
            "",
            f"Yang ada: {', '.join(sorted(office.connectors))}.",
        )
    return office.connectors[connector].manifest


def _forget(desk: Desk, account: Account) -> None:
    desk.office.forget_tokens(account.uid)


def _store(desk: Desk, account: Account, identity: AccountIdentity) -> Changes:
    named = Account(
        id=0,
        uid=account.uid,
        connector=account.connector,
        platform=account.platform,
        host=identity.host,
        remote_id=identity.remote_id,
        handle=identity.handle,
        name=account.name or identity.handle,
        settings={**account.settings, **identity.settings},
    )
    return store_account(desk, named, manual=False)


def store_account(desk: Desk, account: Account, *, manual: bool) -> Changes:
    """Store an account; one that was removed before comes back with its history."""
    stamp = desk.stamp()
    with desk.atomic():
        stored = store.create(desk.database, account, at=stamp.at, manual=manual)
        journal.append(
            desk.database,
            stamp,
            "account.add",
            subject=stored.uid,
            payload={
                "connector": stored.connector,
                "platform": stored.platform,
                "handle": stored.handle,
            },
        )
    if stored.uid != account.uid:
        _move_tokens(desk.office, account.uid, stored.uid)
    return Changes(accounts=frozenset((stored.id,)))


def _move_tokens(office: Office, old: str, new: str) -> None:
    for found in office.connectors.values():
        for field in found.manifest.sign_in.fields:
            token = office.read_token(old, field.name) if field.secret else None
            if token is not None:
                office.save_token(new, field.name, token)
    office.forget_tokens(old)


def test(write: Write, account: int) -> str:
    """Ask the platform who this account is; gives its handle or raises."""
    known, access = write(_opened, account)
    identity = write(_found, known.connector).identify(access)
    return identity.handle


def _opened(desk: Desk, account: int) -> tuple[Account, Access]:
    known = store.get(desk.database.conn, account)
    return known, desk.office.access(known)


def set_token(desk: Desk, account: int, name: str, value: str) -> Changes:
    """Sign in again with a new token; history and queue go on where they stood."""
    desk.demand_right()
    known = store.get(desk.database.conn, account)
    desk.office.save_token(known.uid, name, value.strip())
    return _set_state(desk, known, AccountState.CONNECTED)


def pause(desk: Desk, account: int, *, paused: bool) -> Changes:
    """Stop or go on reading and sending; nothing is lost meanwhile."""
    state = AccountState.PAUSED if paused else AccountState.CONNECTED
    return _set_state(desk, store.get(desk.database.conn, account), state)


def remove(desk: Desk, account: int) -> Changes:
    """Let an account go: its tokens are erased, its messages stay."""
    known = store.get(desk.database.conn, account)
    changes = _set_state(desk, known, AccountState.REMOVED)
    desk.office.forget_tokens(known.uid)
    return changes


def _set_state(desk: Desk, account: Account, state: AccountState) -> Changes:
    with desk.atomic():
        store.set_state(desk.database, account.id, state)
        journal.append(
            desk.database,
            desk.stamp(),
            f"account.{state}",
            subject=account.uid,
            payload={},
        )
    return Changes(accounts=frozenset((account.id,)))
