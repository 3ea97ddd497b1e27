"""What the officer sees of her answers on their way, and what she can do."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.connectors.kit.errors import Unreachable
from kotakmasuk.desktop.outbox import deeds
from kotakmasuk.domain.replies import Composition, Receipt, ReplyState
from kotakmasuk.services import declaring, replies
from tests.helpers.outboxes import explanation, press, texts


@pytest.fixture
def answer(monkeypatch):
    """Say what the officer chooses when a question is asked."""
    chosen = {"resend": True}
    asked = []

    def ask(*_given, title, **_named):
        asked.append(title)
        return chosen["resend"]

    monkeypatch.setattr(deeds, "ask", ask)
    chosen["asked"] = asked
    return chosen


def test_what_needs_a_person_stands_first(page, desk):
    """Perlu diperiksa before Antre before Draf, and the tabs count them."""
    replies.save_draft(desk.desk, desk.by_hand, Composition("Boleh, Kak"))
    desk.unsure()
    desk.queue("Baik, kami kabari.")

    page._presenter.reload()

    assert texts(page, 0) == ["Perlu diperiksa", "Antre", "Draf"]
    assert page._tabs._buttons["all"].text() == "Semua  3"


def test_an_empty_outbox_says_so(page):
    """No empty table without a word."""
    assert page._stack.currentIndex() == 1
    assert not page._panel.isVisible()


def test_a_queued_answer_counts_its_seconds_down(page, desk):
    """And says that it can still be taken back."""
    desk.queue("Baik, kami kabari.")
    page._presenter.reload()
    desk.clock[0] += 2_000

    page._presenter._tell_time()

    assert texts(page, 4) == ["8 dtk lagi"]
    assert "Dikirim 8 detik lagi; masih dapat dibatalkan" in explanation(page)


def test_taken_back_it_is_the_draft_again(page, desk, qtbot):
    """*Batalkan* works until the request leaves."""
    desk.queue("Baik, kami kabari.")
    page._presenter.reload()

    press(page, qtbot, "withdraw")

    assert texts(page, 0) == ["Draf"]
    draft = replies.draft(desk.work.lanes.reader, desk.mention)
    assert draft.text == "Baik, kami kabari."


def test_nothing_goes_again_before_the_thread_was_read(page, desk):
    """*Kirim ulang…* is there, disabled, with its reason under it."""
    desk.unsure()

    page._presenter.reload()

    button = page._panel.button("resend")
    assert not button.isEnabled()
    assert "setelah utas terbaca lengkap" in button.accessibleDescription()


def test_half_a_look_is_not_enough(page, desk, qtbot):
    """When the platform could not be read whole, resending stays closed."""
    reply = desk.unsure()
    desk.platform.refuses = Unreachable("Tidak ada sambungan.")
    page._presenter.reload()

    press(page, qtbot, "look")

    assert desk.state(reply) is ReplyState.UNSURE
    assert not page._panel.button("resend").isEnabled()
    assert page._panel._state.looks == ("14.00 · utas belum terbaca lengkap",)
    assert "Tidak ada sambungan." in page._problem.words()


def test_after_a_complete_look_it_may_go_again_once_confirmed(
    page, desk, qtbot, answer
):
    """The thread was read without a match; she confirms; it is queued."""
    reply = desk.unsure()
    page._presenter.reload()
    press(page, qtbot, "look")
    assert page._panel._state.looks == ("14.00 · utas dibaca, balasan belum tampak",)

    press(page, qtbot, "resend")

    assert answer["asked"] == ["Kirim ulang balasan ini?"]
    assert desk.state(reply) is ReplyState.QUEUED


def test_who_does_not_confirm_sends_nothing(page, desk, qtbot, answer):
    """*Batalkan* in the question leaves everything as it was."""
    answer["resend"] = False
    reply = desk.unsure()
    page._presenter.reload()
    press(page, qtbot, "look")

    press(page, qtbot, "resend")

    assert desk.state(reply) is ReplyState.UNSURE


def test_found_in_the_thread_it_is_sent(page, desk, qtbot):
    """Only the platform's own id makes it Terkirim."""
    reply = desk.unsure()
    desk.platform.found = Receipt("101", "https://warga.example/@pemkab/101")
    page._presenter.reload()

    press(page, qtbot, "look")

    assert desk.state(reply) is ReplyState.SENT
    assert texts(page, 0) == ["Terkirim"]


