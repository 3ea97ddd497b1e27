"""An approval by file: out, decided on another PC, and in again, or refused in words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.domain.approvals import RequestRow, RequestState
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import approval_files, approvals, journal, replies, undo
from kotakmasuk.services.approval_answers import Verdict, decide_file, read_request
from kotakmasuk.services.approval_imports import import_decision
from kotakmasuk.system import signing
from tests.helpers.asking import NOTE, SHORTER, Asked, asking
from tests.helpers.desks import ANSWER, DAY, NOW, SECOND, Place
from tests.helpers.seats import APPROVER, PASSPHRASE, derived, give_key


APPROVE = Verdict(letter="A")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow way from a passphrase to its key is gone once a salt."""
    monkeypatch.setattr(signing, "derive", derived)


@pytest.fixture
def asked(place: Place, owner: int) -> Asked:
    assert owner
    return asking(place)


@pytest.fixture
def row(asked: Asked) -> RequestRow:
    return asked.request(ANSWER, SHORTER)


def export(asked: Asked, row: RequestRow, folder: Path) -> Path:
    file = folder / "minta.permintaan.json"
    approval_files.export_request(asked.desk, row.id, file, approver=APPROVER)
    return file


def decide(file: Path, verdict: Verdict = APPROVE, *, now: int = NOW) -> Path:
    return decide_file(file, verdict, passphrase=PASSPHRASE, now=now + SECOND)


def altered(file: Path, change: Callable[[Any], None]) -> Path:
    values = json.loads(file.read_text(encoding="utf-8"))
    change(values)
    file.write_text(json.dumps(values), encoding="utf-8")
    return file


def refused(asked: Asked, file: Path, words: str) -> None:
    """Import a file that cannot count: a sentence, and not one row more."""
    before = asked.place.everything()
    with pytest.raises(KnownError, match=words):
        import_decision(asked.desk, file)
    assert asked.place.everything() == before


