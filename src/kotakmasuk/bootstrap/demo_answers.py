"""The demo's answers: those of the last month, and those that met something on the way.

The one rule: each goes through checklist, approval and outbox, at the story's hour.
"""

from collections.abc import Callable

from kotakmasuk.bootstrap.demo_story import SECOND, Story, Told, moment, write_with
from kotakmasuk.connectors.kit.errors import Refused
from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.checklist import MANUAL
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services import (
    approvals,
    declaring,
    errands,
    outcomes,
    replies,
    rules,
    sending,
    unit_answers,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import accounts, outbox


# So many seconds before it leaves an answer is asked for, and approved.
ASKED, APPROVED = 600, 120
UNDO = Settings().undo_seconds * SECOND
REFUSED = "YouTube menolak balasan: komentar pada video ini baru saja ditutup."
REMEDY = "Jadikan draf lagi, lalu jawab lewat kanal lain."


def send_history(story: Story) -> None:
    """Send what the officers answered from here in the last month, the oldest first."""
    told = [row for row in story.rows("messages.jsonl") if "templates" in row]
    ticks = manual_rules(story.desk)
    for row in sorted(told, key=lambda row: (row["week"], row["day"], row["time"])):
        reply = _let_go(story, row, ticks)
        story.at(row)
        _carry_out(story, row, reply)


def manual_rules(desk: Desk) -> frozenset[str]:
    """Everything that an officer can tick."""
    known = rules.in_force(desk.database.conn)
    return frozenset(rule.key for rule in known if rule.mode == MANUAL)


def _let_go(story: Story, row: Told, ticks: frozenset[str]) -> int:
    """Put an answer into the outbox, over an approver where the story says so."""
    conversation = story.threads[row["thread"]]
    source = keep_answer(story, row) if "unit" in row else None
    words = composition(story, row, source)
    story.at(row)
    if "approved" not in row:
        story.clock.at -= UNDO
        by = story.officer(row["officer"])
        changes = replies.queue(by, conversation, words, ticks=ticks)
        return min(changes.replies)
    story.clock.at -= ASKED * SECOND
    asked = [Candidate(words, ticks)]
    approvals.request(story.officer(row["officer"]), conversation, asked)
    story.clock.at += (ASKED - APPROVED) * SECOND
    reader = story.desk.database.conn
    request = max(one.id for one in approvals.waiting(reader))
    view = approvals.open_request(reader, story.desk.office, request)
    reply = view.options[0].reply
    approvals.approve(story.approver(row["approved"]), request, reply)
    return reply


def composition(story: Story, row: Told, source: int | None = None) -> Composition:
    """Put together what a row of the story says; `source` is a stored Jawaban OPD."""
    used = tuple(story.templates[key] for key in row.get("templates", ()))
    leaves = row.get("leaves")
    not_before = moment(leaves["day"], leaves["time"]) if leaves else None
    return Composition(row["text"], used, unit_answer=source, not_before=not_before)


def keep_answer(story: Story, row: Told) -> int:
    """Keep what a unit answered about a conversation; gives its number."""
    told = row["unit"]
    story.at(row, told["time"])
    desk, now = story.officer(row["officer"]), story.clock.now()
    answer = UnitAnswer(
        id=0,
        unit=told["name"],
        text=told["text"],
        answered_at=now,
        at=now,
        actor=desk.seat().officer,
        conversation=story.threads[row["thread"]],
    )
    return unit_answers.add(desk, answer)[0]


def _carry_out(story: Story, row: Told, reply: int) -> None:
    desk = story.officer(row["officer"])
    queued = outbox.get(desk.database.conn, reply)
    if queued and accounts.is_manual(desk.database.conn, queued.account):
        declaring.declare_sent(desk, reply)
    else:
        sending.send(write_with(desk), reply)


def send_today(story: Story) -> None:
    """Send what stands in Kiriman as the demo opens, each in another state."""
    ticks = manual_rules(story.desk)
    for row in story.rows("outbox.jsonl"):
        if "ends" not in row:
            keep_answer(story, row)
            continue
        reply = _let_go(story, row, ticks)
        story.at(row)
        ENDS[row["ends"]](story, row, reply)


def _fails(story: Story, _row: Told, reply: int) -> None:
    held = errands.claim(story.desk, reply)
    if held is not None:
        error = Refused(REFUSED, "Teks balasan tetap tersimpan.", REMEDY)
        outcomes.fail(story.desk, held, error)


def _is_cut_off(story: Story, row: Told, reply: int) -> None:
    """The line is cut while it is sent; the thread is read again, and it is not there."""
    held = errands.claim(story.desk, reply)
    if held is None:
        return
    outcomes.unsure(story.desk, reply, outcomes.UNKNOWN)
    for hour in row["looks"]:
        story.at(row, hour)
        outcomes.note_look(story.desk, held, complete=True, found=False)


def _waits(_story: Story, _row: Told, _reply: int) -> None:
    """An officer sends it herself, or its hour has not come."""


ENDS: dict[str, Callable[[Story, Told, int], None]] = {
    "failed": _fails,
    "unsure": _is_cut_off,
    "waits": _waits,
}
