"""Approvals in the weekly summary: by their way, and the blocks that were lifted."""

from datetime import date

import pytest

from kotakmasuk.domain.approvals import Tally
from kotakmasuk.reports.summary_tables import checks_table
from kotakmasuk.services import approvals, summaries, undo
from tests.helpers.asking import ABUSE, Asked, asking
from tests.helpers.desks import ANSWER, HOUR, NOW, Place
from tests.helpers.seats import APPROVER


MONDAY = date(2025, 11, 17)


@pytest.fixture
def asked(place: Place, owner: int) -> Asked:
    assert owner
    return asking(place, undo_seconds=60)


def tally(asked: Asked, monday: date = MONDAY) -> Tally:
    found = summaries.weekly(asked.place.reader, asked.place.office, monday)
    return found.checks.approvals


def lifting(asked: Asked) -> str:
    """Approve words that a block held, with a reason; gives the rule."""
    view_rule = next(
        rule.key
        for rule in asked.place.office.rules()
        if rule.check == "abuse" or "kasar" in rule.text
    )
    row = asked.request(ABUSE, overrides=frozenset({view_rule}))
    reply = asked.replies(row)[0]
    approvals.approve(asked.above, row.id, reply, reasons={view_rule: "Kutipan"})
    return view_rule


def test_approvals_are_counted_by_their_way(asked: Asked) -> None:
    """Those from outside apart; a lifted block by its rule."""
    rule = lifting(asked)
    row = asked.request(ANSWER)
    approvals.record_outside(
        asked.desk,
        row.id,
        asked.replies(row)[0],
        approver=APPROVER,
        at=NOW - HOUR,
        evidence="Nota dinas",
    )
    found = tally(asked)
    assert (found.app, found.file, found.outside) == (1, 0, 1)
    titles = {one.key: one.text for one in asked.place.office.rules()}
    assert found.lifted == ((titles[rule], 1),)
    assert tally(asked, date(2025, 11, 10)) == Tally()


def test_an_approval_that_was_undone_counts_for_nothing(asked: Asked) -> None:
    """Nothing left by it."""
    row = asked.request(ANSWER)
    done = approvals.approve(asked.above, row.id, asked.replies(row)[0])
    assert tally(asked).app == 1
    undo.undo(asked.above, done.undo or "")
    assert not tally(asked)


def test_the_report_tells_them_only_where_somebody_approved(asked: Asked) -> None:
    """A week without approvals reads as before."""

    def names() -> list[str]:
        found = summaries.weekly(asked.place.reader, asked.place.office, MONDAY)
        return [row[0] for row in checks_table(found)["rows"]]

    before = names()
    lifting(asked)
    assert names()[len(before) :] == [
        "Disetujui di aplikasi",
        "Disetujui lewat berkas",
        "Disetujui di luar aplikasi",
        "Pengecualian ceklis oleh penyetuju",
    ]
