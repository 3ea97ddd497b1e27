"""Random days at the gate: services by two people, and plain SQL by somebody else.

Rule: after every step the file itself is asked, by SQL of this test's own, whether
anything stands in the outbox that should not.
"""

from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlcipher3 import dbapi2

from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import approvals, replies, sending
from tests.helpers.asking import ABUSE, NOTE, SHORTER, asking
from tests.helpers.desks import (
    ANSWER,
    account,
    every_tick,
    incoming,
    make_place,
    receive,
)


TEXTS = some.sampled_from([ANSWER, SHORTER, ABUSE, "Baik, kami cek."])
NUMBERS = some.integers(min_value=1, max_value=4)
ROWS_TRIED = 8
ATTACKS = (
    (
        "INSERT INTO outbox (reply, revision, ethics_check, passed, key, state, queued_at,"
        " not_before) SELECT reply, revision.id, ethics_check.id, 1, 'x' || reply,"
        " 'queued', 1, 1 FROM ethics_check JOIN revision"
        " ON revision.id = ethics_check.revision WHERE ethics_check.id = :n"
    ),
    (
        "INSERT INTO outbox (reply, revision, ethics_check, passed, key, state, queued_at,"
        " not_before, approval, granted) SELECT reply, revision.id, ethics_check.id, 1,"
        " 'y' || reply, 'queued', 1, 1, approval.id, 1 FROM ethics_check JOIN revision"
        " ON revision.id = ethics_check.revision JOIN approval WHERE ethics_check.id = :n"
    ),
    (
        "INSERT INTO outbox (reply, revision, ethics_check, passed, key, state, queued_at,"
        " not_before) SELECT reply, revision.id, ethics_check.id, 1, 'z' || reply,"
        " 'sending', 1, 1 FROM ethics_check JOIN revision"
        " ON revision.id = ethics_check.revision WHERE ethics_check.id = :n"
    ),
    "UPDATE approval SET granted = 1, voided_at = NULL WHERE id = :n",
    "UPDATE approval SET revision = revision + 1 WHERE id = :n",
    (
        "INSERT INTO approval SELECT id + 90, uid || 'x', revision, ethics_check, 1, actor,"
        " acting, way, evidence, signed, signature, approved_at, at, recorded_by, NULL"
        " FROM approval WHERE id = :n"
    ),
    (
        "INSERT INTO approval (uid, revision, ethics_check, actor, way, evidence,"
        " approved_at, at, recorded_by) SELECT 'own' || id, revision, id, actor, 'outside',"
        " 'x', 1, 1, actor FROM ethics_check WHERE id = :n"
    ),
    "UPDATE ethics_check SET passed = 1, needs_approval = 0 WHERE id = :n",
    "UPDATE check_item SET outcome = 'passed' WHERE ethics_check = :n",
    "DELETE FROM check_item WHERE ethics_check = :n",
    "DELETE FROM approval_override",
    "UPDATE revision SET text = 'lain' WHERE id = :n",
    (
        "INSERT INTO revision (uid, reply, number, text, template, account, public, actor,"
        " at) SELECT uid || 'n', reply, number + 1, 'Lain.', '', account, public, actor, at"
        " FROM revision WHERE id = :n"
    ),
    "UPDATE outbox SET state = 'sending' WHERE reply = :n",
    "UPDATE outbox SET revision = revision + 1 WHERE reply = :n",
    "UPDATE outbox SET approval = NULL, granted = NULL WHERE reply = :n",
    "UPDATE reply SET actor = 'Hendra Wijaya' WHERE id = :n",
    "INSERT OR REPLACE INTO outbox SELECT * FROM outbox WHERE reply = :n",
)
WRONG = """
    SELECT outbox.reply FROM outbox
    JOIN ethics_check ON ethics_check.id = outbox.ethics_check
    JOIN reply ON reply.id = outbox.reply
    WHERE ethics_check.revision <> outbox.revision
    OR outbox.revision <> (SELECT id FROM revision WHERE reply = outbox.reply
        ORDER BY number DESC LIMIT 1)
    OR outbox.ethics_check <> (SELECT max(id) FROM ethics_check
        WHERE revision = outbox.revision)
    OR EXISTS (SELECT 1 FROM check_item WHERE ethics_check = outbox.ethics_check
        AND (outcome = 'unticked' OR (outcome = 'failed' AND severity = 'block')))
    OR EXISTS (SELECT 1 FROM rule WHERE active = 1 AND NOT EXISTS (
        SELECT 1 FROM check_item WHERE ethics_check = outbox.ethics_check
        AND check_item.rule = rule.key AND check_item.version = rule.version))
    OR (EXISTS (SELECT 1 FROM check_item WHERE ethics_check = outbox.ethics_check
        AND outcome IN ('to_approve', 'overridden'))
        AND NOT EXISTS (SELECT 1 FROM approval WHERE id = outbox.approval
            AND revision = outbox.revision AND granted = 1
            AND approval.actor <> reply.actor))
"""


