"""A database whose nth statement fails, so that a test can die at every line.

Rule: what a transaction promised must hold wherever it was cut off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from sqlite_utils import Database


class Killed(BaseException):
    """The program ended here; nothing of ours catches it."""


class Breaking:
    """Stands before a connection and counts what is asked of it."""

    def __init__(self, connection: Any, fatal: int | None) -> None:
        self.connection = connection
        self.fatal = fatal
        self.count = 0

    def execute(self, sql: str, *given: Any) -> Any:
        self._next(sql)
        return self.connection.execute(sql, *given)

    def executemany(self, sql: str, *given: Any) -> Any:
        self._next(sql)
        return self.connection.executemany(sql, *given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def _next(self, sql: str) -> None:
        if sql.startswith(("ROLLBACK", "RELEASE")):
            return
        self.count += 1
        if self.count == self.fatal:
            raise Killed(sql)


@contextmanager
def breaking(database: "Database", fatal: int | None = None) -> Iterator[Breaking]:
    """Let the nth statement within fail; None only counts."""
    real = database.conn
    between = Breaking(real, fatal)
    database.conn = between
    try:
        yield between
    finally:
        database.conn = real
