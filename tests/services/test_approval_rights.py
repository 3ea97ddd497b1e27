"""Lifted blocks, deputies, approvals from outside, and what a check of the file names."""

import pytest

from kotakmasuk.domain.approvals import Candidate, RequestRow
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Role
from kotakmasuk.services import approvals, journal, settings
from tests.helpers.asking import ABUSE, NOTE, Asked, asking
from tests.helpers.desks import ANSWER, DAY, HOUR, NOW, OFFICER, Place, every_tick
from tests.helpers.seats import APPROVER, give_key, set_up


NIK = "NIK Anda 3175064107900003 sudah kami catat."
EVIDENCE = "Nota dinas 12/HMS, map 3"


@pytest.fixture
def asked(place: Place, owner: int) -> Asked:
    assert owner
    return asking(place)


def rule_of(asked: Asked, text: str) -> str:
    """The rule that a text breaks."""
    with pytest.raises(KnownError, match="belum lolos"):
        asked.request(text)
    keys = [one.key for one in asked.place.office.rules()]
    for key in keys:
        try:
            row = asked.request(text, overrides=frozenset({key}))
        except KnownError:
            continue
        approvals.withdraw(asked.desk, row.id)
        return key
    return ""


def offered(asked: Asked, rule: str) -> RequestRow:
    """A request in which the officer asks for this block to be lifted."""
    return asked.request(ABUSE, overrides=frozenset({rule}))


def outside(asked: Asked, row: RequestRow, **more: object) -> None:
    given = {"approver": APPROVER, "at": NOW - HOUR, "evidence": EVIDENCE, **more}
    approvals.record_outside(asked.desk, row.id, asked.replies(row)[0], **given)  # type: ignore[arg-type]


def test_a_block_is_lifted_only_with_the_approvers_own_reason(asked: Asked) -> None:
    """What the officer wished for is not enough; the reason is signed along."""
    rule = rule_of(asked, ABUSE)
    assert rule
    row = offered(asked, rule)
    reply = asked.replies(row)[0]
    for reasons in ({}, {rule: "  "}):
        with pytest.raises(KnownError, match="belum lolos"):
            approvals.approve(asked.above, row.id, reply, reasons=reasons)
    approvals.approve(asked.above, row.id, reply, reasons={rule: "Kutipan warga"})
    assert asked.place.one("SELECT reason FROM approval_override") == "Kutipan warga"
    assert "Kutipan warga" in asked.place.one("SELECT signed FROM approval")
    assert journal.verify(asked.place.reader).whole


def test_personal_data_in_public_is_never_lifted(asked: Asked) -> None:
    """Not even asked for."""
    assert rule_of(asked, NIK) == ""


def test_a_deputy_decides_on_her_days_and_is_named(asked: Asked) -> None:
    """Before and after them she is an officer like any other."""
    row = asked.request()
    days = {
        "deputy_kind": "Plh.",
        "deputy_for": "Kepala Bidang",
        "deputy_since": "2025-11-19",
        "deputy_until": "2025-11-20",
    }
    seat = set_up(asked.place, "Rina Kartika", Role.OFFICER, **days)
    reply = asked.replies(row)[0]
    asked.place.clock.pass_by(2 * DAY)
    with pytest.raises(KnownError, match="membuktikan"):
        approvals.approve(asked.place.sat(seat), row.id, reply)
    asked.place.clock.pass_by(-2 * DAY)
    approvals.approve(asked.place.sat(seat), row.id, reply)
    assert asked.place.one("SELECT acting FROM approval") == "Plh. Kepala Bidang"
    sentences = [
        one.sentence for one in journal.history(asked.place.reader, asked.conversation)
    ]
    assert "menyetujui pilihan A sebagai Plh. Kepala Bidang" in sentences


def test_an_approval_from_outside_is_kept_apart(asked: Asked) -> None:
    """With the person, the time, the evidence, and who wrote it down."""
    outside(asked, asked.request())
    found = asked.place.reader.execute(
        "SELECT actor, way, approved_at, evidence, recorded_by FROM approval"
    )
    assert found.fetchone() == (APPROVER, "outside", NOW - HOUR, EVIDENCE, OFFICER)
    assert [state for _, state in asked.states()] == ["queued"]
    assert journal.verify(asked.place.reader).whole


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"evidence": " "}, "Tulis buktinya"),
        ({"approver": OFFICER}, "bukan penyetuju"),
        ({"approver": "Siapa"}, "bukan penyetuju"),
        ({"at": NOW + HOUR}, "masa depan"),
    ],
)
def test_an_approval_from_outside_needs_all_of_it(
    asked: Asked, more: dict[str, object], words: str
) -> None:
    """Who, when and what proves it."""
    row = asked.request()
    with pytest.raises(KnownError, match=words):
        outside(asked, row, **more)
    assert asked.states() == []


def test_no_block_is_lifted_from_outside(asked: Asked) -> None:
    """Its reason can only be written by the approver herself."""
    row = offered(asked, rule_of(asked, ABUSE))
    with pytest.raises(KnownError, match="belum lolos"):
        outside(asked, row)


def test_where_the_agency_forbids_it_nothing_comes_from_outside(asked: Asked) -> None:
    """A setting that only an admin changes."""
    row = asked.request()
    settings.save(asked.above, approval_outside_app=False)
    with pytest.raises(KnownError, match="tidak mengizinkan"):
        outside(asked, row)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE approval SET acting = 'Bupati'", "signature"),
        ("UPDATE revision SET text = 'Lain.'", "signature"),
        ("UPDATE approval SET signature = x'00'", "signature"),
        ("UPDATE approval SET actor = 'Sari Rahmawati'", "by its author"),
        ("UPDATE journal SET kind = 'x' WHERE kind = 'approval.grant'", "approval "),
        ("UPDATE approval SET approved_at = approved_at - 1", "approval "),
        ("UPDATE check_item SET outcome = 'passed' WHERE outcome = 'ticked'", "check "),
    ],
)
def test_a_forged_row_is_named(asked: Asked, sql: str, told: str) -> None:
    """By whoever holds the file's key and takes its locks off."""
    row = asked.request()
    approvals.approve(asked.above, row.id, asked.replies(row)[0])
    run = asked.desk.database.conn.execute
    run("PRAGMA ignore_check_constraints = ON")
    names = run("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        run(f"DROP TRIGGER {name}")
    run(sql)
    found = journal.verify(asked.place.reader).unjournaled
    assert any(told in one for one in found), found


def test_what_an_old_key_signed_stays_good(asked: Asked) -> None:
    """A new passphrase voids nothing that was approved before it."""
    row = asked.request()
    approvals.approve(asked.above, row.id, asked.replies(row)[0])
    asked.place.clock.pass_by(DAY)
    give_key(asked.place, APPROVER, "kata sandi yang baru")
    assert journal.verify(asked.place.reader).whole


def test_an_officers_question_may_name_whom_she_asks(asked: Asked) -> None:
    """But neither herself nor somebody unknown."""
    for name, words in ((OFFICER, "Anda sendiri"), ("Siapa", "tidak ada di daftar")):
        with pytest.raises(KnownError, match=words):
            asked.request(approver=name)
    assert asked.request(approver=APPROVER, note=NOTE).approver == APPROVER


def test_one_to_ten_wordings_are_offered(asked: Asked) -> None:
    """None is no question, and nobody reads eleven."""
    ticks = every_tick(asked.place.office)
    for number in (0, 11):
        many = [Candidate(Composition(ANSWER), ticks)] * number
        with pytest.raises(KnownError, match="1 sampai 10"):
            approvals.request(asked.desk, asked.conversation, many)
