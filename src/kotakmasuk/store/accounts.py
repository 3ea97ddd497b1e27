"""Connected accounts, how far each of their streams was read, and what is missing."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.accounts import Account, AccountState, Health, ProblemKind
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.messages import Cursor, Gap, Page
from kotakmasuk.store.database import Connection
from kotakmasuk.store.leaving import PAUSED


if TYPE_CHECKING:
    from sqlite_utils import Database

COLUMNS = "id, uid, connector, platform, host, remote_id, handle, name, state, settings"


def _account(row: Sequence[Any]) -> Account:
    return Account(
        id=row[0],
        uid=row[1],
        connector=row[2],
        platform=row[3],
        host=row[4],
        remote_id=row[5],
        handle=row[6],
        name=row[7],
        state=AccountState(row[8]),
        settings=json.loads(row[9]),
    )


def get(reader: Connection, account: int) -> Account:
    """Give one account; raises KeyError for an unknown id."""
    row = reader.execute(
        f"SELECT {COLUMNS} FROM account WHERE id = ?", (account,)
    ).fetchone()
    if row is None:
        raise KeyError(account)
    return _account(row)


def by_name(reader: Connection, name: str) -> Account | None:
    """Find an account by the name the agency gave it, or by its handle."""
    row = reader.execute(
        f"SELECT {COLUMNS} FROM account WHERE state <> 'removed'"
        " AND (name = ? COLLATE NOCASE OR handle = ? COLLATE NOCASE) ORDER BY id",
        (name, name),
    ).fetchone()
    return _account(row) if row else None


def create(database: "Database", account: Account, *, at: int, manual: bool) -> Account:
    """Store a new account, or take a removed one up again with its history."""
    database.conn.execute(
        "INSERT INTO account (uid, connector, platform, host, remote_id, handle, name,"
        " settings, manual, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (connector, platform, host, remote_id) DO UPDATE SET"
        " state = 'connected', handle = excluded.handle, name = excluded.name,"
        " settings = excluded.settings, manual = excluded.manual, problem = '',"
        " problem_kind = NULL, remedy = '', next_check = NULL",
        (
            account.uid,
            account.connector,
            account.platform,
            account.host,
            account.remote_id,
            account.handle,
            account.name,
            json.dumps(dict(account.settings), ensure_ascii=False, sort_keys=True),
            int(manual),
            at,
        ),
    )
    row = database.conn.execute(
        f"SELECT {COLUMNS} FROM account WHERE connector = ? AND platform = ?"
        " AND host = ? AND remote_id = ?",
        (account.connector, account.platform, account.host, account.remote_id),
    ).fetchone()
    return _account(row)


def set_state(database: "Database", account: int, state: AccountState) -> None:
    """Connect, pause or remove; messages stay, and who is connected is due at once."""
    database.conn.execute("UPDATE account SET state = ? WHERE id = ?", (state, account))
    if state is AccountState.CONNECTED:
        database.conn.execute(
            "UPDATE account SET problem = '', problem_kind = NULL, remedy = '',"
            " next_check = NULL WHERE id = ?",
            (account,),
        )


def is_manual(reader: Connection, account: int) -> bool:
    """Tell whether an account is read and answered by hand."""
    row = reader.execute("SELECT manual FROM account WHERE id = ?", (account,))
    return bool(row.fetchone()[0])


def set_manual(database: "Database", account: int, *, manual: bool) -> None:
    """Say whether an account is read by hand, so that nothing promises completeness."""
    database.conn.execute(
        "UPDATE account SET manual = ? WHERE id = ?", (int(manual), account)
    )


def note_success(
    database: "Database", account: int, *, at: int, next_check: int
) -> None:
    """Remember that all streams were read without a problem."""
    database.conn.execute(
        "UPDATE account SET last_success = ?, next_check = ?, problem = '',"
        " problem_kind = NULL, remedy = ''"
        " WHERE id = ? AND state <> 'sign_in_needed'",
        (at, next_check, account),
    )


def note_problem(
    database: "Database",
    account: int,
    kind: ProblemKind,
    *,
    problem: str,
    remedy: str,
    next_check: int | None,
) -> None:
    """Remember in words why an account could not be read and when it is tried again."""
    sign_in = kind is ProblemKind.SIGN_IN
    database.conn.execute(
        "UPDATE account SET problem = ?, problem_kind = ?, remedy = ?, next_check = ?,"
        " state = iif(? AND state = 'connected', 'sign_in_needed', state)"
        " WHERE id = ?",
        (problem, kind, remedy, next_check, sign_in, account),
    )


def look_through(database: "Database", account: int, *, at: int) -> None:
    """Remember when an account without permission was last looked through by hand."""
    database.conn.execute(
        "UPDATE account SET last_success = ? WHERE id = ?", (at, account)
    )


def cursor(reader: Connection, account: int, stream: str) -> Cursor:
    """Give how far a stream was read; a new one starts without a position."""
    row = reader.execute(
        "SELECT position FROM stream WHERE account = ? AND name = ?", (account, stream)
    ).fetchone()
    return Cursor(stream, row[0] if row else None)


def advance(database: "Database", account: int, page: Page) -> None:
    """Move a stream's cursor with its page."""
    database.conn.execute(
        "INSERT INTO stream VALUES (?, ?, ?, ?) ON CONFLICT (account, name) DO UPDATE"
        " SET position = excluded.position,"
        " complete_until = coalesce(excluded.complete_until, complete_until)",
        (account, page.cursor.stream, page.cursor.position, page.complete_until),
    )