def test_an_answer_from_another_pc_queues_the_words(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """It counts as approved by file, signed by the person, and the file is whole."""
    answer = decide(export(asked, row, tmp_path), Verdict(letter="B"))
    import_decision(asked.desk, answer)
    assert asked.states() == [(asked.replies(row)[1], "queued")]
    found = asked.place.reader.execute("SELECT actor, way, approved_at FROM approval")
    assert found.fetchone() == (APPROVER, "file", NOW + SECOND)
    assert journal.verify(asked.place.reader).whole


def test_a_return_by_file_brings_its_note(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """The officer's words are her draft again."""
    answer = decide(export(asked, row, tmp_path), Verdict(note=NOTE))
    import_decision(asked.desk, answer)
    done = approvals.of_conversation(asked.place.reader, asked.conversation)[0]
    assert (done.state, done.decision, done.decided_by) == (
        RequestState.RETURNED,
        NOTE,
        APPROVER,
    )
    assert replies.draft(asked.place.reader, asked.conversation)


def test_a_request_shows_the_words_and_hides_the_citizen(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """Her handle and name are not in the file; what she asked is, masked."""
    file = export(asked, row, tmp_path)
    shown = read_request(file, now=NOW)
    assert [one.text for one in shown.offered] == [ANSWER, SHORTER]
    assert shown.said == ("Banjir di RW 03 sejak subuh, tolong",)
    assert shown.approver.name == APPROVER
    assert "@warga" not in file.read_text(encoding="utf-8")


def test_a_changed_request_is_refused_before_anything_is_asked(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """One letter in the words is enough."""

    def change(values: Any) -> None:
        values["body"]["candidates"][0]["parts"][0]["words"]["text"] += "!"

    file = altered(export(asked, row, tmp_path), change)
    with pytest.raises(KnownError, match="sudah berubah sejak ditandatangani"):
        decide(file)


@pytest.mark.parametrize(
    ("name", "value"),
    [("decision", "return"), ("letter", "B"), ("note", "Setuju"), ("at", NOW)],
)
def test_a_changed_answer_is_refused(
    asked: Asked, row: RequestRow, tmp_path: Path, name: str, value: Any
) -> None:
    """Whatever was changed in it."""
    answer = decide(export(asked, row, tmp_path))
    altered(answer, lambda values: values["body"].update({name: value}))
    refused(asked, answer, "sudah berubah sejak ditandatangani")


def test_an_expired_request_is_not_decided(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """Three days are enough; then it is exported anew."""
    file = export(asked, row, tmp_path)
    with pytest.raises(KnownError, match="kedaluwarsa"):
        decide(file, now=NOW + 3 * DAY)


def test_a_late_answer_is_not_taken(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """Even if it was signed in time: the words may be stale by then."""
    answer = decide(export(asked, row, tmp_path))
    asked.place.clock.pass_by(3 * DAY)
    refused(asked, answer, "masa berlaku")


def test_words_edited_meanwhile_make_the_answer_stale(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """What was signed is not what would leave."""
    answer = decide(export(asked, row, tmp_path))
    reply = asked.replies(row)[0]
    approvals.edit(asked.above, row.id, reply, Composition(SHORTER))
    refused(asked, answer, "sudah diubah sejak permintaan ini diekspor")


def test_a_settled_request_is_not_settled_twice(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """The first decision stays, also when the same file comes again."""
    answer = decide(export(asked, row, tmp_path))
    import_decision(asked.desk, answer)
    refused(asked, answer, "sudah disetujui Hendra Wijaya")


def test_an_approval_that_was_undone_does_not_come_back_by_its_file(
    place: Place, owner: int, tmp_path: Path
) -> None:
    """Who took it back must be asked again."""
    assert owner
    asked = asking(place, undo_seconds=60)
    row = asked.request()
    answer = decide(export(asked, row, tmp_path))
    import_decision(asked.desk, answer)
    last = place.one(
        "SELECT device || ':' || max(sequence) FROM journal"
        " WHERE kind = 'approval.decide'"
    )
    undo.undo(asked.desk, last)
    refused(asked, answer, "sudah pernah diimpor")


def test_only_the_named_person_can_answer(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """Another's passphrase leads to another key."""
    file = export(asked, row, tmp_path)
    with pytest.raises(KnownError, match="tidak cocok"):
        decide_file(file, APPROVE, passphrase="kata sandi orang lain", now=NOW)  # noqa: S106


def test_a_key_that_was_replaced_no_longer_answers(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """An answer signed with the old one after its end is refused."""
    file = export(asked, row, tmp_path)
    give_key(asked.place, APPROVER, "kata sandi yang baru")
    refused(asked, decide(file), "tidak berlaku pada saat")


def test_another_inboxs_answer_is_refused(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """The office's key is not ours."""
    file = export(asked, row, tmp_path)
    answer = decide(file)
    with asked.desk.atomic():
        asked.desk.database.conn.execute(
            "DELETE FROM setting WHERE name = '_office_public_keys'"
        )
    refused(asked, answer, "kotak masuk yang lain")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "x"}', "null", "NIK;nama"])
def test_a_file_that_is_something_else_is_named_so(
    asked: Asked, tmp_path: Path, text: str
) -> None:
    """Not a crash, but a sentence."""
    file = tmp_path / "lain.json"
    file.write_text(text, encoding="utf-8")
    refused(asked, file, "bukan berkas jawaban persetujuan")
    with pytest.raises(KnownError, match="bukan berkas permintaan persetujuan"):
        read_request(file, now=NOW)


def test_a_request_goes_only_to_an_approver_with_a_passphrase(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """Nobody else could sign the answer; no file is left behind."""
    for name in ("Sari Rahmawati", "Tidak Ada"):
        with pytest.raises(KnownError, match="bukan penyetuju"):
            approval_files.export_request(
                asked.desk, row.id, tmp_path / "x.json", approver=name
            )
    assert list(tmp_path.glob("*.json")) == []
