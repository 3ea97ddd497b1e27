"""What holds an answer back is told, with its time and one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.widgets import manual_window
from kotakmasuk.desktop.widgets.manual_window import ManualWindow
from kotakmasuk.domain.replies import Composition, ReplyState
from kotakmasuk.services import accounts, declaring, outbox, replies
from kotakmasuk.store import leaving
from kotakmasuk.store import outbox as outbox_store
from tests.helpers.outboxes import explanation, press, texts
from tests.helpers.workplaces import NOW


HOUR = 3_600_000
MONDAY = NOW + 5 * 24 * HOUR - 6 * HOUR


def schedule(desk):
    """An answer for Monday morning."""
    composition = Composition("Jadwalnya kami kirim, Kak.", not_before=MONDAY)
    changes = replies.queue(
        desk.desk, desk.mention, composition, ticks=desk.every_rule()
    )
    return next(iter(changes.replies))


def test_a_scheduled_answer_says_when_and_may_leave_now(page, desk, qtbot):
    """*Kirim sekarang* beside *Batalkan*."""
    reply = schedule(desk)
    page._presenter.reload()
    assert page._panel._state.title == "Dijadwalkan Senin 08.00"
    assert texts(page, 4) == ["Sen 08.00"]

    press(page, qtbot, "send_now")

    assert outbox_store.get(desk.work.lanes.reader, reply).not_before == NOW


def test_a_spent_quota_is_told_with_its_time(page, desk):
    """In the panel and in the row."""
    desk.queue("Baik, kami kabari.")
    leaving.pause_account(
        desk.desk.database,
        1,
        until=NOW + HOUR,
        reason="Batas kiriman Instagram tercapai.",
    )

    page._presenter.reload()

    words = "Ditunda sampai 15.00: batas kiriman Instagram tercapai."
    assert explanation(page).startswith(words)
    assert page._panel._state.title == "Ditunda sampai 15.00"
    assert texts(page, 4) == ["15.00"]


def test_everything_is_held_and_goes_on(page, desk, qtbot):
    """One button, and a strip that says so."""
    desk.queue("Baik, kami kabari.", seconds=0)
    page._presenter.reload()
    qtbot.mouseClick(page._hold, Qt.MouseButton.LeftButton)
    assert outbox.is_held(desk.work.lanes.reader)
    assert page._held.words().startswith("Semua kiriman ditahan.")
    assert texts(page, 4) == ["ditahan"]

    qtbot.mouseClick(page._hold, Qt.MouseButton.LeftButton)

    assert not page._held.isVisible()
    assert page._hold.text() == "Tahan semua kiriman"


def test_a_failed_answer_gives_its_words_back(page, desk, qtbot):
    """The conversation is gone at the platform; what was written is not."""
    reply = desk.queue("Baik, kami kabari.", seconds=0)
    outbox_store.claim(desk.desk.database, reply, NOW)
    outbox_store.finish(
        desk.desk.database,
        reply,
        ReplyState.FAILED,
        at=NOW,
        reason="Yang dituju sudah tidak ada di warga.example.",
    )
    page._presenter.reload()
    assert "sudah tidak ada" in explanation(page)
    assert page._panel.button("withdraw").text() == "Jadikan draf lagi"

    press(page, qtbot, "withdraw")

    draft = replies.draft(desk.work.lanes.reader, desk.mention)
    assert draft.text == "Baik, kami kabari."


def test_a_signed_out_account_leads_to_kanal(page, desk, qtbot):
    """And only its own answers wait."""
    desk.queue("Baik, kami kabari.", seconds=0)
    desk.desk.database.conn.execute(
        "UPDATE account SET state = 'sign_in_needed' WHERE id = 1"
    )
    page._presenter.reload()
    assert "kanal lain tetap jalan" in explanation(page)

    press(page, qtbot, "sign_in")

    assert desk.told.pages == [("accounts", 1)]


def test_what_waits_for_an_approver_is_opened_there(page, desk, qtbot):
    """*Menunggu persetujuan*, with *Buka*."""
    desk.queue("Baik, kami kabari.")
    connection = desk.desk.database.conn
    connection.execute(
        "INSERT INTO approval_request (uid, conversation, at, actor)"
        " VALUES ('p1', 1, 1, 'Sari')"
    )
    connection.execute("UPDATE reply SET request = 1")
    connection.execute("DELETE FROM outbox")
    page._presenter.reload()
    assert texts(page, 0) == ["Menunggu persetujuan"]

    press(page, qtbot, "decide")

    assert desk.told.pages == [("approvals", 1)]


def asking_windows():
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, ManualWindow)]


def test_after_a_restart_the_manual_way_is_offered_again(
    page, desk, qtbot, monkeypatch, tmp_path
):
    """Copied and opened once more; a picture may prove that it was sent."""
    opened = []
    monkeypatch.setattr(
        manual_window, "open_link", lambda url: opened.append(url) or True
    )
    reply = desk.queue("Boleh diwakilkan, Kak.", conversation=desk.by_hand)
    page._presenter.reload()
    press(page, qtbot, "copy")
    press(page, qtbot, "copy")
    (window,) = asking_windows()
    assert QGuiApplication.clipboard().text() == "Boleh diwakilkan, Kak."
    assert len(opened) == 2
    proof = tmp_path / "bukti.png"
    proof.write_bytes(b"\x89PNG\r\n\x1a\n")

    window.take_screenshot(str(proof))
    window.findChild(object, "manualSent").click()

    assert desk.state(reply) is ReplyState.SENT_MANUALLY
    reader = desk.work.lanes.reader
    assert reader.execute("SELECT count(*) FROM media").fetchone() == (1,)


def test_not_yet_leaves_it_waiting(page, desk, qtbot, monkeypatch):
    """*Belum* says nothing, and the answer stays in the list."""
    monkeypatch.setattr(manual_window, "open_link", lambda _url: True)
    reply = desk.queue("Boleh diwakilkan, Kak.", conversation=desk.by_hand)
    page._presenter.reload()
    press(page, qtbot, "copy")

    asking_windows()[0].findChild(object, "manualLater").click()

    assert desk.state(reply) is ReplyState.QUEUED


def test_what_was_sent_today_is_shortened_and_can_be_shown_whole(page, desk, qtbot):
    """The newest four, and the rest behind a link."""
    for number in range(6):
        reply = desk.queue(f"Boleh, Kak. {number}", conversation=desk.by_hand)
        declaring.declare_sent(desk.desk, reply)
    page._presenter.reload()
    assert len(texts(page, 0)) == 4
    assert page._more.text() == "Tampilkan 2 terkirim lainnya hari ini"

    qtbot.mouseClick(page._more, Qt.MouseButton.LeftButton)

    assert len(texts(page, 0)) == 6


def test_the_next_look_is_told(page, desk):
    """It is read again by itself; nothing is sent by that."""
    desk.unsure()

    page._presenter.reload()

    assert page._panel._state.next_look == "Diperiksa lagi pukul 14.00"


def test_the_choice_stays_on_its_answer_beside_a_draft_of_the_same_citizen(page, desk):
    """A draft of the same conversation is another row."""
    desk.queue("Baik, kami kabari.")
    replies.save_draft(desk.desk, desk.mention, Composition("Dan satu lagi"))
    page._presenter.reload()
    queued = page._model.row(0)
    page._presenter.choose(queued)

    page._presenter.reload()

    assert page._model.place_of(queued) == 0
    assert page._table.currentIndex().row() == 0


def test_parts_are_numbered_in_the_list(page, desk):
    """Otherwise two rows look the same."""
    composition = Composition("Kami teruskan ke dinas terkait. " * 20, split=True)
    replies.queue(desk.desk, desk.mention, composition, ticks=desk.every_rule())

    page._presenter.reload()

    assert [words[:5] for words in texts(page, 2)] == ["1/2 ·", "2/2 ·"]


def test_an_account_that_is_paused_or_let_go_is_named(page, desk):
    """Nobody waits for what cannot leave without knowing why."""
    desk.queue("Baik, kami kabari.", seconds=0)
    account = outbox_store.get(desk.work.lanes.reader, 1).account
    accounts.pause(desk.desk, account, paused=True)
    page._presenter.reload()
    assert page._panel._state.title == "Kanal ini dijeda"

    accounts.remove(desk.desk, account)
    page._presenter.reload()

    assert page._panel._state.title == "Akun ini sudah dilepas"
    assert "disambungkan lagi di Kanal" in explanation(page)


def test_what_is_scheduled_tells_that_it_is_held_too(page, desk):
    """*Kirim sekarang* would go nowhere; it says why instead."""
    schedule(desk)
    outbox.hold_all(desk.desk, held=True)

    page._presenter.reload()

    state = page._panel._state
    (now,) = [one for one in state.actions if one.deed == "send_now"]
    assert state.title == "Ditahan; dijadwalkan Senin 08.00"
    assert now.reason == "Kiriman sedang ditahan; pilih Lanjutkan."
    assert not page._panel.button("send_now").isEnabled()
