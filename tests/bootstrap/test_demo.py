"""The demo, filled by the real services: what a newcomer is to see is there and true."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from kotakmasuk.bootstrap import demo
from kotakmasuk.bootstrap.demo_story import MONDAY, OPENED
from kotakmasuk.domain.announcements import Standing
from kotakmasuk.domain.replies import OutboxRow, ReplyState
from kotakmasuk.domain.rules import AUTOMATIC
from kotakmasuk.domain.templates import Usage
from kotakmasuk.services import (
    announcements,
    approvals,
    contacts,
    issues,
    journal,
    replies,
    rules,
    summaries,
    templates,
    unit_answers,
)
from kotakmasuk.services.desk import Office


@dataclass(frozen=True)
class Filled:
    """The demo as it opens."""

    reader: Any
    office: Office

    def sent_out(self) -> dict[ReplyState, list[OutboxRow]]:
        rows = replies.outbox_rows(self.reader, now=self.office.now())
        found: dict[ReplyState, list[OutboxRow]] = {}
        for row in rows:
            found.setdefault(row.state, []).append(row)
        return found


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """Fill it once; no test here changes anything."""
    with demo.built(tmp_path_factory.mktemp("demo"), lambda _words: None) as made:
        reader = made.home.open_reader()
        yield Filled(reader, made.home.office)
        reader.close()


def test_it_opens_on_friday_with_everything_whole(filled: Filled) -> None:
    """`verify` finds nothing that the services did not write themselves."""
    report = journal.verify(filled.reader)
    assert filled.office.now() == OPENED
    assert (report.chain, report.references, report.counters) == ((), (), ())
    assert (report.unjournaled, report.pages) == ((), ())


def test_every_state_of_an_answer_can_be_seen(filled: Filled) -> None:
    """Kiriman shows what waits, what failed, what nobody knows, and what left today."""
    states = {state: len(rows) for state, rows in filled.sent_out().items()}
    assert states == {
        ReplyState.DRAFT: 2,
        ReplyState.WAITING: 3,
        ReplyState.QUEUED: 2,
        ReplyState.UNSURE: 1,
        ReplyState.FAILED: 1,
        ReplyState.SENT: 4,
    }


def test_one_answer_is_scheduled_and_one_is_sent_by_hand(filled: Filled) -> None:
    """The first leaves as the office opens on Monday; the second an officer copies."""
    by_hand, scheduled = sorted(
        filled.sent_out()[ReplyState.QUEUED], key=lambda row: row.scheduled or 0
    )
    assert by_hand.manual
    assert scheduled.scheduled == OPENED + (2 * 24 * 60 + 17 * 60 + 25) * 60_000
    (unsure,) = filled.sent_out()[ReplyState.UNSURE]
    assert len(unsure.looked) == 2
    assert unsure.last_look_complete


def test_templates_tell_how_often_they_were_used(filled: Filled) -> None:
    """The answers of thirty days name their templates, and some were only filled in."""
    used = templates.usage(filled.reader, filled.office.now())
    named = {one.uid: one.key for one in templates.listed(filled.reader)}
    by_key = {named[uid]: usage for uid, usage in used.items()}
    assert by_key["kabar_tindak_lanjut"] == Usage(15, 0)
    assert by_key["apresiasi"] == Usage(10, 7)
    assert sum(usage.used for usage in by_key.values()) >= 40


def test_an_expired_template_is_shown_and_not_offered(filled: Filled) -> None:
    """The round of markets is over; its answer is kept with its date."""
    listed = {one.key: one for one in templates.listed(filled.reader)}
    offered = {one.key for one in templates.offered(filled.reader, filled.office.now())}
    assert listed["pasar_murah"].expires_on == "2026-11-14"
    assert set(listed) - offered == {"pasar_murah"}


def test_a_template_has_versions_to_compare(filled: Filled) -> None:
    """Maya changed a shipped one twice."""
    listed = templates.listed(filled.reader)
    changed = next(one for one in listed if one.key == "kabar_tindak_lanjut")
    made = templates.versions(filled.reader, changed.uid)
    assert [one.version for one in made] == [3, 2, 1]
    assert [one.actor for one in made[:2]] == ["Maya Lestari", "Maya Lestari"]


def test_last_week_has_its_table_of_checks(filled: Filled) -> None:
    """Answers of week 46 were checked, sent by machine and by hand."""
    week = MONDAY - timedelta(weeks=1)
    checks = summaries.weekly(filled.reader, filled.office, week).checks
    assert (checks.run, checks.replies, checks.passed_at_once) == (13, 13, 13)
    assert (checks.sent, checks.sent_manually) == (12, 1)


def test_units_and_officials_can_be_reached(filled: Filled) -> None:
    """Kontak resmi of four units stand beside the country's emergency numbers."""
    units = Counter(one.unit for one in contacts.offered(filled.reader))
    assert set(units) - {"Nasional"} == {
        "Dinas Komunikasi dan Informatika",
        "Dinas Lingkungan Hidup",
        "Perumda Air Minum Sukamaju",
        "RSUD Sukamaju",
    }


def test_the_agency_has_an_item_of_its_own(filled: Filled) -> None:
    """One that no other agency has, marked as such."""
    own = [one for one in rules.listed(filled.reader) if one.rule.origin == "agency"]
    assert [(one.rule.key, one.rule.mode) for one in own] == [("I01", AUTOMATIC)]


def test_promises_rest_on_what_units_answered(filled: Filled) -> None:
    """Dewi's question about the hole has DPUPR's date beside it."""
    known = filled.reader.execute(
        "SELECT conversation FROM unit_answer JOIN conversation"
        " ON conversation.id = conversation WHERE remote_id IN ('t235', 't241')"
    ).fetchall()
    answers = [unit_answers.of_conversation(filled.reader, row[0])[0] for row in known]
    assert {one.unit for one in answers} == {"DPUPR", "Dinas Kesehatan"}
    assert any("25 November 2026" in one.text for one in answers)


def test_an_alarm_waits_to_be_declared_over(filled: Filled) -> None:
    """It was approved, sent to three accounts, and its time has passed."""
    listed = announcements.listed(filled.reader, filled.office)
    alarm = next(one for one in listed if one.standing is Standing.TO_END)
    assert [post.state for post in alarm.posts] == [ReplyState.SENT] * 3
    assert any(one.standing is Standing.DRAFT for one in listed)


def test_a_returned_answer_has_the_approvers_note(filled: Filled) -> None:
    """It is a draft again, still the officer's own."""
    drafts = filled.sent_out()[ReplyState.DRAFT]
    draft = next(one for one in drafts if one.conversation)
    asked = approvals.of_conversation(filled.reader, draft.conversation)
    assert draft.by == "Maya Lestari"
    assert asked[0].decided_by == "Hendra Wijaya"
    assert asked[0].decision.startswith("Tanggal kerja bakti")


def test_what_many_ask_is_one_isu(filled: Filled) -> None:
    """The hole at SDN 2 Cibening."""
    (isu,) = issues.all_issues(filled.reader)
    assert isu.conversations >= 5
    assert isu.waiting >= 1
