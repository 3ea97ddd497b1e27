"""A gate of its own: two rules, a reply, and plain SQL to try to get past it.

Rule: nothing of the services is used here; what holds must hold in the file alone.
"""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from sqlite_utils import Database

BLOCKING, TICK = ("data-pribadi", 1), ("sopan", 1)
PASSED = (
    (*BLOCKING, "automatic", "block", "passed"),
    (*TICK, "manual", "block", "ticked"),
)
FAILED = (
    (*BLOCKING, "automatic", "block", "failed"),
    (*TICK, "manual", "block", "ticked"),
)
Item = tuple[str, int, str, str, str]


@dataclass
class Gate:
    """Plain SQL on the writing connection."""

    database: "Database"

    def run(self, sql: str, *values: Any) -> Any:
        return self.database.conn.execute(sql, values)

    def one(self, sql: str, *values: Any) -> Any:
        return self.run(sql, *values).fetchone()[0]

    def rule(self, key: str, version: int, mode: str, severity: str = "block") -> None:
        body = json.dumps({"mode": mode, "severity": severity})
        self.run(
            "INSERT INTO rule (key, version, body) VALUES (?, ?, ?)", key, version, body
        )

    def reply(self, name: str = "r") -> int:
        """Write a reply to the one conversation; gives its id."""
        return int(
            self.one(
                "INSERT INTO reply (uid, conversation, created_at, actor)"
                " SELECT ?, id, 1, 'Sari' FROM conversation LIMIT 1 RETURNING id",
                name,
            )
        )

    def revision(self, reply: int, number: int = 1, text: str = "Baik.") -> int:
        return int(
            self.one(
                "INSERT INTO revision (uid, reply, number, text, template, account,"
                " public, actor, at) SELECT ?, ?, ?, ?, '', id, 1, 'Sari', 1"
                " FROM account LIMIT 1 RETURNING id",
                f"v{reply}.{number}",
                reply,
                number,
                text,
            )
        )

    def check(self, revision: int, items: tuple[Item, ...] = PASSED) -> int:
        """Store items and then the check that is made of them; gives its id."""
        with self.database.atomic():
            number = self.one("SELECT coalesce(max(id), 0) + 1 FROM ethics_check")
            self.items(number, items)
            self.run(
                "INSERT INTO ethics_check (id, uid, revision, actor, at)"
                " VALUES (?, ?, ?, 'Sari', 1)",
                number,
                f"c{number}",
                revision,
            )
        return int(number)

    def items(self, check: int, items: tuple[Item, ...]) -> None:
        for item in items:
            self.run(
                "INSERT INTO check_item VALUES (?, ?, ?, ?, ?, ?, '')", check, *item
            )

    def queue(
        self,
        reply: int,
        revision: int,
        check: int,
        *,
        passed: int = 1,
        state: str = "queued",
    ) -> None:
        self.run(
            "INSERT INTO outbox (reply, revision, ethics_check, passed, key, state,"
            " queued_at, not_before) VALUES (?, ?, ?, ?, ?, ?, 1, 1)",
            reply,
            revision,
            check,
            passed,
            f"k{reply}",
            state,
        )

    def queued(self, name: str = "r") -> int:
        """Put a reply through the gate as it should be; gives its id."""
        reply = self.reply(name)
        revision = self.revision(reply)
        self.queue(reply, revision, self.check(revision))
        return reply

    def move(self, reply: int, state: str, **more: Any) -> None:
        names = ", ".join(f"{name} = ?" for name in ("state", *more))
        sql = f"UPDATE outbox SET {names} WHERE reply = ?"  # noqa: S608 -- our own names
        self.run(sql, state, *more.values(), reply)

    def reach(self, state: str) -> int:
        """Bring an answer to a state by the ways that are allowed; gives its id."""
        reply = self.queued(state)
        for one in WAYS[state]:
            self.move(reply, one, **TOLD.get(one, {}))
        return reply


WAYS: dict[str, tuple[str, ...]] = {
    "queued": (),
    "sending": ("sending",),
    "sent": ("sending", "sent"),
    "failed": ("sending", "failed"),
    "unsure": ("sending", "unsure"),
    "sent_manually": ("sent_manually",),
}
TOLD: dict[str, dict[str, Any]] = {
    "sending": {"began_at": 5},
    "sent": {"remote_id": "s1"},
    "sent_manually": {"declared_by": "Sari"},
}


def two_rules(database: "Database") -> Gate:
    """Put two rules in force, one for the machine and one for the officer."""
    built = Gate(database)
    built.run("UPDATE rule SET active = 0")
    built.rule(*BLOCKING, "automatic")
    built.rule(*TICK, "manual")
    return built