def test_by_hand_the_panel_offers_to_copy(page, desk):
    """An answer that no machine may send is copied, opened and declared."""
    desk.queue("Boleh diwakilkan, Kak.", conversation=desk.by_hand)

    page._presenter.reload()

    assert page._panel.button("copy").isEnabled()
    assert page._panel.button("declare").text() == "Sudah saya kirim…"
    assert "tidak dapat mengirim dari aplikasi" in explanation(page)


def test_what_she_states_is_called_by_its_name(page, desk):
    """Dikirim manual, dinyatakan petugas: never Terkirim."""
    reply = desk.queue("Boleh diwakilkan, Kak.", conversation=desk.by_hand)
    presenter = page._presenter
    presenter.reload()

    presenter.errands.declare(
        presenter.chosen, "https://www.tiktok.com/@pemkabsukamaju/1"
    )

    assert desk.state(reply) is ReplyState.SENT_MANUALLY
    assert texts(page, 0) == ["Dikirim manual"]
    assert page._panel._state.title == "Dikirim manual, dinyatakan petugas"


def test_a_tab_shows_one_state(page, desk, qtbot):
    """Draf shows the drafts alone, and the first of them is chosen."""
    replies.save_draft(desk.desk, desk.by_hand, Composition("Boleh, Kak"))
    desk.queue("Baik, kami kabari.")
    page._presenter.reload()

    qtbot.mouseClick(page._tabs._buttons["draft"], Qt.MouseButton.LeftButton)

    assert texts(page, 2) == ["Boleh, Kak"]
    assert page._panel.button("go").text() == "Lanjutkan menulis"


def test_yesterday_is_through(page, desk):
    """Terkirim hari ini shows today alone."""
    reply = desk.queue("Boleh diwakilkan, Kak.", conversation=desk.by_hand)
    declaring.declare_sent(desk.desk, reply)
    desk.clock[0] += 11 * 3_600_000

    page._presenter.reload()

    assert texts(page, 0) == []


def test_enter_opens_the_conversation(page, desk, qtbot):
    """The main window is asked to show it."""
    desk.queue("Baik, kami kabari.")
    page._presenter.reload()
    page._table.setFocus()

    with qtbot.waitSignal(page.conversation_wanted) as wanted:
        qtbot.keyClick(page._table, Qt.Key.Key_Return)

    assert wanted.args == [desk.mention]


def test_a_row_is_read_aloud_whole(page, desk):
    """State, platform, to whom, text, by whom and when."""
    desk.queue("Baik, kami kabari.")
    page._presenter.reload()

    spoken = page._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("Antre. Mastodon. Dewi Anjani. Baik, kami kabari.")


def test_the_palette_offers_what_the_panel_offers(page, desk):
    """But not what cannot be done now."""
    desk.unsure()
    page._presenter.reload()

    titles = [one.title for one in page.commands()]

    assert "Periksa utas sekarang" in titles
    assert "Kirim ulang…" not in titles


def test_large_letters_cut_no_tab_away(page, desk, qtbot):
    """A bar below the tabs leads to the last of them, and hides none."""
    page.resize(700, 640)
    desk.work.theme.set_text_percent(150)
    row = page._tabs.parent().parent().parent()
    bar = row.area.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    last = page._tabs._buttons["sent_manually"]

    bar.setValue(bar.maximum())

    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().size() == last.size())
    desk.work.theme.set_text_percent(100)