class GateMachine(RuleBasedStateMachine):
    """Two conversations: one that every rule lets go, one that asks for an approver."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.place = make_place(self.folder)
        account(self.place)
        self.asked = asking(self.place)
        self.plain = receive(self.place, 1, incoming("m9", author="lain"))[0]
        self.ticks = every_tick(self.place.office)
        self.queued = 0

    @rule(text=TEXTS, sensitive=some.booleans())
    def queue(self, text: str, *, sensitive: bool) -> None:
        thread = self.asked.conversation if sensitive else self.plain
        with suppress(KnownError):
            replies.queue(self.asked.desk, thread, Composition(text), ticks=self.ticks)

    @rule(texts=some.lists(TEXTS, min_size=1, max_size=3), sensitive=some.booleans())
    def request(self, texts: list[str], *, sensitive: bool = True) -> None:
        thread = self.asked.conversation if sensitive else self.plain
        offered = [Candidate(Composition(text), self.ticks) for text in texts]
        with suppress(KnownError):
            approvals.request(self.asked.desk, thread, offered)

    @rule(number=NUMBERS, text=TEXTS, above=some.booleans())
    def edit(self, number: int, text: str, *, above: bool) -> None:
        words = Composition(text)
        self._decide(approvals.edit, number, words, above=above)

    @rule(number=NUMBERS, above=some.booleans())
    def approve(self, number: int, *, above: bool) -> None:
        self._decide(approvals.approve, number, above=above)

    @rule(above=some.booleans())
    def send_back(self, *, above: bool) -> None:
        for row in approvals.waiting(self.place.reader):
            desk = self.asked.above if above else self.asked.desk
            with suppress(KnownError):
                approvals.send_back(desk, row.id, NOTE)

    @rule(number=NUMBERS)
    def take_back(self, number: int) -> None:
        with suppress(KnownError):
            replies.withdraw(self.asked.desk, number)

    @rule(attacks=some.lists(some.sampled_from(ATTACKS), min_size=1, max_size=6))
    def attack(self, attacks: list[str]) -> None:
        """Try these on every row there is; the file refuses most of it."""
        for sql in attacks:
            for number in range(1, ROWS_TRIED + 1):
                with suppress(dbapi2.Error):
                    self.place.desk.database.conn.execute(sql, {"n": number})

    @rule()
    def send(self) -> None:
        for reply, _ in sending.due(
            self.place.reader, self.place.office, self.place.clock.at
        ):
            sending.send(self.place.write, reply)

    @invariant()
    def nothing_is_there_that_should_not(self) -> None:
        assert self.place.reader.execute(WRONG).fetchall() == []
        count = self.place.one("SELECT count(*) FROM outbox")
        self.queued = max(self.queued, count)

    def teardown(self) -> None:
        self.place.close()
        rmtree(self.folder)

    def _decide(self, service: Any, number: int, *given: Any, above: bool) -> None:
        desk = self.asked.above if above else self.asked.desk
        for row in approvals.waiting(self.place.reader):
            with suppress(KnownError):
                service(desk, row.id, number, *given)
