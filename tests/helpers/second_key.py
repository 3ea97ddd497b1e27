"""Plain SQL against the second key: approvals put in by hand, and every way around.

Rule: nothing of the services is used here; what holds must hold in the file alone.
"""

import json
from dataclasses import dataclass
from typing import Any

from tests.helpers.gate import PASSED, TICK, Gate, Item


ASKED, MINOR = ("topik", 1), ("nada", 1)
TO_APPROVE: tuple[Item, ...] = (
    *PASSED,
    (*ASKED, "automatic", "block", "to_approve"),
    (*MINOR, "automatic", "block", "passed"),
)
LIFTED: tuple[Item, ...] = (
    *PASSED,
    (*ASKED, "automatic", "block", "passed"),
    (*MINOR, "automatic", "block", "overridden"),
)
CLEAR: tuple[Item, ...] = (
    *PASSED,
    (*ASKED, "automatic", "block", "passed"),
    (*MINOR, "automatic", "block", "passed"),
)
STRICT_LIFTED: tuple[Item, ...] = (
    ("data-pribadi", 1, "automatic", "block", "overridden"),
    (*TICK, "manual", "block", "ticked"),
)


@dataclass
class SecondKey:
    """A gate with two more rules: one that asks for an approver, one that may be lifted."""

    gate: Gate

    def rule(self, key: str, *, overridable: bool) -> None:
        body = {"mode": "automatic", "severity": "block", "overridable": overridable}
        self.gate.run(
            "INSERT INTO rule (key, version, body) VALUES (?, 1, ?)",
            key,
            json.dumps(body),
        )

    def written(self, items: tuple[Item, ...] = TO_APPROVE) -> tuple[int, int, int]:
        """A reply with its revision and its check."""
        reply = self.gate.reply()
        revision = self.gate.revision(reply)
        return reply, revision, self.gate.check(revision, items)

    def approve(self, revision: int, check: int, **more: Any) -> int:
        """Put an approval in; gives its id."""
        values = {
            "uid": f"p{revision}.{check}",
            "revision": revision,
            "ethics_check": check,
            "actor": "Hendra",
            "way": "app",
            "signature": b"s",
            "approved_at": 1,
            "at": 1,
            "recorded_by": "Hendra",
            **more,
        }
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        sql = f"INSERT INTO approval ({names}) VALUES ({marks}) RETURNING id"  # noqa: S608
        return int(self.gate.one(sql, *values.values()))

    def reason(self, approval: int, why: str = "kutipan warga") -> None:
        self.gate.run(
            "INSERT INTO approval_override VALUES (?, ?, ?)", approval, MINOR[0], why
        )

    def queue(
        self, written: tuple[int, int, int], approval: int | None, *, granted: int = 1
    ) -> None:
        reply, revision, check = written
        self.gate.run(
            "INSERT INTO outbox (reply, revision, ethics_check, passed, key, state,"
            " queued_at, not_before, approval, granted)"
            " VALUES (?, ?, ?, 1, ?, 'queued', 1, 1, ?, ?)",
            reply,
            revision,
            check,
            f"k{reply}",
            approval,
            None if approval is None else granted,
        )


def with_second_key(gate: Gate) -> SecondKey:
    """Put the two rules in force."""
    made = SecondKey(gate)
    made.rule(ASKED[0], overridable=True)
    made.rule(MINOR[0], overridable=True)
    return made
