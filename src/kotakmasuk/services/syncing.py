"""Reading accounts: each page with its cursor in one step, gaps fetched again.

Runs on an account's own lane; everything that is stored goes through `write`. A problem
of one stream ends the round for that account and is remembered in words.
"""

from collections.abc import Callable

from kotakmasuk.connectors.kit.contract import Access, Connector
from kotakmasuk.connectors.kit.errors import (
    BadAnswer,
    ConnectorError,
    QuotaSpent,
    SignInNeeded,
    TryLater,
    Unreachable,
)
from kotakmasuk.domain.accounts import Account, AccountState, ProblemKind
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Cursor, Page
from kotakmasuk.services import addressing, marking
from kotakmasuk.services.addressing import NotShippedError
from kotakmasuk.services.desk import Desk, Write
from kotakmasuk.store import accounts as store
from kotakmasuk.store import messages
from kotakmasuk.store.database import Connection


MINUTE = 60_000
PAUSE_AFTER_PROBLEM = 5 * MINUTE
MOST_PAGES = 200
# The first that fits counts: a spent quota is a request to come back later as well.
KINDS: tuple[tuple[type[ConnectorError], ProblemKind], ...] = (
    (SignInNeeded, ProblemKind.SIGN_IN),
    (QuotaSpent, ProblemKind.QUOTA),
    (TryLater, ProblemKind.LATER),
    (Unreachable, ProblemKind.UNREACHABLE),
)


def next_checks(reader: Connection) -> list[tuple[int, int]]:
    """List (account, UTC ms) of what is read by machine, soonest first; 0 is at once."""
    return store.next_checks(reader)


def sync(
    write: Write, account: int, *, cancelled: Callable[[], bool] = lambda: False
) -> Changes:
    """Read one account's streams and gaps to the end, as far as it answers.

    Raises nothing of the platform's: what went wrong stands in the account's health.
    """
    known = write(_known, account)
    if known.state is not AccountState.CONNECTED:
        return Changes()
    changes = Changes(accounts=frozenset((account,)))
    try:
        access, connector, streams = write(_begin, known)
        for cursor in streams:
            changes |= _read(
                write, known, access, connector, cursor=cursor, cancelled=cancelled
            )
        changes |= _fill_gaps(write, known, access, connector, cancelled=cancelled)
    except (ConnectorError, NotShippedError) as error:
        return changes | write(_note_problem, known, error)
    if not cancelled():
        write(_note_success, known)
    return changes


def _known(desk: Desk, account: int) -> Account:
    return store.get(desk.database.conn, account)


def _begin(desk: Desk, known: Account) -> tuple[Access, Connector, list[Cursor]]:
    found = addressing.connector_of(desk.office, known)
    cursors = [
        store.cursor(desk.database.conn, known.id, stream)
        for stream in found.manifest.streams
    ]
    return desk.office.access(known), found.connector(), cursors


def _read(
    write: Write,
    account: Account,
    access: Access,
    connector: Connector,
    *,
    cursor: Cursor,
    cancelled: Callable[[], bool],
) -> Changes:
    changes = Changes()
    for _ in range(MOST_PAGES):
        if cancelled():
            break
        page = connector.fetch(access, cursor)
        changes |= write(save_page, account, page)
        if not page.has_more:
            break
        cursor = page.cursor
    return changes


def _fill_gaps(
    write: Write,
    account: Account,
    access: Access,
    connector: Connector,
    *,
    cancelled: Callable[[], bool],
) -> Changes:
    changes = Changes()
    for gap, cursor in write(_open_gaps, account.id):
        if cancelled():
            break
        page = connector.fetch(access, cursor)
        changes |= write(_save_gap, account, gap, page)
    return changes


def _open_gaps(desk: Desk, account: int) -> list[tuple[int, Cursor]]:
    return store.open_gaps(desk.database.conn, account)


def save_page(desk: Desk, account: Account, page: Page) -> Changes:
    """Store a page, what the text help made of it, and its cursor, all or nothing."""
    batch = messages.Batch(marking.mark_all(desk, page.messages), page)
    saved = messages.save(desk.database, desk.stamp(), account, batch)
    return Changes(
        conversations=saved.conversations,
        accounts=frozenset((account.id,)),
        arrived=saved.stored,
    )


def _save_gap(desk: Desk, account: Account, gap: int, page: Page) -> Changes:
    batch = messages.Batch(marking.mark_all(desk, page.messages), page, source="gap")
    with desk.atomic(by_machine=True):
        saved = messages.save(desk.database, desk.stamp(), account, batch)
        store.settle_gap(
            desk.database,
            gap,
            at=desk.office.now(),
            position=page.cursor.position if page.has_more else None,
        )
    return Changes(conversations=saved.conversations, arrived=saved.stored)


def _note_success(desk: Desk, account: Account) -> None:
    now = desk.office.now()
    pause = desk.office.connectors[account.connector].manifest.poll_seconds * 1000
    store.note_success(desk.database, account.id, at=now, next_check=now + pause)


def _note_problem(desk: Desk, account: Account, error: KnownError) -> Changes:
    now = desk.office.now()
    later = error.when if isinstance(error, TryLater) else None
    quick = isinstance(error, Unreachable | BadAnswer)
    pause = MINUTE if quick else PAUSE_AFTER_PROBLEM
    store.note_problem(
        desk.database,
        account.id,
        _kind(error),
        problem=error.message,
        remedy=error.remedy,
        next_check=later or now + pause,
    )
    return Changes(accounts=frozenset((account.id,)))


def _kind(error: KnownError) -> ProblemKind:
    fitting = (kind for family, kind in KINDS if isinstance(error, family))
    return next(fitting, ProblemKind.OTHER)