def note_gaps(
    database: "Database", stamp: Stamp, account: int, gaps: Iterable[Gap]
) -> None:
    """Remember what could not be read; a gap that is open already stays one."""
    database.conn.executemany(
        "INSERT INTO gap (account, stream, position, reason, since, until, found_at)"
        " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM gap"
        " WHERE account = ?1 AND stream = ?2 AND position IS ?3"
        " AND filled_at IS NULL)",
        [
            (
                account,
                gap.stream,
                gap.position,
                gap.reason,
                gap.since,
                gap.until,
                stamp.at,
            )
            for gap in gaps
        ],
    )


def open_gaps(reader: Connection, account: int) -> list[tuple[int, Cursor]]:
    """List what is still missing, oldest first, with where to fetch it."""
    rows = reader.execute(
        "SELECT id, stream, position FROM gap"
        " WHERE account = ? AND filled_at IS NULL ORDER BY id",
        (account,),
    )
    return [(row[0], Cursor(row[1], row[2])) for row in rows]


def settle_gap(
    database: "Database", gap: int, *, at: int, position: str | None
) -> None:
    """Close a gap, or move it on when more of it is left."""
    database.conn.execute(
        "UPDATE gap SET tries = tries + 1, position = coalesce(?, position),"
        " filled_at = iif(? IS NULL, ?, NULL) WHERE id = ?",
        (position, position, at, gap),
    )


def overview(reader: Connection) -> list[Health]:
    """Tell how each account stands; complete only as far as its slowest stream."""
    rows = reader.execute(
        f"SELECT {', '.join('account.' + name for name in COLUMNS.split(', '))},"
        " manual, last_success, next_check, problem, problem_kind, remedy,"
        " (SELECT min(at) FROM ("
        "  SELECT coalesce(complete_until, 0) AS at FROM stream"
        "  WHERE stream.account = account.id UNION ALL"
        "  SELECT coalesce(since, 0) FROM gap WHERE gap.account = account.id"
        "  AND filled_at IS NULL)),"
        " (SELECT count(*) FROM gap"
        "  WHERE gap.account = account.id AND filled_at IS NULL),"
        " (SELECT coalesce(sum(conversations), 0) FROM status_count"
        "  WHERE status_count.account = account.id),"
        " pause.value ->> '$.until', coalesce(pause.value ->> '$.reason', '')"
        f" FROM account LEFT JOIN setting AS pause ON pause.name = '{PAUSED}' || id"
        " WHERE state <> 'removed' ORDER BY id"
    )
    return [
        Health(
            account=_account(row[:10]),
            manual=bool(row[10]),
            last_success=row[11],
            next_check=row[12],
            problem=row[13],
            problem_kind=ProblemKind(row[14]) if row[14] else None,
            remedy=row[15],
            complete_until=row[16] or None,
            gaps=row[17],
            messages=row[18],
            sending_until=row[19],
            sending_reason=row[20],
        )
        for row in rows
    ]


def next_checks(reader: Connection) -> list[tuple[int, int]]:
    """List when each account that is read by machine is due; 0 means at once."""
    return reader.execute(
        "SELECT id, coalesce(next_check, 0) FROM account"
        " WHERE state = 'connected' AND manual = 0 ORDER BY 2, 1"
    ).fetchall()
